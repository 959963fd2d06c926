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
const CJK = '\\u3005\\u3007\\u30fc\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const LETTER = `(?:(?![${CJK}])[\\p{L}\\p{N}]\\p{M}*)`;
/** 3.5, al2o3-tio2, iso/ts, c++ : a joiner counts between letters or digits, `+` and `%` also at the end. */
const RUN = new RegExp(`([${CJK}]+)|${LETTER}(?:[.\\-_/]?${LETTER})*(?:\\+\\+|[%‰℃°]c?)?`, 'gu');

/** The runs of a text in order; punctuation and space separate them. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(RUN)) {
    runs.push({
      kind: match[1] === undefined ? 'word' : 'cjk',
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return runs;
}
