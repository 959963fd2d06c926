import type { MatchedPhrase, QueryInput } from 'cuohe/core';
import { Matcher } from '../src/core/matcher/matcher.ts';
import type { FieldSpan } from '../src/core/terms/span.ts';

/**
 * Looks at every match that any test makes by `match`, whatever the test is about: the parts sum to the score, which is in
 * (0, 1], and every phrase stands on both sides where its places say.
 */

/** The parts of a match are rounded sums: they agree with its score to so much. */
const ROUNDED = 1e-9;
const IS_WATCHED = Symbol.for('cuohe.every-match');

function textAt(record: unknown, field: string): unknown {
  const [, name, position] = /^([^[]+)(?:\[(\d+)\])?$/.exec(field) ?? [];
  const value = (record as Record<string, unknown>)[name!];
  const one = position === undefined ? value : Array.isArray(value) ? value[Number(position)] : undefined;
  // Of what is read further, the wording.
  return typeof one === 'object' && one !== null && 'raw' in one ? one.raw : one;
}

function check(isTrue: boolean, what: string, match: unknown): void {
  if (!isTrue) throw new Error(`every match: ${what}: ${JSON.stringify(match)}`);
}

/** @param isGiven whether the record is as its host gave it: what is a list when it is read may be anything there. */
function checkSpans(spans: readonly FieldSpan[], record: unknown, isGiven: boolean, match: unknown): void {
  for (const { field, start, end, text } of spans) {
    const source = textAt(record, field);
    if (isGiven && (typeof source !== 'string' || field.endsWith(']'))) continue;
    const isThere = text !== '' && typeof source === 'string' && source.slice(start, end) === text;
    check(isThere, `“${text}” stands at ${start} of ${field}`, match);
  }
}

const { match: ranked } = Matcher.prototype;

function watched(this: Matcher, query: QueryInput, options?: Parameters<Matcher['match']>[1]) {
  const result = ranked.call(this, query, options) as ReturnType<Matcher['match']>;
  for (const match of result.matches) {
    const { score, signals, vectors, conditions, phrases, index } = match;
    check(score > 0 && score <= 1 + ROUNDED, 'the score is in (0, 1]', match);
    // A lean match has no more.
    if (signals === undefined) continue;
    const parts = [...Object.values(signals), vectors?.value ?? 0, ...conditions.map(({ value }) => value)];
    const sum = parts.reduce((all, value) => all + value, 0);
    // Conditions are listed where the match is explained.
    const isWhole = conditions.length > 0 || (options as { explain?: boolean })?.explain !== false;
    if (isWhole) check(Math.abs(sum - score) < ROUNDED, `the parts sum to the score, not to ${sum}`, match);
    for (const { querySpans, recordSpans } of phrases as readonly MatchedPhrase[]) {
      checkSpans(recordSpans, this.parsed(index), false, match);
      if (typeof query === 'object') checkSpans(querySpans, query, true, match);
    }
  }
  return result;
}

if (!Object.hasOwn(Matcher.prototype, IS_WATCHED)) {
  Object.defineProperty(Matcher.prototype, IS_WATCHED, { value: true });
  Matcher.prototype.match = watched as typeof ranked;
}
