import { partiesKey } from './appointments.ts';
import type { MeetingPair } from './meetings.ts';
import type { Participant } from './participants.ts';
import { openSlots } from './places.ts';
import { halfDayOf, numberedMoments, type SessionSlot } from './slots.ts';

/** What is arranged, in an order of its own. */
export interface Occasion {
  readonly pairs: readonly MeetingPair[];
  readonly slots: readonly SessionSlot[];
  readonly participants: ReadonlyMap<string, Participant>;
}

/** Two participants who sit in a slot, and the pairs that they settle there, by position. */
export interface Held {
  readonly two: number;
  readonly slot: number;
  readonly pairs: ReadonlySet<number>;
}

/** What keeps two participants from sitting in a slot; nothing does where all are empty and false. */
export interface Obstacles {
  /** Whether they sit in another slot of the half-day. */
  readonly haveMet: boolean;
  readonly isFull: boolean;
  /** Who of them sits elsewhere at the time at as many tables as it has seats. */
  readonly sitting: readonly string[];
  /** Who has as many meetings as it takes. */
  readonly busy: readonly string[];
}

interface Person {
  readonly id: string;
  readonly seats: number;
  readonly most: number;
  readonly held: Set<Held>;
  /** Tables at which it sits, by moment. */
  readonly sits: Uint16Array;
}

/**
 * Who sits where while a schedule is made: what is taken is counted, not listed, so that any pair may be tried in any slot.
 * Pairs, slots and twos are named by their positions.
 */
export class SeatBook {
  /** Of each pair: its two participants. */
  readonly twoOf: Int32Array;
  readonly occasion: Occasion;
  private readonly twos: { readonly both: readonly [Person, Person]; readonly open: readonly number[] }[] =
    [];
  private readonly moments: readonly (readonly number[])[];
  private readonly halfDays: readonly number[];
  private readonly inSlot: readonly Set<Held>[];
  private readonly byPlace = new Map<number, Held>();
  private readonly byHalfDay = new Map<number, Held>();
  private readonly heldOf: (Held | undefined)[];

  constructor(occasion: Occasion) {
    const { pairs, slots, participants } = occasion;
    this.occasion = occasion;
    const { ofSlots, count } = numberedMoments(slots);
    this.moments = ofSlots;
    const days = slots.map(halfDayOf);
    const halfDays = numbered(days);
    this.halfDays = days.map((day) => halfDays.get(day)!);
    this.inSlot = slots.map(() => new Set());
    this.heldOf = new Array<Held | undefined>(pairs.length).fill(undefined);
    const persons = new Map<string, Person>();
    const personOf = (id: string): Person => {
      const { seats = 1, maxMeetings: most = Number.POSITIVE_INFINITY } = participants.get(id) ?? { id };
      const sits = new Uint16Array(count);
      const person = persons.get(id) ?? { id, seats, most, held: new Set<Held>(), sits };
      persons.set(id, person);
      return person;
    };
    const keys = pairs.map(partiesKey);
    const numbers = numbered(keys);
    this.twoOf = Int32Array.from(keys, (key) => numbers.get(key)!);
    for (const [p, { demander, supplier }] of pairs.entries()) {
      this.twos[this.twoOf[p]!] ??= {
        both: [personOf(demander), personOf(supplier)],
        open: openSlots({ demander, supplier }, slots, participants),
      };
    }
  }

  /** The slots in which both of a pair can come, whatever is taken there; none for a pair of one with itself. */
  openTo(pair: number): readonly number[] {
    return this.twos[this.twoOf[pair]!]!.open;
  }

  /** Where a pair is settled. */
  heldFor(pair: number): Held | undefined {
    return this.heldOf[pair];
  }

  /** The meeting of two participants in a slot. */
  at(two: number, slot: number): Held | undefined {
    return this.byPlace.get(this.placeKey(two, slot));
  }

  /** All meetings, by slot. */
  all(): Held[] {
    return this.inSlot.flatMap((held) => [...held]);
  }

  /** Meetings in a slot, and those of each of two participants: what may stand in their way there. */
  around(two: number, slot: number): readonly ReadonlySet<Held>[] {
    const [a, b] = this.twos[two]!.both;
    return [this.inSlot[slot]!, a.held, b.held];
  }

  /**
   * Whether two participants who do not sit in a slot could. The slot must be open to them.
   * @param without a meeting that would be given up.
   */
  isFree(two: number, slot: number, without?: Held): boolean {
    const inSlot = this.inSlot[slot]!.size - (without?.slot === slot ? 1 : 0);
    if (inSlot >= this.occasion.slots[slot]!.tables) return false;
    const met = this.byHalfDay.get(this.halfDayKey(two, slot));
    if (met !== undefined && met !== without) return false;
    const freed = without === undefined ? [] : this.moments[without.slot]!;
    return this.twos[two]!.both.every(({ seats, most, held, sits }) => {
      const isIn = without !== undefined && held.has(without);
      return (
        held.size - (isIn ? 1 : 0) < most &&
        this.moments[slot]!.every((at) => sits[at]! - (isIn && freed.includes(at) ? 1 : 0) < seats)
      );
    });
  }

  /** Why they could not. */
  obstacles(two: number, slot: number): Obstacles {
    const { both } = this.twos[two]!;
    const moments = this.moments[slot]!;
    return {
      haveMet: this.byHalfDay.has(this.halfDayKey(two, slot)),
      isFull: this.inSlot[slot]!.size >= this.occasion.slots[slot]!.tables,
      sitting: both
        .filter(({ seats, sits }) => moments.some((moment) => sits[moment]! >= seats))
        .map(({ id }) => id),
      busy: both.filter(({ most, held }) => held.size >= most).map(({ id }) => id),
    };
  }

  /** Settles pairs of the same two participants in a slot, in the meeting that they have there or a new one. */
  settle(pairs: readonly number[], slot: number): void {
    const two = this.twoOf[pairs[0]!]!;
    let held = this.at(two, slot);
    if (held === undefined) {
      held = { two, slot, pairs: new Set() };
      this.byPlace.set(this.placeKey(two, slot), held);
      this.byHalfDay.set(this.halfDayKey(two, slot), held);
      this.inSlot[slot]!.add(held);
      for (const person of this.twos[two]!.both) {
        person.held.add(held);
        for (const moment of this.moments[slot]!) person.sits[moment]!++;
      }
    }
    for (const pair of pairs) {
      (held.pairs as Set<number>).add(pair);
      this.heldOf[pair] = held;
    }
  }

  /** Gives a meeting up. */
  drop(held: Held): void {
    const { two, slot, pairs } = held;
    this.byPlace.delete(this.placeKey(two, slot));
    this.byHalfDay.delete(this.halfDayKey(two, slot));
    this.inSlot[slot]!.delete(held);
    for (const person of this.twos[two]!.both) {
      person.held.delete(held);
      for (const moment of this.moments[slot]!) person.sits[moment]!--;
    }
    for (const pair of pairs) this.heldOf[pair] = undefined;
  }

  private placeKey(two: number, slot: number): number {
    return two * this.inSlot.length + slot;
  }

  private halfDayKey(two: number, slot: number): number {
    return two * this.inSlot.length + this.halfDays[slot]!;
  }
}

/** Numbers for the different texts of a list, in the order in which they come. */
function numbered(texts: readonly string[]): Map<string, number> {
  return new Map([...new Set(texts)].map((text, i) => [text, i]));
}
