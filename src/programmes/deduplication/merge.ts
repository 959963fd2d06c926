import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import { ownValue } from '../../base/own-value.ts';
import type { RecordInput } from '../../core/records/types.ts';
import { checkLists, checkOptions, ID, itemOf, RECORD_ID, TEXT } from '../common/check.ts';
import {
  CANONICAL_RULE,
  type CanonicalCriterion,
  type CanonicalRule,
  inRuleOrder,
  sourceOf,
} from './canonical.ts';
import type { DuplicateGroup } from './join.ts';
import { endOf, isFilled, meaningOf, numbersDisagree, numbersOf, wordingOf } from './values.ts';
import { secrecyOf, type WithheldRecord, withhold } from './withheld.ts';

/** A value and where it stands. */
export interface SourcedValue {
  /** As given; never corrected. */
  readonly value: unknown;
  /** The value as people read it: in its wording, a day as `YYYY-MM-DD`, lists and objects as JSON. */
  readonly text: string;
  readonly recordId: string;
  /** Name of the source; absent where the record names none. */
  readonly source?: string;
  /** Numbers in the value as written, `120万元`, `1200℃`. */
  readonly numbers: readonly string[];
}

/** How the records of a group agree on a field; see {@link FIELD_AGREEMENT_LABELS}. */
export type FieldAgreement = 'single' | 'agreed' | 'wording' | 'numbers';

/** One field of a merged record, with all that its records say. */
export interface MergedField {
  readonly field: string;
  /** The value that the merged record shows, and where it comes from. */
  readonly chosen: SourcedValue;
  /** Ids of the other records that say the same. */
  readonly agreeing: readonly string[];
  /** What the other records say instead, in the order of the rule. */
  readonly others: readonly SourcedValue[];
  readonly agreement: FieldAgreement;
}

/** A group as one record, every field with its source. */
export interface MergedRecord {
  /** The canonical record, its gaps filled from the others. Its `id`, `kind` and `source` are its own. */
  readonly record: RecordInput;
  readonly canonicalId: string;
  /** The criterion that chose it over the next one; `order` where record order did, or there is no other. */
  readonly decidedBy: CanonicalCriterion | 'order';
  /** Ids of the records that it is made of, in the order of the rule. */
  readonly recordIds: readonly string[];
  /** The other records of the group, of which no value is here. */
  readonly withheld: readonly WithheldRecord[];
  /** Every field but `id`, `kind` and `source`, the canonical record's first. */
  readonly fields: readonly MergedField[];
}

const RECORD = itemOf<Pick<RecordInput, 'id' | 'title'>>({ id: RECORD_ID, title: TEXT });
const GROUP = itemOf<Pick<DuplicateGroup, 'recordIds'>>({ recordIds: z.array(ID).check(z.minLength(1)) });
const OWN_FIELDS = new Set(['id', 'kind', 'source']);

/**
 * One record for each group: the canonical one is chosen by a rule (default: trusted source, then most fields filled,
 * then last changed, then record order), its gaps are filled from the others in the order of the rule, and every field
 * says which record and source it comes from. Of the last days of validity (`validTo`) the latest counts, whichever record
 * states it: what another portal has renewed has not ended. Values that differ are kept side by side; where each holds a number that
 * the other lacks, the field is marked `numbers`. Nothing is corrected, averaged or put together from two values.
 *
 * A merger lifts no secrecy: what is more secret than the least secret record of a group is withheld, or, with a
 * `clearance`, merged into a record that is as secret as the most secret it is made of. With `only` no value of another
 * source is shown. A group of which nothing may be shown is left out.
 *
 * Serves: 「互联互通的技术市场工作网络」: several portals, and every number keeps its source.
 *
 * O(fields of all records). Values are those of the records, not copies.
 * @param records the records that `findDuplicates` was given, or more.
 * @param groups of `findDuplicates`, or any lists of ids; groups of one are fine.
 * @throws InputError `INVALID_RECORDS` naming every bad record, group and unknown or repeated id; `INVALID_OPTIONS`.
 */
export function mergeDuplicates(
  records: readonly RecordInput[],
  groups: readonly Pick<DuplicateGroup, 'recordIds'>[],
  rule: CanonicalRule = {},
): MergedRecord[] {
  const byId = checked(records, groups, rule);
  return groups.flatMap(({ recordIds }) => mergedGroup(recordIds, byId, rule) ?? []);
}

/**
 * A collection without duplicates: the merged record of each group where the first of the group stood, and all records of
 * no group, themselves, in their order. What may not be shown is not there, by the rule of {@link mergeDuplicates}: a
 * record of no group counts as a group of its own, so that `clearance` and `only` leave it out too.
 *
 * serves: 「互联互通的技术市场工作网络」: what a matcher, a library and the registers are then made of.
 *
 * O(fields of all records).
 * @param records the records that `findDuplicates` was given, or more.
 * @param groups of `findDuplicates`, or any lists of ids.
 * @returns the canonical record of each group with its gaps filled. Its `id`, `kind` and `source` are its own.
 * @throws InputError as `mergeDuplicates`.
 */
export function canonicalRecords<R extends RecordInput>(
  records: readonly R[],
  groups: readonly Pick<DuplicateGroup, 'recordIds'>[],
  rule: CanonicalRule = {},
): R[] {
  const byId = checked(records, groups, rule);
  const groupOf = new Map(groups.flatMap(({ recordIds }) => recordIds.map((id) => [id, recordIds] as const)));
  const done = new Set<readonly string[]>();
  return records.flatMap((record) => {
    const ids = groupOf.get(String(record.id));
    if (ids === undefined) return withhold([record], rule).shown.length === 0 ? [] : [record];
    if (done.has(ids)) return [];
    done.add(ids);
    // Every value of a merged record is that of a field of the host's records.
    return (mergedGroup(ids, byId, rule)?.record as R | undefined) ?? [];
  });
}

function checked(
  records: readonly RecordInput[],
  groups: readonly Pick<DuplicateGroup, 'recordIds'>[],
  rule: CanonicalRule,
): ReadonlyMap<string, RecordInput> {
  checkLists([
    { what: 'records', items: records, schema: RECORD },
    { what: 'groups', items: groups, schema: GROUP, unique: false },
  ]);
  checkOptions(rule, CANONICAL_RULE);
  const byId = new Map(records.map((record) => [String(record.id), record]));
  requireKnown(groups, byId);
  return byId;
}

/** Nothing for a group of which nothing may be shown. */
function mergedGroup(
  recordIds: readonly string[],
  byId: ReadonlyMap<string, RecordInput>,
  rule: CanonicalRule,
): MergedRecord | undefined {
  const { shown, withheld } = withhold(
    recordIds.map((id) => byId.get(id)!),
    rule,
  );
  return shown.length === 0 ? undefined : merged(shown, withheld, rule);
}

function requireKnown(
  groups: readonly Pick<DuplicateGroup, 'recordIds'>[],
  byId: ReadonlyMap<string, RecordInput>,
): void {
  const issues = new Issues();
  const taken = new Set<string>();
  for (const [index, { recordIds }] of groups.entries()) {
    for (const [i, id] of recordIds.entries()) {
      const expected = !byId.has(id)
        ? 'the id of a record'
        : taken.has(id)
          ? 'an id in no other place'
          : undefined;
      taken.add(id);
      if (expected === undefined) continue;
      issues.add(`recordIds[${i}]`, expected, id, { index, place: 'groups' });
    }
  }
  issues.throwAs('INVALID_RECORDS', 'Bad groups');
}

function merged(
  records: readonly RecordInput[],
  withheld: readonly WithheldRecord[],
  rule: CanonicalRule,
): MergedRecord {
  const { records: ordered, decidedBy } = inRuleOrder(records, rule);
  const canonical = ordered[0]!;
  const names = new Set(ordered.flatMap((record) => Object.keys(record)));
  const fields = [...names].flatMap((field) => (OWN_FIELDS.has(field) ? [] : mergedField(field, ordered)));
  // Not by assignment: a field may be called `__proto__`.
  const filled = Object.fromEntries(fields.map(({ field, chosen }) => [field, chosen.value]));
  return {
    record: { ...canonical, ...filled },
    canonicalId: String(canonical.id),
    decidedBy,
    recordIds: ordered.map(({ id }) => String(id)),
    withheld,
    fields,
  };
}

/**
 * Records in the order in which the value of a field is taken from them: that of the rule, but of secrecy the highest counts,
 * and of validity the one that goes on longest, whoever states it.
 */
function inFieldOrder(field: string, ordered: readonly RecordInput[]): readonly RecordInput[] {
  if (field === 'secrecyLevel') return [...ordered].sort((a, b) => secrecyOf(b) - secrecyOf(a));
  if (field !== 'validTo') return ordered;
  const ends = new Map(ordered.map((record) => [record, endOf(ownValue(record, field))]));
  return [...ordered].sort((a, b) => compareTexts(ends.get(b)!, ends.get(a)!));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Nothing for a field that no record fills. */
function mergedField(field: string, ordered: readonly RecordInput[]): MergedField[] {
  const values = inFieldOrder(field, ordered).flatMap((record) => {
    const value = ownValue(record, field);
    return isFilled(value) ? [sourced(value, record)] : [];
  });
  const [chosen, ...rest] = values;
  if (chosen === undefined) return [];
  const meaning = meaningOf(field, chosen.value);
  const isSame = ({ value }: SourcedValue) => meaningOf(field, value) === meaning;
  const others = rest.filter((other) => !isSame(other));
  const disagree = others.some(({ value }) => numbersDisagree(chosen.value, value));
  const differing = disagree ? 'numbers' : 'wording';
  return [
    {
      field,
      chosen,
      agreeing: rest.filter(isSame).map(({ recordId }) => recordId),
      others,
      agreement: rest.length === 0 ? 'single' : others.length === 0 ? 'agreed' : differing,
    },
  ];
}

function sourced(value: unknown, record: RecordInput): SourcedValue {
  const source = sourceOf(record);
  return {
    value,
    text: wordingOf(value),
    recordId: String(record.id),
    ...(source === undefined ? {} : { source }),
    numbers: numbersOf(value),
  };
}
