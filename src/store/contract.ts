import type { CompactOptions } from '../core/matcher/compact.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import type { RunOptions } from '../core/matches/match-options.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { StoreChanges } from './take.ts';

/** An index in files. It takes changes one after the other; queries are put to its matcher, and wait for nothing. */
export interface Store {
  /** The index of today: the next change leaves this one as it is, and puts another in its place. */
  readonly matcher: Matcher<MatchRecord>;
  /** Of the state: a whole number, larger after each change and each new base. */
  readonly generation: number;
  /** What was written since the last base, and is read again when the store opens. */
  readonly log: {
    /** How many changes. */
    readonly changes: number;
    /** Records put or removed by them. */
    readonly records: number;
    /** Bytes of their files. */
    readonly bytes: number;
  };
  /**
   * Changes the index as `matcher.update` does: whole, or not at all. Resolves with the new matcher once the change is
   * durable; only then `store.matcher` is the new one. Calls need not wait for each other: they are done in their order.
   * What changes nothing writes nothing.
   * @param changes records, not rows of the host; `match.record` is what was read of them, as in an opened index.
   * @throws InputError naming every bad record, id and option; CuoheError `STORE_CHANGED` where another process has
   * changed the files since the store was opened, which must then be opened again; `STORE_FAILED` where files cannot be
   * written: nothing is changed, or, where that is uncertain, the store takes no more changes until it is opened again.
   */
  update(changes: StoreChanges): Promise<Matcher<MatchRecord>>;
  /**
   * Writes the index anew, as `matcher.compact` makes it, and leaves the changes behind. Other changes go on meanwhile.
   * @throws InputError for bad options; the signal's reason when stopped; CuoheError as {@link update} does, and
   * `SAVED_INDEX_MISMATCH` where `open` would not open it with its new statistics.
   */
  compact(options?: CompactOptions & RunOptions): Promise<Matcher<MatchRecord>>;
  /** Resolves when nothing is being written: all that was asked for is done or refused. */
  settled(): Promise<void>;
}
