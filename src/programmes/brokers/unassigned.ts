import type { Bilingual } from '../../base/bilingual.ts';
import type { Broker, BrokerPair } from './broker.ts';
import { chainFit, hasLevel } from './fit.ts';

/** Why a pair has no broker. */
export type UnassignedCode = 'no-chain' | 'no-level' | 'no-capacity' | 'taken';

export const UNASSIGNED_LABELS: Readonly<Record<UnassignedCode, Bilingual>> = {
  'no-chain': { zh: '没有熟悉该产业链的技术经理人', en: 'no broker knows the chain' },
  'no-level': { zh: '熟悉该产业链的技术经理人等级不够', en: 'no broker of the chain has the level' },
  'no-capacity': { zh: '合适的技术经理人已满负荷', en: 'every suitable broker has a full load' },
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
export function unassignedPair(pair: BrokerPair, brokers: readonly Broker[]): UnassignedPair {
  const ofChain = brokers.filter((broker) => chainFit(pair, broker) > 0);
  const suitable = ofChain.filter((broker) => hasLevel(broker, pair));
  const isFree = ({ capacity, load = 0 }: Broker) => load < capacity;
  const reason =
    ofChain.length === 0
      ? 'no-chain'
      : suitable.length === 0
        ? 'no-level'
        : suitable.some(isFree)
          ? 'taken'
          : 'no-capacity';
  return { pairId: pair.id, value: pair.value, reason, suitable: suitable.length };
}
