import { leastScoreOf } from '../levels/grade.ts';
import type { MatchRecord } from '../records/types.ts';
import type { Engine } from './engine.ts';

/**
 * The least score of a validated query that is graded so high, see `leastScoreOf`; nothing where its scores have no levels:
 * by their calibration, or because it is of the side that is indexed.
 */
export function leastScoreIn(engine: Engine, query: MatchRecord, level: 1 | 2 | 3): number | undefined {
  const side = engine.querySide(query);
  const isOfOtherSide = side.isDemand !== (engine.parts.side === 'demand');
  return engine.levels === undefined || !isOfOtherSide
    ? undefined
    : leastScoreOf(engine.levels, level, engine.ownOf(side));
}
