import { groupBy } from '../common/group-by.ts';
import type { MeetingPair } from './meetings.ts';
import type { Held, Occasion, SeatBook } from './seat-book.ts';

/** A pair for a demand. */
export interface DemandPair extends MeetingPair {
  readonly demandId: string;
}

/** Which demands have a meeting, and how more of them get one. */
export class Coverage {
  private readonly pairs: readonly DemandPair[];
  /** Pairs of each demand by position, the most valuable first. */
  private readonly ofDemand: ReadonlyMap<string, readonly number[]>;

  constructor({ pairs }: Occasion & { readonly pairs: readonly DemandPair[] }) {
    this.pairs = pairs;
    const byValue = [...pairs.keys()].sort((a, b) => pairs[b]!.value - pairs[a]!.value);
    this.ofDemand = groupBy(byValue, (p) => pairs[p]!.demandId);
  }

  /** Demands without a meeting, by the value of their best pairs. */
  unmet(book: SeatBook): string[] {
    return [...this.ofDemand.keys()].filter((demand) => !this.hasMet(book, demand));
  }

  /** Whether the demand of a pair has no meeting yet. */
  isWanted(book: SeatBook): (pair: number) => boolean {
    return (p) => !this.hasMet(book, this.pairs[p]!.demandId);
  }

  /**
   * Gives demands without a meeting the seats of meetings that all have another, one for one, as long as that helps; each
   * time the seat that costs least. O(unmet demands × slots × meetings of a slot or a participant) a round, mostly one.
   */
  giveWay(book: SeatBook): void {
    let spare = this.spare(book);
    for (let isHelping = true; isHelping && spare.size > 0; ) {
      isHelping = false;
      for (const demand of this.unmet(book)) {
        const seat = this.cheapest(book, demand, spare);
        if (seat === undefined) continue;
        if (seat.instead !== undefined) book.drop(seat.instead);
        book.settle([seat.pair], seat.slot);
        spare = this.spare(book);
        isHelping = true;
      }
    }
  }

  private cheapest(book: SeatBook, demand: string, spare: ReadonlySet<Held>): Seat | undefined {
    let [best, least]: [Seat | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
    for (const pair of this.ofDemand.get(demand)!) {
      const two = book.twoOf[pair]!;
      for (const slot of book.openTo(pair)) {
        if (book.at(two, slot) !== undefined || book.isFree(two, slot)) return { pair, slot };
        for (const some of book.around(two, slot)) {
          for (const instead of some) {
            if (!spare.has(instead) || !book.isFree(two, slot, instead)) continue;
            const cost = this.valueOf(instead) - this.pairs[pair]!.value;
            if (cost < least) [best, least] = [{ pair, slot, instead }, cost];
          }
        }
      }
    }
    return best;
  }

  /** Meetings of which every demand has another. */
  private spare(book: SeatBook): Set<Held> {
    const hasOther = (held: Held, p: number) =>
      this.ofDemand.get(this.pairs[p]!.demandId)!.some((other) => (book.heldFor(other) ?? held) !== held);
    return new Set(book.all().filter((held) => [...held.pairs].every((p) => hasOther(held, p))));
  }

  private hasMet(book: SeatBook, demand: string): boolean {
    return this.ofDemand.get(demand)!.some((p) => book.heldFor(p) !== undefined);
  }

  private valueOf({ pairs }: Held): number {
    return [...pairs].reduce((sum, p) => sum + this.pairs[p]!.value, 0);
  }
}

/** A seat for a pair, and the meeting that gives way to it. */
interface Seat {
  readonly pair: number;
  readonly slot: number;
  readonly instead?: Held;
}
