import { TopK } from '../../../src/core/scores/top-k.ts';
import type { Ranked } from '../../harness/protocol.ts';
import { LIMIT } from '../data/answers.ts';

/** The best of scores by row, for packages that score and leave the selection to the host. */
export function bestOf(scores: ArrayLike<number>): Ranked {
  const top = new TopK(LIMIT);
  for (let row = 0; row < scores.length; row++) if (scores[row]! > 0) top.offer(row, scores[row]!);
  const best = top.drain();
  return { rows: Array.from(best.rows), scores: Array.from(best.scores) };
}
