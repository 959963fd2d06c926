import type { RecordInput } from '../core/records/types.ts';
import { pause, type Wait } from './retry.ts';
import type { Transport } from './transport.ts';
import { resolveWrite, type Sequence, type WriteOptions } from './write-options.ts';
import { write } from './writing.ts';

/** What became of what was to be written. */
export interface WriteReport {
  /** Documents that were made or replaced. */
  readonly written: number;
  /** Documents that were removed. */
  readonly removed: number;
  /**
   * What the engine left as it was: it had a newer state, or this one already, which an attempt may have written whose answer
   * was lost; or there was nothing to remove.
   */
  readonly unchanged: number;
  /** Of which `onRejected` was told. */
  readonly rejected: number;
}

/**
 * Writes records to an index, and removes others, as fast as the engine takes them; then makes it seen. It may be called
 * again with the same: what is there already is left as it is, and a late repetition never takes the place of a newer state.
 * Every answer is looked at, for each record.
 * @returns once all is written, removed, left or rejected.
 * @throws InputError `INVALID_OPTIONS`, before anything is written. CuoheError `ENGINE_REJECTED` at the end, naming the
 * records and ids that cannot be written, where no `onRejected` is told of them: all others are. `ENGINE_FAILED` where there
 * is no such index, and where the engine fails for longer than repetitions last: it tells what was written before, and
 * names what is not known to be. `ENGINE_MIXED`, before anything is written, where documents of another weigher are in the
 * index. What the source or a function of the host throws; the signal's reason when stopped.
 */
export async function writeAll<R extends RecordInput = RecordInput>(
  transport: Transport,
  options: WriteOptions<R>,
): Promise<WriteReport> {
  return writeAllWaiting(transport, options, pause);
}

/** The same; something else than the clock may be waited for. */
export async function writeAllWaiting<R extends RecordInput>(
  transport: Transport,
  options: WriteOptions<R>,
  wait: Wait,
): Promise<WriteReport> {
  const resolved = resolveWrite(transport, options);
  const { index, weigher, put = [], remove = [], revision } = options;
  const tally = await write(transport, {
    ...resolved,
    target: index,
    weigher,
    put,
    remove,
    readPut: (record) => ({ record, side: resolved.side }),
    revisionOf: typeof revision === 'function' ? (of) => revision(of as R | string) : () => revision,
    wait,
    total: totalOf(put, remove),
  });
  tally.throwIfUntold();
  const { written, removed, unchanged, rejected } = tally;
  return { written, removed, unchanged, rejected };
}

/** How many there are, where that is known before they are read. */
export function totalOf(...sequences: readonly Sequence<unknown>[]): number | undefined {
  let total = 0;
  for (const sequence of sequences) {
    if (!Array.isArray(sequence)) return undefined;
    total += sequence.length;
  }
  return total;
}
