import { CuoheError } from '../base/errors.ts';
import { cut } from '../base/printable.ts';
import type { EngineRequest, EngineResponse } from './transport.ts';

/** An object of an answer. */
export type Json = Readonly<Record<string, unknown>>;

/** Units of what an engine said that a message shows. */
const MOST_SAID = 500;

/** A value as an object: an empty one if it is none. */
export function jsonOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** What an error of the engine says: its kind and reason, and what is at the bottom of it. */
export function saidIn(error: unknown): string {
  if (typeof error === 'string') return cut(error, MOST_SAID);
  const { type, reason, failed_shards: failed, caused_by: cause } = jsonOf(error);
  const [first] = Array.isArray(failed) ? failed : [];
  const below = jsonOf(cause ?? jsonOf(first).reason);
  const own = [type, reason].filter((part) => typeof part === 'string').join(': ');
  const deeper = [below.type, below.reason].filter((part) => typeof part === 'string').join(': ');
  return cut(own.includes(deeper) ? own : `${own} (${deeper})`, MOST_SAID);
}

/** The error of a request that the engine did not do as asked. */
export function engineFailed(request: EngineRequest, why: string, cause?: unknown): CuoheError {
  const asked = `${request.method} ${cut(request.path, 200)}`;
  return new CuoheError('ENGINE_FAILED', `The search engine failed at ${asked}: ${why}`, { cause });
}

/** The error of a request without an answer. */
export function noAnswer(request: EngineRequest, error: unknown): CuoheError {
  const said = cut(error instanceof Error ? error.message : String(error), MOST_SAID);
  return engineFailed(request, `no answer came (${said})`, error);
}

/** The error of what a transport gave that is no answer. */
export function noStatus(request: EngineRequest): CuoheError {
  return engineFailed(request, 'the transport gave an answer without a status');
}

/** The error of an answer with a bad status. */
export function failedAnswer(request: EngineRequest, response: EngineResponse): CuoheError {
  const { status, body } = response;
  const said = saidIn(typeof body === 'string' ? body : jsonOf(body).error);
  return engineFailed(request, `status ${status}${said === '' ? '' : `, ${said}`}`, response);
}

/**
 * The body of an answer.
 * @throws CuoheError `ENGINE_FAILED` for a status from 400.
 */
export function requireOk(request: EngineRequest, response: EngineResponse): Json {
  if (response.status >= 400) throw failedAnswer(request, response);
  return jsonOf(response.body);
}

/**
 * The body of an answer that all shards gave, and gave whole.
 * @throws CuoheError `ENGINE_FAILED` for a bad status, for time that was up, for a search that ended early, and for shards
 * that failed or are missing.
 */
export function requireWhole(request: EngineRequest, response: EngineResponse): Json {
  const body = requireOk(request, response);
  const why = missingIn(body);
  if (why !== undefined) throw engineFailed(request, why, response);
  return body;
}

function missingIn(body: Json): string | undefined {
  if (body.timed_out !== false) return 'the time was up before all was searched';
  if (body.terminated_early === true) return 'the search was ended before all was searched';
  const { skipped } = jsonOf(body._clusters);
  if (skipped !== undefined && skipped !== 0) return 'a remote cluster was left out';
  const { total, successful, failed, failures } = jsonOf(body._shards);
  if (typeof total !== 'number' || typeof successful !== 'number')
    return 'the answer does not tell of its shards';
  if (total === 0) return 'no shard was searched';
  if (failed === 0 && successful >= total) return undefined;
  const [first] = Array.isArray(failures) ? failures : [];
  const said = saidIn(jsonOf(first).reason);
  const count = `${successful} of ${total} shards answered`;
  return said === '' ? count : `${count}: ${said}`;
}
