import { InputError } from '../base/errors.ts';
import type { Side } from '../core/records/parse.ts';
import type { RecordInput } from '../core/records/types.ts';
import type { Weigher } from '../core/weigher/weigher.ts';
import { LONGEST_ID, toDocument } from './document.ts';
import { type Rejected, reasonOf, reasonsOf } from './rejections.ts';
import type { Sequence } from './write-options.ts';

/** One write, as it goes into a body. */
export interface Entry {
  readonly from: 'put' | 'remove';
  /** Position among the records or ids. */
  readonly index: number;
  readonly id: string;
  /** Lines of JSON, each with its end. */
  readonly lines: string;
  /** Bytes of them. */
  readonly size: number;
}

/** What is written. */
export interface Contents {
  readonly target: string;
  readonly weigher: Weigher;
  readonly put: Sequence<unknown>;
  readonly remove: Sequence<unknown>;
  /** The record in something that is put. */
  readonly readPut: (put: unknown) => { readonly record: unknown; readonly side: Side };
  readonly revisionOf: (of: unknown) => unknown;
}

/**
 * Writes, one after the other, as they are asked for.
 * @param reject is told of what is no record or no id.
 */
export async function* entriesOf(
  contents: Contents,
  reject: (rejected: Rejected) => void,
): AsyncGenerator<Entry, void> {
  for (const from of ['put', 'remove'] as const) {
    let index = 0;
    for await (const given of contents[from]) {
      const read = from === 'put' ? readPut(contents, given) : readRemove(contents, given);
      if ('lines' in read) yield { from, index, size: bytesOf(read.lines), ...read };
      else reject({ from, index, ...read });
      index++;
    }
  }
}

type Read = Pick<Entry, 'id' | 'lines'> | Pick<Rejected, 'id' | 'reason'>;

function readPut({ weigher, target, readPut, revisionOf }: Contents, put: unknown): Read {
  const { record, side } = readPut(put);
  try {
    const revision = revisionOf(put) as number;
    const { id, source } = toDocument(weigher, record as RecordInput, { revision, side });
    if (isBroken(id)) return { id, reason: BAD_ID };
    return { id, lines: `${actionLine('index', target, id, revision)}${JSON.stringify(source)}\n` };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const id = error.issues[0]?.id ?? idOf(record);
    return { ...(id !== undefined && { id }), reason: reasonsOf(error) };
  }
}

const BAD_ID = `id: expected a text of 1 to ${LONGEST_ID} bytes, without halves of characters`;

function readRemove({ target, revisionOf }: Contents, id: unknown): Read {
  if (typeof id !== 'string') return { reason: reasonOf(`${BAD_ID}, received a value of type ${typeof id}`) };
  if (id === '' || isBroken(id) || bytesOf(id) > LONGEST_ID) return { id, reason: BAD_ID };
  const revision = revisionOf(id) as number;
  if (!Number.isSafeInteger(revision) || revision < 0)
    return {
      id,
      reason: reasonOf(`revision: expected a whole number from 0 to 2⁵³ − 1, received ${revision}`),
    };
  return { id, lines: actionLine('delete', target, id, revision) };
}

/** The version is that of the record: the engine takes no older one, and none twice. */
function actionLine(action: 'index' | 'delete', target: string, id: string, revision: number): string {
  const meta = { _index: target, _id: id, version: revision, version_type: 'external' };
  return `${JSON.stringify({ [action]: meta })}\n`;
}

/** Halves of surrogate pairs are no text in UTF-8: the engine would make another id of it. */
function isBroken(id: string): boolean {
  return /\p{Cs}/u.test(id);
}

function idOf(record: unknown): string | undefined {
  try {
    const id = (record as { readonly id?: unknown } | null | undefined)?.id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

const encoder = new TextEncoder();

function bytesOf(text: string): number {
  return encoder.encode(text).length;
}
