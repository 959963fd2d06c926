import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PieceCounts, pairOf } from '../../../src/core/chains/piece-counts.ts';
import type { LexiconEntry, Strength } from '../../../src/core/lexicon/entry.ts';
import { namesOf } from '../../../src/core/lexicon/names.ts';
import { createLexicon } from '../../../src/core/matcher/lexicons.ts';
import { foldWord } from '../../../src/core/terms/normalize.ts';

const CODES = ['A', 'B'];
const COUNTS = [0, 0.3, 0.8, 1];
const letter = fc.constantFrom('涂', '层', '钢', '𠮷', 'ー', 'a', ' ');
const names = fc.uniqueArray(fc.string({ unit: letter, minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 40,
  selector: foldWord,
});
const strength = fc.constantFrom<Strength>(0, 1, 2, 3);

/** Pieces of a text as texts: ideographs, and those that stand side by side. */
function piecesOf(text: string): string[] {
  const characters = [...text];
  const isCjk = (character: string | undefined) => character !== undefined && /[涂层钢𠮷ー]/u.test(character);
  return characters.flatMap((character, i) => {
    if (!isCjk(character)) return [];
    return isCjk(characters[i - 1]) ? [character, characters[i - 1]! + character] : [character];
  });
}

/** Every name in its order, by the definition. */
function naive(entries: readonly LexiconEntry[]) {
  const rows = new Map<string, Float32Array>();
  const totals = new Float64Array(CODES.length + 1);
  const ordered = [...entries.filter(({ head }) => !head), ...entries.filter(({ head }) => head)];
  for (const { names: own, chains } of ordered) {
    const classes = CODES.flatMap((code, i) =>
      (chains[code] ?? 0) > 0 ? [[i, COUNTS[chains[code]!]!]] : [],
    );
    if (classes.length === 0) classes.push([CODES.length, 1]);
    for (const name of own) {
      const pieces = piecesOf(name);
      for (const piece of pieces) {
        const row = rows.get(piece) ?? new Float32Array(CODES.length + 1);
        rows.set(piece, row);
        for (const [at, count] of classes) row[at!]! += count!;
      }
      if (pieces.length > 0) for (const [at, count] of classes) totals[at!]! += count!;
    }
  }
  return { rows, totals };
}

const keyOf = (piece: string) => {
  const [first, second] = [...piece].map((character) => character.codePointAt(0)!);
  return second === undefined ? first! : pairOf(first!, second);
};

describe('pieces of names', () => {
  it('are counted by class as the definition says, to the bit, for few texts and for many', () => {
    fc.assert(
      fc.property(names, fc.array(fc.tuple(strength, strength, fc.boolean())), (list, kinds) => {
        const entries = list
          .filter((name) => foldWord(name) !== '')
          .map((name, i): LexiconEntry => {
            const [a = 0, b = 0, head = false] = kinds[i] ?? [];
            return { names: [name], chains: { A: a, B: b }, ...(head ? { head } : {}) };
          });
        const expected = naive(entries);
        const counts = new PieceCounts(namesOf(createLexicon({ name: 'test', entries })), CODES);
        expect(counts.totals).toEqual(expected.totals);
        const asked = [...new Set([...expected.rows.keys(), '铝', '铝钢'])];
        // Sweeps first, then all at once.
        for (let time = 0; time < 12; time++) {
          const rows = counts.rowsOf(new Set(asked.map(keyOf)));
          for (const piece of asked) expect(rows.get(keyOf(piece))).toEqual(expected.rows.get(piece));
        }
      }),
      { numRuns: 200 },
    );
  });
});
