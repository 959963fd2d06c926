import type { Side } from '../core/records/parse.ts';

/** How the cells of a field are read. */

/**
 * - `text`: several columns are joined by a line break;
 * - `list`: a cell holds several values, several columns make one list;
 * - the others hold one value, so that two columns contradict each other.
 */
export type Reading = 'text' | 'list' | 'single' | 'amount' | 'trl' | 'kind' | 'period';

const COMMON: Readonly<Record<string, Reading>> = {
  id: 'single',
  kind: 'kind',
  title: 'single',
  text: 'text',
  problem: 'text',
  keyTechnology: 'text',
  keywords: 'list',
  indicators: 'text',
  organization: 'single',
  regionCode: 'single',
  industryCodes: 'list',
  techField: 'text',
  stage: 'single',
  trl: 'trl',
  validFrom: 'single',
  validTo: 'period',
  secrecyLevel: 'single',
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
  completingOrganizations: 'list',
  completers: 'list',
  ip: 'list',
  transferModes: 'list',
  price: 'amount',
};

const DEMAND: Readonly<Record<string, Reading>> = {
  ...COMMON,
  expectedOutcome: 'text',
  existingConditions: 'text',
  demandType: 'text',
  cooperationModes: 'list',
  budget: 'amount',
  preferredOrganizations: 'list',
  preferredExperts: 'list',
};

/** The fields of one side that have a meaning, and how each is read. A Map, because a header may be `constructor`. */
export const READINGS: Readonly<Record<Side, ReadonlyMap<string, Reading>>> = {
  achievement: new Map(Object.entries(ACHIEVEMENT)),
  demand: new Map(Object.entries(DEMAND)),
};
