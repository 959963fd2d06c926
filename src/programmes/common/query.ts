import { parseRecords, type Side } from '../../core/records/parse.ts';
import type { MatchRecord, RecordInput } from '../../core/records/types.ts';

/**
 * A record that matches will be asked for, read as the matcher reads it: of its own `kind`, else of the side that is
 * not indexed. For programmes that need a query's fields before they match.
 * @throws InputError `INVALID_RECORDS` naming what is wrong with it.
 */
export function parseQuery(query: RecordInput, indexed: Side): MatchRecord {
  return parseRecords([query], querySide(query, indexed))[0]!;
}

/** The side of a query: that of its own `kind`, else the one that is not indexed. */
export function querySide(query: unknown, indexed: Side): Side {
  const kind = (query as { readonly kind?: unknown } | null | undefined)?.kind;
  const isDemand = kind === undefined ? indexed === 'achievement' : kind === 'demand';
  return isDemand ? 'demand' : 'achievement';
}
