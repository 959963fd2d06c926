import type { Bilingual } from '../../base/bilingual.ts';
import { type AssignmentTerms, assignmentReason } from './assignment-reason.ts';
import type { Broker, BrokerPair } from './broker.ts';
import { type BrokerFit, chainFit, levelFit, loadFit, regionFit } from './fit.ts';

/** A pair with its broker. */
export interface BrokerAssignment {
  readonly pairId: string;
  readonly brokerId: string;
  /** Value of the pair × Σ weight · fit. */
  readonly value: number;
  /** What the broker is worth to the pair, side by side, each in [0, 1]. */
  readonly fit: BrokerFit;
  readonly reason: Bilingual;
}

/** A pair given to a broker. */
export function assignmentOf(pair: BrokerPair, broker: Broker, terms: AssignmentTerms): BrokerAssignment {
  const { weights, near, further } = terms;
  const fit: BrokerFit = {
    chain: chainFit(pair, broker),
    region: regionFit(pair, broker, near),
    level: levelFit(broker),
    load: loadFit(broker, further),
  };
  const share =
    weights.chain * fit.chain +
    weights.region * fit.region +
    weights.level * fit.level +
    weights.load * fit.load;
  const reason = assignmentReason(pair, broker, terms);
  return { pairId: pair.id, brokerId: broker.id, value: pair.value * share, fit, reason };
}
