import * as z from 'zod/mini';
import { SUPPLY_KINDS } from './kinds.ts';

/** The border: shapes that a record may have. Nothing behind it checks again. */

/** Characters of an id. Engines hash long texts by their length alone, so that a set of long ids takes time n². */
export const MAX_ID = 1024;

const text = z.optional(z.string());
const strings = z.optional(z.union([z.string(), z.array(z.string())]));
const organization = z.union([z.string(), z.looseObject({ name: z.string() })]);
const person = z.union([z.string(), z.looseObject({})]);
const trl = z.number().check(z.gte(1), z.lte(9));
const trlRange = z
  .tuple([trl, trl])
  .check(z.refine(([low, high]) => low <= high, { error: 'two levels, the lower one first' }));
const sum = z.number().check(z.gte(0));
const amount = z.union([
  z.string(),
  sum,
  z.looseObject({
    raw: z.string(),
    currency: z.string(),
    negotiable: z.boolean(),
    min: z.optional(sum),
    max: z.optional(sum),
  }),
]);
const date = z.union([
  z.string(),
  z.looseObject({ raw: z.string(), from: z.optional(z.iso.date()), to: z.optional(z.iso.date()) }),
]);
const modes = z.optional(
  z.union([z.string(), z.array(z.union([z.string(), z.looseObject({ raw: z.string() })]))]),
);
const confidence = z.number().check(z.gt(0), z.lte(1));

const common = {
  id: z.string().check(z.minLength(1), z.maxLength(MAX_ID)),
  title: z.string(),
  text,
  problem: text,
  keyTechnology: text,
  keywords: strings,
  indicators: z.optional(
    z.union([z.string(), z.array(z.union([z.string(), z.looseObject({ raw: z.string() })]))]),
  ),
  organization: z.optional(organization),
  regionCode: text,
  industryCodes: z.optional(z.array(z.string())),
  techField: text,
  stage: z.optional(
    z.union([z.string(), z.looseObject({ raw: z.string(), code: text, trl: z.optional(trlRange) })]),
  ),
  trl: z.optional(z.union([trl, trlRange])),
  validFrom: z.optional(date),
  validTo: z.optional(date),
  secrecyLevel: text,
  source: z.optional(z.union([z.string(), z.looseObject({})])),
  chains: z.optional(
    z.array(z.union([z.string(), z.looseObject({ code: z.string(), confidence: z.optional(confidence) })])),
  ),
};

/** An achievement or another kind of supply. */
export const achievementSchema = z.looseObject({
  ...common,
  kind: z.optional(z.enum(SUPPLY_KINDS)),
  abstract: text,
  applications: text,
  prospects: text,
  awards: text,
  expertise: text,
  researchFields: text,
  completingOrganizations: z.optional(z.array(organization)),
  completers: z.optional(z.array(person)),
  ip: z.optional(z.array(z.union([z.string(), z.looseObject({ type: z.string() })]))),
  transferModes: modes,
  price: z.optional(amount),
});

/** A technology demand. */
export const demandSchema = z.looseObject({
  ...common,
  kind: z.optional(z.literal('demand')),
  expectedOutcome: text,
  existingConditions: text,
  demandType: text,
  cooperationModes: modes,
  budget: z.optional(amount),
  preferredOrganizations: z.optional(z.array(organization)),
  preferredExperts: z.optional(z.array(person)),
});

/** Every field that the schemas know. */
export const KNOWN_FIELDS: readonly string[] = [
  ...new Set([...Object.keys(achievementSchema.shape), ...Object.keys(demandSchema.shape)]),
];
