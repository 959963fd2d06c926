import { KNOWN_FIELDS } from './schema.ts';

/** How large records may be. What is larger is no record but a book, a dump of a table, or an attack. */

/** Characters (UTF-16 units) of one text; abstracts of portals have fewer than 10,000, whole patents about 100,000. */
export const MAX_TEXT = 100_000;
/** Characters of all texts of a record, an item of a list counting one more. */
export const MAX_RECORD = 1_000_000;
/** Records of a collection: the postings of rare terms have 32 bits, of which this leaves eight for a weight. */
export const MAX_RECORDS = 2 ** 24;

/** What is too large in a record. */
export interface Oversize {
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

/** Names of oversize texts that are told of one record. */
const MOST_TOLD = 10;

/**
 * The texts of a snapshot that are too long, and the record where all of them together are; nothing of most. Known fields,
 * their parts and items count, and those that carry weight. O(items of lists), as lengths of texts are known.
 */
export function oversizeOf(
  record: Readonly<Record<string, unknown>>,
  weighed: readonly string[],
): Oversize[] {
  const found: Oversize[] = [];
  let total = 0;
  const add = (value: unknown, path: string) => {
    if (typeof value !== 'string') return;
    total += value.length;
    if (value.length > MAX_TEXT && found.length < MOST_TOLD)
      found.push({
        path,
        expected: `a text of at most ${MAX_TEXT} characters`,
        received: sizeOf(value.length),
      });
  };
  const addParts = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) add(value, path);
    else
      for (const part of Object.keys(value)) add((value as Record<string, unknown>)[part], `${path}.${part}`);
  };
  const addField = (field: string) => {
    const value = Object.hasOwn(record, field) ? record[field] : undefined;
    if (!Array.isArray(value)) addParts(value, field);
    else {
      total += value.length;
      // A list that is too long by its items alone is not walked through.
      if (total <= MAX_RECORD) for (const [i, item] of value.entries()) addParts(item, `${field}[${i}]`);
    }
  };
  for (const field of KNOWN_FIELDS) addField(field);
  for (const field of weighed) if (!KNOWN.has(field)) addField(field);
  if (total > MAX_RECORD)
    found.push({
      path: '',
      expected: `a record of at most ${MAX_RECORD} characters`,
      received: sizeOf(total),
    });
  return found;
}

const KNOWN: ReadonlySet<string> = new Set(KNOWN_FIELDS);

function sizeOf(length: number): string {
  return `${length} characters`;
}
