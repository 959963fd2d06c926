import type { Side } from '../core/records/parse.ts';
import { engineFailed, type Json, jsonOf, requireOk, requireWhole } from './failures.ts';
import { openPoint } from './points.ts';
import { askUntilAnswered, type Retrying } from './retry.ts';
import type { EngineRequest, Transport } from './transport.ts';

/** A record of an index, and its revision. */
export interface StoredRecord {
  readonly id: string;
  readonly record: unknown;
  readonly revision: number;
  /** What the record is read as where it does not say it. */
  readonly side: Side;
}

/** The records of an index as of one moment. */
export interface StoredRecords {
  /** How many. */
  readonly count: number;
  /** One after the other, by id. */
  readonly records: AsyncIterable<StoredRecord>;
  /** Lets the moment go. */
  close(): Promise<void>;
}

/** Documents of a page. */
const PAGE = 500;

/**
 * Reads all records of an index, as they are at this moment, whatever is written meanwhile.
 * @throws CuoheError `ENGINE_FAILED` where anything of it cannot be read.
 */
export async function storedRecords(
  transport: Transport,
  index: string,
  retrying: Retrying,
): Promise<StoredRecords> {
  const point = await openPoint(transport, index, async (request) =>
    requireOk(request, await askUntilAnswered(transport, request, retrying)),
  );
  const page = async (after: readonly unknown[] | undefined): Promise<Json> => {
    const request: EngineRequest = {
      method: 'POST',
      path: '/_search?allow_partial_search_results=false',
      body: JSON.stringify({
        size: PAGE,
        sort: [{ id: 'asc' }],
        _source: ['record', 'revision', 'kind'],
        track_total_hits: after === undefined,
        pit: point.body,
        ...(after && { search_after: after }),
      }),
    };
    const response = await askUntilAnswered(transport, request, retrying);
    return jsonOf(requireWhole(request, response).hits);
  };
  try {
    const first = await page(undefined);
    const { value } = jsonOf(first.total);
    return {
      count: Number(value),
      records: recordsOf(first, page, index),
      close: point.close,
    };
  } catch (error) {
    await point.close();
    throw error;
  }
}

async function* recordsOf(
  first: Json,
  page: (after: readonly unknown[]) => Promise<Json>,
  index: string,
): AsyncGenerator<StoredRecord, void> {
  for (let hits = first; ; ) {
    const list: readonly unknown[] = Array.isArray(hits.hits) ? hits.hits : [];
    for (const hit of list) yield storedRecord(jsonOf(hit), index);
    // A page that is not full may be followed by another: only an empty one is the end.
    const { sort } = jsonOf(list.at(-1));
    if (!Array.isArray(sort)) return;
    hits = await page(sort);
  }
}

function storedRecord({ _id, _source }: Json, index: string): StoredRecord {
  const { record, revision, kind } = jsonOf(_source);
  const side = kind === 'demand' ? 'demand' : 'achievement';
  if (typeof revision === 'number' && typeof record === 'object' && record !== null)
    return { id: String(_id), record, revision, side };
  const request: EngineRequest = { method: 'POST', path: `/${encodeURIComponent(index)}/_search` };
  throw engineFailed(request, `document ${JSON.stringify(_id)} holds no record of this library`);
}
