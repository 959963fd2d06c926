import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/core/matches/rank.ts';
import { CompactRows } from '../../../src/core/postings/compact-rows.ts';
import { buildPostings } from '../../../src/core/postings/postings.ts';
import { withFewRows } from '../../../src/core/scores/few-rows.ts';
import { createJsScorer } from '../../../src/core/scores/js-scorer.ts';
import type { Scorer } from '../../../src/core/scores/scorer.ts';
import { matrixOf, passing, type Row } from './rows.ts';

const ROWS = 600;
const rows = Array.from({ length: ROWS }, (_, i): Row => {
  const ids = Uint32Array.from([0, 1, 2, 3, 4].filter((id) => (i * 7 + id * id) % (id + 2) === 0));
  return { ids, weights: Float32Array.from(ids, (id) => 0.1 + ((i + id) % 5) / 10) };
});
const matrix = matrixOf(rows);
const compact = CompactRows.from(matrix);
const walking = createJsScorer(buildPostings(matrix, 5), 4096, compact);

describe('a scorer of few rows', () => {
  it('gives the bits of the kernel, whatever a filter leaves', () => {
    let walks = 0;
    let asked = 0;
    const counted: Scorer = {
      kernel: walking.kernel,
      search: (...args) => {
        walks++;
        walking.search(...args);
      },
    };
    const scorer = withFewRows(counted, compact);
    const row = fc.nat({ max: ROWS - 1 });
    fc.assert(
      fc.property(
        fc.oneof(fc.uniqueArray(row, { maxLength: 3 }), fc.uniqueArray(row, { maxLength: 600 })),
        fc.nat({ max: 4 }),
        fc.constantFrom(0, 1, 2, 600),
        fc.constantFrom(0, 0.2),
        (kept, query, limit, minScore) => {
          const set = new Set(kept);
          const args = [
            [rows[query]!, rows[query + 1]!],
            passing(rows, (at) => set.has(at)),
            limit,
            minScore,
          ] as const;
          const before = walks;
          expect(rank(scorer, ...args)).toEqual(rank(walking, ...args));
          expect(walks - before).toBe(set.size * 256 <= ROWS ? 0 : 1);
          asked++;
        },
      ),
    );
    expect(walks).toBeGreaterThan(10);
    expect(asked - walks).toBeGreaterThan(10);
  });
});
