import type { Bilingual } from '../../base/bilingual.ts';
import type { Broker, BrokerPair } from './broker.ts';
import { chainFit, hasLevel } from './fit.ts';

/** Why a pair has no broker. */
export type UnassignedCode =
  | 'no-chain'
  | 'no-level'
  | 'no-capacity'
  | 'taken'
  | 'standing-full'
  | 'demand-full';

export const UNASSIGNED_LABELS: Readonly<Record<UnassignedCode, Bilingual>> = {
  'no-chain': { zh: '没有熟悉该产业链的技术经理人', en: 'no broker knows the chain' },
  'no-level': { zh: '熟悉该产业链的技术经理人等级不够', en: 'no broker of the chain has the level' },
  'no-capacity': { zh: '合适的技术经理人已满负荷', en: 'every suitable broker has a full load' },
  'standing-full': {
    zh: '该单位的固定技术经理人已无余力',
    en: 'the standing brokers of the unit have no room',
  },
  'demand-full': {
    zh: '同一需求由一人负责，其已无余力或不适合',
    en: 'one broker looks after the demand, and has no room or does not suit',
  },
  taken: { zh: '合适的技术经理人已派给其他项目', en: 'every suitable broker went to other pairs' },
};

/** A pair without a broker. */
export interface UnassignedPair {
  readonly pairId: string;
  readonly value: number;
  readonly reason: UnassignedCode;
  /** Brokers that would suit, full or not. */
  readonly suitable: number;
}

/** The first condition that leaves the pair without a broker. O(brokers). */
export function unassignedPair(
  pair: BrokerPair,
  brokers: readonly Broker[],
  team?: readonly string[],
  hasBroker = false,
): UnassignedPair {
  if (team !== undefined) {
    const suitable = brokers.filter(({ id }) => team.includes(id)).length;
    return {
      pairId: pair.id,
      value: pair.value,
      reason: hasBroker ? 'demand-full' : 'standing-full',
      suitable,
    };
  }
  const ofChain = brokers.filter((broker) => chainFit(pair, broker) > 0);
  const suitable = ofChain.filter((broker) => hasLevel(broker, pair));
  const isFree = ({ capacity, load = 0 }: Broker) => load < capacity;
  const reason =
    ofChain.length === 0
      ? 'no-chain'
      : suitable.length === 0
        ? 'no-level'
        : suitable.some(isFree)
          ? hasBroker
            ? 'demand-full'
            : 'taken'
          : 'no-capacity';
  return { pairId: pair.id, value: pair.value, reason, suitable: suitable.length };
}
