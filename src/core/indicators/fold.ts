import { MARKUP, markupText } from '../../base/markup.ts';

/**
 * A text in which every UTF-16 unit stands where it stood: full-width forms, spaces, dashes and signs in one spelling,
 * markup as blanks. `normalize` is no help here: NFKC turns 10⁻³ into 10-3, and < and > are no text to it.
 */
export function foldSigns(text: string): string {
  const plain = /[<&]/.test(text) ? blanked(text) : text;
  const folded = plain.replace(/[\uff01-\uff0b\uff0d-\uff5e]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
  return folded.replace(SIGN, (sign) => SIGNS[sign] ?? ' ');
}

/** White space, and the spellings of {@link SIGNS}. */
const SIGN = /[\s\u223c\u301c\u2010-\u2015\u2212\u2267\u2a7e\u2266\u2a7d\u00b5\u2219\u2022\u2715\u2716]/g;
const SIGNS: Readonly<Record<string, string>> = {
  '\n': '\n',
  '\u223c': '~',
  '\u301c': '~',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2267': '≥',
  '\u2a7e': '≥',
  '\u2266': '≤',
  '\u2a7d': '≤',
  '\u00b5': 'μ',
  '\u2219': '·',
  '\u2022': '·',
  '\u2715': '×',
  '\u2716': '×',
};

/** Tags and entities as the characters that they stand for, filled up with blanks to their own length. */
function blanked(text: string): string {
  let plain = '';
  let at = 0;
  for (const match of text.matchAll(MARKUP)) {
    const [all] = match;
    const sign = /^&(?:amp;)*([lg])t;$/i.exec(all)?.[1]?.toLowerCase();
    const char = sign === undefined ? markupText(match) : sign === 'l' ? '<' : '>';
    plain += text.slice(at, match.index) + char.padEnd(all.length);
    at = match.index + all.length;
  }
  return plain + text.slice(at);
}
