import type { Entry } from './entries.ts';
import { engineFailed, failedAnswer, type Json, jsonOf, saidIn } from './failures.ts';
import { reasonOf, type Tally } from './rejections.ts';
import { delayOf, isPassing, type Retrying } from './retry.ts';
import type { EngineRequest, EngineResponse, Transport } from './transport.ts';
import { ask } from './transports.ts';

/** What a body is sent with. */
export interface Sending extends Retrying {
  readonly transport: Transport;
  readonly tally: Tally;
  /** Is aborted once another body has failed for good: then none is repeated. */
  readonly stopped: AbortSignal;
}

/** The entries of a body that are not known to be done, and why. */
export class Undone {
  readonly entries: readonly Entry[];
  readonly error: unknown;

  constructor(entries: readonly Entry[], error: unknown) {
    this.entries = entries;
    this.error = error;
  }
}

/**
 * Sends a body until each of its entries is done, unchanged or rejected.
 * @throws Undone once that cannot be: the engine fails for longer than repetitions last, or does not take the request.
 */
export async function send(entries: readonly Entry[], sending: Sending): Promise<void> {
  const { retries, wait, stopped } = sending;
  const parts = [entries];
  let repetition = 0;
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const { again, failure, isFinal = false, isTooLarge = false } = await attempt(part, sending);
    if (again.length < part.length) repetition = 0;
    if (again.length === 0) continue;
    if (isTooLarge) {
      const middle = again.length >> 1;
      parts.push(again.slice(middle), again.slice(0, middle));
      continue;
    }
    parts.push(again);
    if (isFinal || repetition >= retries) throw new Undone(parts.flat(), failure);
    try {
      await wait(delayOf(repetition++), stopped);
    } catch {
      throw new Undone(parts.flat(), failure);
    }
  }
}

/** What came of sending a body once. */
interface Attempt {
  /** Entries that are not known to be done. */
  readonly again: readonly Entry[];
  /** Why, where there are any. */
  readonly failure?: unknown;
  /** Whether another attempt would come to the same. */
  readonly isFinal?: boolean;
  readonly isTooLarge?: boolean;
}

async function attempt(entries: readonly Entry[], sending: Sending): Promise<Attempt> {
  const { transport, signal, tally } = sending;
  const request: EngineRequest = {
    method: 'POST',
    path: '/_bulk',
    type: 'ndjson',
    body: entries.map(({ lines }) => lines).join(''),
    ...(signal && { signal }),
  };
  let response: EngineResponse;
  try {
    response = await ask(transport, request);
  } catch (failure) {
    signal?.throwIfAborted();
    return { again: entries, failure };
  }
  const { status } = response;
  if (status < 400) return settle(entries, request, response, tally);
  const failure = failedAnswer(request, response);
  if (status !== TOO_LARGE) return { again: entries, failure, isFinal: !isPassing(status) };
  // The limit is that of a proxy or of the engine: it is found by halves.
  if (entries.length > 1) return { again: entries, isTooLarge: true };
  const [{ from, index, id }] = entries as [Entry];
  tally.reject({ from, index, id, status, reason: reasonOf(failure.message) });
  return { again: [] };
}

const TOO_LARGE = 413;

/** Counts what is done of a body, by what the engine says of each of its lines. */
function settle(
  entries: readonly Entry[],
  request: EngineRequest,
  response: EngineResponse,
  tally: Tally,
): Attempt {
  const { items } = jsonOf(response.body);
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  const results = list.map((item) => jsonOf(Object.values(jsonOf(item))[0]));
  if (results.length !== entries.length || results.some(({ _id }, i) => _id !== entries[i]!.id)) {
    const failure = engineFailed(request, 'the answer does not tell of each line', response);
    return { again: entries, failure, isFinal: true };
  }
  const again: Entry[] = [];
  let said = '';
  for (const [i, entry] of entries.entries()) {
    const result = results[i]!;
    if (isPassing(result.status)) {
      again.push(entry);
      said ||= `"${entry.id}": status ${result.status}, ${saidIn(result.error)}`;
    } else count(entry, result, tally);
  }
  if (again.length === 0) return { again };
  const why = `${again.length} of its ${entries.length} lines were not done, such as ${said}`;
  return { again, failure: engineFailed(request, why, response) };
}

function count({ from, index, id }: Entry, { status, result, error }: Json, tally: Tally): void {
  const { type } = jsonOf(error);
  if (error === undefined && (status === 200 || status === 201)) {
    if (result === 'deleted') tally.removed++;
    else tally.written++;
    if (result === 'created') tally.created++;
  } else if (error === undefined && result === 'not_found') tally.unchanged++;
  // A newer state is there, or this one: an attempt before may have arrived, though its answer did not.
  else if (type === 'version_conflict_engine_exception') tally.unchanged++;
  else {
    const known = typeof status === 'number' ? { status } : {};
    tally.reject({ from, index, id, ...known, reason: reasonOf(saidIn(error)) });
  }
}
