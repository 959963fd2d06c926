import type { Child } from '../../harness/child.ts';
import type { Ranked } from '../../harness/protocol.ts';
import { agree, identical } from '../data/answers.ts';
import { type Head, readVectors } from '../data/files.ts';
import { type Formula, referenceAnswers } from '../data/reference.ts';
import { firstRows } from '../data/vectors.ts';
import type { Rival } from './rival.ts';

/** Queries that are also answered by the plain reference, which reads every record for each of them. */
const CHECKED = 10;

/** A rival that runs, and how much of the task it is given. */
export interface Engine {
  readonly rival: Rival;
  readonly child: Child;
  readonly records: number;
  /** Queries of a round. */
  readonly queries: number;
}

/**
 * Compares answers before anything is timed: our two kernels with each other to the last bit, for all queries; the
 * first with the plain reference to the last bit; rivals with ours where they are given the same, else with the
 * reference of their own formula.
 */
export async function checkAnswers(
  folder: string,
  { records, queries }: Head,
  own: Child,
  limit: Child | undefined,
  engines: readonly Engine[],
): Promise<{ readonly own: boolean; readonly rivals: readonly boolean[] }> {
  const vectors = readVectors(folder);
  const answers = async (child: Child, name: string, count: number) =>
    (await child.ask(name, count, true)).answers!;
  const exact = async (names: readonly [string, string], formula: Formula) => {
    const [wasm, js] = [await answers(own, names[0], queries), await answers(own, names[1], queries)];
    const checked = Math.min(CHECKED, queries);
    const same = identical(wasm, js);
    return {
      wasm,
      same: same && identical(referenceAnswers(vectors, formula, checked), wasm.slice(0, checked)),
    };
  };
  const cosine = await exact(['wasm-batch', 'js-batch'], 'cosine');
  const sums = await exact(['wasm-unweighted', 'js-unweighted'], 'sum of weights');
  const ours: Partial<Record<Formula, readonly Ranked[]>> = {
    cosine: cosine.wasm,
    'sum of weights': sums.wasm,
  };
  const agreed: boolean[] = [];
  for (const { rival, child, records: taken, queries: asked } of engines) {
    const same = taken === records ? ours[rival.formula] : undefined;
    const count = same === undefined ? Math.min(CHECKED, asked) : asked;
    const subset = { ...vectors, records: firstRows(vectors.records, taken) };
    const expected = same?.slice(0, count) ?? referenceAnswers(subset, rival.formula, count);
    agreed.push(agree(expected, await answers(child, 'search', count)));
  }
  const limitAgrees = limit === undefined || agree(cosine.wasm, await answers(limit, 'top', queries));
  return { own: cosine.same && sums.same && limitAgrees, rivals: agreed };
}
