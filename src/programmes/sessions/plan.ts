import * as z from 'zod/mini';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { Demand } from '../../core/records/types.ts';
import { checkLists, checkOptions, ELSEWHERE, ID, itemOf, optionsOf, TEXT } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { pick } from '../common/matching.ts';
import { PLANNING, type PlanningOptions, type PlanQuality, totalValue } from '../planning/planning.ts';
import { INVITE, type InvitedPair, type InviteOptions, invitePairs, type Uninvited } from './invitations.ts';
import type { Meeting, UnplacedPair } from './meetings.ts';
import { type NamedParticipant, PARTICIPANT, type Participant } from './participants.ts';
import { scheduleMeetings } from './schedule.ts';
import { SESSION_SLOT, type SessionSlot } from './slots.ts';
import {
  type SessionTheme,
  type SessionThemes,
  sessionThemes,
  sizesFit,
  THEMES,
  type ThemeOptions,
} from './themes.ts';

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
  readonly theme: SessionTheme;
  readonly pairs: readonly InvitedPair[];
  /** By slot and table. */
  readonly meetings: readonly Meeting[];
  readonly unplaced: readonly UnplacedPair[];
  readonly uninvited: readonly Uninvited[];
  /** Total value of its meetings. */
  readonly value: number;
}

/** Sessions with themes, invitations and schedules. Value and bound are those of all schedules together. */
export interface SessionPlan extends PlanQuality {
  /** In the order of venues; a venue for which no theme is left has none. */
  readonly sessions: readonly PlannedSession[];
  /** Themes for which no venue is left, the most valuable first. */
  readonly waiting: readonly SessionTheme[];
  /** Demands that take no part. */
  readonly closed: SessionThemes['closed'];
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
 * Plans the sessions of a season: `sessionThemes`, then `invitePairs`, the themes whose invited pairs are worth most take
 * the venues in their order, and `scheduleMeetings` for all of them at once, so that nobody sits in two sessions at a time.
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
  const { themes, closed } = await sessionThemes(demands, pick(options, THEMES));
  const records = themes.flatMap(({ demandIds }) =>
    demandIds.map((id) => demands.parsed(demands.indexOf(id)) as Demand),
  );
  const invited = await invitePairs(records, supply, pick(options, INVITE));
  const pairsOf = groupBy(invited.pairs, ({ demandId }) => demandId);
  const worth = (theme: SessionTheme) => totalValue(theme.demandIds.flatMap((id) => pairsOf.get(id) ?? []));
  const ranked = themes
    .map((theme) => ({ theme, worth: worth(theme) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ theme }) => theme);
  const held = venues.flatMap((venue, i) => (ranked[i] === undefined ? [] : [{ venue, theme: ranked[i] }]));
  const pairs = held.flatMap(({ venue, theme }) => {
    const slots = venue.slots.map(({ id }) => id);
    return theme.demandIds.flatMap((id) => (pairsOf.get(id) ?? []).map((pair) => ({ ...pair, slots })));
  });
  const slots = held.flatMap(({ venue }) => venue.slots);
  const { meetings, unplaced, ...quality } = await scheduleMeetings(
    { pairs, slots, participants },
    pick(options, PLANNING),
  );
  const demandOf = new Map(pairs.map(({ id, demandId }) => [id, demandId]));
  const sessions = held.map(({ venue, theme }): PlannedSession => {
    const ids = new Set(theme.demandIds);
    const isOwn = ({ pairId }: { readonly pairId: string }) => ids.has(demandOf.get(pairId)!);
    const own = meetings.filter(isOwn);
    return {
      venueId: venue.id,
      theme,
      pairs: theme.demandIds.flatMap((id) => pairsOf.get(id) ?? []),
      meetings: own,
      unplaced: unplaced.filter(isOwn),
      uninvited: invited.uninvited.filter(({ demandId }) => ids.has(demandId)),
      value: totalValue(own),
    };
  });
  const waiting = ranked.slice(held.length);
  return { sessions, waiting, closed, participants: invited.participants, ...quality };
}
