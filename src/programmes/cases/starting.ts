import type { Pair } from '../common/pair.ts';
import { CASE_TRANSITIONS, type CaseEvent, type CasePair } from './events.ts';
import { type CaseLedger, isOpen } from './ledger.ts';

/** A pair as far as it is known. */
type KnownPair = Pick<Pair, 'id'> & Partial<Pair>;

/**
 * Pairs that an office takes up, as events for the ledger: each a case `paired` on the day, with what is known of its
 * pair, so that reports need nothing else. Pairs with an open or signed case give none, and a pair
 * that stands twice gives one; a case that had failed is taken up again. O(pairs + cases).
 * @param pairs of `invitePairs`, or any with `demandId` and `supplyId`.
 * @param on the day, `YYYY-MM-DD`.
 */
export function pairedEvents(ledger: CaseLedger, pairs: readonly KnownPair[], on: string): CaseEvent[] {
  const going = new Set(ledger.cases.flatMap(({ pairId, state }) => (state === 'failed' ? [] : [pairId])));
  const ids = new Set(ledger.events.map(({ id }) => id));
  const events: CaseEvent[] = [];
  for (const pair of pairs) {
    if (going.has(pair.id)) continue;
    going.add(pair.id);
    const event = pairedEvent(pair, on);
    let id = event.id;
    for (let again = 2; ids.has(id); again++) id = `${event.id} ${again}`;
    events.push({ ...event, id });
  }
  return events;
}

/** The event that begins the case of a pair. */
export function pairedEvent(pair: KnownPair, on: string, brokerId?: string): CaseEvent {
  const chain = pair.chains?.[0];
  const known = casePairOf(pair);
  return {
    id: `${on} ${pair.id}`,
    kind: 'paired',
    pairId: pair.id,
    ...(brokerId === undefined ? {} : { brokerId }),
    on,
    ...(chain === undefined ? {} : { chain }),
    ...(known === undefined ? {} : { pair: known }),
  };
}

function casePairOf({
  demandId,
  supplyId,
  value,
  chains,
  regionCode,
  parties,
}: KnownPair): CasePair | undefined {
  if (demandId === undefined || supplyId === undefined) return undefined;
  return {
    demandId,
    supplyId,
    ...(value === undefined ? {} : { value }),
    ...(chains === undefined ? {} : { chains }),
    ...(regionCode === undefined ? {} : { regionCode }),
    ...(parties === undefined ? {} : { parties }),
  };
}

/**
 * That some pairs were invited or have met, as events for the ledger. Cases that are past that state, or over, give none,
 * nor do pairs without a case. O(pairs + cases).
 * @param pairIds of the pairs of a session for `invited`, of its meetings for `met`.
 * @param on the day, `YYYY-MM-DD`.
 */
export function stepEvents(
  ledger: CaseLedger,
  kind: 'invited' | 'met',
  pairIds: readonly string[],
  on: string,
): CaseEvent[] {
  const wanted = new Set(pairIds);
  return ledger.cases
    .filter((one) => wanted.has(one.pairId) && isOpen(one) && CASE_TRANSITIONS[one.state].includes(kind))
    .map(({ pairId }) => ({ id: `${on} ${pairId} ${kind}`, kind, pairId, on }));
}
