import { idfWeight } from './weighting.ts';

/** How far records have moved away from those that the statistics in use were counted over. */
export interface Drift {
  /** Records that there are now. */
  readonly records: number;
  /** Records that the statistics were counted over. */
  readonly counted: number;
  /**
   * Share of what the records say, in [0, 1], in terms that the statistics do not know, and would if they were counted
   * now: they weigh as the rarest do.
   */
  readonly unknown: number;
  /**
   * By how much the weight of a term would change if the records were counted now, and pruned alike: the mean over all
   * that the records say of the difference of inverse document frequencies, as a share of the one in use, ≥ 0. Statistics
   * that are made anew have 0 (`compact({ statistics: 'renew' })`); at .05 the weights are off by a twentieth.
   */
  readonly shift: number;
}

/** What drift asks of the statistics in use. */
export interface InUse {
  readonly count: number;
  /** Terms that fewer records hold are unknown to them. */
  readonly least: number;
}

/** Adds up drift, term by term. */
export class DriftSum {
  private readonly used: InUse;
  private readonly records: number;
  private postings = 0;
  private unknown = 0;
  private moved = 0;

  /** @param records how many there are now. */
  constructor(used: InUse, records: number) {
    this.used = used;
    this.records = records;
  }

  /** A term that so many records hold now, above 0, and that stands in so many by the statistics in use. */
  add(now: number, before: number): void {
    const { count, least } = this.used;
    this.postings += now;
    const counted = now < least ? 0 : now;
    if (before === 0) this.unknown += counted;
    const weight = idfWeight(count, before);
    this.moved += (now * Math.abs(idfWeight(this.records, counted) - weight)) / weight;
  }

  /** All 0 where the records say nothing. */
  finish(): Drift {
    const of = (sum: number) => (this.postings === 0 ? 0 : sum / this.postings);
    return {
      records: this.records,
      counted: this.used.count,
      unknown: of(this.unknown),
      shift: of(this.moved),
    };
  }
}
