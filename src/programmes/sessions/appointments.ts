import { groupBy } from '../common/group-by.ts';
import type { MeetingPair } from './meetings.ts';

/** Pairs of the same two participants that may use the same slots: they are settled in one meeting. */
export interface Appointment {
  /** Positions of pairs, ascending. */
  readonly pairs: readonly number[];
  /** Sum over the pairs. */
  readonly value: number;
  /** Positions of the slots in which both can come. */
  readonly slots: readonly number[];
}

/** Two participants, and all that they have to settle. */
export interface Acquaintance {
  readonly both: readonly [string, string];
  readonly appointments: readonly Appointment[];
}

/** The two participants of a pair, in an order of their own: who demands and who supplies does not matter here. */
export function partiesOf({ demander, supplier }: MeetingPair): readonly [string, string] {
  return demander < supplier ? [demander, supplier] : [supplier, demander];
}

/** The key of the two participants of a pair. */
export function partiesKey(pair: MeetingPair): string {
  return JSON.stringify(partiesOf(pair));
}

/**
 * All that may be arranged, by the two participants, in the order of their first pairs. Pairs that have no slot are left out.
 * @param slotsOf positions of the slots that are open to a pair.
 */
export function acquaintancesOf(
  pairs: readonly MeetingPair[],
  slotsOf: (pair: MeetingPair) => readonly number[],
): Acquaintance[] {
  const open = pairs.map(slotsOf);
  const placeable = [...pairs.keys()].filter((p) => open[p]!.length > 0);
  return [...groupBy(placeable, (p) => partiesKey(pairs[p]!)).values()].map((own) => ({
    both: partiesOf(pairs[own[0]!]!),
    appointments: [...groupBy(own, (p) => open[p]!.join()).values()].map((together) => ({
      pairs: together,
      value: together.reduce((sum, p) => sum + pairs[p]!.value, 0),
      slots: open[together[0]!]!,
    })),
  }));
}

/** More appointments of two participants in one slot are taken together all or one by one, not in every choice. */
const MOST_CHOICES = 6;

/** Choices of appointments that may share a slot. */
export interface Choices {
  /** Those of most first. */
  readonly choices: readonly (readonly number[])[];
  /** Whether these are all choices. */
  readonly isWhole: boolean;
}

const ONE: Choices = { choices: [[0]], isWhole: true };

/** Choices of so many appointments that may share a slot. */
export function choicesOf(count: number): Choices {
  if (count === 1) return ONE;
  const all = Array.from({ length: count }, (_, i) => i);
  if (count > MOST_CHOICES) return { choices: [all, ...all.map((i) => [i])], isWhole: false };
  const choices = Array.from({ length: 2 ** count - 1 }, (_, bits) =>
    all.filter((i) => (bits + 1) & (1 << i)),
  );
  return { choices: choices.sort((a, b) => b.length - a.length), isWhole: true };
}
