import type { ConditionWeights } from '../conditions/condition.ts';
import type { Party } from '../conditions/judge.ts';
import { asks, type Side as ConditionSide, conditionsOf } from '../conditions/pair.ts';
import { MOST_UP, SHIFTS, shifted, shiftOf } from '../conditions/shift.ts';
import { MAY_BE_MATURE, MAY_LACK, MAY_MEASURE } from '../conditions/stated.ts';
import type { Refinement } from '../matches/second-stage.ts';

/** An indexed collection, as conditions see it. */
export interface RefinedCollection {
  readonly isOfDemands: boolean;
  /** What each record may state, see `mayState`. */
  readonly states: Uint8Array;
  /** What any of them may state. */
  readonly anyStates: number;
  readonly weights: ConditionWeights;
  readonly side: (row: number) => ConditionSide;
}

/** Sums are rounded: a bound that is higher by this is one. */
const ABOVE = 1 + 1e-12;

/**
 * How the conditions of a query and of the records shift scores; nothing where no pair can have any: then the products
 * are the scores.
 */
export function refinementOf(query: ConditionSide, collection: RefinedCollection): Refinement | undefined {
  const { isOfDemands, states, anyStates, weights, side } = collection;
  if (query.isDemand === isOfDemands) return undefined;
  const own = query.party();
  if (query.isDemand ? !asks(own) && (anyStates & MAY_LACK) === 0 : anyStates === 0) return undefined;
  const most = query.isDemand ? mostUp(own, weights) : MOST_UP;
  const isOpen = query.isDemand ? opensTo(own) : (bits: number) => bits !== 0;
  const shiftAt = (row: number): number =>
    isOpen(states[row]!) ? shiftOf(conditionsOf(query, side(row), weights)) : 0;
  return {
    score: (row, product) => shifted(product, shiftAt(row)),
    bound: (product) => shifted(product, most) * ABOVE,
    least: (score) => shifted(score, -most) / ABOVE,
  };
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
    MAY_LACK |
    (stated.indicators.length > 0 ? MAY_MEASURE : 0) |
    (stated.maturity === undefined ? 0 : MAY_BE_MATURE);
  return (bits) => (bits & wanted) !== 0;
}
