/** Runs of characters that are cut in the same way. */

/** `cjk`: ideographs, kana, Hangul; `word`: letters, digits and what joins them. */
export type RunKind = 'cjk' | 'word';

/** A run in a normalised text, end exclusive. */
export interface Run {
  readonly kind: RunKind;
  readonly start: number;
  readonly end: number;
}

/** The long-vowel mark of kana (モーター) belongs to no one script. */
const CJK = /[\u3005\u3007\u30fc\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;

const IS_OTHER = 1;
const IS_CJK = 2;
const IS_LETTER = 3;
const IS_MARK = 4;
/** By UTF-16 unit; 0 for those not met yet. */
const classes = new Uint8Array(0x10000);

function classOf(char: string): number {
  if (CJK.test(char)) return IS_CJK;
  if (LETTER.test(char)) return IS_LETTER;
  return MARK.test(char) ? IS_MARK : IS_OTHER;
}

function isLeading(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** What stands at a place; of a pair of units what the pair is. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // Behind the end the unit is no number.
  if (!(unit >= 0)) return IS_OTHER;
  if (isLeading(unit)) return classOf(String.fromCodePoint(text.codePointAt(at)!));
  let found = classes[unit]!;
  if (found === 0) {
    found = classOf(String.fromCharCode(unit));
    classes[unit] = found;
  }
  return found;
}

/** Whether a character that begins at a place is one of a `cjk` run. */
export function isCjkAt(text: string, at: number): boolean {
  return classAt(text, at) === IS_CJK;
}

function next(text: string, at: number): number {
  return at + (isLeading(text.charCodeAt(at)) && at + 1 < text.length ? 2 : 1);
}

/**
 * The runs of a text in order; punctuation and space separate them. Loops and no pattern: a pattern keeps a place to
 * return to for each character of a long run, and runs out of memory for them.
 */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at);
    let end = next(text, at);
    if (kind === IS_CJK) {
      while (classAt(text, end) === IS_CJK) end = next(text, end);
      runs.push({ kind: 'cjk', start: at, end });
    } else if (kind === IS_LETTER) {
      end = wordEnd(text, end);
      runs.push({ kind: 'word', start: at, end });
    }
    at = end;
  }
  return runs;
}

/** 3.5, al2o3-tio2, iso/ts, c++ : a joiner counts between letters or digits, `+` and `%` also at the end. */
function wordEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    while (classAt(text, end) === IS_MARK) end = next(text, end);
    const after = isJoiner(text.charCodeAt(end)) ? end + 1 : end;
    if (classAt(text, after) !== IS_LETTER) break;
    end = next(text, after);
  }
  if (text.startsWith('++', end)) return end + 2;
  const sign = text[end];
  if (sign === undefined || !'%‰℃°'.includes(sign)) return end;
  return text[end + 1] === 'c' ? end + 2 : end + 1;
}

/** `.`, `-`, `_`, `/` */
function isJoiner(unit: number): boolean {
  return unit === 0x2e || unit === 0x2d || unit === 0x5f || unit === 0x2f;
}
