import * as z from 'zod/mini';
import { SUPPLY_KINDS } from './kinds.ts';

/** The border: shapes that a record may have, as `inputs.ts` types them. Nothing behind it checks again. */

/** Characters of an id. Engines hash long texts by their length alone, so that a set of long ids takes time n². */
export const MAX_ID = 1024;

/** A field of a database that says nothing is `null`. */
const text = z.nullish(z.string());
const number = z.nullish(z.number());
const codeValue = z.union([z.string(), z.int().check(z.gte(0))]);
const code = z.nullish(codeValue);
/** Items that are `null` are left out of their list. */
const listOf = <T extends z.ZodMiniType>(item: T) => z.array(z.nullish(item));
const trl = z.number().check(z.gte(1), z.lte(9));
const trlRange = z
  .tuple([trl, trl])
  .check(z.refine(([low, high]) => low <= high, { error: 'two levels, the lower one first' }));
const sum = z.number().check(z.gte(0));
/** Years of other lengths have no day `YYYY-MM-DD`. */
const shortYear = z.refine<Date>((date) => /^\d{4}-/.test(date.toISOString()), {
  error: 'a Date of the years 0 to 9999',
});
const day = z.nullish(z.union([z.iso.date(), z.date().check(shortYear)]));

const organizationParts = z.looseObject({ name: z.string(), uscc: code, kind: text, regionCode: code });
const rightParts = z.looseObject({ type: z.string(), number: code, status: text });
const indicatorParts = z.looseObject({
  raw: z.string(),
  name: text,
  comparator: text,
  value: number,
  unit: text,
});
const amountParts = z.looseObject({
  raw: z.string(),
  currency: z.string(),
  negotiable: z.boolean(),
  min: z.nullish(sum),
  max: z.nullish(sum),
  unread: text,
});
const dateParts = z.looseObject({ raw: z.string(), from: day, to: day });
const stageParts = z.looseObject({ raw: z.string(), code: text, trl: z.nullish(trlRange), evidence: text });
const modeParts = z.looseObject({ raw: z.string(), code: text });
const ipcParts = z.looseObject({ raw: z.string(), code: text });
const chainParts = z.looseObject({
  code: codeValue,
  confidence: z.nullish(z.number().check(z.gt(0), z.lte(1))),
});

const organization = z.union([z.string(), organizationParts]);
const person = z.union([z.string(), z.looseObject({})]);
/** A list, or its items in one text. No union, whose errors would not tell which item is bad. */
const listOrText = <T extends z.ZodMiniType>(item: T) =>
  z.nullish(
    z.pipe(
      z.transform((given: string | z.input<z.ZodMiniArray<z.ZodMiniOptional<z.ZodMiniNullable<T>>>>) =>
        typeof given === 'string' ? [] : given,
      ),
      listOf(item),
    ),
  );
const people = listOrText(person);
const organizations = listOrText(organization);
const amount = z.nullish(z.union([z.string(), sum, amountParts]));
const date = z.nullish(z.union([z.string(), z.number(), z.date(), dateParts]));
const modes = z.nullish(z.union([z.string(), listOf(z.union([z.string(), modeParts]))]));

const ipc = z.nullish(z.union([z.string(), listOf(z.union([z.string(), ipcParts]))]));

const common = {
  id: z.union([z.string().check(z.minLength(1), z.maxLength(MAX_ID)), z.number(), z.bigint()]),
  title: z.string(),
  text,
  problem: text,
  keyTechnology: text,
  keywords: z.nullish(z.union([z.string(), listOf(z.string())])),
  indicators: z.nullish(z.union([z.string(), listOf(z.union([z.string(), indicatorParts]))])),
  organization: z.nullish(organization),
  regionCode: code,
  industryCodes: z.nullish(listOf(codeValue)),
  ipc,
  techField: text,
  stage: z.nullish(z.union([z.string(), stageParts])),
  trl: z.nullish(z.union([trl, trlRange])),
  validFrom: date,
  validTo: date,
  secrecyLevel: text,
  source: z.nullish(z.union([z.string(), z.looseObject({})])),
  chains: z.nullish(listOf(z.union([codeValue, chainParts]))),
};

/** An achievement or another kind of supply. */
export const achievementSchema = z.looseObject({
  ...common,
  kind: z.nullish(z.enum(SUPPLY_KINDS)),
  abstract: text,
  applications: text,
  prospects: text,
  awards: text,
  expertise: text,
  researchFields: text,
  completingOrganizations: organizations,
  completers: people,
  ip: z.nullish(listOf(z.union([z.string(), rightParts]))),
  transferModes: modes,
  price: amount,
});

/** A technology demand. */
export const demandSchema = z.looseObject({
  ...common,
  kind: z.nullish(z.literal('demand')),
  expectedOutcome: text,
  existingConditions: text,
  demandType: text,
  cooperationModes: modes,
  budget: amount,
  preferredOrganizations: organizations,
  preferredExperts: people,
});

/** Every field that the schemas know. */
export const KNOWN_FIELDS: readonly string[] = [
  ...new Set([...Object.keys(achievementSchema.shape), ...Object.keys(demandSchema.shape)]),
];

const keys = (parts: { readonly shape: object }): readonly string[] => Object.keys(parts.shape);

/** Fields that are objects with parts, or lists of such, and the names of the parts. */
export const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['organization', keys(organizationParts)],
  ['completingOrganizations', keys(organizationParts)],
  ['preferredOrganizations', keys(organizationParts)],
  ['indicators', keys(indicatorParts)],
  ['ip', keys(rightParts)],
  ['price', keys(amountParts)],
  ['budget', keys(amountParts)],
  ['validFrom', keys(dateParts)],
  ['validTo', keys(dateParts)],
  ['stage', keys(stageParts)],
  ['transferModes', keys(modeParts)],
  ['cooperationModes', keys(modeParts)],
  ['ipc', keys(ipcParts)],
  ['chains', keys(chainParts)],
]);

/** Fields, and parts of fields, that are codes: a number there stands for its digits. */
export const CODES: ReadonlySet<string> = new Set([
  'regionCode',
  'industryCodes',
  'chains',
  'uscc',
  'number',
  'code',
]);
