import { Issues } from '../../base/issues.ts';
import type { Steps } from '../../base/steps.ts';
import { describeThrown } from '../../base/zod-issues.ts';
import type { RecordInput } from '../records/types.ts';

/** A list of our own: rows that a host adds to its array later are not indexed. What is no array is refused by the parser. */
export function keptRows<R>(rows: readonly R[]): readonly R[] {
  return Array.isArray(rows) ? Array.from(rows as readonly R[]) : rows;
}

/**
 * The records that rows are, in steps.
 * @throws InputError naming every row that `read` throws at.
 */
export function* recordsSteps<R>(
  rows: readonly R[],
  read: ((row: R) => RecordInput) | undefined,
): Steps<readonly unknown[]> {
  if (read === undefined || !Array.isArray(rows)) return rows;
  const issues = new Issues();
  const records: unknown[] = [];
  for (let index = 0; index < rows.length; index++) {
    try {
      records.push(read(rows[index] as R));
    } catch (error) {
      issues.addText('', 'a row that `read` makes a record of', describeThrown(error), { index });
    }
    yield 0;
  }
  issues.throwAs('INVALID_RECORDS', 'Bad rows');
  return records;
}
