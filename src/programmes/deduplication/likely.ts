import type { Clues, WordReader } from './clues.ts';
import { ALIKE, commonPlaces } from './common-places.ts';
import { areOpposites } from './other-things.ts';
import type { Portraits } from './portraits.ts';
import { areOthers } from './similarity.ts';

/** Why two records are offered as perhaps the same; see {@link LIKELY_LABELS}. */
export type LikelyKind = 'reworded' | 'translated';

/** What speaks for it: the same figures, formulas and Latin words, number of a right or document or title, words. */
export interface LikelyEvidence {
  readonly kind: LikelyKind;
  /** Figures that both state, as written: 1200, 0.03. Nothing is quoted where one record is not public. */
  readonly figures: readonly string[];
  /** Formulas, models and Latin words that both have. */
  readonly latin: readonly string[];
  /** Whether both name one right, one document, or one title in another language. */
  readonly isMarked: boolean;
  /** How much it tells; for the order of a list. */
  readonly weight: number;
}

/** Figures, formulas and names that tell this much across languages are no chance; with the same contact or code, less. */
const LEAST_ACROSS = 2;
const OF_ONE_PARTY = 0.6;
/** Figures that tell less stand in half of all records: 1, 5, 30. */
export const TELLING = 0.6;
/** Within one unit so many figures, which tell so much. */
const [FEWEST_WITHIN, LEAST_WITHIN] = [2, 0.5];
/** Of the figures of the record with fewer at least this much is in the other. */
const LEAST_SHARE = 0.6;
/** Of the shorter title at least this much is in the longer one, beside figures that agree. */
const LEAST_TITLE = 0.15;

/** What speaks for two records being one thing; nothing for what must not be. O(length of both texts). */
export function likelihood(
  clues: readonly Clues[],
  portraits: Portraits,
  words: WordReader | undefined,
  a: number,
  b: number,
): LikelyEvidence | undefined {
  const [one, other] = [clues[a]!, clues[b]!];
  const { kinds, patents, steps, organizations } = portraits;
  if (kinds[a] !== kinds[b] || areOthers(patents[a]!, patents[b]!) || areOthers(steps[a]!, steps[b]!))
    return undefined;
  if (areOthers(portraits.series[a]!, portraits.series[b]!)) return undefined;
  const figures = shared(one.figures, other.figures);
  const latin = shared(one.latin, other.latin);
  const isMarked = [...one.marks].some((mark) => other.marks.has(mark));
  const least = Math.min(sumOf(one.figures), sumOf(other.figures));
  const isContradicted = least > 0 && figures.weight < LEAST_SHARE * least;
  const isSecret = one.isSecret || other.isSecret;
  const found = isSecret
    ? { figures: [], latin: [], isMarked }
    : { figures: figures.items, latin: latin.items, isMarked };
  if (one.isChinese !== other.isChinese) {
    // Small numbers stand everywhere: 1, 2, 12.
    const telling = figures.items.map((item) => one.figures.get(item)!).filter((weight) => weight >= TELLING);
    const weight = latin.weight + telling.reduce((sum, own) => sum + own, 0);
    const isOfOne = [...one.parties].some((party) => other.parties.has(party));
    if (!isMarked && (isContradicted || weight < LEAST_ACROSS - (isOfOne ? OF_ONE_PARTY : 0)))
      return undefined;
    return { kind: 'translated', ...found, weight: weight + Number(isMarked) * LEAST_ACROSS };
  }
  const isOneUnit = organizations[a] !== '' && organizations[a] === organizations[b];
  if (words === undefined || !(isOneUnit || isMarked) || isContradicted) return undefined;
  if (areOpposites(portraits.subjects[a]!, portraits.subjects[b]!) || isOtherNoun(one, other, words))
    return undefined;
  const title = titleShare(one.subject, other.subject);
  const touches = title >= LEAST_TITLE || (isTitleOf(one, other) && isTitleOf(other, one));
  const agree = figures.items.length >= FEWEST_WITHIN && figures.weight >= LEAST_WITHIN;
  if (!((agree || isMarked) && touches) && !isRearranged(one, other, words)) return undefined;
  return { kind: 'reworded', ...found, weight: figures.weight + latin.weight };
}

/**
 * Whether two titles that are alike stand for different things: where one has a piece, the other has another, and neither
 * record tells of the piece of the other: 苹果 and 梨, 探伤 and 打磨. Words of any title (技术, 方法) and synonyms of the lexicon
 * make no difference; 非 before a word does.
 */
function isOtherNoun(one: Clues, other: Clues, words: WordReader): boolean {
  const [a, b] = [one.subject, other.subject];
  const common = commonPlaces(a.slice(0, LONGEST_TITLE), b.slice(0, LONGEST_TITLE));
  if (common.length < ALIKE * Math.min(a.length, b.length)) return isSibling(one, other, words.terms);
  let [from, start] = [0, 0];
  for (const [inFirst, inSecond] of [...common, [a.length, b.length] as const]) {
    const [here, there] = [a.slice(from, inFirst), b.slice(start, inSecond)];
    [from, start] = [inFirst + 1, inSecond + 1];
    if (here === '' || there === '') {
      if (NEGATIVE.test(here + there)) return true;
      continue;
    }
    const termOf = (text: string) => words.terms.of(text)?.term ?? text;
    const isSame = termOf(here) === termOf(there);
    if (!isSame && !other.whole.includes(here) && !one.whole.includes(there)) return true;
  }
  return false;
}

/** Whether a word of the title of one stands in the other. */
function isTitleOf(one: Clues, other: Clues): boolean {
  return [...one.titleWords.values()].some((term) => other.terms.has(term));
}

const NEGATIVE = /[非无不反]$/;
/** Longer titles are compared as far as this. */
const LONGEST_TITLE = 60;

/** Whether each title has a word that the other record lacks, and both are kinds of the same: 玉米, 大豆. */
function isSibling(one: Clues, other: Clues, terms: WordReader['terms']): boolean {
  const own = (of: Clues, not: Clues) =>
    new Set(
      [...of.titleWords.values()]
        .filter((term) => !not.terms.has(term))
        .flatMap((term) => terms.of(term)?.broader ?? []),
    );
  const kinds = own(one, other);
  return [...own(other, one)].some((kind) => kinds.has(kind));
}

/**
 * Whether two titles say the same in another order (焊缝视觉跟踪, 基于视觉的焊缝跟踪), or one with words of any title or characters
 * that join words in between. A word of its own in each (软件, 硬件) is another thing.
 */
function isRearranged(one: Clues, other: Clues, { lexicon }: WordReader): boolean {
  const inOrder = (text: string) => [...text].sort().join('');
  if (one.subject.length >= 4 && inOrder(one.subject) === inOrder(other.subject)) {
    const own = (title: string) =>
      lexicon.finder.segment(title).flatMap(({ word }) => (lexicon.generic.has(word) ? [word] : []));
    const [here, there] = [own(one.title), own(other.title)];
    const without = (words: readonly string[], others: readonly string[]) =>
      words.some((word) => THINGS.test(word) && !others.includes(word));
    if (!(without(here, there) && without(there, here))) return true;
  }
  return false;
}

/** Words of any title that tell which thing of a kind it is. */
const THINGS = /[件台端库网站机器仪]$/;

function titleShare(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 4) return 0;
  let found = 0;
  for (let at = 1; at < short.length; at++) if (long.includes(short.slice(at - 1, at + 1))) found++;
  return found / (short.length - 1);
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) {
  const items: string[] = [];
  let weight = 0;
  for (const [item, own] of a) {
    if (!b.has(item)) continue;
    items.push(item);
    weight += own;
  }
  return { items, weight };
}

function sumOf(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}
