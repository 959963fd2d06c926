import { engineFailed, type Json, jsonOf } from './failures.ts';
import type { EngineRequest, Transport } from './transport.ts';
import { askOk } from './transports.ts';

/** A point in time of an index: what it held when it was opened. */
export interface PointInTime {
  /** What a search says of it. */
  readonly body: { readonly id: string; readonly keep_alive: string };
  /** One that stays open ends by itself. */
  close(): Promise<void>;
}

/** How long it is kept between two requests: one that is repeated takes a minute or two. */
const KEEP_ALIVE = '10m';

/**
 * Opens a point in time, in the way of whichever engine it is.
 * @param ask puts a request, and gives the body of its answer.
 */
export async function openPoint(
  transport: Transport,
  index: string,
  ask: (request: EngineRequest) => Promise<unknown>,
): Promise<PointInTime> {
  const { version } = jsonOf(await ask({ method: 'GET', path: '/' }));
  const isOpenSearch = jsonOf(version).distribution === 'opensearch';
  const name = isOpenSearch ? '_search/point_in_time' : '_pit';
  // OpenSearch would leave out shards that it cannot reach, and say nothing of it later.
  const whole = isOpenSearch ? '&allow_partial_pit_creation=false' : '';
  const path = `/${encodeURIComponent(index)}/${name}?keep_alive=${KEEP_ALIVE}${whole}`;
  const request: EngineRequest = { method: 'POST', path };
  const opened: Json = jsonOf(await ask(request));
  const id = isOpenSearch ? opened.pit_id : opened.id;
  if (typeof id !== 'string') throw engineFailed(request, 'no point in time was opened');
  const closing = JSON.stringify(isOpenSearch ? { pit_id: [id] } : { id });
  return {
    body: { id, keep_alive: KEEP_ALIVE },
    // Not by `ask`: what was stopped is to be closed as well.
    close: async () => {
      await askOk(transport, { method: 'DELETE', path: `/${name}`, body: closing }).catch(() => {});
    },
  };
}
