import * as z from 'zod/mini';
import { SUPPLY_KINDS } from './kinds.ts';

/** The border: shapes that a record may have. Nothing behind it checks again. */

const text = z.optional(z.string());
const strings = z.optional(z.union([z.string(), z.array(z.string())]));
const organization = z.union([z.string(), z.looseObject({ name: z.string() })]);
const person = z.union([z.string(), z.looseObject({})]);
const trl = z.number().check(z.gte(1), z.lte(9));
const amount = z.union([
  z.string(),
  z.number().check(z.gte(0)),
  z.looseObject({ raw: z.string(), currency: z.string(), negotiable: z.boolean() }),
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
  id: z.string().check(z.minLength(1)),
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
    z.union([z.string(), z.looseObject({ raw: z.string(), trl: z.optional(z.tuple([trl, trl])) })]),
  ),
  trl: z.optional(z.union([trl, z.tuple([trl, trl])])),
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
