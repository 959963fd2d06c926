import { ownValue } from '../../base/own-value.ts';
import { SECRECY_LEVELS, secrecyRank } from '../../core/records/secrecy.ts';
import type { RecordInput } from '../../core/records/types.ts';
import { type CanonicalRule, sourceOf } from './canonical.ts';

/** Why a record has no part in a merged one; see {@link WITHHOLDING_LABELS}. */
export type WithholdingReason = 'secrecy' | 'source';

/** A record of a group that nothing was taken of. */
export interface WithheldRecord {
  readonly recordId: string;
  readonly reason: WithholdingReason;
}

/** The records of a group that may be merged, and the others. */
export function withhold(
  records: readonly RecordInput[],
  { only, clearance }: CanonicalRule,
): { readonly shown: RecordInput[]; readonly withheld: WithheldRecord[] } {
  const mayShow = (record: RecordInput) => only === undefined || only.includes(sourceOf(record) ?? '');
  const ranks = records.filter(mayShow).map(secrecyOf);
  const highest = clearance === undefined ? Math.min(...ranks) : SECRECY_LEVELS.indexOf(clearance);
  const shown: RecordInput[] = [];
  const withheld: WithheldRecord[] = [];
  for (const record of records) {
    const reason = !mayShow(record) ? 'source' : secrecyOf(record) > highest ? 'secrecy' : undefined;
    if (reason === undefined) shown.push(record);
    else withheld.push({ recordId: String(record.id), reason });
  }
  return { shown, withheld };
}

/** Rank of a record's secrecy, 0 (public) to 4; what is no wording is the highest. */
export function secrecyOf(record: RecordInput): number {
  const given = ownValue(record, 'secrecyLevel') ?? undefined;
  return given === undefined || typeof given === 'string'
    ? secrecyRank(given)
    : SECRECY_LEVELS.indexOf('top-secret');
}
