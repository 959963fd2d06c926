import * as z from 'zod/mini';
import { checkOptions, DAY, optionsOf } from '../common/check.ts';
import type { BrokerLedger } from './ledger.ts';
import type { CaseEvent, CaseState, MinedEvent } from './ledger-events.ts';

/** What was achieved, as incentives count it. */
export interface PerformanceCounts {
  /** Demands found (需求挖掘). */
  readonly mined: number;
  /** Cases that entered each state; `recommended` are the introductions, `signed` the deals. */
  readonly entered: Readonly<Record<CaseState, number>>;
  /** Sum of the contracts signed, in yuan. */
  readonly amount: number;
  /** Contracts of which no sum is known. */
  readonly withoutAmount: number;
}

/** The performance of one broker, or under one chain. */
export interface PerformanceRow extends PerformanceCounts {
  /** Broker id or chain code; empty for events of no known chain. */
  readonly key: string;
}

/** Performance by broker and by chain; both add up to the total. */
export interface BrokerPerformance {
  /** Most deals first, then the greatest amount, most introductions, most demands found, then by key. */
  readonly brokers: readonly PerformanceRow[];
  /** In the same order. */
  readonly chains: readonly PerformanceRow[];
  readonly total: PerformanceCounts;
}

/** The days that count, both included, `YYYY-MM-DD`. */
export interface PerformancePeriod {
  readonly from?: string;
  readonly to?: string;
}

const PERIOD = optionsOf<PerformancePeriod>({ from: z.optional(DAY), to: z.optional(DAY) });

type Writable<T> = { -readonly [K in keyof T]: T[K] extends number ? number : Writable<T[K]> };

/**
 * Counts what brokers achieved in a period: demands found, introductions, talks, deals and their amounts, as corrected
 * since.
 * serves: 「根据需求挖掘、成果转化等绩效,对技术经纪人给予适当激励」. O(events).
 * @throws InputError `INVALID_OPTIONS` for a bad period.
 */
export function brokerPerformance(ledger: BrokerLedger, period: PerformancePeriod = {}): BrokerPerformance {
  checkOptions(period, PERIOD);
  const { from = '', to = '9999-12-31' } = period;
  const chainOf = new Map<string, string>();
  const sums = new Map(
    ledger.events.flatMap((event) =>
      event.kind === 'corrected' ? [[event.pairId, event.amount] as const] : [],
    ),
  );
  const brokers = new Map<string, Writable<PerformanceCounts>>();
  const chains = new Map<string, Writable<PerformanceCounts>>();
  const total = none();
  for (const event of ledger.events) {
    if (event.kind === 'recommended' && event.chain !== undefined) chainOf.set(event.pairId, event.chain);
    if (event.on < from || event.on > to) continue;
    if (event.kind === 'handed-over' || event.kind === 'corrected') continue;
    const chain = event.kind === 'mined' ? event.chain : chainOf.get(event.pairId);
    const sum = event.kind === 'signed' ? (sums.get(event.pairId) ?? event.amount) : undefined;
    count(event, sum, total);
    count(event, sum, rowOf(brokers, event.brokerId));
    count(event, sum, rowOf(chains, chain ?? ''));
  }
  return { brokers: ranked(brokers), chains: ranked(chains), total };
}

function none(): Writable<PerformanceCounts> {
  const entered = { recommended: 0, contacted: 0, negotiating: 0, signed: 0, failed: 0 };
  return { mined: 0, entered, amount: 0, withoutAmount: 0 };
}

function rowOf(rows: Map<string, Writable<PerformanceCounts>>, key: string): Writable<PerformanceCounts> {
  const row = rows.get(key) ?? none();
  rows.set(key, row);
  return row;
}

function count(
  event: MinedEvent | CaseEvent,
  sum: number | undefined,
  into: Writable<PerformanceCounts>,
): void {
  if (event.kind === 'mined') {
    into.mined++;
    return;
  }
  into.entered[event.kind]++;
  if (event.kind !== 'signed') return;
  if (sum === undefined) into.withoutAmount++;
  else into.amount += sum;
}

function ranked(rows: ReadonlyMap<string, PerformanceCounts>): PerformanceRow[] {
  return [...rows]
    .map(([key, row]) => ({ key, ...row }))
    .sort(
      (a, b) =>
        b.entered.signed - a.entered.signed ||
        b.amount - a.amount ||
        b.entered.recommended - a.entered.recommended ||
        b.mined - a.mined ||
        (a.key < b.key ? -1 : 1),
    );
}
