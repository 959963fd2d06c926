import * as z from 'zod/mini';
import { ownValue } from '../../base/own-value.ts';
import { parseDate } from '../../core/records/dates.ts';
import { SECRECY_LEVELS, type SecrecyLevel } from '../../core/records/secrecy.ts';
import type { RecordInput } from '../../core/records/types.ts';
import { optionsOf, TEXTS } from '../common/check.ts';
import { isFilled } from './values.ts';

/** What may decide which record of a group stands for it. */
export const CANONICAL_CRITERIA = ['source', 'completeness', 'freshness'] as const;
export type CanonicalCriterion = (typeof CANONICAL_CRITERIA)[number];

/** How the record that stands for a group is chosen. */
export interface CanonicalRule {
  /** Criteria, the one that decides first in front. Default: source, completeness, freshness. */
  readonly order?: readonly CanonicalCriterion[];
  /** Names of sources, the most trusted first; others come after them. Default: none is preferred. */
  readonly sources?: readonly string[];
  /** Names of the sources whose records may be shown; those of others and of none are withheld. Default: all. */
  readonly only?: readonly string[];
  /**
   * Highest secrecy level of what is merged; the merged record is as secret as the most secret it is made of. Default: the
   * level of the least secret record of the group, so that no merger lifts secrecy.
   */
  readonly clearance?: SecrecyLevel;
  /** Fields that hold the day of the last change; the first that does counts. Default `updatedAt`, `publishedAt`. */
  readonly dateFields?: readonly string[];
}

export const CANONICAL_RULE = optionsOf<CanonicalRule>({
  order: z.optional(z.array(z.enum(CANONICAL_CRITERIA))),
  sources: TEXTS,
  only: TEXTS,
  clearance: z.optional(z.enum(SECRECY_LEVELS)),
  dateFields: TEXTS,
});

const DATE_FIELDS = ['updatedAt', 'publishedAt'];
/** Of every record, so that they tell nothing about how complete it is. */
const NOT_COUNTED = new Set(['id', 'kind', 'source']);

/** The name of the source (portal, list) that a record comes from; nothing where it names none. */
export function sourceOf({ source }: RecordInput): string | undefined {
  const isNamed = typeof source === 'object' && source !== null;
  const name = isNamed ? (ownValue(source, 'name') ?? ownValue(source, 'id')) : source;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined;
}

/** Records in the order of a rule. */
export interface RuleOrder {
  /** The record that stands for all comes first; records that the rule leaves equal keep their order. */
  readonly records: readonly RecordInput[];
  /** The criterion that set the first record above the second; `order` where none did. */
  readonly decidedBy: CanonicalCriterion | 'order';
}

/** Puts records in the order of a rule. */
export function inRuleOrder(records: readonly RecordInput[], rule: CanonicalRule): RuleOrder {
  const criteria = rule.order ?? CANONICAL_CRITERIA;
  const ranked = records.map((record) => ({
    record,
    ranks: criteria.map((criterion) => rankOf(record, criterion, rule)),
  }));
  const firstDifference = (a: readonly number[], b: readonly number[]) =>
    a.findIndex((rank, i) => rank !== b[i]);
  ranked.sort((a, b) => {
    const at = firstDifference(a.ranks, b.ranks);
    return at < 0 ? 0 : a.ranks[at]! - b.ranks[at]!;
  });
  const [first, second = first] = ranked;
  const decidedBy = criteria[firstDifference(first!.ranks, second!.ranks)] ?? 'order';
  return { records: ranked.map(({ record }) => record), decidedBy };
}

/** The less, the better. */
function rankOf(record: RecordInput, criterion: CanonicalCriterion, rule: CanonicalRule): number {
  switch (criterion) {
    case 'source': {
      const place = (rule.sources ?? []).indexOf(sourceOf(record) ?? '');
      return place < 0 ? Number.MAX_SAFE_INTEGER : place;
    }
    case 'completeness':
      return -Object.entries(record).filter(([field, value]) => !NOT_COUNTED.has(field) && isFilled(value))
        .length;
    case 'freshness':
      return -lastChange(record, rule.dateFields ?? DATE_FIELDS);
  }
}

/** The day as a number, 20280630; 0 where none can be read. */
function lastChange(record: RecordInput, fields: readonly string[]): number {
  for (const field of fields) {
    const value = ownValue(record, field);
    const day = typeof value === 'string' ? parseDate(value).to : undefined;
    if (day !== undefined) return Number(day.replaceAll('-', ''));
  }
  return 0;
}
