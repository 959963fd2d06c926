import type { InputIssue } from '../base/errors.ts';
import { issueOf } from '../base/issues.ts';
import { type ColumnPlan, namedColumns } from './columns.ts';

/** What the readers of the formats hand on: records that are not validated, and where each stands. */

/** One record of a source. */
export interface SourceRecord {
  /** Position among the records of the source, from 0; broken ones count. */
  readonly index: number;
  /** Where it stands, for people; absent where the index says it all. */
  readonly place?: string;
  readonly value: unknown;
  /** The columns it came from; absent for a record in field names. */
  readonly plan?: ColumnPlan;
}

/** Something wrong with the source itself. */
export interface SourceProblem {
  /** Sorts problems as they stand in the source; -1 for its header. */
  readonly order: number;
  readonly issue: InputIssue;
}

/** The records of a source, in order, and all that is wrong with it. */
export interface SourceRecords {
  readonly records: readonly SourceRecord[];
  readonly problems: readonly SourceProblem[];
  /** Fields that the header gives no column, so that no record can be blamed. */
  readonly missing: ReadonlySet<string>;
}

/** A problem that stands before all records. */
export function headProblem(place: string, path: string, expected: string, received: string): SourceProblem {
  return { order: -1, issue: issueOf(path, expected, received, place === '' ? {} : { place }) };
}

/** Columns that contradict each other, as problems. */
export function conflictProblems(plan: ColumnPlan, place: string, index = -1): SourceProblem[] {
  return plan.conflicts.map(({ field, headers }) => {
    const last = JSON.stringify(headers.at(-1));
    const where = [place, namedColumns(headers)].filter((part) => part !== '').join(', ');
    const expected = `one column for "${field}" (the option headers: { ${last}: ${last} } leaves one aside)`;
    return {
      order: index,
      issue: { index, place: where, path: field, expected, received: `${headers.length} columns` },
    };
  });
}
