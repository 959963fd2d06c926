import * as z from 'zod/mini';
import { dayNumber } from '../../core/records/dates.ts';
import { checkOptions, DAY, ID, optionsOf } from '../common/check.ts';
import { isIn, PERIOD_SHAPES, type Period } from '../common/period.ts';
import {
  CASE_STEPS,
  type CaseEvent,
  type CaseState,
  type FailureReason,
  type LedgerEvent,
} from './events.ts';
import type { CaseLedger } from './ledger.ts';

/** Which cases are counted. */
export interface FunnelOptions extends Period {
  /** What happened after this day does not count, `YYYY-MM-DD`. Default: all that the ledger has. */
  readonly asOf?: string;
  /** Only cases of this chain. */
  readonly chain?: string;
}

type Step = (typeof CASE_STEPS)[number];

/** How many cases came as far as one step. */
export interface FunnelStage {
  readonly state: Step;
  /** Cases that entered it or a later one: who signed has come through all. */
  readonly reached: number;
  /** Of these, cases of which the ledger has the step itself. */
  readonly noted: number;
  /** `reached` / that of the step before, in [0, 1]; absent for the first and after 0. */
  readonly ofPrevious?: number;
  /** `reached` / that of the first step, in [0, 1]; absent after 0. */
  readonly ofFirst?: number;
  /** Cases that stand here and are open. */
  readonly open: number;
  /** Cases that failed here, having come no further. */
  readonly failed: number;
  /** Days from the first pairing to the first day of the step, the median of those noted; absent where none is. */
  readonly medianDays?: number;
}

/** How cases thin out from step to step. */
export interface CaseFunnel {
  /** Demands found in the period (需求挖掘); not a step, as a demand has several pairs or none. */
  readonly mined: number;
  readonly stages: readonly FunnelStage[];
  /** Why cases failed, most frequent first, then by reason; empty reason where none was told. */
  readonly failures: readonly { readonly reason: FailureReason | ''; readonly count: number }[];
}

const OPTIONS = optionsOf<FunnelOptions>({ ...PERIOD_SHAPES, asOf: z.optional(DAY), chain: z.optional(ID) });

/** What is known of one case. */
interface Track {
  chain: string | undefined;
  /** First day of each step. */
  readonly days: Map<Step, string>;
  farthest: number;
  /** Where it stands now. */
  at: CaseState;
  reason: FailureReason | undefined;
}

/**
 * The funnel of cases: how many were paired in a period, and how many of these were invited, met, were talked to, and
 * signed since; where the others stand or failed, and why.
 * serves: 「项目生成」「择优会商」, 「153 → 63 → 立项」. A case that skipped a step counts there, as it came further; a case that
 * failed and was taken up again counts once, by the farthest it came. O(events).
 * @param options `from` and `to` are days of the first pairing.
 * @throws InputError `INVALID_OPTIONS`.
 */
export function caseFunnel(ledger: CaseLedger, options: FunnelOptions = {}): CaseFunnel {
  checkOptions(options, OPTIONS);
  const { asOf = '9999-12-31', chain } = options;
  const events = ledger.events.filter(({ on }) => on <= asOf);
  const tracks = [...tracksOf(events).values()].filter(
    (track) => isIn(options, track.days.get('paired')!) && (chain === undefined || track.chain === chain),
  );
  const mined = events.filter(
    (event) =>
      event.kind === 'mined' && isIn(options, event.on) && (chain === undefined || event.chain === chain),
  );
  const stages: FunnelStage[] = [];
  for (const [at, state] of CASE_STEPS.entries()) {
    const reached = tracks.filter(({ farthest }) => farthest >= at).length;
    const days = tracks.flatMap(({ days: noted }) => {
      const day = noted.get(state);
      return day === undefined ? [] : [daysBetween(noted.get('paired')!, day)];
    });
    const previous = stages.at(-1)?.reached ?? 0;
    const first = stages[0]?.reached ?? reached;
    stages.push({
      state,
      reached,
      noted: days.length,
      ...(previous > 0 ? { ofPrevious: reached / previous } : {}),
      ...(first > 0 ? { ofFirst: reached / first } : {}),
      open: tracks.filter((track) => track.at === state && state !== 'signed').length,
      failed: tracks.filter((track) => track.at === 'failed' && track.farthest === at).length,
      ...(days.length === 0 ? {} : { medianDays: medianOf(days) }),
    });
  }
  return { mined: mined.length, stages, failures: failuresOf(tracks) };
}

function tracksOf(events: readonly LedgerEvent[]): Map<string, Track> {
  const tracks = new Map<string, Track>();
  for (const event of events) {
    if (!isStep(event)) continue;
    let track = tracks.get(event.pairId);
    if (track === undefined) {
      track = { chain: undefined, days: new Map(), farthest: 0, at: 'paired', reason: undefined };
      tracks.set(event.pairId, track);
    }
    const { kind, on } = event;
    track.at = kind;
    track.reason = kind === 'failed' ? event.reason : undefined;
    if (kind === 'paired') track.chain = event.chain ?? event.pair?.chains?.[0] ?? track.chain;
    if (kind === 'failed') continue;
    track.farthest = Math.max(track.farthest, CASE_STEPS.indexOf(kind));
    if (!track.days.has(kind)) track.days.set(kind, on);
  }
  return tracks;
}

function isStep(event: LedgerEvent): event is CaseEvent {
  return event.kind === 'failed' || CASE_STEPS.some((state) => state === event.kind);
}

function failuresOf(tracks: readonly Track[]): { reason: FailureReason | ''; count: number }[] {
  const counts = new Map<FailureReason | '', number>();
  for (const { at, reason = '' } of tracks) {
    if (at === 'failed') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The mean of the middle two of an even number. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
