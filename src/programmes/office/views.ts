import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchRecord, RecordInput } from '../../core/records/types.ts';
import type { BrokerPair } from '../brokers/broker.ts';
import { type Case, isOpen } from '../cases/ledger.ts';
import { READY_KINDS } from '../common/ready-kinds.ts';
import type { OfficeInput } from './input.ts';

/** Who takes part. */
export type Gates = Pick<OfficeInput, 'asOf' | 'clearance'>;

/** Whether a record can be taken over as it is. */
export function isReady({ kind }: Pick<MatchRecord, 'kind'>): boolean {
  return READY_KINDS.some((ready) => ready === kind);
}

/** Day and clearance, as programmes and filters take them. */
export function gatesOf({ asOf, clearance = 'public' }: Gates) {
  return { asOf, clearance };
}

/** All rows of an index. */
export function recordsOf<R>(matcher: Matcher<R>): R[] {
  return Array.from({ length: matcher.size }, (_, i) => matcher.record(i));
}

/** All records of an index, as it read them. */
export function parsedOf(matcher: Matcher<unknown>): MatchRecord[] {
  return Array.from({ length: matcher.size }, (_, i) => matcher.parsed(i));
}

/** The records of an index, or some of them, with the chains that it found. */
export function taggedOf<R extends RecordInput>(
  matcher: Matcher<R>,
  isWanted: (record: MatchRecord) => boolean = () => true,
): R[] {
  return recordsOf(matcher).flatMap((record, i) => {
    const parsed = matcher.parsed(i);
    if (!isWanted(parsed)) return [];
    const chains = matcher.chainsOf(parsed.id).map(({ code, confidence }) => ({ code, confidence }));
    return [{ ...record, chains }];
  });
}

/**
 * What people call ids. An id that two things have, a demand and an achievement that are both numbered 1, names neither.
 */
export function titlesOf(named: Iterable<readonly [id: string, title: string]>): Map<string, string> {
  const titles = new Map<string, string>();
  const taken = new Set<string>();
  for (const [id, title] of named) {
    if (taken.has(id)) titles.delete(id);
    else titles.set(id, title);
    taken.add(id);
  }
  return titles;
}

/** Whether an index has a record of an id, of these kinds. */
export function isHeld(
  matcher: Matcher<unknown>,
  id: string,
  isWanted: (record: MatchRecord) => boolean = () => true,
): boolean {
  const index = matcher.indexOf(id);
  return index >= 0 && isWanted(matcher.parsed(index));
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
