import type { Issues } from '../base/issues.ts';
import { requireOk, requireWhole } from './failures.ts';
import type { SearchBody } from './query.ts';
import type { EngineRequest, EngineResponse, Transport } from './transport.ts';
import { ask, expectTransport } from './transports.ts';
import { expectName } from './write-options.ts';

/** One index, and how it is asked. */
export class EngineSession {
  readonly index: string;
  /** The index as the beginning of a path. */
  readonly path: string;
  readonly transport: Transport;
  private readonly signal: AbortSignal | undefined;

  constructor(transport: Transport, index: string, signal?: AbortSignal) {
    this.transport = transport;
    this.index = index;
    this.path = `/${encodeURIComponent(index)}`;
    this.signal = signal;
  }

  /** Answer of a request. @throws CuoheError `ENGINE_FAILED` without one, or for one of a bad status. */
  async ask(request: EngineRequest): Promise<unknown> {
    return requireOk(request, await this.answer(request));
  }

  /**
   * Answer of a search, in which nothing is missing.
   * @throws CuoheError `ENGINE_FAILED` for a partial one.
   */
  async search(body: SearchBody): Promise<unknown> {
    // A point in time knows its index.
    const path = body.pit === undefined ? this.path : '';
    const request: EngineRequest = {
      method: 'POST',
      path: `${path}/_search?allow_partial_search_results=false`,
      body: JSON.stringify(body),
    };
    return requireWhole(request, await this.answer(request));
  }

  private answer(request: EngineRequest): Promise<EngineResponse> {
    this.signal?.throwIfAborted();
    return ask(this.transport, this.signal === undefined ? request : { ...request, signal: this.signal });
  }
}

/** Notes a transport or the name of an index that is none. */
export function expectEngine(issues: Issues, transport: unknown, index: unknown): void {
  expectTransport(issues, transport);
  expectName(issues, 'index', index);
}
