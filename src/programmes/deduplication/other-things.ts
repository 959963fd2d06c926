import { ALIKE, commonPlaces } from './common-places.ts';
import { isJoining } from './title-subject.ts';

/**
 * Whether two titles that are made alike stand for different things, whatever else agrees: 制冷型 and 非制冷型, 阳极 and 阴极,
 * 苹果 and 梨, 百吨级 and 十吨级, contact and non-contact.
 */

/** What turns a thing into its opposite, wherever one title has it and the other has not. */
const NEGATIVE = new Set([...'非无無不未免', 'non', 'not', 'un', 'without', 'free', 'less', 'anti']);
/** What sets kinds apart where it stands alone before a word: 双螺杆, 微电机, 千瓦, high temperature. */
const CONTRASTING = new Set([
  ...'半全准亚超微纳单双多高低大小长短内外上下前后左右中正负反阴阳干湿冷热软硬新旧主副十百千万亿',
  ...'semi fully quasi sub super ultra micro nano single double dual multi high low'.split(' '),
]);

/** The parts of a title that the other title lacks. */
interface Own {
  /** Its units, without those that the other has elsewhere and those that join words. */
  readonly units: readonly string[];
  /** Its pieces, each of neighbouring units. */
  readonly pieces: readonly string[];
}

/** Two titles by their units, and what else is told of each. */
export interface TitledText {
  readonly units: readonly string[];
  /** Title and texts, without signs and spaces. */
  readonly whole: string;
}

/**
 * True where the titles are made alike, and one negates, or each has a word of its own of which the other record does not
 * tell. O(80²).
 * @param isStrict words of their own are enough, whatever the texts tell: two patents.
 */
export function areOtherThings(one: TitledText, other: TitledText, isStrict: boolean): boolean {
  const own = ownWords(one.units, other.units);
  if (own === undefined) return false;
  const [here, there] = own;
  if (isContrast(here, there)) return true;
  if (here.units.length === 0 || there.units.length === 0) return false;
  return isStrict || !(isTold(here, other) && isTold(there, one));
}

/**
 * True where the titles are made alike, and a word is negated in one of them: 制冷型 and 非制冷型, 有线 and 无线. 无土栽培 is
 * 栽培 of a kind, and no opposite. O(80²).
 */
export function areOpposites(one: readonly string[], other: readonly string[]): boolean {
  const own = ownWords(one, other) ?? [];
  return own.some(({ pieces }) => pieces.some((piece) => NEGATIVE.has(piece)));
}

/** What each title has and the other lacks; nothing for titles that are not made alike. */
function ownWords(first: readonly string[], second: readonly string[]): [Own, Own] | undefined {
  // Of several longest common parts the same one, whichever title comes first.
  const isSwapped = first.join(' ') > second.join(' ');
  const [one, other] = isSwapped ? [second, first] : [first, second];
  const { runs, count } = difference(one, other);
  if (!isMadeAlike(one, other, count)) return undefined;
  const [a, b] = withoutCommon(...runs);
  return isSwapped ? [b, a] : [a, b];
}

function isContrast(here: Own, there: Own): boolean {
  if ([...here.units, ...there.units].some((unit) => NEGATIVE.has(unit))) return true;
  const isOneSided = here.units.length === 0 || there.units.length === 0;
  return isOneSided && [...here.pieces, ...there.pieces].some((piece) => CONTRASTING.has(piece));
}

/** Whether titles share enough of the shorter one, in one order. O(80²). */
export function areMadeAlike(one: readonly string[], other: readonly string[]): boolean {
  return isMadeAlike(one, other, difference(one, other).count);
}

function isMadeAlike(one: readonly string[], other: readonly string[], count: number): boolean {
  return count > 0 && count >= ALIKE * Math.min(one.length, other.length);
}

/** Of a character alone no text tells: 阳 stands in many words. */
function isTold({ pieces }: Own, { whole }: TitledText): boolean {
  return pieces.every((piece) => piece.length > 1 && !CONTRASTING.has(piece) && whole.includes(piece));
}

/** What stands elsewhere in the other title is nobody's own: 环保型融雪剂 and 融雪剂环保型. */
function withoutCommon(first: Runs, second: Runs): [Own, Own] {
  const counts = new Map<string, number>();
  for (const unit of second.flat()) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const common = new Map<string, number>();
  for (const unit of first.flat()) {
    const left = counts.get(unit) ?? 0;
    if (left === 0) continue;
    counts.set(unit, left - 1);
    common.set(unit, (common.get(unit) ?? 0) + 1);
  }
  return [kept(first, new Map(common)), kept(second, common)];
}

/** @param common how often each is to be left out; used up. */
function kept(runs: Runs, common: Map<string, number>): Own {
  const pieces = runs.map((run) =>
    run.filter((unit) => {
      const left = common.get(unit) ?? 0;
      if (left > 0) common.set(unit, left - 1);
      return left === 0 && !isJoining(unit);
    }),
  );
  return {
    units: pieces.flat(),
    pieces: pieces.map((piece) => piece.join('')).filter((piece) => piece !== ''),
  };
}

/** Neighbouring units that stand in one title and not in the other. */
type Runs = readonly (readonly string[])[];

/**
 * What is left of two titles beside their longest common subsequence, and how long that is: what both begin and end with, and
 * of the rest by tables. O(80²).
 */
function difference(
  one: readonly string[],
  other: readonly string[],
): { readonly runs: readonly [Runs, Runs]; readonly count: number } {
  const most = Math.min(one.length, other.length);
  let [head, tail] = [0, 0];
  while (head < most && one[head] === other[head]) head++;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const [a, b] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
  const shared = commonPlaces(a, b);
  return {
    runs: [
      runsOf(
        a,
        shared.map(([i]) => i),
      ),
      runsOf(
        b,
        shared.map(([, j]) => j),
      ),
    ],
    count: head + tail + shared.length,
  };
}

/** The units between places. */
function runsOf(units: readonly string[], places: readonly number[]): Runs {
  const runs: (readonly string[])[] = [];
  let from = 0;
  for (const place of [...places, units.length]) {
    if (place > from) runs.push(units.slice(from, place));
    from = place + 1;
  }
  return runs;
}
