import type { QuantifiedIndicator } from './indicators.ts';

/** Least share of the shorter name's parts that both names have. */
export const SAME_NAME = 0.5;
/** What turns a name into its opposite, 误检率 and 检出率, 不合格率 and 合格率, or into another: 吸收率 and 收率. */
const TURNING = /[不非误漏废未]|[吸接](?=收率)/g;
/** Words with one of these that turn nothing. */
const HARMLESS = /误差|不锈|不确定|非[晶标线金接甲]|废[水气液渣料油旧弃]|未来/g;
const LATIN = /[a-z0-9]+/g;
const IDEOGRAPHS = /\p{Script=Han}+/gu;

/**
 * How alike the names of two quantities are, in [0, 1]: the share of the shorter name's pairs of ideographs and Latin
 * words that the other name has too. 磨损量估计误差 and 磨损误差 share 磨损 and 误差 of three pairs: 0.67. 0 where they
 * are not turned by the same 不, 误, 漏 (误检率, 漏检率, 检出率), and where a name is missing. No synonyms are known: 抽速 and
 * 抽气速率 are 0. Symmetric. Time grows with the length of the names.
 */
export function nameSimilarity(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const [{ turns, parts: one }, { turns: others, parts: two }] = [readName(a), readName(b)];
  if (turns !== others || isOtherRoughness(a, b)) return 0;
  const shorter = Math.min(one.size, two.size);
  if (shorter === 0) return a === b ? 1 : 0;
  let shared = 0;
  for (const part of one) if (two.has(part)) shared++;
  return shared / shorter;
}

/** Whether two indicators are of one quantity: names alike (a similarity of 0.5 or more). */
export function isSameQuantity(
  a: Pick<QuantifiedIndicator, 'name'>,
  b: Pick<QuantifiedIndicator, 'name'>,
): boolean {
  return nameSimilarity(a.name, b.name) >= SAME_NAME;
}

/** Ra and Rz of one surface are other numbers. */
function isOtherRoughness(a: string, b: string): boolean {
  const [one, two] = [ROUGHNESS.exec(a)?.[0], ROUGHNESS.exec(b)?.[0]];
  return one !== undefined && two !== undefined && one !== two;
}

const ROUGHNESS = /(?<![A-Za-z])R[aqtyz](?![A-Za-z])/;

interface ReadName {
  /** What turns it into its opposite. */
  readonly turns: string;
  /** Pairs of ideographs and Latin words. */
  readonly parts: ReadonlySet<string>;
}

/** Names read so far: each figure of a demand is held against all figures of many records. Emptied when full. */
const known = new Map<string, ReadName>();
const MAX_KNOWN = 4096;
/** Longer names are not kept. In UTF-16 units. */
const LONGEST_KEPT = 64;

function readName(name: string): ReadName {
  let read = known.get(name);
  if (read === undefined) {
    read = { turns: (name.replace(HARMLESS, '').match(TURNING) ?? []).join(''), parts: partsOf(name) };
    if (known.size === MAX_KNOWN) known.clear();
    if (name.length <= LONGEST_KEPT) known.set(name, read);
  }
  return read;
}

function partsOf(name: string): Set<string> {
  const folded = name.normalize('NFKC').toLowerCase();
  const parts = new Set<string>(folded.match(LATIN) ?? []);
  for (const [run] of folded.matchAll(IDEOGRAPHS)) {
    if (run.length === 1) parts.add(run);
    for (let i = 1; i < run.length; i++) parts.add(run.slice(i - 1, i + 1));
  }
  return parts;
}
