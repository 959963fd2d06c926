import type { Matcher } from '../../core/matcher/matcher.ts';
import type { RecordInput } from '../../core/records/types.ts';
import type { BrokerPair } from '../brokers/broker.ts';
import { type Case, isOpen } from '../cases/ledger.ts';
import type { OfficeInput } from './input.ts';

type Gates = Pick<OfficeInput, 'asOf' | 'clearance'>;

/** Day and clearance, as programmes and filters take them. */
export function gatesOf({ asOf, clearance = 'public' }: Gates) {
  return { asOf, clearance };
}

/** All rows of an index. */
export function recordsOf<R>(matcher: Matcher<R>): R[] {
  return Array.from({ length: matcher.size }, (_, i) => matcher.record(i));
}

/** The records of an index with the chains that it found. */
export function taggedOf<R extends RecordInput>(matcher: Matcher<R>): R[] {
  return recordsOf(matcher).map((record, i) => ({
    ...record,
    chains: matcher.chainsOf(matcher.parsed(i).id).map(({ code, confidence }) => ({ code, confidence })),
  }));
}

/** Whether a case waits for a broker. */
export function isFree(one: Case): boolean {
  return isOpen(one) && one.brokerId === undefined && one.pair !== undefined;
}

const LEAST = 0.01;

/** What brokers are chosen by. A pair of unknown worth is worth little, not nothing. */
export function brokerPairOf({ pairId, pair }: Case): BrokerPair {
  const { value = LEAST, chains, regionCode, demandId, parties } = pair!;
  return {
    id: pairId,
    value,
    demandId,
    ...(chains === undefined ? {} : { chains }),
    ...(regionCode === undefined ? {} : { regionCode }),
    ...(parties?.demander === undefined ? {} : { demander: parties.demander.id }),
    ...(parties?.supplier === undefined ? {} : { supplier: parties.supplier.id }),
  };
}
