import type { EngineSession } from './session.ts';

/** A point in time of an index: what it held when it was opened. */
export interface PointInTime {
  /** What a search says of it. */
  readonly body: { readonly id: string; readonly keep_alive: string };
  close(): Promise<void>;
}

/** How long it is kept between two requests. */
const KEEP_ALIVE = '2m';

/** Opens a point in time, in the way of whichever engine it is. */
export async function openPoint(session: EngineSession): Promise<PointInTime> {
  const about = (await session.ask({ method: 'GET', path: '/' })) as {
    readonly version?: { readonly distribution?: unknown };
  };
  const isOpenSearch = about.version?.distribution === 'opensearch';
  const name = isOpenSearch ? '_search/point_in_time' : '_pit';
  // OpenSearch would leave out shards that it cannot reach, and say nothing of it later.
  const whole = isOpenSearch ? '&allow_partial_pit_creation=false' : '';
  const opened = (await session.ask({
    method: 'POST',
    path: `${session.path}/${name}?keep_alive=${KEEP_ALIVE}${whole}`,
  })) as { readonly pit_id?: string; readonly id?: string };
  const id = (isOpenSearch ? opened.pit_id : opened.id)!;
  return {
    body: { id, keep_alive: KEEP_ALIVE },
    async close() {
      const closing = isOpenSearch ? { pit_id: [id] } : { id };
      // One that stays open ends by itself.
      await session
        .ask({ method: 'DELETE', path: `/${name}`, body: JSON.stringify(closing) })
        .catch(() => undefined);
    },
  };
}
