import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/errors.ts';
import { Issues } from '../../src/base/issues.ts';
import { expectKeys, nearest } from '../../src/base/options.ts';

const LIMIT = ['limit', 'minScore', 'kinds', 'filter'];

describe('collected issues', () => {
  it('become one error with all of them, in their order', () => {
    const issues = new Issues();
    expect(issues.expect(true, 'a', 'b', 'c')).toBe(true);
    expect(issues.expect(false, 'limit', 'a number', 'ten')).toBe(false);
    issues.add('id', 'a text', 7, { index: 3, place: 'row 5' });
    issues.addText('x', 'y', 'something else');
    issues.take([{ index: 0, path: 'p', expected: 'e', received: 'r' }]);
    const act = () => issues.throwAsOptions();
    expect(act).toThrow(InputError);
    expect(issues.all).toEqual([
      { index: -1, path: 'limit', expected: 'a number', received: 'the text "ten"' },
      { index: 3, place: 'row 5', path: 'id', expected: 'a text', received: 'number 7' },
      { index: -1, path: 'x', expected: 'y', received: 'something else' },
      { index: 0, path: 'p', expected: 'e', received: 'r' },
    ]);
  });

  it('throw nothing where there are none', () => {
    expect(() => new Issues().throwAs('INVALID_RECORDS', 'Bad records')).not.toThrow();
  });

  it('name each bad item of a list, holes included', () => {
    const issues = new Issues();
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    issues.expectList(['a', , 3], 'list', 'a text', (item) => typeof item === 'string');
    issues.expectList(undefined, 'none', 'a text', () => false);
    issues.expectList('a', 'text', 'a text', () => true);
    expect(issues.all.map(({ path, received }) => [path, received])).toEqual([
      ['list[1]', 'nothing'],
      ['list[2]', 'number 3'],
      ['text', 'the text "a"'],
    ]);
  });
});

describe('keys of options', () => {
  const told = (given: unknown, others = {}) => {
    const issues = new Issues();
    expectKeys(issues, given, LIMIT, '', others);
    return issues.all.map(({ path, expected }) => `${path}: ${expected}`);
  };

  it('are refused where they are unknown, with the nearest known one', () => {
    expect(told({ limit: 1, filter: {} })).toEqual([]);
    expect(told({ limt: 1, minscore: 0.2, kind: [] })).toEqual([
      'limt: a known option: did you mean limit?',
      'minscore: a known option: did you mean minScore?',
      'kind: a known option: did you mean kinds?',
    ]);
    expect(told({ zebra: 1 })).toEqual(['zebra: one of limit, minScore, kinds, filter']);
  });

  it('know names of other places', () => {
    expect(told({ topK: 3, regions: [] }, { topK: 'limit', regions: 'filter.regions' })).toEqual([
      'topK: a known option: did you mean limit?',
      'regions: a known option: did you mean filter.regions?',
    ]);
  });

  it('without a value are no keys; what is no object is refused', () => {
    expect(told({ zebra: undefined })).toEqual([]);
    for (const given of [null, 3, 'limit', [1]]) expect(told(given)).toEqual([': an object']);
  });

  it('are not guessed where nothing is near', () => {
    expect(nearest('topK', ['kernel', 'limit'])).toBeUndefined();
    expect(nearest('regoins', ['regions', 'chains'])).toBe('regions');
  });
});
