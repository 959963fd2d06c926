import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CuoheError, describeIssue, InputError } from '../../src/base/errors.ts';
import { cut, printable, quote, quoteAll, shorten } from '../../src/base/printable.ts';

/** What breaks a line, turns the direction of what stands beside it, or is not seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\n', '\u202e', '\ufeff', '\ud800', '\udc00', '涂', 'a', '😀', '\\'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
});

describe('texts of others in messages', () => {
  it('hold nothing that is not seen, and are left alone where they hold none of it', () => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = printable(given);
        expect(shown).not.toMatch(UNSEEN);
        expect(printable(shown)).toBe(shown);
      }),
    );
    expect(printable('涂层 “TBC” 😀 \\n')).toBe('涂层 “TBC” 😀 \\n');
    expect(printable('a\n\u202eb\ud800\u{e0001}')).toBe('a\\u000a\\u202eb\\ud800\\u{e0001}');
  });

  it('are cut between characters, and say so', () => {
    expect(cut('涂层', 2)).toBe('涂层');
    expect(cut('涂层😀', 3)).toBe('涂层…');
    expect(cut('涂层😀', 4)).toBe('涂层😀');
    expect(shorten('涂'.repeat(1e6))).toBe(`${'涂'.repeat(40)}…`);
    expect(quote('a"\n')).toBe('"a\\"\\n"');
    expect(quoteAll(['甲', '乙', '丙'], 2)).toBe('"甲", "乙" and 1 more');
    expect(quoteAll(['甲'], 2)).toBe('"甲"');
  });

  it('are safe in every error and issue, whatever its parts', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20_000 }), (given, times) => {
        const long = given.repeat(times).slice(0, 100_000);
        const issue = { index: 0, id: long, place: long, path: long, expected: long, received: long };
        const error = new InputError('INVALID_RECORDS', long, [issue]);
        for (const line of error.message.split('\n')) expect(line).not.toMatch(UNSEEN);
        expect(error.message.split('\n')).toHaveLength(2);
        expect(describeIssue(issue)).not.toMatch(UNSEEN);
        // Escapes are longer than what they stand for, at most ten units for two.
        expect(error.message.length).toBeLessThan(60_000);
        const { path, place, expected, received } = error.issues[0]!;
        for (const one of [path, place!, expected, received]) expect(one).not.toMatch(UNSEEN);
        expect(new CuoheError('UNKNOWN_RECORD', long).message).not.toMatch(UNSEEN);
      }),
      { numRuns: 50 },
    );
  });

  it('stand in lines of their own only where the error says so', () => {
    expect(new CuoheError('STORE_FAILED', 'one\ntwo').message).toBe('one\\u000atwo');
    expect(new CuoheError('STORE_FAILED', ['one', 'two']).message).toBe('one\ntwo');
  });
});
