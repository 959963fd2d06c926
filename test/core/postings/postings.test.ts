import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLength, MOST_STEPS } from '../../../src/core/postings/columns.ts';
import { buildPostings, type Layout, type Postings } from '../../../src/core/postings/postings.ts';
import { tailEnd, tailStart } from '../../../src/core/postings/tail-lists.ts';
import { PACKED_ERROR } from '../../../src/core/postings/tiled-lists.ts';
import { matrixOf, type Row } from '../scores/rows.ts';

const TERMS = 5;
/** The bits of a posting that say where its sum is. */
const PLACE = 0x3ffc;
const row = fc
  .array(fc.option(fc.double({ min: 2 ** -20, max: 1, noNaN: true }), { nil: 0 }), {
    minLength: TERMS,
    maxLength: TERMS,
  })
  .map((dense): Row => {
    const ids = dense.flatMap((weight, id) => (weight > 0 ? [id] : []));
    return { ids: Uint32Array.from(ids), weights: Float32Array.from(ids, (id) => dense[id]!) };
  });
const layout = fc.record({
  tileRows: fc.integer({ min: 1, max: 80 }),
  columnShare: fc.constantFrom(0.3, 0.7, 2),
  leastRows: fc.constantFrom(0, 20),
  listedPerTile: fc.integer({ min: 0, max: 4 }),
});

/** (row, term, weight) of the lists and of the tail. */
function listed({ rowCount, lists, tail }: Postings, tileRows: number): [number, number, number][] {
  const found: [number, number, number][] = [];
  const width = lists.terms.length;
  for (let tile = 0; tile * tileRows < rowCount; tile++) {
    for (let i = 0; i < width; i++) {
      const entry = tile * width + i;
      const [start, end] = [lists.directory[entry]!, lists.directory[entry + 1]!];
      for (let at = start; at < end; at++) {
        const posting = lists.postings[at]!;
        if (at > start) expect(posting & PLACE).toBeGreaterThan(lists.postings[at - 1]! & PLACE);
        const [weight] = new Float32Array(Uint32Array.of(posting).buffer);
        found.push([tile * tileRows + (posting & PLACE) / 4, lists.terms[i]!, weight!]);
      }
    }
  }
  for (let id = 0; id < TERMS; id++) {
    const start = tailStart(tail, id);
    for (let at = start; at < tailEnd(tail, id); at++) {
      const row = tail.postings[at]! >>> tail.bits;
      if (at > start) expect(row).toBeGreaterThan(tail.postings[at - 1]! >>> tail.bits);
      found.push([row, id, (tail.postings[at]! % 2 ** tail.bits) * tail.step]);
    }
  }
  return found;
}

/** The byte of a row in a column. */
function byteOf({ rowCount, columns }: Postings, tileRows: number, place: number, row: number): number {
  const tile = Math.floor(row / tileRows);
  const length = columnLength(Math.min(tileRows, rowCount - tile * tileRows));
  const start = tile * columnLength(tileRows) * columns.terms.length;
  return columns.bytes[start + place * length + (row - tile * tileRows)]!;
}

const checked = (rows: readonly Row[], layout: Required<Layout>) => {
  const postings = buildPostings(matrixOf(rows), TERMS, layout);
  const inColumns = new Set(postings.columns.terms);
  const entries = rows.flatMap(({ ids, weights }, row) =>
    Array.from(ids, (id, i): [number, number, number] => [row, id, weights[i]!]),
  );
  const found = listed(postings, layout.tileRows).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const expected = entries.filter(([, id]) => !inColumns.has(id));
  expect(found.map(([row, id]) => [row, id])).toEqual(expected.map(([row, id]) => [row, id]));
  const inLists = new Set(postings.lists.terms);
  for (const [i, [, id, weight]] of expected.entries()) {
    const above = found[i]![2] - weight;
    if (inLists.has(id)) expect(Math.abs(above) / weight).toBeLessThanOrEqual(PACKED_ERROR);
    else {
      expect(above).toBeGreaterThan(-(2 ** -50));
      expect(above).toBeLessThan(postings.tail.step * (1 + 2 ** -20));
    }
  }
  return { postings, entries };
};

describe('postings', () => {
  it('hold every entry of the rows once, in columns, in lists by tile, term and row, or in the tail', () => {
    let columns = 0;
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), layout, (rows, layout) => {
        const { postings, entries } = checked(rows, layout);
        expect(postings.rowCount).toBe(rows.length);
        columns += postings.columns.terms.length;
        let filled = 0;
        for (const [place, term] of postings.columns.terms.entries()) {
          const step = postings.columns.steps[place]!;
          for (const [row, id, weight] of entries) {
            if (id !== term) continue;
            const byte = byteOf(postings, layout.tileRows, place, row);
            expect(byte).toBeLessThanOrEqual(MOST_STEPS);
            expect(byte * step).toBeGreaterThanOrEqual(weight);
            expect((byte - 1) * step).toBeLessThan(weight);
            filled++;
          }
        }
        expect(postings.columns.bytes.filter((byte) => byte > 0)).toHaveLength(filled);
        const kept = new Set(postings.columns.terms);
        const lengths = rows.map(({ ids, weights }) =>
          Math.sqrt(ids.reduce((sum, id, i) => (kept.has(id) ? sum + weights[i]! ** 2 : sum), 0)),
        );
        expect(postings.columns.length).toBeCloseTo(Math.max(0, ...lengths), 12);
      }),
    );
    expect(columns).toBeGreaterThan(50);
  });

  it('keep terms by how many records have them', () => {
    const rows = Array.from({ length: 100 }, (_, i) => {
      const ids = Uint32Array.from([0, 1, 2, 3].filter((id) => i % [1, 9, 20, 90][id]! === 0));
      return { ids, weights: new Float32Array(ids.length).fill(0.5) };
    });
    const kinds = (layout: Layout) => {
      const { columns, lists, tail } = buildPostings(matrixOf(rows), TERMS, { tileRows: 50, ...layout });
      const rare = [0, 1, 2, 3, 4].filter((id) => tail.offsets[id + 1]! > tail.offsets[id]!);
      return [[...columns.terms], [...lists.terms], rare];
    };
    expect(kinds({ leastRows: 0, listedPerTile: 2 })).toEqual([[0, 1], [2], [3]]);
    expect(kinds({ leastRows: 101, listedPerTile: 2 })).toEqual([[], [0, 1, 2], [3]]);
    expect(kinds({})).toEqual([[], [0], [1, 2, 3]]);
  });
});
