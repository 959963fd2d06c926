import type { Issues } from '../base/issues.ts';
import { unlessAborted } from './abort.ts';
import { type Json, noAnswer, noStatus, requireOk } from './failures.ts';
import type { EngineClient, EngineRequest, EngineResponse, Transport } from './transport.ts';

/** Notes what is neither a function nor a client. */
export function expectTransport(issues: Issues, transport: unknown): void {
  const isTransport = typeof transport === 'function' || isClient(transport);
  issues.expect(
    isTransport,
    'transport',
    'a function, or a client of OpenSearch or Elasticsearch',
    transport,
  );
}

function isClient(transport: unknown): transport is EngineClient {
  return typeof (transport as EngineClient | null | undefined)?.transport?.request === 'function';
}

/**
 * Puts a request to the engine, once.
 * @returns the answer, whatever its status.
 * @throws CuoheError `ENGINE_FAILED` where no answer came; the reason of the signal as soon as it is aborted, even if the
 * transport does not look at it.
 */
export async function ask(transport: Transport, request: EngineRequest): Promise<EngineResponse> {
  const { signal } = request;
  signal?.throwIfAborted();
  let answer: EngineResponse;
  try {
    answer = await unlessAborted(
      async () => (typeof transport === 'function' ? transport(request) : askClient(transport, request)),
      signal,
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw noAnswer(request, error);
  }
  if (!Number.isInteger(answer?.status)) throw noStatus(request);
  return answer;
}

/**
 * Puts a request to the engine, once.
 * @returns the body of the answer.
 * @throws CuoheError `ENGINE_FAILED` where no answer came, or one with a bad status; the signal's reason.
 */
export async function askOk(transport: Transport, request: EngineRequest): Promise<Json> {
  return requireOk(request, await ask(transport, request));
}

/** What the clients give and throw, as far as they agree. */
interface ClientResult {
  readonly statusCode?: number | null;
  readonly body?: unknown;
}

/** What clients give may also be stopped, but for Elastic's 8, which takes a signal. */
interface Stoppable extends PromiseLike<ClientResult> {
  readonly abort?: () => void;
}

async function askClient(client: EngineClient, request: EngineRequest): Promise<EngineResponse> {
  const { method, path, body, type = 'json', signal } = request;
  const [pathname, querystring = ''] = path.split('?');
  // Elastic's 8 takes a text for plain text. Of both headers one kind: an engine refuses a mixture.
  const headers = {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': contentType(type) }),
  };
  const sent = client.transport.request(
    { method, path: pathname, querystring, ...(body !== undefined && { body }) },
    // `meta` has Elastic's 8 give the status too.
    { headers, meta: true, ...(signal && { signal }) },
  ) as Stoppable;
  // Gives nothing back: what a listener gives, the platform waits for, and throws its failure where nobody catches it.
  const stop = () => {
    sent.abort?.();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return responseOf(await sent);
  } catch (error) {
    const { name, meta } = (error ?? {}) as { readonly name?: unknown; readonly meta?: ClientResult };
    // Errors of connections have a status too, where an answer broke off.
    if (name !== 'ResponseError' || meta === undefined) throw error;
    return responseOf(meta);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function responseOf({ statusCode, body }: ClientResult): EngineResponse {
  return { status: statusCode as number, body };
}

/** How a body is announced. */
export function contentType(type: 'json' | 'ndjson'): string {
  return type === 'ndjson' ? 'application/x-ndjson' : 'application/json';
}
