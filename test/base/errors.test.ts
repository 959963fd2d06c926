import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CuoheError, describeIssue, describeValue, InputError } from '../../src/base/errors.ts';
import { fingerprint } from '../../src/base/hash.ts';

describe('an error', () => {
  it('has a code, a name and a cause', () => {
    const error = new InputError('INVALID_OPTIONS', 'Bad options', [], new Error('why'));
    expect(error).toBeInstanceOf(CuoheError);
    expect(error).toMatchObject({ code: 'INVALID_OPTIONS', cause: { message: 'why' }, issues: [] });
  });

  it('tells record, place and path, expected and received', () => {
    const issue = { index: 3, id: 'a"b', place: 'row 5', path: 'trl', expected: 'x', received: 'y' };
    expect(describeIssue(issue)).toBe('[3] id "a\\"b" row 5 trl: expected x, received y');
    expect(describeIssue({ index: -1, path: '', expected: 'x', received: 'y' })).toBe(
      'input: expected x, received y',
    );
  });

  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    ['中', 'the text "中"'],
    ['x'.repeat(41), `the text "${'x'.repeat(40)}…"`],
    [Number.NaN, 'number NaN'],
    [true, 'boolean true'],
    [[1, 2], 'an array of 2'],
    [{}, 'an object'],
    [1n, 'a bigint'],
    [Symbol('s'), 'a symbol'],
  ])('describes a value in few words: %#', (value, words) => {
    expect(describeValue(value)).toBe(words);
  });

  it('describes any value in a bounded length', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(describeValue(value).length).toBeLessThan(300);
      }),
    );
  });
});

describe('a fingerprint', () => {
  it('is sixteen hex digits, the same for the same text', () => {
    expect(fingerprint('')).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint('热障涂层')).toBe(fingerprint('热障'.concat('涂层')));
  });

  it('differs for texts that differ little', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `词${i}/${i * 7}`);
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
    expect(fingerprint('ab')).not.toBe(fingerprint('ba'));
    expect(fingerprint('\u0000')).not.toBe(fingerprint(''));
  });
});
