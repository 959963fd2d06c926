import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { MatchRecord } from '../../core/records/types.ts';

/**
 * The records of a matcher that pass a filter, in their order. O(records).
 * @throws InputError `INVALID_OPTIONS` for a bad filter.
 */
export function passing<R extends MatchRecord>(matcher: Matcher<R>, filter: MatchFilter = {}): R[] {
  const records: R[] = [];
  const where = (record: MatchRecord) => {
    if (filter.where?.(record) ?? true) records.push(record as R);
    return false;
  };
  // The matcher applies filters; that nothing is left to rank saves the rest.
  matcher.match({ id: 'none', title: '' }, { limit: 0, explain: false, filter: { ...filter, where } });
  return records;
}
