import { CuoheError, InputError } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { quote } from '../base/printable.ts';
import type { RecordInput } from '../core/records/types.ts';
import { indexBehind, moveAlias } from './alias.ts';
import { engineFailed, jsonOf, requireOk, requireWhole } from './failures.ts';
import { mapping } from './mapping.ts';
import { type StoredRecord, storedRecords } from './pages.ts';
import type { Tally } from './rejections.ts';
import { askUntilAnswered, pause, type Retrying, type Wait } from './retry.ts';
import { type RollOverOptions, resolveRollOver } from './roll-over-options.ts';
import type { EngineRequest, Transport } from './transport.ts';
import { ask } from './transports.ts';
import { totalOf } from './write-all.ts';
import type { ResolvedWriting } from './write-options.ts';
import { refresh, write } from './writing.ts';

/** What became of an index that took the place of another. */
export interface RollOverReport {
  /** Name of the new index: that of the alias, a hyphen, and the version of the weigher; with a number where that is taken. */
  readonly index: string;
  /** What was behind the alias. It is kept: whoever deletes it cannot go back. */
  readonly previous: readonly string[];
  /** Documents of the new index when the alias was moved. */
  readonly count: number;
  /** Records that are not in it, of which `onRejected` was told. */
  readonly rejected: number;
}

/**
 * Makes an index with another weigher, or of another form, fills it while the old one answers, looks whether all is in it,
 * and moves the alias to it, all at once: searches never find a part of it. Where anything fails, the alias stays as it is,
 * and so does the new index, since others may be writing to it: the error names it.
 * @throws InputError `INVALID_OPTIONS`, also where the alias is the name of an index, has several behind it, or has none
 * and no `records` are given. CuoheError `ENGINE_REJECTED` where records cannot be written and no `onRejected` is told;
 * `ENGINE_FAILED` where the engine fails for longer than repetitions last, or the new index holds fewer documents than were
 * written (and than the old one holds, so that what was removed from both meanwhile is not missed). What the source or a
 * function of the host throws; the signal's reason when stopped.
 */
export async function rollOver<R extends RecordInput = RecordInput>(
  transport: Transport,
  options: RollOverOptions<R>,
): Promise<RollOverReport> {
  return rollOverWaiting(transport, options, pause);
}

/** The same; something else than the clock may be waited for. */
export async function rollOverWaiting<R extends RecordInput>(
  transport: Transport,
  options: RollOverOptions<R>,
  wait: Wait,
): Promise<RollOverReport> {
  const resolved = resolveRollOver(transport, options);
  const { alias, records, onIndex } = options;
  const { retries, signal } = resolved;
  const retrying: Retrying = { retries, wait, signal };
  const previous = await indexBehind(transport, alias, retrying);
  if (previous === undefined && records === undefined) {
    const issues = new Issues();
    issues.addText('records', 'records, since no index is behind the alias', 'nothing');
    issues.throwAsOptions();
  }
  const index = await makeIndex(transport, options, signal);
  const { tally, count } = await naming(
    `Alias ${quote(alias)} is as it was; the new index ${quote(index)} is left as it is`,
    async () => {
      await onIndex?.(index);
      const filled = await fill(transport, { ...resolved, index, previous, wait }, options);
      return {
        tally: filled,
        count: await checkedCount(transport, index, previous, filled, options, retrying),
      };
    },
  );
  await naming(`The new index ${quote(index)} is whole; alias ${quote(alias)} may not be moved to it`, () =>
    moveAlias(transport, alias, previous, index, retrying),
  );
  return { index, previous: previous === undefined ? [] : [previous], count, rejected: tally.rejected };
}

/** Says in an error of the engine what is left behind; others are thrown as they are. */
async function naming<T>(left: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CuoheError) || error instanceof InputError) throw error;
    throw new CuoheError(error.code, [left, ...error.message.split('\n')], { cause: error });
  }
}

/** Indices of one version of a weigher, at most. */
const MOST_TRIES = 100;
/** How often both indices are counted before fewer documents are taken for a loss. */
const MOST_COUNTS = 3;

async function makeIndex<R extends RecordInput>(
  transport: Transport,
  { alias, weigher, shards, replicas, dialect }: RollOverOptions<R>,
  signal: AbortSignal | undefined,
): Promise<string> {
  const made = mapping({
    ...(shards !== undefined && { shards }),
    ...(replicas !== undefined && { replicas }),
    ...(dialect !== undefined && { dialect }),
  });
  const body = JSON.stringify(made);
  for (let tried = 1; ; tried++) {
    const name = `${alias}-${weigher.version}${tried === 1 ? '' : `-${tried}`}`;
    const path = `/${encodeURIComponent(name)}`;
    const request: EngineRequest = { method: 'PUT', path, body, ...(signal && { signal }) };
    // Not repeated: whether an index that is there then is this one could not be known.
    const response = await ask(transport, request);
    const { type } = jsonOf(jsonOf(response.body).error);
    if (type === 'resource_already_exists_exception' && tried < MOST_TRIES) continue;
    requireOk(request, response);
    return name;
  }
}

interface Filling extends ResolvedWriting {
  readonly index: string;
  readonly previous: string | undefined;
  readonly wait: Wait;
}

/** @throws CuoheError `ENGINE_REJECTED` where nobody is told of rejected records. */
async function fill<R extends RecordInput>(
  transport: Transport,
  { index, previous, ...filling }: Filling,
  { weigher, records, revision }: RollOverOptions<R>,
): Promise<Tally> {
  const { side, retries, wait, signal } = filling;
  const common = { ...filling, target: index, weigher, remove: [] };
  if (records !== undefined) {
    const tally = await write(transport, {
      ...common,
      put: records,
      readPut: (record) => ({ record, side }),
      revisionOf: typeof revision === 'function' ? (record) => revision(record as R) : () => revision,
      total: totalOf(records),
    });
    tally.throwIfUntold();
    return tally;
  }
  const retrying = { retries, wait, signal };
  // What was written before the host began to write to both must be among what is read.
  await refresh(transport, previous!, retrying);
  const stored = await storedRecords(transport, previous!, retrying);
  try {
    const tally = await write(transport, {
      ...common,
      put: stored.records,
      readPut: (record) => record as StoredRecord,
      revisionOf: (record) => (record as StoredRecord).revision,
      total: stored.count,
    });
    tally.throwIfUntold();
    return tally;
  } finally {
    await stored.close();
  }
}

/** @throws CuoheError `ENGINE_FAILED` where fewer documents are in the index than must be. */
async function checkedCount<R extends RecordInput>(
  transport: Transport,
  index: string,
  previous: string | undefined,
  { written, created, unchanged }: Tally,
  { records }: RollOverOptions<R>,
  retrying: Retrying,
): Promise<number> {
  let count = await countOf(transport, index, retrying);
  // Ids of an index are different ones; of other records those are that made a document.
  const least = records === undefined ? written + unchanged : created;
  if (count >= least) return count;
  // The host may have removed some, from both; and may put and remove others between the two counts.
  for (let tried = 0; previous !== undefined && tried < MOST_COUNTS; tried++) {
    await refresh(transport, previous, retrying);
    const before = await countOf(transport, previous, retrying);
    if (count >= before) return count;
    await refresh(transport, index, retrying);
    count = await countOf(transport, index, retrying);
    if (count >= before) return count;
  }
  const request = countRequest(index);
  throw engineFailed(request, `the index holds ${count} documents, though ${least} were written to it`);
}

async function countOf(transport: Transport, index: string, retrying: Retrying): Promise<number> {
  const request = countRequest(index);
  const response = await askUntilAnswered(transport, request, retrying);
  const { value } = jsonOf(jsonOf(requireWhole(request, response).hits).total);
  return Number(value);
}

function countRequest(index: string): EngineRequest {
  return {
    method: 'POST',
    path: `/${encodeURIComponent(index)}/_search?allow_partial_search_results=false`,
    body: JSON.stringify({ size: 0, track_total_hits: true }),
  };
}
