import type { InputIssue } from '../base/errors.ts';
import { issueOf } from '../base/issues.ts';
import type { ColumnPlan } from './columns.ts';
import type { ImportColumn, ImportNotice, ImportTable } from './report.ts';

/** What the readers of the formats hand on: records that are not validated, and where each stands. */

/** One record of a source. */
export interface SourceRecord {
  /** Position among the records of the source, from 0; broken ones count. */
  readonly index: number;
  /** Where it stands, for people; absent where the index says it all. */
  readonly place?: string;
  readonly sheet?: string | undefined;
  /** Of a table, from 0. */
  readonly row?: number;
  readonly value: unknown;
  /** The columns it came from; absent for a record in field names. */
  readonly plan?: ColumnPlan;
}

/** Something wrong with the source itself. */
export interface SourceProblem {
  /** Sorts problems as they stand in the source; -1 for its header. */
  readonly order: number;
  readonly issue: InputIssue;
  /** Whether it concerns one record alone, so that the others may be kept. */
  readonly ofRecord?: boolean;
}

/** The records of a source, in order, all that is wrong with it, and what is to be said of it. */
export interface SourceRecords {
  readonly records: readonly SourceRecord[];
  readonly problems: readonly SourceProblem[];
  /** Fields that the header gives no column, so that no record can be blamed. */
  readonly missing: ReadonlySet<string>;
  readonly tables: readonly ImportTable[];
  readonly columns: readonly ImportColumn[];
  readonly notices: readonly ImportNotice[];
}

/** A source of which nothing can be read. */
export function failed(problem: SourceProblem): SourceRecords {
  return { records: [], problems: [problem], missing: new Set(), tables: [], columns: [], notices: [] };
}

/** A problem that stands before all records. */
export function headProblem(place: string, path: string, expected: string, received: string): SourceProblem {
  return { order: -1, issue: issueOf(path, expected, received, place === '' ? {} : { place }) };
}
