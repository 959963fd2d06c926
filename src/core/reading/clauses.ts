/**
 * Room `core/reading`: what a text consists of: statements with their roles, needs, and the parts of a need; what it
 * rules out, and how ready it says things are.
 * Begin: `statements.ts` reads a text, `roles.ts` says which roles there are; the words that tell a role are in
 * `cues.ts` and `headings.ts`. `needs.ts`, `parts.ts`, `exclusions.ts` and `maturity.ts` go on from there. All of it reads normalised texts; places are UTF-16
 * units of them.
 * Order: knows records, lexicon, quantities and indicators.
 */

/** Ends a sentence, a heading, or only a clause. */
export type ClauseEnd = 'sentence' | 'line' | 'colon' | 'comma';

/** A piece of a text between two signs. Clauses cover their text, in order, without overlap. */
export interface Clause {
  readonly start: number;
  /** Exclusive; behind its sign. */
  readonly end: number;
  readonly by: ClauseEnd;
  /** Whether a digit stands in it. */
  readonly hasDigit: boolean;
}

/** Cuts a normalised text at its signs and line breaks. O(length). */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let hasDigit = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH) continue;
    if (unit >= 0x30 && unit <= 0x39) {
      hasDigit = true;
      continue;
    }
    const by = endedBy(text, at, unit);
    if (by === undefined) continue;
    let end = at + 1;
    // What closes with the sign belongs to it: 。” and ？！ and the line break behind them.
    while (end < text.length && CLOSING.includes(text.charAt(end))) end++;
    const isLine = text.charCodeAt(end - 1) === 0x0a && by !== 'colon';
    clauses.push({ start, end, by: isLine ? 'line' : by, hasDigit });
    start = end;
    at = end - 1;
    hasDigit = false;
  }
  if (start < text.length) clauses.push({ start, end: text.length, by: 'line', hasDigit });
  return clauses;
}

const FIRST_IDEOGRAPH = 0x3400;
const LAST_IDEOGRAPH = 0x9fff;
const CLOSING = '。!?”’"』」\n';

function endedBy(text: string, at: number, unit: number): ClauseEnd | undefined {
  switch (unit) {
    case 0x0a:
      return 'line';
    case 0x3002: // 。
    case 0x21:
    case 0x3f:
    case 0x3b: // ;
      return 'sentence';
    case 0x3a: // : parts no time and no ratio, 1:6.
      return isDigit(text, at + 1) && isDigit(text, at - 1) ? undefined : 'colon';
    case 0x3011: // 】
      return 'colon';
    case 0x2c: // , parts no 1,200.
      return isDigit(text, at + 1) && isDigit(text, at - 1) ? undefined : 'comma';
    case 0x2e: // . ends a sentence before a space, unless it numbers a list.
      return isSpace(text, at + 1) && !isDigit(text, at - 1) ? 'sentence' : undefined;
    default:
      return undefined;
  }
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x0a;
}
