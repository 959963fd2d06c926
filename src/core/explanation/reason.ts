import { regionName } from '../records/region-names.ts';
import type { SignalName } from '../vectors/signals.ts';
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

/** Phrases named in a sentence. */
const NAMED_PHRASES = 3;
/** A phrase is named if it brings at least this share of the first one's value. */
const NAMED_SHARE = 0.25;

/** What is said of two whole words that differ. */
const RELATIONS = {
  same: { zh: '说的是同一类技术', en: 'name the same kind of technology' },
  related: { zh: '是相关的技术', en: 'are related in technology' },
} as const;

/** The reason for a score: shared phrases, chains, and the supporting signals. */
export function reasonOf(
  phrases: readonly MatchedPhrase[],
  chains: readonly SharedChain[],
  region: string | undefined,
  signals: Readonly<Record<SignalName, number>>,
): Reason {
  const named = readable(phrases);
  const literal = named
    .filter((one) => one.relation === undefined && !one.ruledOut)
    .map(({ phrase }) => phrase);
  const zh: string[] = [];
  const en: string[] = [];
  if (literal.length > 0) {
    zh.push(`双方都提到${literal.map((text) => `“${text}”`).join('、')}`);
    en.push(`both mention ${joinEn(literal.map((text) => `“${text}”`))}`);
  }
  for (const { phrase, recordSpans, relation } of named) {
    if (relation === undefined) continue;
    const other = shownText(recordSpans[0]!.text);
    zh.push(`“${phrase}”与“${other}”${RELATIONS[relation].zh}`);
    en.push(`“${phrase}” and “${other}” ${RELATIONS[relation].en}`);
  }
  for (const { phrase } of named.filter(({ ruledOut }) => ruledOut)) {
    zh.push(`“${phrase}”是其中一方写明不用的`);
    en.push(`one side rules out “${phrase}”`);
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
  if (zh.length === 0) return { zh: '双方只有零散的字词相同。', en: 'They share only scattered characters.' };
  const sentence = en.join('; ');
  return { zh: `${zh.join('，')}。`, en: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.` };
}

/** Phrases of more than one character that carry weight; pieces of a phrase that is named say nothing new. */
function readable(phrases: readonly MatchedPhrase[]): MatchedPhrase[] {
  const told = phrases.filter(isReadable);
  const least = (told[0]?.value ?? 0) * NAMED_SHARE;
  const heavy = told.filter(({ value }) => value >= least);
  return heavy
    .filter(({ phrase }, i) => !heavy.some((other, j) => i !== j && holds(other.phrase, phrase)))
    .slice(0, NAMED_PHRASES);
}

function holds(phrase: string, piece: string): boolean {
  return phrase.length > piece.length && phrase.includes(piece);
}

/** Bounds (不超过, 低于) are nothing that two sides share. */
const BOUND = /^(?:不?(?:大于|小于|高于|低于|超过|超出|少于|多于|等于)|不[大小高低]|以[上下内]|左右|达到)+$/;

/** A single ideograph is no phrase, and neither is a bound. */
export function isReadable({ phrase }: MatchedPhrase): boolean {
  return [...phrase.trim()].length > 1 && !BOUND.test(phrase);
}

function joinEn(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
