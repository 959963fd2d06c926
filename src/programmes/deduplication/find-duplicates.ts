import * as z from 'zod/mini';
import { CanonicalTerms } from '../../core/lexicon/canonical.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import { parseRecords, type Side } from '../../core/records/parse.ts';
import type { RecordInput } from '../../core/records/types.ts';
import { normalize, type Simplifier } from '../../core/terms/normalize.ts';
import { checkOptions, FROM_1, optionsOf, SIMPLIFIER } from '../common/check.ts';
import { RUN } from '../common/matching.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { type Clues, cluesOf, isForeign, type WordReader } from './clues.ts';
import { type DuplicateGroup, Join } from './join.ts';
import { type LikelyDuplicate, LikelyPairs } from './likely-pairs.ts';
import { PortraitCollector } from './portraits.ts';

/** How to look for duplicates. */
export interface DuplicateOptions extends RunOptions {
  /** What the records are. Default `achievement` (any kind of supply). */
  readonly side?: Side;
  /** Least similarity of two records that are the same, in [0.6, 1]. Default 0.85. */
  readonly threshold?: number;
  /** Most records that one is compared with, a whole number ≥ 1. Default 256. */
  readonly candidates?: number;
  /** Further names of organisations, so that one stands as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
  /**
   * Words and their synonyms, `defaultLexicon()` of `cuohe`: what is reworded is looked for then, too. Default: none; only
   * what is translated is.
   */
  readonly lexicon?: Lexicon;
  /** Traditional → simplified characters (`cuohe/opencc`). Default: texts as they are. */
  readonly simplifier?: Simplifier;
}

/** A partition of the records: every id is in one group or in `unique`, and nowhere twice. */
export interface Duplicates {
  /** In the order of their first records. */
  readonly groups: readonly DuplicateGroup[];
  /** Ids of the records without a duplicate, in record order. */
  readonly unique: readonly string[];
  /**
   * Pairs in no group that may be one thing in other words (reworded, of one unit; needs a `lexicon`) or in another language
   * (translated), for somebody to look at: what tells most first. Some are not the same: no program should merge them.
   */
  readonly likely: readonly LikelyDuplicate[];
  /** Pairs that were compared; all pairs would be n·(n − 1) / 2. */
  readonly compared: number;
  /** Records with more candidates than they were compared with; 0 means that no pair was missed. */
  readonly cut: number;
}

const THRESHOLD = 0.85;
const CANDIDATES = 256;
/** A lexicon of `defineLexicon` or `defaultLexicon`. */
const LEXICON = z.custom<Lexicon>(
  (value) => (value as Partial<Lexicon> | null)?.byName instanceof Object && 'finder' in (value as object),
  { error: 'a lexicon' },
);
const OPTIONS = optionsOf<DuplicateOptions>({
  side: z.optional(z.enum(['achievement', 'demand'])),
  threshold: z.optional(z.number().check(z.gte(0.6), z.lte(1))),
  candidates: z.optional(FROM_1),
  aliases: ALIASES,
  lexicon: z.optional(LEXICON),
  simplifier: z.optional(SIMPLIFIER),
  ...RUN,
});

/**
 * Groups records that several portals hold of one thing, by an exact similarity (see `DuplicateSimilarity`) of at
 * least the threshold between neighbours. Never the same, and never in one group, are records of different kinds, with
 * other numbers in their titles (一代 and 二代, 8英寸 and 12英寸, Ⅰ期 and Ⅱ期), of other steps of development (中试, 产业化), patents
 * of other numbers, and titles made alike of which one negates (非制冷型) or each has a word of which the other record does
 * not tell (阳极 and 阴极, 苹果 and 梨, 百吨级 and 十吨级). Titles that name nothing (技术需求) are no evidence; copies under wholly
 * other titles are of one unit. Slogans, contacts and sentences that stand under three titles or more speak for nothing.
 * Width, case, markup, punctuation and white space do not count; traditional characters only without a `simplifier`. A
 * shingle is a pair of neighbouring characters.
 *
 * Serves: 「互联互通的技术市场工作网络」: one thing stands at several portals.
 *
 * No pair is missed unless `cut` says so, and the order of the records changes no group then. Groups are chains: if A is
 * like B and B like C, all three are together, unless A and C are never the same: then B is with the one that it is more
 * like.
 *
 * O(n·s·log s + c·s) for n records of s shingles and c ≤ n · `candidates` compared pairs; in practice c is about the
 * number of pairs with similar titles. Progress counts each record twice: read, compared.
 * @throws InputError `INVALID_RECORDS` or `INVALID_OPTIONS` naming every bad record or option; the signal's reason.
 */
export async function findDuplicates(
  records: readonly RecordInput[],
  options: DuplicateOptions = {},
): Promise<Duplicates> {
  checkOptions(options, OPTIONS);
  const { side = 'achievement', threshold = THRESHOLD, candidates = CANDIDATES, simplifier } = options;
  options.signal?.throwIfAborted();
  const parsed = parseRecords(records, side);
  const pacer = new Pacer(2 * parsed.length, options);
  const collector = new PortraitCollector(
    readUnits(
      options.aliases,
      parsed.map(({ organization }) => organization),
    ),
    simplifier,
  );
  const words = options.lexicon && wordsOf(options.lexicon);
  // Without a lexicon only another language tells of something.
  const looks = words !== undefined || parsed.some(({ title }) => isForeign(title));
  const clues: Clues[] = [];
  for (const [position, record] of parsed.entries()) {
    collector.add(record);
    if (looks) clues.push(cluesOf(record, simplifier, words));
    await pacer.step(position + 1);
  }
  const portraits = collector.finish();
  const join = new Join(portraits, threshold, candidates);
  const likely = new LikelyPairs(clues, portraits, words, candidates);
  for (let position = 0; position < parsed.length; position++) {
    join.add(position);
    if (looks) likely.look(position);
    await pacer.step(parsed.length + position + 1);
  }
  pacer.finish(2 * parsed.length);
  const ids = parsed.map(({ id }) => id);
  const joined = join.finish(ids);
  return { ...joined, likely: likely.finish(ids, (a, b) => join.isTogether(a, b)) };
}

function wordsOf(lexicon: Lexicon): WordReader {
  return { lexicon, terms: new CanonicalTerms(lexicon, (text) => normalize(text).text) };
}
