import { MARKUP, markupText } from '../../base/markup.ts';

/** A piece of a text as people read it: entities as the characters that they name, tags left out, in one line. */
export function shownText(text: string): string {
  const plain = /[<&]/.test(text) ? text.replace(MARKUP, shownMarkup) : text;
  return plain.replace(/\s+/g, ' ').replace(BETWEEN_IDEOGRAPHS, '').trim();
}

const BETWEEN_IDEOGRAPHS = /(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g;

/** Signs that matching folds to blanks, and people read. */
const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function shownMarkup(...match: readonly unknown[]): string {
  const name = match[6];
  const sign = typeof name === 'string' ? SIGNS[name.toLowerCase()] : undefined;
  return sign ?? markupText(match as unknown as RegExpExecArray);
}
