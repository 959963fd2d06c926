import type { Side } from '../core/records/parse.ts';

/** How the cells of a field are read. */

/**
 * - `text`: several columns are joined by a line break;
 * - `list`: a cell holds several values, several columns make one list; `items` are parted where records are read, which
 *   knows names of people and of organisations;
 * - the others hold one value. `choice` and `choices` are the wording of what was ticked, where a cell has boxes.
 */
export type Reading =
  | 'text'
  | 'list'
  | 'items'
  | 'single'
  | 'choice'
  | 'choices'
  | 'amount'
  | 'trl'
  | 'kind'
  | 'date'
  | 'period';

const COMMON: Readonly<Record<string, Reading>> = {
  id: 'single',
  kind: 'kind',
  title: 'single',
  text: 'text',
  problem: 'text',
  keyTechnology: 'text',
  keywords: 'items',
  indicators: 'text',
  organization: 'single',
  regionCode: 'single',
  industryCodes: 'list',
  ipc: 'items',
  techField: 'text',
  stage: 'choice',
  trl: 'trl',
  validFrom: 'date',
  validTo: 'period',
  secrecyLevel: 'choice',
  source: 'single',
  chains: 'list',
};

const ACHIEVEMENT: Readonly<Record<string, Reading>> = {
  ...COMMON,
  abstract: 'text',
  applications: 'text',
  prospects: 'text',
  awards: 'text',
  expertise: 'text',
  researchFields: 'text',
  completingOrganizations: 'items',
  completers: 'items',
  ip: 'list',
  transferModes: 'choices',
  price: 'amount',
};

const DEMAND: Readonly<Record<string, Reading>> = {
  ...COMMON,
  expectedOutcome: 'text',
  existingConditions: 'text',
  demandType: 'choice',
  cooperationModes: 'choices',
  budget: 'amount',
  preferredOrganizations: 'items',
  preferredExperts: 'items',
};

/** The fields of one side that have a meaning, and how each is read. A Map, because a header may be `constructor`. */
export const READINGS: Readonly<Record<Side, ReadonlyMap<string, Reading>>> = {
  achievement: new Map(Object.entries(ACHIEVEMENT)),
  demand: new Map(Object.entries(DEMAND)),
};
