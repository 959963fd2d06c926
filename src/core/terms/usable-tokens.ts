import type { Token } from './tokenizer.ts';

const KINDS: ReadonlySet<unknown> = new Set(['characters', 'functions', 'latin', 'pairs', 'words']);

/** Terms begin above the control characters that mark other signals than text. */
const FIRST_UNIT = 9;

/**
 * The tokens of a custom tokenizer that can be counted. Left out are those with an empty term or one that begins
 * with a control character below U+0009, with a place that is not a stretch of the text, or with a weight that is
 * not a finite number above 0: a tokenizer that errs costs matches, never a crash or a wrong number.
 */
export function usableTokens(tokens: readonly Token[], length: number): readonly Token[] {
  return tokens.every((token) => isUsable(token, length))
    ? tokens
    : tokens.filter((token) => isUsable(token, length));
}

function isUsable({ term, start, end, weight = 1, kind }: Token, length: number): boolean {
  return (
    typeof term === 'string' &&
    (kind === undefined || KINDS.has(kind)) &&
    // False for an empty term, whose first unit is NaN.
    term.charCodeAt(0) >= FIRST_UNIT &&
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start < end &&
    end <= length &&
    weight > 0 &&
    weight < Number.POSITIVE_INFINITY
  );
}
