import { CHART_TEXTS, type Language } from './chart-texts.ts';
import type { ChartOption } from './option.ts';
import { baseOf, GREY, gridOf, NAME_WIDTHS, NOTHING, namesDown, scaleOf } from './style.ts';

/** Pictures of planned sessions: when they are, and how full. */

/** What of a plan of `planSessions` is shown. */
export interface ShownPlan {
  readonly sessions: readonly {
    readonly venueId: string;
    readonly theme: { readonly name: { readonly zh: string; readonly en: string } };
    readonly meetings: readonly { readonly slotId: string }[];
  }[];
}

/** A venue, as `planSessions` was given it: what tells when its slots are. */
export interface ShownVenue {
  readonly id: string;
  readonly name?: string;
  readonly slots: readonly { readonly id: string; readonly start: string; readonly end: string }[];
}

/** One slot of one session. */
interface ShownSlot {
  readonly day: string;
  /** `09:00–09:20`. */
  readonly time: string;
  readonly place: string;
  readonly theme: string;
  readonly meetings: number;
}

function slotsOf(plan: ShownPlan, venues: readonly ShownVenue[], language: Language): ShownSlot[] {
  const venueOf = new Map(venues.map((venue) => [venue.id, venue]));
  return plan.sessions.flatMap(({ venueId, theme, meetings }) => {
    const venue = venueOf.get(venueId)!;
    const counts = new Map<string, number>();
    for (const { slotId } of meetings) counts.set(slotId, (counts.get(slotId) ?? 0) + 1);
    return venue.slots.map(({ id, start, end }) => ({
      day: start.slice(0, 'YYYY-MM-DD'.length),
      time: `${start.slice('YYYY-MM-DDT'.length)}–${end.slice('YYYY-MM-DDT'.length)}`,
      place: venue.name ?? venue.id,
      theme: theme.name[language],
      meetings: counts.get(id) ?? 0,
    }));
  });
}

/** A row for each session and day, a column for each time: how many meetings are held. */
export function timetableOf(plan: ShownPlan, venues: readonly ShownVenue[], language: Language): ChartOption {
  const texts = CHART_TEXTS[language];
  const slots = slotsOf(plan, venues, language);
  const isOneYear = new Set(slots.map(({ day }) => day.slice(0, 4))).size === 1;
  const rowOf = ({ day, place, theme }: ShownSlot) =>
    `${isOneYear ? day.slice('YYYY-'.length) : day} ${place} · ${theme}`;
  const rows = [
    ...new Set([...slots].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(rowOf)),
  ];
  const times = [...new Set(slots.map(({ time }) => time))].sort();
  // An end is told where it is not clear from the beginning.
  const starts = times.map((time) => time.slice(0, 'HH:MM'.length));
  const shownTimes = new Set(starts).size === starts.length ? starts : times;
  const meetings = slots.reduce((sum, slot) => sum + slot.meetings, 0);
  const said = texts.meetingsSaid(plan.sessions.length, meetings);
  return {
    ...baseOf(texts.timetable, said, texts.sentences(texts.timetable, said), false),
    grid: gridOf(64),
    xAxis: {
      type: 'category',
      position: 'top',
      data: shownTimes,
      axisLabel: { interval: 0, rotate: shownTimes.length > 16 ? -45 : 0, width: 90, overflow: 'truncate' },
      axisTick: { show: false },
    },
    yAxis: namesDown(rows, 2 * NAME_WIDTHS.zh),
    visualMap: scaleOf(Math.max(0, ...slots.map((slot) => slot.meetings)), [texts.many, texts.few]),
    series: [
      {
        type: 'heatmap',
        name: texts.meetings,
        label: { show: true },
        itemStyle: { borderColor: GREY, borderWidth: 0.5 },
        data: slots.map((slot) => ({
          name: `${rowOf(slot)} ${slot.time}`,
          value: [times.indexOf(slot.time), rows.indexOf(rowOf(slot)), slot.meetings],
        })),
      },
    ],
  };
}

/** Months with the days on which sessions are held: how many meetings each has. */
export function calendarOf(plan: ShownPlan, venues: readonly ShownVenue[], language: Language): ChartOption {
  const texts = CHART_TEXTS[language];
  const slots = slotsOf(plan, venues, language);
  const days = new Map<string, { meetings: number; themes: Set<string> }>();
  for (const { day, meetings, theme } of slots) {
    const known = days.get(day) ?? { meetings: 0, themes: new Set() };
    days.set(day, known);
    known.meetings += meetings;
    known.themes.add(theme);
  }
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  const first = sorted[0]?.[0] ?? '1970-01-01';
  const last = sorted.at(-1)?.[0] ?? first;
  const meetings = slots.reduce((sum, slot) => sum + slot.meetings, 0);
  const said = texts.meetingsSaid(plan.sessions.length, meetings);
  return {
    ...baseOf(texts.calendar, said, texts.sentences(texts.calendar, said), false),
    calendar: {
      left: 64,
      right: 32,
      top: 100,
      orient: 'vertical',
      cellSize: ['auto', 44],
      range: [`${first.slice(0, 7)}-01`, lastOfMonth(last)],
      itemStyle: { color: NOTHING },
      dayLabel: { firstDay: 1, nameMap: [...texts.dayNames] },
      monthLabel: { nameMap: [...texts.monthNames] },
      yearLabel: { show: false },
    },
    visualMap: scaleOf(Math.max(0, ...sorted.map(([, day]) => day.meetings)), [texts.many, texts.few]),
    series: [
      {
        type: 'heatmap',
        name: texts.meetings,
        coordinateSystem: 'calendar',
        label: { show: true },
        itemStyle: { borderColor: GREY, borderWidth: 0.5 },
        data: sorted.map(([day, one]) => ({
          name: `${day} ${texts.listed([...one.themes])}`,
          value: [day, one.meetings],
          label: {
            formatter: texts.dayOf(Number(day.slice(5, 7)), Number(day.slice(8)), one.meetings),
          },
        })),
      },
    ],
  };
}

/** The last day of the month of a day. */
function lastOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
