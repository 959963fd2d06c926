import { createMatcher, type Matcher, openMatcher } from 'cuohe';
import { cosineSimilarity } from 'fast-cosine-similarity';
import { similarity } from 'ml-distance';
import { TopK } from '../src/scores/top-k.ts';
import type { Corpus } from './corpus.ts';
import type { Case } from './measure.ts';
import { type DenseVectors, denseVectors, guarded, MapIndex } from './rivals.ts';
import { type Subject, subjectOf } from './subject.ts';

/** Matches asked for. */
const LIMIT = 10;
/** Records and demands of the dense comparison: vectors with their zeros are large. */
const DENSE_RECORDS = 200;
const DENSE_QUERIES = 10;
/** Runs of the kernel in one round of the dense comparison, where a single one is too short to time. */
export const DENSE_REPEATS = 100;
/** Rows are rounded to 32 bits, and dense cosines divide by the rounded lengths. */
const TOLERANCE = 1e-6;

/** What a host calls, and the kernel alone. */
export function ownCases(corpus: Corpus, whole: Subject, saved: ArrayBuffer): Case[] {
  return [
    { name: 'build', run: () => createMatcher(corpus.achievements).size },
    { name: 'match', run: () => matchAll(whole.matcher, corpus, false) },
    { name: 'match, explained', run: () => matchAll(whole.matcher, corpus, true) },
    { name: 'kernel', run: () => kernel(whole) },
    { name: 'save', run: () => whole.matcher.save().byteLength },
    { name: 'open', run: () => openMatcher(saved).size },
  ];
}

/**
 * The Map loop beside the kernel. Its many arrays slow the collection of garbage, so that they must not be in memory
 * while anything else is measured.
 * @throws Error where its ranking is not the kernel's.
 */
export function mapCases(whole: Subject): Case[] {
  const map = new MapIndex(whole.collection);
  requireSameRanking(whole, map);
  return [
    { name: 'kernel beside the Map loop', run: () => kernel(whole) },
    { name: 'Map loop', run: () => sum(whole.queries.map((row) => map.search(row, LIMIT)[0]?.score ?? 0)) },
  ];
}

/** Size of the dense comparison. */
export interface DenseSize {
  readonly records: number;
  readonly queries: number;
  readonly dimensions: number;
}

/**
 * Cosines of two packages on dense vectors of a subset, beside the kernel on an index of that subset.
 * @throws Error where a cosine is not the kernel's.
 */
export function denseCases(corpus: Corpus): { readonly cases: readonly Case[]; readonly size: DenseSize } {
  const subset = subjectOf({
    achievements: corpus.achievements.slice(0, DENSE_RECORDS),
    demands: corpus.demands.slice(0, DENSE_QUERIES),
  });
  const vectors = denseVectors(subset.collection, subset.queries, subset.matcher.size);
  const fast = guarded(cosineSimilarity);
  const ml = guarded(similarity.cosine);
  requireSameCosines(subset, vectors, fast);
  requireSameCosines(subset, vectors, ml);
  const cases: Case[] = [
    {
      name: 'kernel on the subset',
      run: () => {
        let total = 0;
        for (let i = 0; i < DENSE_REPEATS; i++) total += kernel(subset);
        return total;
      },
    },
    { name: 'fast-cosine-similarity', run: () => allPairs(vectors, fast) },
    { name: 'ml-distance', run: () => allPairs(vectors, ml) },
  ];
  const size = {
    records: subset.matcher.size,
    queries: subset.queries.length,
    dimensions: vectors.dimensions,
  };
  return { cases, size };
}

function matchAll(matcher: Matcher, { demands }: Corpus, explain: boolean): number {
  return sum(
    demands.map((demand) => matcher.match(demand, { limit: LIMIT, explain }).matches[0]?.score ?? 0),
  );
}

function kernel(subject: Subject): number {
  let total = 0;
  for (const row of subject.queries) total += best(subject, row, LIMIT).scores[0] ?? 0;
  return total;
}

function best({ scorer }: Subject, row: Subject['queries'][number], limit: number) {
  const top = new TopK(limit);
  scorer.search([row], { minScore: 0, eligible: undefined }, [top]);
  return top.drain();
}

function allPairs({ rows, queries }: DenseVectors, cosine: (a: number[], b: number[]) => number): number {
  return sum(queries.map((query) => sum(rows.map((row) => cosine(query, row)))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Both add the same products in the same order: rows and scores must be equal to the last bit. */
function requireSameRanking(whole: Subject, map: MapIndex): void {
  for (const row of whole.queries) {
    const { rows, scores } = best(whole, row, LIMIT);
    const others = map.search(row, LIMIT);
    const same =
      rows.length === others.length && others.every((o, i) => o.row === rows[i] && o.score === scores[i]);
    if (!same) throw new Error('The Map loop ranks otherwise than the kernel');
  }
}

function requireSameCosines(
  subset: Subject,
  { rows, queries }: DenseVectors,
  cosine: (a: number[], b: number[]) => number,
): void {
  const length = (vector: readonly number[]) => {
    let squares = 0;
    for (const value of vector) squares += value * value;
    return Math.sqrt(squares);
  };
  const lengths = rows.map(length);
  queries.forEach((query, q) => {
    const queryLength = length(query);
    const ranked = best(subset, subset.queries[q]!, rows.length);
    ranked.rows.forEach((row, i) => {
      const expected = ranked.scores[i]! / (queryLength * lengths[row]!);
      const received = cosine(query, rows[row]!);
      if (!(Math.abs(expected - received) < TOLERANCE)) {
        throw new Error(`Query ${q}, row ${row}: expected the cosine ${expected}, received ${received}`);
      }
    });
  });
}
