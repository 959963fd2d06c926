import type { Matcher } from '../../core/matcher/matcher.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import { parseRecords, type Side } from '../../core/records/parse.ts';
import type { ChainRef, RecordInput } from '../../core/records/types.ts';
import { checkOptions, optionsOf } from '../common/check.ts';
import { RUN } from '../common/matching.ts';

/** A record with its chains written down. */
export type Tagged<R extends RecordInput> = { [P in keyof R as P extends 'chains' ? never : P]: R[P] } & {
  readonly chains: readonly ChainRef[];
};

const OPTIONS = optionsOf<RunOptions>(RUN);

/**
 * Writes the industry chains of records down in their `chains`, once and for all: chains that a record brings itself
 * are kept, the others are those of the tagger, and an empty list means that no chain was found. Records that are
 * tagged before they are indexed need no second tagging.
 *
 * serves: 「建立科技成果项目库,确定27个产业链方向」.
 * @param side what the records are: `achievement` stands for any kind of supply.
 * @param tagger any matcher; its taxonomy and lexicon decide.
 * @returns copies in the order of the input.
 *
 * Complexity: linear in the characters of all records.
 * @throws InputError `INVALID_RECORDS` naming every bad record, `INVALID_OPTIONS`; the signal's reason when stopped.
 */
export async function tagRecords<R extends RecordInput>(
  records: readonly R[],
  side: Side,
  tagger: Pick<Matcher<unknown>, 'tagChains'>,
  options: RunOptions = {},
): Promise<Tagged<R>[]> {
  checkOptions(options, OPTIONS);
  const parsed = parseRecords(records, side);
  const pacer = new Pacer(parsed.length, options);
  const tagged: Tagged<R>[] = [];
  for (const [index, record] of parsed.entries()) {
    const chains = tagger.tagChains(record).map(({ code, confidence }) => ({ code, confidence }));
    tagged.push({ ...records[index]!, chains } as Tagged<R>);
    await pacer.step(tagged.length);
  }
  pacer.finish(tagged.length);
  return tagged;
}
