import type { InputIssue } from '../../base/errors.ts';
import { Issues } from '../../base/issues.ts';
import { checkLists } from '../common/check.ts';
import type { Contract } from './contract.ts';
import {
  CASE_STATE_LABELS,
  CASE_TRANSITIONS,
  type CaseEvent,
  type CasePair,
  type CaseState,
  type CorrectionEvent,
  type FailureReason,
  LEDGER_EVENT,
  type LedgerEvent,
  type MinedEvent,
} from './events.ts';

/** Where a case stands. */
export interface Case {
  readonly pairId: string;
  /** What was told of the pair when it was taken up. */
  readonly pair?: CasePair;
  /** Who has it; absent where nobody does. */
  readonly brokerId?: string;
  readonly state: CaseState;
  /** The day on which it entered the state. */
  readonly since: string;
  readonly chain?: string;
  /** Of a signed case, as corrected since. */
  readonly contract?: Contract;
  /** Why it failed, where that is told. */
  readonly reason?: FailureReason;
}

/** What happened, and where it led. Plain data; a host that keeps the events has all of it. */
export interface CaseLedger {
  /** In the order in which they were appended. */
  readonly events: readonly LedgerEvent[];
  /** In the order in which they were first paired. */
  readonly cases: readonly Case[];
}

/** A ledger without events. */
export const EMPTY_LEDGER: CaseLedger = { events: [], cases: [] };

/**
 * Appends events to a ledger: a new one, the old one stays. A case is paired first and goes forward as `CASE_TRANSITIONS`
 * say, in the hands of one broker from the first event that names one until it fails or is handed over; days do not run
 * backwards within a case. The contract of a signed case may be corrected.
 * serves: 「根据需求挖掘、成果转化等绩效,对技术经纪人给予适当激励」. O(events of both).
 * @throws InputError `INVALID_RECORDS` naming every event of bad shape, or else every event that may not follow those
 *   before it, with what was expected; then nothing was appended.
 */
export function appendEvents(ledger: CaseLedger, events: readonly LedgerEvent[]): CaseLedger {
  expectLedger(ledger);
  checkLists([{ what: 'events', items: events, schema: LEDGER_EVENT }]);
  const ids = new Set<string>();
  const mined = new Set<string>();
  const tracks = new Map<string, Track>();
  for (const known of ledger.cases) tracks.set(known.pairId, { known, last: known.since });
  for (const event of ledger.events) {
    ids.add(event.id);
    const track = event.kind === 'mined' ? undefined : tracks.get(event.pairId);
    if (event.kind === 'mined') mined.add(event.demandId);
    else if (track !== undefined) track.last = event.on;
  }
  const issues = new Issues();
  for (const [index, event] of events.entries()) {
    const track = event.kind === 'mined' ? undefined : tracks.get(event.pairId);
    const problem = ids.has(event.id)
      ? { path: 'id', expected: 'an id that is not in the ledger', received: event.id }
      : event.kind === 'mined'
        ? mined.has(event.demandId)
          ? { path: 'demandId', expected: 'a demand that was not mined before', received: event.demandId }
          : undefined
        : problemWith(event, track);
    if (problem !== undefined) {
      const where = { index, id: event.id, place: 'events' };
      issues.addText(problem.path, problem.expected, problem.received, where);
    } else if (event.kind === 'mined') mined.add(event.demandId);
    else if (track === undefined) {
      tracks.set(event.pairId, { known: caseAfter(event, undefined), last: event.on });
    } else {
      track.known = caseAfter(event, track.known);
      track.last = event.on;
    }
  }
  issues.throwAs('INVALID_RECORDS', 'Bad events');
  return { events: [...ledger.events, ...events], cases: Array.from(tracks.values(), ({ known }) => known) };
}

/** A case while events are appended, and the day of its last event. */
interface Track {
  known: Case;
  last: string;
}

/** @throws InputError `INVALID_RECORDS` for what is no ledger. */
function expectLedger(ledger: unknown): void {
  const issues = new Issues();
  const { events, cases } = (ledger ?? {}) as { readonly events?: unknown; readonly cases?: unknown };
  issues.expect(Array.isArray(events), 'ledger.events', 'an array, as of EMPTY_LEDGER', events);
  issues.expect(Array.isArray(cases), 'ledger.cases', 'an array, as of EMPTY_LEDGER', cases);
  issues.throwAs('INVALID_RECORDS', 'Bad ledger');
}

type Problem = Pick<InputIssue, 'path' | 'expected' | 'received'>;
type OfCase = Exclude<LedgerEvent, MinedEvent>;

/** Whether nothing has ended a case yet. */
export function isOpen({ state }: Pick<Case, 'state'>): boolean {
  return state !== 'signed' && state !== 'failed';
}

/** When events that are no state may come. */
const WHEN = {
  assigned: {
    text: 'while the case is open and nobody has it',
    holds: (known: Case) => isOpen(known) && known.brokerId === undefined,
  },
  'handed-over': {
    text: 'while the case is open and a broker has it',
    holds: (known: Case) => isOpen(known) && known.brokerId !== undefined,
  },
  corrected: { text: 'after signed (签约)', holds: ({ state }: Case) => state === 'signed' },
} as const;

/** What keeps an event from following the state of its case. */
function problemWith(event: OfCase, track: Track | undefined): Problem | undefined {
  const known = track?.known;
  if (event.kind === 'assigned' || event.kind === 'handed-over' || event.kind === 'corrected') {
    const { text, holds } = WHEN[event.kind];
    if (track !== undefined && holds(track.known)) return problemOfHands(event, track);
    return { path: 'kind', expected: `${event.kind} only ${text}`, received: event.kind };
  }
  const next = known === undefined ? (['paired'] as const) : CASE_TRANSITIONS[known.state];
  if (!next.some((state) => state === event.kind)) {
    const after = known === undefined ? 'of a new case' : `after ${stateText(known.state)}`;
    const wanted = next.length === 0 ? 'nothing' : next.map(stateText).join(' or ');
    return { path: 'kind', expected: `${wanted} ${after}`, received: stateText(event.kind) };
  }
  return track === undefined ? undefined : problemOfHands(event, track);
}

/** Days run forward, and an open or signed case is in the hands of its broker. */
function problemOfHands(event: OfCase, { known, last }: Track): Problem | undefined {
  if (event.on < last) return { path: 'on', expected: `${last} or later`, received: event.on };
  const isOthers =
    known.state !== 'failed' &&
    known.brokerId !== undefined &&
    event.brokerId !== undefined &&
    event.brokerId !== known.brokerId;
  if (isOthers) {
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

function caseAfter(event: OfCase, known: Case | undefined): Case {
  switch (event.kind) {
    case 'assigned':
      return { ...known!, brokerId: event.brokerId };
    case 'handed-over':
      return { ...known!, brokerId: event.to };
    case 'corrected':
      return { ...known!, contract: corrected(known!.contract!, event) };
    default:
      return entered(event, known);
  }
}

/** A case in its new state. One that is taken up again is told anew, as far as the event tells. */
function entered(event: CaseEvent, known: Case | undefined): Case {
  const { pairId, kind: state, on: since, reason } = event;
  const isPaired = state === 'paired';
  const pair = event.pair ?? known?.pair;
  const brokerId = event.brokerId ?? (isPaired ? undefined : known?.brokerId);
  const chain = (isPaired ? (event.chain ?? event.pair?.chains?.[0]) : undefined) ?? known?.chain;
  // One property after the other: a ledger has as many cases as an office has years.
  const now: { -readonly [K in keyof Case]: Case[K] } = { pairId, state, since };
  if (pair !== undefined) now.pair = pair;
  if (brokerId !== undefined) now.brokerId = brokerId;
  if (chain !== undefined) now.chain = chain;
  if (state === 'signed') now.contract = contractOf(event);
  if (reason !== undefined) now.reason = reason;
  return now;
}

function contractOf({ amount, contract: type, on: day }: CaseEvent): Contract {
  return { ...(type === undefined ? {} : { type }), ...(amount === undefined ? {} : { amount }), day };
}

function corrected(contract: Contract, { amount, contract: type }: CorrectionEvent): Contract {
  return {
    ...contract,
    ...(type === undefined ? {} : { type }),
    ...(amount === undefined ? {} : { amount }),
  };
}
