import * as z from 'zod/mini';
import { COUNT, checkOptions, DAY, ID, itemOf, optionsOf } from '../common/check.ts';

/** A stretch of time on the local clock, `YYYY-MM-DDTHH:MM`; the end is no longer part of it. */
export interface TimeSpan {
  readonly start: string;
  readonly end: string;
}

/** A time at which meetings are held, each at a table. */
export interface SessionSlot extends TimeSpan {
  readonly id: string;
  /** Meetings that can be held at once, a whole number ≥ 0. */
  readonly tables: number;
}

/** A time on the stage of a roadshow; a `SessionSlot` is one. */
export interface RoadshowSlot extends TimeSpan {
  readonly id: string;
}

/** How a half-day is cut into slots. */
export interface TimetableOptions {
  /** Begins the ids: `S1` gives `S1-1`, `S1-2` … */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. Default `09:00`. */
  readonly from?: string;
  /** Number of slots, at most 96. Default 6. */
  readonly slots?: number;
  /** Length of a slot in minutes, at least 1. Default 20. */
  readonly minutes?: number;
  /** Minutes between slots. Default 5. */
  readonly pause?: number;
  /** Tables in each slot. Default 10. */
  readonly tables?: number;
}

const MS_PER_MINUTE = 60_000;

/** Whether a text is a time of the calendar, `YYYY-MM-DDTHH:MM`. */
function isMoment(text: unknown): boolean {
  const time = typeof text === 'string' && text.length === 16 ? Date.parse(`${text}:00Z`) : Number.NaN;
  return Number.isFinite(time) && momentOf(time) === text;
}

function momentOf(time: number): string {
  return new Date(time).toISOString().slice(0, 16);
}

const MOMENT = z.string().check(z.refine(isMoment, 'a local time YYYY-MM-DDTHH:MM'));
const runsForward = z.refine<TimeSpan>(
  ({ start, end }) => start < end || !isMoment(start) || !isMoment(end),
  'an end after the start',
);

export const TIME_SPAN = itemOf<TimeSpan>({ start: MOMENT, end: MOMENT }).check(runsForward);
export const SESSION_SLOT = itemOf<SessionSlot>({
  id: ID,
  start: MOMENT,
  end: MOMENT,
  tables: COUNT,
}).check(runsForward);
export const ROADSHOW_SLOT = itemOf<RoadshowSlot>({ id: ID, start: MOMENT, end: MOMENT }).check(runsForward);

const TIMETABLE = optionsOf<TimetableOptions>({
  id: ID,
  date: DAY,
  from: z.optional(z.string().check(z.refine((text) => isMoment(`2000-01-01T${text}`), 'a time HH:MM'))),
  slots: z.optional(z.int().check(z.minimum(1), z.maximum(96))),
  minutes: z.optional(z.int().check(z.minimum(1), z.maximum(1440))),
  pause: z.optional(z.int().check(z.minimum(0), z.maximum(1440))),
  tables: z.optional(COUNT),
});

/**
 * Cuts a half-day into slots of equal length: six of 20 minutes from nine o'clock by default.
 * serves: 「组织……专场对接和项目路演19场」. O(slots).
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function timetable(options: TimetableOptions): SessionSlot[] {
  checkOptions(options, TIMETABLE);
  const { id, date, from = '09:00', slots = 6, minutes = 20, pause = 5, tables = 10 } = options;
  const first = Date.parse(`${date}T${from}:00Z`);
  return Array.from({ length: slots }, (_, i) => {
    const start = first + i * (minutes + pause) * MS_PER_MINUTE;
    const end = start + minutes * MS_PER_MINUTE;
    return { id: `${id}-${i + 1}`, start: momentOf(start), end: momentOf(end), tables };
  });
}

const NOON = 'T12:00';

/** The half-day in which a slot begins, before noon or from noon on. */
export function halfDayOf({ start }: TimeSpan): string {
  const day = start.slice(0, 'YYYY-MM-DD'.length);
  return `${day} ${start.slice(day.length) < NOON ? 'am' : 'pm'}`;
}

/** Whether one stretch lies within another. */
export function isWithin(inner: TimeSpan, outer: TimeSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * For each slot the moments at which sitting in it must be counted: the starts of slots that fall into it, by number. Slots
 * that overlap share at least one, and all slots that share one overlap.
 */
export function numberedMoments(slots: readonly TimeSpan[]): {
  readonly ofSlots: readonly (readonly number[])[];
  /** How many moments there are. */
  readonly count: number;
} {
  const starts = [...new Set(slots.map(({ start }) => start))].sort();
  const numbers = [...starts.keys()];
  const ofSlots = slots.map(({ start, end }) =>
    numbers.filter((at) => start <= starts[at]! && starts[at]! < end),
  );
  return { ofSlots, count: starts.length };
}
