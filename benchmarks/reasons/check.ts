import { createMatcher, defaultLexicon, type MatchRecord } from '../../src/index.ts';
import { type Lie, liesOf, type Side } from './rules.ts';
import { readSide } from './side.ts';

/** A false sentence, with the pair that it was printed beside. */
export interface FalseSentence extends Lie {
  readonly query: string;
  readonly record: string;
  readonly reason: string;
}

/** What was read, and what of it was false. */
export interface Checked {
  /** Recommendations whose reasons were read. */
  readonly reasons: number;
  /** Of them, those with a false clause. */
  readonly falseReasons: number;
  readonly lies: readonly FalseSentence[];
}

/**
 * Reads the reasons of the best matches of each record, in both directions, and lists what is false by rules of its own.
 * @param limit best matches of each record.
 * @param every asks with every so many-th record.
 */
export function checkReasons(
  demands: readonly MatchRecord[],
  achievements: readonly MatchRecord[],
  limit: number,
  every: number,
): Checked {
  const lexicon = defaultLexicon();
  const lies: FalseSentence[] = [];
  let reasons = 0;
  let falseReasons = 0;
  for (const [queries, records, side] of [
    [demands, achievements, 'achievement'],
    [achievements, demands, 'demand'],
  ] as const) {
    const matcher = createMatcher(records as never, { side } as never);
    const byId = new Map(records.map((record) => [record.id, record]));
    const known = new Map<MatchRecord, Side>();
    const sideOf = (record: MatchRecord) => {
      const read = known.get(record) ?? readSide(record, matcher.tagChains(record as never));
      known.set(record, read);
      return read;
    };
    for (const [i, query] of queries.entries()) {
      if (i % every !== 0) continue;
      for (const { id, reason } of matcher.match(query as never, { limit }).matches) {
        const record = byId.get(id)!;
        const found = liesOf(reason, sideOf(query), sideOf(record), lexicon);
        reasons++;
        if (found.length > 0) falseReasons++;
        for (const lie of found) {
          lies.push({
            ...lie,
            query: query.title ?? query.id,
            record: record.title ?? id,
            reason: reason.zh,
          });
        }
      }
    }
  }
  return { reasons, falseReasons, lies };
}
