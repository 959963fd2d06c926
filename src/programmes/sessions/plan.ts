import * as z from 'zod/mini';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { Demand } from '../../core/records/types.ts';
import { checkLists, checkOptions, ELSEWHERE, ID, itemOf, optionsOf, TEXT } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { pick } from '../common/matching.ts';
import {
  PLANNING,
  type PlanningOptions,
  type PlanQuality,
  qualityOf,
  totalValue,
} from '../planning/planning.ts';
import { allotted } from './allot.ts';
import { meetingsOf, occasionOf } from './arrange.ts';
import { seated } from './everybody.ts';
import {
  INVITE,
  type InvitedPair,
  type InviteOptions,
  invitePairs,
  type NotInvited,
  PER_DEMAND,
  type Uninvited,
} from './invitations.ts';
import type { Meeting, UnplacedPair } from './meetings.ts';
import { type NamedParticipant, PARTICIPANT, type Participant } from './participants.ts';
import { SESSION_SLOT, type SessionSlot } from './slots.ts';
import {
  joinedTheme,
  MAX_DEMANDS,
  type SessionTheme,
  type SessionThemes,
  sessionThemes,
  sizesFit,
  THEMES,
  type ThemeOptions,
} from './themes.ts';
import { unplacedPairs } from './unplaced.ts';

/** A room for a half-day: one session. */
export interface SessionVenue {
  readonly id: string;
  readonly name?: string;
  /** Slots of this venue only; their ids differ from those of all other venues. */
  readonly slots: readonly SessionSlot[];
}

/** What sessions are planned from. */
export interface SessionInput<D = unknown, S = unknown> {
  /** Index of demands (`side: 'demand'`). */
  readonly demands: Matcher<D>;
  /** Index of achievements, experts and other supply. */
  readonly supply: Matcher<S>;
  /** One for each session. */
  readonly venues: readonly SessionVenue[];
  /** Limits of participants, by the ids of `participantOf`. */
  readonly participants?: readonly Participant[];
}

/** How sessions are planned: the options of `sessionThemes`, `invitePairs` and `scheduleMeetings` in one. */
export interface SessionOptions<S = unknown> extends ThemeOptions, InviteOptions<S>, PlanningOptions {}

/** One session: what it is about, who is invited, and its schedule. */
export interface PlannedSession {
  readonly venueId: string;
  /** What it is about as a whole, and all of its demands. */
  readonly theme: SessionTheme;
  /** Its themes, the most valuable first; of one that is held in several sessions the demands of this one. */
  readonly themes: readonly SessionTheme[];
  readonly pairs: readonly InvitedPair[];
  /** By slot and table. */
  readonly meetings: readonly Meeting[];
  readonly unplaced: readonly UnplacedPair[];
  readonly uninvited: readonly Uninvited[];
  readonly notInvited: readonly NotInvited[];
  /** Total value of its meetings. */
  readonly value: number;
}

/** Sessions with themes, invitations and schedules. Value and bound are those of all schedules together. */
export interface SessionPlan extends PlanQuality {
  /** In the order of venues; a venue for which no theme is left has none. */
  readonly sessions: readonly PlannedSession[];
  /** Themes, or the demands of one, for which no seat is left, the most valuable first. */
  readonly waiting: readonly SessionTheme[];
  /** Demands that take no part. */
  readonly leftOut: SessionThemes['leftOut'];
  /** Everybody invited for an open demand, to the sessions and to the themes that wait. */
  readonly participants: readonly NamedParticipant[];
}

const INPUT = optionsOf<SessionInput>({
  demands: ELSEWHERE,
  supply: ELSEWHERE,
  venues: ELSEWHERE,
  participants: ELSEWHERE,
});
const OPTIONS = optionsOf<SessionOptions<never>>({ ...PLANNING, ...THEMES, ...INVITE }).check(sizesFit);
const VENUE = itemOf<SessionVenue>({ id: ID, name: z.optional(TEXT), slots: z.array(SESSION_SLOT) });

/**
 * Plans the sessions of a season: `sessionThemes`, then `invitePairs`, then the demands are given to venues, several themes
 * to one where it has the seats, and the meetings of all venues are arranged at once, so that nobody sits in two sessions at
 * a time. No demand is left out as long as a seat is free that it could take; where seats are short, a meeting of which every
 * demand has another gives way to a demand that has none. Without `maxDemands` a theme may fill the smallest venue, 12
 * demands at least.
 * serves: 「组织……专场对接和项目路演19场，促成“有机硅季铵盐”等40多个项目对接洽谈」. Costs and progress are those of the three,
 * one after the other.
 * @throws InputError `INVALID_RECORDS` naming every bad venue, slot and participant; `INVALID_OPTIONS`; CuoheError
 *   `MISSING_PACKAGE` without `highs`; the signal's reason when stopped.
 */
export async function planSessions<D, S>(
  input: SessionInput<D, S>,
  options: SessionOptions<S>,
): Promise<SessionPlan> {
  checkOptions(options, OPTIONS);
  checkOptions(input, INPUT);
  const { demands, supply, venues, participants = [] } = input;
  checkLists([
    { what: 'venues', items: venues, schema: VENUE },
    { what: 'participants', items: participants, schema: PARTICIPANT },
  ]);
  checkLists([{ what: 'slots', items: venues.flatMap(({ slots }) => slots), schema: SESSION_SLOT }]);
  const halls = venues.map(({ slots }) => ({ seats: slots.reduce((sum, { tables }) => sum + tables, 0) }));
  const least = Math.min(...halls.map(({ seats }) => seats));
  const maxDemands = options.maxDemands ?? Math.max(MAX_DEMANDS, ofSeats(least, options));
  const found = await sessionThemes(demands, { ...pick(options, THEMES), maxDemands });
  const { themes, leftOut } = found;
  const records = themes.flatMap(({ demandIds }) =>
    demandIds.map((id) => demands.parsed(demands.indexOf(id)) as Demand),
  );
  const invited = await invitePairs(records, supply, pick(options, INVITE));
  const pairsOf = groupBy(invited.pairs, ({ demandId }) => demandId);
  const worthOf = (id: string) => totalValue(pairsOf.get(id) ?? []);
  const worth = ({ demandIds }: SessionTheme) => demandIds.reduce((sum, id) => sum + worthOf(id), 0);
  const ranked = themes
    .map((theme) => ({ theme, worth: worth(theme) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ theme }) => theme);
  const slots = venues.flatMap((venue) => venue.slots);
  const season = {
    ...occasionOf(invited.pairs, slots, participants),
    halls: venues.map((venue) => venue.slots.map(({ id }) => id)),
  };
  const plan = await seated(season, allotted(ranked, halls, worthOf), pick(options, PLANNING));
  const { occasion, book, hallOf } = plan;
  const meetings = meetingsOf(book);
  const unplaced = unplacedPairs(occasion, book);
  const venueOfSlot = new Map(venues.flatMap((venue, v) => venue.slots.map(({ id }) => [id, v])));
  const demandOf = new Map(invited.pairs.map(({ id, demandId }) => [id, demandId]));
  /** The demands of themes in a venue; those that wait are in none. */
  const heldIn = (hall: number | undefined) =>
    ranked
      .map((theme) => ({ ...theme, demandIds: theme.demandIds.filter((id) => hallOf.get(id) === hall) }))
      .filter(({ demandIds }) => demandIds.length > 0);
  const sessions = venues.flatMap((venue, v): PlannedSession[] => {
    const own = heldIn(v);
    if (own.length === 0) return [];
    const theme = joinedTheme(own, demands.taxonomy);
    const ids = new Set(theme.demandIds);
    const held = meetings.filter(({ slotId }) => venueOfSlot.get(slotId) === v);
    return [
      {
        venueId: venue.id,
        theme,
        themes: own,
        pairs: theme.demandIds.flatMap((id) => pairsOf.get(id) ?? []),
        meetings: held,
        unplaced: unplaced.filter(({ pairId }) => ids.has(demandOf.get(pairId)!)),
        uninvited: invited.uninvited.filter(({ demandId }) => ids.has(demandId)),
        notInvited: invited.notInvited.filter(({ demandId }) => ids.has(demandId)),
        value: totalValue(held),
      },
    ];
  });
  return {
    sessions,
    waiting: heldIn(undefined),
    leftOut,
    participants: invited.participants,
    ...qualityOf(options.method ?? 'highs', totalValue(meetings), plan.bound),
  };
}

/** Demands that can all meet everybody who is invited for them. */
function ofSeats(seats: number, { perDemand = PER_DEMAND }: Pick<InviteOptions, 'perDemand'>): number {
  return Number.isFinite(seats) ? Math.floor(seats / perDemand) : 0;
}
