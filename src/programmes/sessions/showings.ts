import { ID, itemOf } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import type { Packing, PackingItem } from '../planning/packing.ts';
import { totalValue, VALUE } from '../planning/planning.ts';
import type { Participant } from './participants.ts';
import { canCome } from './places.ts';
import type { RoadshowSlot } from './slots.ts';

/** A presentation on a stage that a demander should hear; an `InvitedPair` is one. */
export interface RoadshowPair {
  readonly id: string;
  /** What is presented. */
  readonly supplyId: string;
  /** In (0, 10⁹]. */
  readonly value: number;
  /** Participant ids. */
  readonly demander: string;
  readonly supplier: string;
}

export const ROADSHOW_PAIR = itemOf<RoadshowPair>({
  id: ID,
  supplyId: ID,
  value: VALUE,
  demander: ID,
  supplier: ID,
});

/** One presentation. */
export interface Presentation {
  readonly slotId: string;
  readonly supplyId: string;
  readonly supplier: string;
  /** Demanders that can come, by id, each with its pairs. */
  readonly audience: readonly { readonly demander: string; readonly pairIds: readonly string[] }[];
  /** Sum over the pairs of the audience. */
  readonly value: number;
}

/** A presentation as a choice. */
export interface Showing extends Presentation, PackingItem {
  /** Position. */
  readonly slot: number;
}

/** All that may be presented, and what it competes for. */
export interface Showings extends Packing {
  readonly items: readonly Showing[];
}

/** Whether somebody else than the supplier wants it: nobody is in the audience of what is its own. */
export function isForOthers({ demander, supplier }: RoadshowPair): boolean {
  return demander !== supplier;
}

/** Every presentation in every slot in which its supplier and somebody of its audience can come. */
export function showingsOf(
  supplies: ReadonlyMap<string, readonly RoadshowPair[]>,
  slots: readonly RoadshowSlot[],
  participants: ReadonlyMap<string, Participant>,
): Showings {
  const limits: number[] = slots.map(() => 1);
  const ofSuppliers = new Map<string, number>();
  const items: Showing[] = [];
  for (const [supplyId, pairs] of supplies) {
    const supplier = pairs[0]!.supplier;
    const once = limits.push(1) - 1;
    const most = participants.get(supplier)?.maxMeetings ?? slots.length;
    const inAll = ofSuppliers.get(supplier) ?? limits.push(most) - 1;
    ofSuppliers.set(supplier, inAll);
    for (const [s, slot] of slots.entries()) {
      const isFree = (id: string) => canCome(participants.get(id) ?? { id }, slot);
      const heard = isFree(supplier)
        ? pairs.filter((pair) => isForOthers(pair) && isFree(pair.demander))
        : [];
      if (heard.length === 0) continue;
      const audience = [...groupBy(heard, ({ demander }) => demander)]
        .map(([demander, own]) => ({ demander, pairIds: own.map(({ id }) => id) }))
        .sort((a, b) => (a.demander < b.demander ? -1 : 1));
      const value = totalValue(heard);
      items.push({ slotId: slot.id, supplyId, supplier, audience, value, slot: s, rows: [s, once, inAll] });
    }
  }
  return { limits, items };
}
