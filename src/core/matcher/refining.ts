import type { ConditionWeights } from '../conditions/condition.ts';
import type { Party } from '../conditions/judge.ts';
import { asks, conditionsOf, SPEAKS_ALONE } from '../conditions/pair.ts';
import { MOST_UP, SHIFTS, shifted, shiftOf } from '../conditions/shift.ts';
import { MAY_BE_MATURE, MAY_MEASURE } from '../conditions/stated.ts';
import type { ExplainedSide } from '../explanation/explain.ts';
import type { Refinement } from '../matches/second-stage.ts';
import { MAY_ASK_SEVERAL } from '../needs/asked.ts';
import { MOST_LIFT } from '../needs/need-rows.ts';

/** An indexed collection, as conditions and the needs of its records see it. */
export interface RefinedCollection {
  readonly isOfDemands: boolean;
  /** What each record may state, see `mayState`. */
  readonly states: Uint8Array;
  /** What any of them may state. */
  readonly anyStates: number;
  readonly weights: ConditionWeights;
  readonly side: (row: number) => ExplainedSide;
  /** The score of a pair before conditions shift it: of a demand with several needs that of its best row. */
  readonly sum: (query: ExplainedSide, record: ExplainedSide) => number;
}

/** Sums are rounded: a bound that is higher by this is one. */
const ABOVE = 1 + 1e-12;

/**
 * How the conditions of a query and of the records shift scores, and how those of indexed demands with several needs rise
 * to those of their best one; nothing where no pair can have any of it: then the products are the scores.
 *
 * The kernels know the row of the whole demand alone. That of a need holds no term more often than `MOST_LIFT` times, so
 * that its product is at most as many times higher, and the bound with it.
 */
export function refinementOf(query: ExplainedSide, collection: RefinedCollection): Refinement | undefined {
  const { isOfDemands, states, anyStates, weights, side, sum: sumOf } = collection;
  if (query.isDemand === isOfDemands) return undefined;
  const own = query.party();
  const speaksAlone = maySpeakAlone(query, anyStates);
  const isLifted = !query.isDemand && (anyStates & MAY_ASK_SEVERAL) !== 0;
  if (!mayShift(query, anyStates) && !isLifted) return undefined;
  const most = mostShift(query, collection);
  const lift = isLifted ? MOST_LIFT : 1;
  const isOpen = query.isDemand ? opensTo(own) : (bits: number) => speaksAlone || statesIn(bits) !== 0;
  const shiftAt = (row: number): number =>
    isOpen(states[row]!) ? shiftOf(conditionsOf(query, side(row), weights)) : 0;
  const liftedAt = (row: number, sum: number): number =>
    isLifted && (states[row]! & MAY_ASK_SEVERAL) !== 0 ? sumOf(query, side(row)) : sum;
  return {
    score: (row, sum) => shifted(liftedAt(row, sum), shiftAt(row)),
    bound: (sum) => shifted(Math.min(1, lift * sum), most) * ABOVE,
    least: (score) => shifted(score, -most) / lift / ABOVE,
  };
}

/** Whether one side of some pair speaks to any other. */
function maySpeakAlone(query: ExplainedSide, anyStates: number): boolean {
  return ((query.isDemand ? anyStates : query.states()) & SPEAKS_ALONE) !== 0;
}

/** Whether conditions may shift the score of any pair with a query of the other side. */
function mayShift(query: ExplainedSide, anyStates: number): boolean {
  return (
    maySpeakAlone(query, anyStates) || (query.isDemand ? asks(query.party()) : statesIn(anyStates) !== 0)
  );
}

/** The most that conditions may shift the log-odds of the score of a query with any record of a collection upwards. */
export function mostShift(
  query: ExplainedSide,
  { isOfDemands, anyStates, weights }: Pick<RefinedCollection, 'isOfDemands' | 'anyStates' | 'weights'>,
): number {
  if (query.isDemand === isOfDemands || !mayShift(query, anyStates)) return 0;
  return query.isDemand ? mostUp(query.party(), weights) : MOST_UP;
}

/** The bits that conditions are made of. */
function statesIn(bits: number): number {
  return bits & ~MAY_ASK_SEVERAL;
}

/** The most that a demand's conditions may shift a score upwards. */
function mostUp({ stated }: Party, weights: ConditionWeights): number {
  const sum =
    stated.exclusions.length * weights.exclusion * SHIFTS.exclusion.met +
    stated.indicators.length * weights.quantity * SHIFTS.quantity.met +
    (stated.maturity === undefined ? 0 : weights.maturity * SHIFTS.maturity.met);
  return Math.min(MOST_UP, sum);
}

/** Whether a record of such bits may speak to a demand's conditions. Any text may hold what a demand rules out. */
function opensTo({ stated }: Party): (bits: number) => boolean {
  if (stated.exclusions.length > 0) return () => true;
  const wanted =
    SPEAKS_ALONE |
    (stated.indicators.length > 0 ? MAY_MEASURE : 0) |
    (stated.maturity === undefined ? 0 : MAY_BE_MATURE);
  return (bits) => (bits & wanted) !== 0;
}
