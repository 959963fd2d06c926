import { quoteAll } from '../base/printable.ts';
import type { Side } from '../core/records/parse.ts';
import { ACHIEVEMENT_HEADERS, COMMON_HEADERS, DEMAND_HEADERS, FALLBACK_HEADERS } from './headers.ts';
import { headProblem, type SourceProblem } from './source-records.ts';

/** Headers that are shown; of a table with thousands the rest says nothing more. */
const SHOWN = 20;

/** That no header says titles: what was seen, and what would do. */
export function missingTitle(
  names: readonly (string | undefined)[],
  side: Side,
  place: string,
): SourceProblem {
  const words = (side === 'demand' ? DEMAND_HEADERS : ACHIEVEMENT_HEADERS).title ?? [];
  const fit = ['title', ...words, ...(COMMON_HEADERS.title ?? []), ...(FALLBACK_HEADERS.title ?? [])].join(
    ', ',
  );
  const seen = names.filter((name) => name !== undefined);
  const expected = `a column for "title" (one of ${fit}; or name yours in the option headers)`;
  return headProblem(place, 'title', expected, `the headers ${quoteAll(seen, SHOWN)}`);
}
