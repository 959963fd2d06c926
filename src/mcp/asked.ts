import * as z from 'zod/mini';
import { Issues } from '../base/issues.ts';
import type { Side } from '../core/records/parse.ts';
import type { QueryInput } from '../core/records/types.ts';
import type { Holdings } from './holdings.ts';

/** What a tool is asked about: an indexed record by its id, fields of a record, or a text. */

/** Units of a text of a call; a record holds as much. */
const LONGEST_TEXT = 100_000;

export const ID = z.string().check(z.minLength(1), z.maxLength(1024));
export const TEXT = z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT));
export const SIDE = z.enum(['achievement', 'demand']);
/** Fields of a record, as `match` takes them: the matcher reads them, and names what is wrong. */
export const FIELDS = z.record(z.string(), z.unknown());

/** One of three: what is asked about. */
export interface Asked {
  readonly id?: string | undefined;
  readonly record?: Readonly<Record<string, unknown>> | undefined;
  readonly text?: string | undefined;
}

export const ASKED = {
  id: z.optional(ID),
  record: z.optional(FIELDS),
  text: z.optional(TEXT),
};

/** Told of these arguments in each description. */
export const ASKED_TOLD =
  'Give one of: id (of an indexed record), record (fields: title, text, keywords, regionCode, …), text.';

/**
 * The query that is asked about.
 * @throws InputError `INVALID_OPTIONS` unless there is one of them; CuoheError `UNKNOWN_RECORD`.
 */
export function askedOf(holdings: Holdings, side: Side, { id, record, text }: Asked): QueryInput {
  const given = [id, record, text].filter((one) => one !== undefined);
  const issues = new Issues();
  issues.expect(given.length === 1, '', 'one of id, record and text', `${given.length} of them`);
  issues.throwAs('INVALID_OPTIONS', 'Bad arguments');
  if (id !== undefined) return holdings.record(side, id);
  // A record is of the side that was said, whatever it says of itself.
  return record === undefined ? text! : ({ ...record, kind: side } as unknown as QueryInput);
}
