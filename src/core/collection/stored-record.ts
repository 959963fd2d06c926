import { RECORD_KINDS } from '../records/kinds.ts';
import type { Side } from '../records/parse.ts';
import { MAX_ID } from '../records/schema.ts';

/**
 * The shape of a record as it was validated, read and saved (`records/types.ts`). Narrower than what hosts may give, whose
 * wording is read: what comes from a file must be what was read. Fields of a host's own may be anything.
 */

type Check = (value: unknown) => boolean;
type Parts = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isSum: Check = (value) => typeof value === 'number' && value >= 0;
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isLevel: Check = (value) => typeof value === 'number' && value >= 1 && value <= 9;
const isRange: Check = (value) =>
  Array.isArray(value) && value.length === 2 && value.every(isLevel) && value[0] <= value[1];
const isDay: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
const isConfidence: Check = (value) => typeof value === 'number' && value > 0 && value <= 1;

const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object that has the first parts and may have the others. */
function objectOf(needed: Parts, others: Parts = {}): Check {
  const [first, then] = [Object.entries(needed), Object.entries(others)];
  return (value) => {
    if (!isObject(value)) return false;
    const given = value as Readonly<Record<string, unknown>>;
    return (
      first.every(([part, check]) => Object.hasOwn(given, part) && check(given[part])) &&
      then.every(([part, check]) => !Object.hasOwn(given, part) || check(given[part]))
    );
  };
}

const raw = { raw: isText };
const organization = either(
  isText,
  objectOf({ name: isText }, { uscc: isText, kind: isText, regionCode: isText }),
);
const organizations = listOf(organization);
const people = listOf(either(isText, isObject));
const amount = objectOf(
  { ...raw, currency: isText, negotiable: (value) => typeof value === 'boolean' },
  { min: isSum, max: isSum, unread: isText },
);
const date = objectOf(raw, { from: isDay, to: isDay });
const modes = listOf(objectOf(raw, { code: isText }));
const indicator = objectOf(raw, { name: isText, comparator: isText, value: isNumber, unit: isText });

const COMMON: Parts = {
  text: isText,
  problem: isText,
  keyTechnology: isText,
  keywords: listOf(isText),
  indicators: either(isText, listOf(either(isText, indicator))),
  organization,
  regionCode: isText,
  industryCodes: listOf(isText),
  ipc: listOf(objectOf(raw, { code: isText })),
  techField: isText,
  stage: objectOf(raw, { code: isText, trl: isRange, evidence: isText }),
  trl: either(isLevel, isRange),
  validFrom: date,
  validTo: date,
  secrecyLevel: isText,
  source: either(isText, isObject),
  chains: listOf(objectOf({ code: isText }, { confidence: isConfidence })),
};
const isKind: Check = (value) => (RECORD_KINDS as readonly unknown[]).includes(value);
const NEEDED: Parts = {
  id: (value) => typeof value === 'string' && value !== '' && value.length <= MAX_ID,
  title: isText,
  kind: isKind,
};

const SHAPES: Readonly<Record<Side, Check>> = {
  achievement: objectOf(NEEDED, {
    ...COMMON,
    abstract: isText,
    applications: isText,
    prospects: isText,
    awards: isText,
    expertise: isText,
    researchFields: isText,
    completingOrganizations: organizations,
    completers: people,
    ip: listOf(either(isText, objectOf({ type: isText }, { number: isText, status: isText }))),
    transferModes: modes,
    price: amount,
  }),
  demand: objectOf(NEEDED, {
    ...COMMON,
    expectedOutcome: isText,
    existingConditions: isText,
    demandType: isText,
    cooperationModes: modes,
    budget: amount,
    preferredOrganizations: organizations,
    preferredExperts: people,
  }),
};

/** Whether a value is a record as one is saved. @param side which it must be; undefined for either. */
export function isStoredRecord(value: unknown, side?: Side): boolean {
  const own = (value as { readonly kind?: unknown } | null)?.kind === 'demand' ? 'demand' : 'achievement';
  return (side ?? own) === own && SHAPES[own](value);
}
