import type { InputIssue } from '../../base/errors.ts';
import { Issues } from '../../base/issues.ts';
import { checkLists } from '../common/check.ts';
import {
  CASE_STATE_LABELS,
  CASE_TRANSITIONS,
  type CaseState,
  type FailureReason,
  LEDGER_EVENT,
  type LedgerEvent,
  type MinedEvent,
} from './ledger-events.ts';

/** Where a case stands. */
export interface BrokerCase {
  readonly pairId: string;
  readonly brokerId: string;
  readonly state: CaseState;
  /** The day on which it entered the state. */
  readonly since: string;
  readonly chain?: string;
  /** Why it failed, where that is told. */
  readonly reason?: FailureReason;
}

/** What happened, and where it led. Plain data; a host that keeps the events has all of it. */
export interface BrokerLedger {
  /** In the order in which they were appended. */
  readonly events: readonly LedgerEvent[];
  /** In the order in which they were first recommended. */
  readonly cases: readonly BrokerCase[];
}

/** A ledger without events. */
export const EMPTY_LEDGER: BrokerLedger = { events: [], cases: [] };

/**
 * Appends events to a ledger: a new one, the old one stays. A case is recommended first and follows
 * `CASE_TRANSITIONS`, in the hands of one broker until it fails or is handed over; days do not run backwards within a case. The sum of a signed
 * case may be corrected.
 * serves: 「根据需求挖掘、成果转化等绩效,对技术经纪人给予适当激励」. O(events of both).
 * @throws InputError `INVALID_RECORDS` naming every event of bad shape, or else every event that may not follow those
 *   before it, with what was expected; then nothing was appended.
 */
export function appendEvents(ledger: BrokerLedger, events: readonly LedgerEvent[]): BrokerLedger {
  checkLists([{ what: 'events', items: events, schema: LEDGER_EVENT }]);
  const ids = new Set(ledger.events.map(({ id }) => id));
  const mined = new Set(ledger.events.flatMap((event) => (event.kind === 'mined' ? [event.demandId] : [])));
  const cases = new Map(ledger.cases.map((one) => [one.pairId, one]));
  const last = new Map(
    ledger.events.flatMap((event) => (event.kind === 'mined' ? [] : [[event.pairId, event.on] as const])),
  );
  const issues = new Issues();
  for (const [index, event] of events.entries()) {
    const problem = ids.has(event.id)
      ? { path: 'id', expected: 'an id that is not in the ledger', received: event.id }
      : event.kind === 'mined'
        ? mined.has(event.demandId)
          ? { path: 'demandId', expected: 'a demand that was not mined before', received: event.demandId }
          : undefined
        : problemWith(event, cases.get(event.pairId), last.get(event.pairId));
    if (problem !== undefined) {
      const where = { index, id: event.id, place: 'events' };
      issues.addText(problem.path, problem.expected, problem.received, where);
    } else if (event.kind === 'mined') mined.add(event.demandId);
    else {
      cases.set(event.pairId, caseAfter(event, cases.get(event.pairId)));
      last.set(event.pairId, event.on);
    }
  }
  issues.throwAs('INVALID_RECORDS', 'Bad events');
  return { events: [...ledger.events, ...events], cases: [...cases.values()] };
}

type Problem = Pick<InputIssue, 'path' | 'expected' | 'received'>;

/** What keeps an event from following the state of its case. */
function problemWith(
  event: Exclude<LedgerEvent, MinedEvent>,
  known: BrokerCase | undefined,
  last = known?.since,
): Problem | undefined {
  if (event.kind === 'handed-over' || event.kind === 'corrected') {
    const isFit =
      event.kind === 'corrected'
        ? known?.state === 'signed'
        : known !== undefined && known.state !== 'signed' && known.state !== 'failed';
    if (isFit) return problemOfHands(event, known!, last!);
    const expected = event.kind === 'corrected' ? 'after signed (签约)' : 'while the case is open';
    return { path: 'kind', expected: `${event.kind} only ${expected}`, received: event.kind };
  }
  const next = known === undefined ? (['recommended'] as const) : CASE_TRANSITIONS[known.state];
  if (!next.some((state) => state === event.kind)) {
    const after = known === undefined ? 'of a new case' : `after ${stateText(known.state)}`;
    const wanted = next.length === 0 ? 'nothing' : next.map(stateText).join(' or ');
    return { path: 'kind', expected: `${wanted} ${after}`, received: stateText(event.kind) };
  }
  if (known === undefined) return undefined;
  return problemOfHands(event, known, last!);
}

/** Days run forward, and an open or signed case is in the hands of its broker. */
function problemOfHands(
  event: Exclude<LedgerEvent, MinedEvent>,
  known: BrokerCase,
  last: string,
): Problem | undefined {
  if (event.on < last) return { path: 'on', expected: `${last} or later`, received: event.on };
  if (known.state !== 'failed' && event.brokerId !== known.brokerId) {
    const expected = `the broker of the case, ${JSON.stringify(known.brokerId)}`;
    return { path: 'brokerId', expected, received: JSON.stringify(event.brokerId) };
  }
  if (event.kind === 'handed-over' && event.to === event.brokerId) {
    return { path: 'to', expected: 'another broker', received: JSON.stringify(event.to) };
  }
  return undefined;
}

function stateText(state: CaseState): string {
  return `${state} (${CASE_STATE_LABELS[state].zh})`;
}

function caseAfter(event: Exclude<LedgerEvent, MinedEvent>, known: BrokerCase | undefined): BrokerCase {
  if (event.kind === 'handed-over') return { ...known!, brokerId: event.to };
  if (event.kind === 'corrected') return known!;
  const { pairId, brokerId, kind: state, on: since } = event;
  const chain = state === 'recommended' ? (event.chain ?? known?.chain) : known?.chain;
  const reason = event.kind === 'failed' ? event.reason : undefined;
  return {
    pairId,
    brokerId,
    state,
    since,
    ...(chain === undefined ? {} : { chain }),
    ...(reason === undefined ? {} : { reason }),
  };
}
