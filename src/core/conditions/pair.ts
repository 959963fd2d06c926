import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ConditionWeights, JudgedCondition } from './condition.ts';
import { judge, type Party } from './judge.ts';
import { MAY_LACK, type StatingRecord, statedOf } from './stated.ts';

/**
 * A record read for conditions.
 * @param bits what it may state, as `mayState` tells.
 */
export function partyOf(record: StatingRecord, bits: number, lexicon: Lexicon): Party {
  return { ...record, stated: statedOf(record, bits, lexicon) };
}

/** Whether a demand states anything that an achievement could speak to. */
export function asks({ stated }: Party): boolean {
  return stated.exclusions.length > 0 || stated.indicators.length > 0 || stated.maturity?.span !== undefined;
}

/** A side of a pair, read when it is asked for. */
export interface Side {
  readonly isDemand: boolean;
  /** What it may state, as `mayState` tells. */
  readonly states: () => number;
  readonly party: () => Party;
}

/** The conditions of a pair of a demand and a supply record, whichever is which; of other pairs none. */
export function conditionsOf(one: Side, other: Side, weights: ConditionWeights): readonly JudgedCondition[] {
  if (one.isDemand === other.isDemand) return [];
  const [demand, supply] = one.isDemand ? [one, other] : [other, one];
  const asking = demand.party();
  if (!asks(asking) && (supply.states() & MAY_LACK) === 0) return [];
  return judge(asking, supply.party(), weights);
}
