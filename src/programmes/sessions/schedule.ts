import { Issues } from '../../base/issues.ts';
import { checkLists, checkOptions, ELSEWHERE, optionsOf } from '../common/check.ts';
import {
  PLANNING,
  type PlanningOptions,
  type PlanQuality,
  qualityOf,
  totalValue,
} from '../planning/planning.ts';
import { arranged, meetingsOf, occasionOf } from './arrange.ts';
import { MEETING_PAIR, type Meeting, type MeetingPair, type UnplacedPair } from './meetings.ts';
import { PARTICIPANT, type Participant } from './participants.ts';
import type { Occasion } from './seat-book.ts';
import { SESSION_SLOT, type SessionSlot } from './slots.ts';
import { unplacedPairs } from './unplaced.ts';

/** What is scheduled. */
export interface ScheduleInput {
  readonly pairs: readonly MeetingPair[];
  readonly slots: readonly SessionSlot[];
  /** Limits of participants; those not listed come always and sit at one table at a time. */
  readonly participants?: readonly Participant[];
}

/** Who meets whom, when and at which table. */
export interface Schedule extends PlanQuality {
  /** By slot (start, then id) and table. */
  readonly meetings: readonly Meeting[];
  /** By value, then id. */
  readonly unplaced: readonly UnplacedPair[];
}

const INPUT = optionsOf<ScheduleInput>({ pairs: ELSEWHERE, slots: ELSEWHERE, participants: ELSEWHERE });
const OPTIONS = optionsOf<PlanningOptions>(PLANNING);

/**
 * Gives pairs slots and tables so that the total value is greatest: each pair is settled once at most; pairs of the same
 * two participants share a meeting where they may use the same slot, and the same two never meet twice in a half-day
 * (before noon, or from noon on); nobody sits at more tables at a moment than it has seats, in overlapping slots neither,
 * nor in more meetings than it takes, nor when it cannot come, and no slot has more meetings than tables.
 * serves: 「促成“有机硅季铵盐”等40多个项目对接洽谈」.
 *
 * With `greedy` the most valuable pair takes the earliest slot: O(places log places), places = pairs × slots, and the
 * bound is a simple one. With `highs` that is all where it reaches the bound; else a whole-number programme is solved for
 * each group of pairs that compete; a solution worth more than the bound does not exist. The solver blocks: with a
 * `signal` it stops after a while to hear it, and begins again with twice the time, so that it takes up to twice as long.
 * The order of pairs, slots and participants does not matter.
 * @throws InputError `INVALID_RECORDS` naming every bad pair, slot and participant, and every unknown slot of a pair;
 *   `INVALID_OPTIONS`; CuoheError `MISSING_PACKAGE` without `highs`; the signal's reason when stopped.
 */
export async function scheduleMeetings(
  input: ScheduleInput,
  options: PlanningOptions = {},
): Promise<Schedule> {
  checkOptions(options, OPTIONS);
  checkOptions(input, INPUT);
  const occasion = checkedInput(input);
  const { book, bound } = await arranged(occasion, options);
  const meetings = meetingsOf(book);
  return {
    meetings,
    unplaced: unplacedPairs(occasion, book),
    ...qualityOf(options.method ?? 'highs', totalValue(meetings), bound),
  };
}

/** The input in an order of its own, so that the order given does not matter. */
function checkedInput({ pairs, slots, participants = [] }: ScheduleInput): Occasion {
  checkLists([
    { what: 'pairs', items: pairs, schema: MEETING_PAIR },
    { what: 'slots', items: slots, schema: SESSION_SLOT },
    { what: 'participants', items: participants, schema: PARTICIPANT },
  ]);
  const known = new Set(slots.map(({ id }) => id));
  const issues = new Issues();
  for (const [index, { id, slots: own = [] }] of pairs.entries()) {
    for (const [i, slot] of own.entries()) {
      issues.expect(known.has(slot), `slots[${i}]`, 'the id of a slot', slot, { index, id, place: 'pairs' });
    }
  }
  issues.throwAs('INVALID_RECORDS', 'Bad pairs');
  return occasionOf(pairs, slots, participants);
}
