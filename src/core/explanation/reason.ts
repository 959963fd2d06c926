import { regionName } from '../records/region-names.ts';
import type { SignalName } from '../vectors/signals.ts';
import type { Relation } from './names.ts';
import type { MatchedPhrase } from './phrases.ts';
import { shownText } from './shown-text.ts';

/** One sentence in Chinese and in English. */
export interface Reason {
  readonly zh: string;
  readonly en: string;
}

/** A chain that both records belong to. */
export interface SharedChain {
  readonly code: string;
  /** The code again for chains outside of the taxonomy. */
  readonly nameZh: string;
  readonly nameEn: string;
  /** The smaller of the two confidences, in (0, 1]. */
  readonly confidence: number;
}

/**
 * Something that speaks for or against a pair, as a part of a sentence: no capital, no full stop. What is read from
 * texts elsewhere (conditions, figures, exclusions) comes as such points too.
 */
export interface ReasonPoint extends Reason {
  /** What it adds to the score, below 0 for what it takes away. The greatest in size are told. */
  readonly value: number;
}

/** Points of the texts told in a sentence: what decided, and no list. */
const TOLD_POINTS = 3;
/** Phrases named in one point. */
const NAMED_PHRASES = 3;
/** A phrase is named if it brings at least this share of the first one's value. */
const NAMED_SHARE = 0.25;

/** What is said of two whole words that differ: of the query's, then of the record's. */
const RELATIONS = {
  same: (a, b) => ({
    zh: `“${a}”与“${b}”说的是同一类技术`,
    en: `“${a}” and “${b}” name the same kind of technology`,
  }),
  narrower: (a, b) => ({ zh: `“${a}”是“${b}”的一种`, en: `“${a}” is a kind of “${b}”` }),
  broader: (a, b) => ({ zh: `“${b}”是“${a}”的一种`, en: `“${b}” is a kind of “${a}”` }),
  everyday: (a, b) => ({ zh: `“${a}”即“${b}”类问题`, en: `“${a}” is a matter of “${b}”` }),
} satisfies Record<Relation, (query: string, record: string) => Reason>;

/**
 * The reason for a score: the two or three points of the texts that decided, then chains, region and the supporting
 * signals.
 * @param points further points, told behind those of the phrases.
 * @param need what is told before all else: which of several needs the pair is about.
 * @param excluded what the demand rules out: a phrase with that in it (焊缝酸洗) is nothing that both want.
 */
export function reasonOf(
  phrases: readonly MatchedPhrase[],
  chains: readonly SharedChain[],
  region: string | undefined,
  signals: Readonly<Record<SignalName, number>>,
  points: readonly ReasonPoint[] = [],
  need?: Reason,
  excluded: readonly string[] = [],
): Reason {
  const told = weightiest([...pointsOf(phrases, excluded), ...points]);
  const zh = told.map((point) => point.zh);
  const en = told.map((point) => point.en);
  if (need !== undefined) {
    zh.unshift(need.zh);
    en.unshift(need.en);
  }
  if (zh.length === 0 && chains.length === 0) {
    zh.push('双方只有零散的字词相同');
    en.push('they share only scattered words');
  }
  if (chains.length > 0) {
    zh.push(`同属${chains.map((chain) => chain.nameZh).join('、')}产业链`);
    en.push(
      `both belong to the ${chains.length > 1 ? 'chains' : 'chain'} ${joinEn(chains.map((chain) => chain.nameEn))}`,
    );
  }
  if (region !== undefined) {
    const name = regionName(region);
    zh.push(`同在${name.zh}`);
    en.push(`both are in ${name.en}`);
  }
  if (signals.stage > 0) {
    zh.push('成熟度相近');
    en.push('their maturity is close');
  }
  if (signals.modes > 0) {
    zh.push('合作方式相合');
    en.push('their ways of cooperation agree');
  }
  const sentence = en.join('; ');
  // A point with a comma of its own is set off by more than one.
  const comma = need !== undefined || zh.some((point) => point.includes('，')) ? '；' : '，';
  return { zh: `${zh.join(comma)}。`, en: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.` };
}

/** The points that weigh most, in the order given. */
function weightiest(points: readonly ReasonPoint[]): ReasonPoint[] {
  const bySize = [...points].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const told = new Set(bySize.slice(0, TOLD_POINTS));
  return points.filter((point) => told.has(point));
}

/** What is ruled out, then what is shared as it is written, then what is said in other words, then figures. */
function pointsOf(phrases: readonly MatchedPhrase[], excluded: readonly string[]): ReasonPoint[] {
  const named = readable(phrases.filter(({ phrase }) => !excluded.some((thing) => phrase.includes(thing))));
  const points: ReasonPoint[] = [];
  const together = (some: readonly MatchedPhrase[], zh: string, en: string) => {
    if (some.length === 0) return;
    const quoted = some.map(({ phrase }) => `“${phrase}”`);
    const value = some.reduce((sum, one) => sum + one.value, 0);
    points.push({ value, zh: `${zh}${quoted.join('、')}`, en: `${en} ${joinEn(quoted)}` });
  };
  const shared = named.filter(({ relation, ruledOut }) => relation === undefined && ruledOut === undefined);
  together(
    shared.filter(({ quantity }) => quantity === undefined),
    '双方都提到',
    'both mention',
  );
  for (const { phrase, recordSpans, relation, ruledOut, value } of named) {
    if (relation === undefined || ruledOut === true) continue;
    points.push({ value, ...RELATIONS[relation](phrase, shownText(recordSpans[0]!.text)) });
  }
  together(
    shared.filter(({ quantity }) => quantity === true),
    '双方都写明',
    'both state',
  );
  for (const { phrase, ruledOut, generic } of phrases) {
    // What one side does without is told whatever the shared words weigh.
    if (ruledOut !== true || generic === true || points.some(({ value }) => value === Number.MAX_VALUE))
      continue;
    points.unshift({
      value: Number.MAX_VALUE,
      zh: `“${phrase}”是其中一方写明不用的`,
      en: `one side rules out “${phrase}”`,
    });
  }
  return points;
}

/** Phrases of more than one character that carry weight; pieces of a phrase that is named say nothing new. */
function readable(phrases: readonly MatchedPhrase[]): MatchedPhrase[] {
  const told = phrases.filter((one) => one.generic !== true && one.ruledOut !== true);
  const least = (told[0]?.value ?? 0) * NAMED_SHARE;
  const heavy = told.filter(({ value }) => value >= least);
  return heavy
    .filter(({ phrase }, i) => !heavy.some((other, j) => i !== j && holds(other.phrase, phrase)))
    .slice(0, NAMED_PHRASES);
}

function holds(phrase: string, piece: string): boolean {
  return phrase.length > piece.length && phrase.includes(piece);
}

function joinEn(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
