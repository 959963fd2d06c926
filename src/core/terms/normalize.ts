import { MARKUP, markupText } from '../../base/markup.ts';
import { foldCluster, foldPlain, foldUnit, mayAttach, NOT_PLAIN } from './fold-char.ts';
import { FoldedText, type NormalizedText } from './folded-text.ts';

export type { NormalizedText } from './folded-text.ts';

/** Traditional → simplified characters. A length-preserving result keeps offsets exact. */
export interface Simplifier {
  readonly fingerprint: string;
  /** The text in simplified characters. */
  readonly simplify: (text: string) => string;
}

/** Marks that a character may carry; more are cut off, because they are no text and NFKC sorts them in n². */
const MAX_MARKS = 30;
/** A Hangul syllable in pieces, or a base character; with the marks that may compose with it, and those too many. */
const CLUSTER = new RegExp(
  `((?:[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?|[\\uac00-\\ud7a3][\\u11a8-\\u11c2]|[\\s\\S])\\p{M}{0,${MAX_MARKS}})\\p{M}*`,
  'uy',
);
/** Folding is repeated until nothing changes; what one round brings together the next one composes. */
const ROUNDS = 8;

/**
 * Folds width, case, compatibility forms (NFKC), white space, control characters and HTML remnants.
 * Idempotent. Characters that cannot be text (lone surrogates, unassigned) become spaces; a space between two
 * ideographs is dropped; line breaks stay as one `\n`; of the marks on one character the first thirty stay; powers are
 * written with ^ (10⁻³ is 10^−3).
 */
export function normalize(text: string, simplifier?: Simplifier): NormalizedText {
  const first = foldOnce(simplifier === undefined ? text : simplifyInPlace(text, simplifier), true);
  let result = first.finish();
  if (first.settled) return result;
  for (let round = 1; round < ROUNDS; round++) {
    const again = foldOnce(result.text, false).finish();
    if (again.text === result.text) break;
    result = compose(result, again);
  }
  return result;
}

/** Converts as a whole where that keeps the length, else character by character, so that offsets stay true. */
function simplifyInPlace(text: string, simplifier: Simplifier): string {
  const whole = simplifier.simplify(text);
  if (whole.length === text.length) return whole;
  return Array.from(text, (char) => {
    const simple = simplifier.simplify(char);
    return simple.length === char.length ? simple : char;
  }).join('');
}

function foldOnce(source: string, withMarkup: boolean): FoldedText {
  const out = new FoldedText(source.length);
  let at = 0;
  if (withMarkup && /[<&]/.test(source)) {
    for (const match of source.matchAll(MARKUP)) {
      foldRange(source, at, match.index, out);
      const end = match.index + match[0].length;
      if (/^<sup\b/i.test(match[0]) && isRaised(source, match.index - 1, source.slice(end, end + 2))) {
        out.push(CARET, match.index, end);
      }
      pushFolded(markupText(match), match.index, end, out);
      at = end;
    }
  }
  foldRange(source, at, source.length, out);
  return out;
}

const CARET = 0x5e;

/** ⁰ to ⁹, ⁺ and ⁻ */
function isSuperscript(unit: number): boolean {
  return (unit >= 0x2070 && unit <= 0x207b) || unit === 0xb2 || unit === 0xb3 || unit === 0xb9;
}

/**
 * Whether what is raised is a power: digits behind a digit (10⁵), and behind letters those with a sign (s⁻¹); m³ and
 * Fe³⁺ are none. A power is written with ^, as else 10⁵ would be 105.
 */
function isRaised(source: string, before: number, raised: string): boolean {
  const base = source.charAt(before).normalize('NFKC');
  return /\d/.test(base)
    ? /^[-+\u2212]?\d/.test(raised)
    : /[a-z)]/i.test(base) && /^[-\u2212]\d/.test(raised);
}

/** `to` must be the end of the source or the place of a character that composes with nothing. */
function foldRange(source: string, from: number, to: number, out: FoldedText): void {
  for (let at = from; at < to; ) {
    const unit = source.charCodeAt(at);
    if (isSuperscript(unit) && !isSuperscript(source.charCodeAt(at - 1))) {
      const raised = source.slice(at, at + 2).normalize('NFKC');
      if (isRaised(source, at - 1, raised)) out.push(CARET, at, at + 1);
    }
    const isAlone = at + 1 >= to || !mayAttach(source.charCodeAt(at + 1));
    const plain = isAlone ? foldPlain(unit) : NOT_PLAIN;
    if (plain !== NOT_PLAIN) {
      out.push(plain, at, ++at);
      continue;
    }
    if (isAlone) {
      const { text, settled } = foldUnit(unit);
      out.settled &&= settled;
      pushAll(text, at, ++at, out);
      continue;
    }
    CLUSTER.lastIndex = at;
    const [all, cluster] = CLUSTER.exec(source) as unknown as [string, string];
    pushFolded(cluster, at, at + cluster.length, out);
    at += all.length;
  }
}

function pushFolded(cluster: string, start: number, end: number, out: FoldedText): void {
  const { text, settled } = foldCluster(cluster);
  out.settled &&= settled;
  pushAll(text, start, end, out);
}

function pushAll(text: string, start: number, end: number, out: FoldedText): void {
  if (text.length === 1) out.push(text.charCodeAt(0), start, end);
  else for (const char of text) out.push(char.codePointAt(0)!, start, end);
}

function compose(first: NormalizedText, second: NormalizedText): NormalizedText {
  return {
    text: second.text,
    starts: second.starts.map((at) => first.starts[at]!),
    ends: second.ends.map((at) => first.ends[at - 1]!),
  };
}

const PLAIN_WORD = /^[\u4e00-\u9fff]+$/;

/** Folds a word of a list as texts are folded; words of plain ideographs, nearly all, are that form already. */
export function foldWord(word: string): string {
  return PLAIN_WORD.test(word) ? word : normalize(word).text;
}
