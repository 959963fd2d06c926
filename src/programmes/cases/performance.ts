import { checkOptions } from '../common/check.ts';
import { isIn, PERIOD, type Period } from '../common/period.ts';
import { CASE_STATES, type CaseState, type LedgerEvent, type MinedEvent } from './events.ts';
import type { CaseLedger } from './ledger.ts';

/** What was achieved, as incentives count it. */
export interface PerformanceCounts {
  /** Demands found (需求挖掘). */
  readonly mined: number;
  /** Cases taken on: paired in a broker's hands, assigned, or handed over to one. */
  readonly taken: number;
  /** Cases that entered each state; `signed` are the deals. */
  readonly entered: Readonly<Record<CaseState, number>>;
  /** Sum of the contracts signed, in yuan. */
  readonly amount: number;
  /** Contracts of which no sum is known. */
  readonly withoutAmount: number;
}

/** The performance of one broker, or under one chain. */
export interface PerformanceRow extends PerformanceCounts {
  /** Broker id or chain code; empty for cases of no broker, events of no known chain. */
  readonly key: string;
}

/** Performance by broker and by chain; both add up to the total. */
export interface BrokerPerformance {
  /** Most deals first, then the greatest amount, most cases taken, most demands found, then by key. */
  readonly brokers: readonly PerformanceRow[];
  /** In the same order. */
  readonly chains: readonly PerformanceRow[];
  readonly total: PerformanceCounts;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends number ? number : Writable<T[K]> };

/**
 * Counts what brokers achieved in a period: demands found, cases taken, talks, deals and their amounts, as corrected
 * since. What happened to a case counts for the broker who had it then.
 * serves: 「根据需求挖掘、成果转化等绩效,对技术经纪人给予适当激励」. O(events).
 * @throws InputError `INVALID_OPTIONS` for a bad period.
 */
export function brokerPerformance(ledger: CaseLedger, period: Period = {}): BrokerPerformance {
  checkOptions(period, PERIOD);
  const at = new Map<string, Hands>();
  for (const { pairId, contract } of ledger.cases) at.set(pairId, inNoHands(contract?.amount));
  const brokers = new Map<string, Writable<PerformanceCounts>>();
  const chains = new Map<string, Writable<PerformanceCounts>>();
  const total = none();
  for (const event of ledger.events) {
    const hands = event.kind === 'mined' ? NOBODY : handsOf(event, at);
    if (event.kind === 'corrected' || !isIn(period, event.on)) continue;
    const { brokerId, chain = '' } = event.kind === 'mined' ? event : hands;
    count(event, hands, total);
    count(event, hands, rowOf(brokers, brokerId));
    count(event, hands, rowOf(chains, chain));
  }
  return { brokers: ranked(brokers), chains: ranked(chains), total };
}

/** Who has a case, and its chain; empty for nobody and none. */
interface Hands {
  brokerId: string;
  chain: string;
  /** Whether the last event gave it to them. */
  isTaken: boolean;
  /** Of its contract, as corrected since. */
  readonly sum: number | undefined;
}

function inNoHands(sum: number | undefined): Hands {
  return { brokerId: '', chain: '', isTaken: false, sum };
}

const NOBODY: Readonly<Hands> = inNoHands(undefined);

/** Under whom and what an event counts; remembers who has the case. */
function handsOf(event: Exclude<LedgerEvent, MinedEvent>, at: Map<string, Hands>): Readonly<Hands> {
  let hands = at.get(event.pairId);
  if (hands === undefined) {
    hands = inNoHands(undefined);
    at.set(event.pairId, hands);
  }
  const before = hands.brokerId;
  const isPaired = event.kind === 'paired';
  hands.brokerId = event.kind === 'handed-over' ? event.to : (event.brokerId ?? (isPaired ? '' : before));
  hands.isTaken = hands.brokerId !== '' && (isPaired || hands.brokerId !== before);
  if (isPaired) hands.chain = event.chain ?? event.pair?.chains?.[0] ?? hands.chain;
  return hands;
}

function none(): Writable<PerformanceCounts> {
  const entered = Object.fromEntries(CASE_STATES.map((state) => [state, 0])) as Record<CaseState, number>;
  return { mined: 0, taken: 0, entered, amount: 0, withoutAmount: 0 };
}

function rowOf(rows: Map<string, Writable<PerformanceCounts>>, key: string): Writable<PerformanceCounts> {
  const row = rows.get(key) ?? none();
  rows.set(key, row);
  return row;
}

function count(
  event: Exclude<LedgerEvent, { readonly kind: 'corrected' }>,
  { sum, isTaken }: Readonly<Hands>,
  into: Writable<PerformanceCounts>,
): void {
  if (event.kind === 'mined') {
    into.mined++;
    return;
  }
  if (isTaken) into.taken++;
  if (event.kind === 'assigned' || event.kind === 'handed-over') return;
  into.entered[event.kind]++;
  if (event.kind !== 'signed') return;
  if (sum === undefined) into.withoutAmount++;
  // In fen, so that sums are exact.
  else into.amount = (Math.round(into.amount * 100) + Math.round(sum * 100)) / 100;
}

function ranked(rows: ReadonlyMap<string, PerformanceCounts>): PerformanceRow[] {
  return [...rows]
    .map(([key, row]) => ({ key, ...row }))
    .sort(
      (a, b) =>
        b.entered.signed - a.entered.signed ||
        b.amount - a.amount ||
        b.taken - a.taken ||
        b.mined - a.mined ||
        (a.key < b.key ? -1 : 1),
    );
}
