import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/base/errors.ts';
import { type Chain, defineTaxonomy } from '../../../src/core/records/taxonomy.ts';

const chain = (code: string, fields: Partial<Chain> = {}): Chain => ({
  code,
  nameZh: `链${code}`,
  nameEn: code,
  terms: ['词'],
  ...fields,
});
const issuesOf = (...chains: unknown[]) => {
  try {
    defineTaxonomy('test', chains as Chain[]);
  } catch (error) {
    if (error instanceof InputError && error.code === 'INVALID_TAXONOMY') return error.issues;
    throw error;
  }
  return [];
};

describe('a taxonomy', () => {
  it('may be flat, of any number of chains', () => {
    expect(defineTaxonomy('flat', [chain('A'), chain('B')]).chains.map(({ code }) => code)).toEqual([
      'A',
      'B',
    ]);
    expect(defineTaxonomy('empty', []).chains).toEqual([]);
  });

  it('may be a tree, and supply chains may run in circles', () => {
    const chains = [
      chain('A', { upstream: ['C'] }),
      chain('B', { parent: 'A' }),
      chain('C', { parent: 'B', upstream: ['A'] }),
    ];
    expect(defineTaxonomy('tree', chains).chains).toEqual(chains);
  });

  it('does not change when the list that it came from does', () => {
    const chains = [chain('A')];
    const taxonomy = defineTaxonomy('test', chains);
    chains.push(chain('A'));
    expect(taxonomy.chains).toHaveLength(1);
  });

  it('names every bad chain in one error: shape, repeated codes, unknown relations, cycles', () => {
    const issues = issuesOf(
      chain('A', { parent: 'B' }),
      chain('B', { parent: 'A' }),
      chain('A'),
      { ...chain('C'), terms: [''] },
      chain('D', { upstream: ['A', 'X'], downstream: ['Y'] }),
      chain('E', { parent: 'Z' }),
      chain('F', { parent: 'F' }),
      chain('G', { parent: 'C' }),
      null,
    );
    expect(issues.map(({ index, id, path, received }) => [index, id, path, received])).toEqual([
      [2, 'A', 'code', 'the text "A"'],
      [3, 'C', 'terms[0]', 'the text ""'],
      [8, undefined, '', 'null'],
      [0, 'A', 'parent', 'a cycle of parents'],
      [1, 'B', 'parent', 'a cycle of parents'],
      [4, 'D', 'upstream', 'the text "X"'],
      [4, 'D', 'downstream', 'the text "Y"'],
      [5, 'E', 'parent', 'the text "Z"'],
      [6, 'F', 'parent', 'a cycle of parents'],
    ]);
  });

  it('a chain below a cycle is not in it', () => {
    const issues = issuesOf(chain('A', { parent: 'B' }), chain('B', { parent: 'B' }));
    expect(issues.map(({ index }) => index)).toEqual([1]);
  });

  it('a hole of a sparse array is a bad chain', () => {
    const sparse = [chain('A'), chain('B')];
    delete sparse[0];
    expect(issuesOf(...sparse)).toMatchObject([{ index: 0, expected: 'an object', received: 'nothing' }]);
    expect(() => defineTaxonomy('test', sparse)).toThrow(InputError);
  });

  it('is an array', () => {
    expect(() => defineTaxonomy('test', null as unknown as Chain[])).toThrow(
      'expected an array of chains, received null',
    );
  });

  it('codes named like members of Object are codes', () => {
    expect(
      issuesOf(chain('__proto__'), chain('constructor', { parent: '__proto__', upstream: ['toString'] })),
    ).toMatchObject([{ index: 1, id: 'constructor', path: 'upstream', received: 'the text "toString"' }]);
  });
});
