import { CuoheError } from '../base/errors.ts';
import { quote, quoteAll } from '../base/printable.ts';
import { Pacer } from '../core/matcher/run.ts';
import type { Side } from '../core/records/parse.ts';
import type { Weigher } from '../core/weigher/weigher.ts';
import { send, Undone } from './bulk.ts';
import { versionOf } from './document.ts';
import { type Contents, type Entry, entriesOf } from './entries.ts';
import { engineFailed, jsonOf, requireOk, requireWhole } from './failures.ts';
import { Intake } from './intake.ts';
import { Tally } from './rejections.ts';
import { askUntilAnswered, type Retrying, type Wait } from './retry.ts';
import type { EngineRequest, Transport } from './transport.ts';
import type { ResolvedWriting } from './write-options.ts';

/** What is written, and what waits between repetitions. */
export interface Writing extends ResolvedWriting, Contents {
  readonly wait: Wait;
  /** Records and ids in all, where that is known. */
  readonly total: number | undefined;
}

function retryingOf({ retries, wait, signal }: Writing): Retrying {
  return { retries, wait, signal };
}

/**
 * Writes everything, and makes it seen.
 * @throws CuoheError as `writeAll`; what the source, or a function of the host, throws; the signal's reason.
 */
export async function write(transport: Transport, writing: Writing): Promise<Tally> {
  const { target, signal, onRejected, concurrency, flushBytes, total, onProgress } = writing;
  signal?.throwIfAborted();
  const retrying = retryingOf(writing);
  await expectIndex(transport, target, writing.weigher, writing.side, retrying);

  const tally = new Tally(onRejected);
  const pacer = new Pacer(total, { ...(onProgress && { onProgress }), ...(signal && { signal }) });
  const pace = () => (pacer.isDue() ? pacer.step(tally.done) : undefined);
  // What fails for good stops the reading, and the repetitions of other bodies; requests that are under way go on.
  const stopping = new AbortController();
  const stop = () => stopping.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  const entries = entriesOf(writing, (rejected) => tally.reject(rejected));
  const intake = new Intake(entries, flushBytes, stopping.signal, async () => pace());
  const sending = { ...retrying, transport, tally, stopped: stopping.signal };
  const failures: unknown[] = [];
  const lane = async () => {
    try {
      for (;;) {
        const body = await intake.next();
        if (body.length === 0 || stopping.signal.aborted) return;
        await send(body, sending);
        await pace();
      }
    } catch (error) {
      if (error instanceof Undone || !stopping.signal.aborted) failures.push(error);
      stopping.abort();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  signal?.removeEventListener('abort', stop);
  intake.close();
  signal?.throwIfAborted();
  if (failures.length > 0) throw failureOf(failures, tally);
  if (intake.failure) throw intake.failure.error;
  await refresh(transport, target, retrying);
  pacer.finish(tally.done);
  return tally;
}

/** Makes what was written seen by searches. */
export async function refresh(transport: Transport, index: string, retrying: Retrying): Promise<void> {
  const request: EngineRequest = { method: 'POST', path: `/${encodeURIComponent(index)}/_refresh` };
  const response = await askUntilAnswered(transport, request, retrying);
  const { failed } = jsonOf(requireOk(request, response)._shards);
  if (failed !== 0) throw engineFailed(request, `${failed} shards did not do it`, response);
}

/** Ids that an error names. */
const MOST_NAMED = 10;

/** Of the host's own errors the first; else what the engine did not do, all in all. */
function failureOf(failures: readonly unknown[], tally: Tally): unknown {
  const undone = failures.filter((failure) => failure instanceof Undone);
  const own = failures.find((failure) => !(failure instanceof Undone));
  if (own !== undefined) return own;
  const [{ error }] = undone as [Undone];
  const ids = undone.flatMap(({ entries }) => entries.map(({ id }: Entry) => id));
  return new CuoheError(
    'ENGINE_FAILED',
    [
      error instanceof Error ? error.message : String(error),
      `Before: ${tally.inWords()}`,
      `Not known to be done: ${ids.length}, ${quoteAll(ids, MOST_NAMED)}; what follows was not tried`,
    ],
    { cause: error },
  );
}

/** The engine would make an index that is not there, of any form; and documents of two weighers are not compared. */
async function expectIndex(
  transport: Transport,
  index: string,
  weigher: Weigher,
  side: Side,
  retrying: Retrying,
): Promise<void> {
  const version = versionOf(weigher, side);
  const others = {
    size: 0,
    track_total_hits: 1,
    query: { bool: { must_not: [{ term: { v: version } }] } },
  };
  const request: EngineRequest = {
    method: 'POST',
    path: `/${encodeURIComponent(index)}/_search?allow_partial_search_results=false`,
    body: JSON.stringify(others),
  };
  const response = await askUntilAnswered(transport, request, retrying);
  const name = quote(index);
  if (response.status === 404)
    throw new CuoheError(
      'ENGINE_FAILED',
      `There is no index ${name}: make it with the body of mapping(), or by rollOver`,
      { cause: response },
    );
  const { hits } = requireWhole(request, response);
  if (jsonOf(jsonOf(hits).total).value !== 0)
    throw new CuoheError(
      'ENGINE_MIXED',
      `Index ${name} holds documents of another weigher or side than these, ${version}: roll over`,
    );
}
