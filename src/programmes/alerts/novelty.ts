import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchRecord, RecordInput } from '../../core/records/types.ts';
import { EVERYTHING, forRun } from '../common/matching.ts';

/** How unlike the base a record is. */
export interface Novelty {
  /**
   * In [0, 1]: 1 − score with the most similar record of the base ÷ score with itself. 0: the base holds the same
   * again; 1: nothing in the base shares anything with it.
   */
  readonly value: number;
  /** The most similar record of the base; absent where none shares anything. */
  readonly nearest?: { readonly id: string; readonly score: number };
}

/**
 * Novelty of records of a matcher against other records of it.
 *
 * serves: 「跟踪科研单位优势技术领域、颠覆性技术项目」
 *
 * Similarity is the matcher's score, which is highest for a record and itself. Time: two `match` calls a record.
 * @param records of the matcher, as they were given or read.
 * @param isBase whether a record of the matcher belongs to the base, by the host's row or its position; it must hold for none of `records`.
 * @returns by id; nothing for records without any text or other signal, which are like nothing.
 * @throws the signal's reason when stopped.
 */
export async function noveltyOf<R>(
  records: readonly (RecordInput | MatchRecord)[],
  matcher: Matcher<R>,
  isBase: (record: R, index: number) => boolean,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Map<string, Novelty>> {
  const asked = new Set(records.map(({ id }) => matcher.indexOf(String(id))));
  // Whether a record may be seen at all has been decided before.
  const best = (where: (record: R, index: number) => boolean) =>
    matcher.matchAll(records, {
      ...forRun({ signal }),
      limit: 1,
      explain: false,
      filter: { ...EVERYTHING, where },
    });
  // Of all rows of the same signals a record's own is the nearest to it, so the best of those asked is itself.
  const own = new Map<string, number>();
  for await (const { queryId, matches } of best((_, index) => asked.has(index))) {
    if (matches[0] !== undefined) own.set(queryId, matches[0].score);
  }
  const found = new Map<string, Novelty>();
  for await (const { queryId, matches } of best(isBase)) {
    const self = own.get(queryId);
    if (self === undefined) continue;
    const [nearest] = matches;
    found.set(
      queryId,
      nearest === undefined
        ? { value: 1 }
        : { value: Math.max(0, 1 - nearest.score / self), nearest: { id: nearest.id, score: nearest.score } },
    );
  }
  return found;
}
