import * as z from 'zod/mini';
import type { MatchFilter } from '../../core/matches/filters.ts';
import { dayNumber } from '../../core/records/dates.ts';
import { clearanceOf, SECRECY_LEVELS, type SecrecyLevel, secrecyRank } from '../../core/records/secrecy.ts';
import type { MatchRecord } from '../../core/records/types.ts';
import { DAY, type ShapeOf } from './check.ts';
import { dayOf } from './matching.ts';

/** Why a record is not open. */
export type ClosedCode = 'expired' | 'secret';

/** Which records take part. */
export interface OpenOptions {
  /** The day on which they must be valid, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Highest secrecy level that takes part. Default `public`. */
  readonly clearance?: SecrecyLevel;
}

/** Shapes of {@link OpenOptions}. */
export const OPEN = {
  asOf: DAY,
  clearance: z.optional(z.enum(SECRECY_LEVELS)),
} satisfies ShapeOf<OpenOptions>;

/** Why a record takes no part; nothing for an open one. The same gates as those of a matcher. Without a day none has ended. */
export function closedBy(
  record: Pick<MatchRecord, 'secrecyLevel' | 'validTo'>,
  { asOf, clearance = 'public' }: Partial<OpenOptions>,
): ClosedCode | undefined {
  if (secrecyRank(record.secrecyLevel) > SECRECY_LEVELS.indexOf(clearance)) return 'secret';
  const last = record.validTo?.to;
  if (asOf === undefined || last === undefined) return undefined;
  return dayNumber(last) < dayNumber(asOf) ? 'expired' : undefined;
}

/** What a filter of a matcher says of who takes part, for records that no matcher holds. */
export function gatesOf(filter: MatchFilter<never> = {}): Partial<OpenOptions> {
  const asOf = filter.includeExpired === true ? undefined : dayOf(filter);
  const clearance = clearanceOf(filter.clearance);
  return { ...(asOf === undefined ? {} : { asOf }), ...(clearance === undefined ? {} : { clearance }) };
}

/** Records of a list that are left out. */
export interface LeftOut {
  /** Ids of those whose validity has ended. */
  readonly expired: readonly string[];
  /** Number of those above the clearance. */
  readonly withheld: number;
}

/** The open records of a list, and what is left out. */
export function openOf<T extends MatchRecord>(
  records: readonly T[],
  options: Partial<OpenOptions>,
): { readonly open: T[]; readonly leftOut: LeftOut } {
  const open: T[] = [];
  const expired: string[] = [];
  let withheld = 0;
  for (const record of records) {
    const closed = closedBy(record, options);
    if (closed === 'expired') expired.push(record.id);
    else if (closed === 'secret') withheld++;
    else open.push(record);
  }
  return { open, leftOut: { expired, withheld } };
}
