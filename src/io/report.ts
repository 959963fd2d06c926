import type { Bilingual } from '../base/bilingual.ts';
import type { HeaderRule } from './header-table.ts';

/** What a reader says of a source: what it understood, how, and what it did not. */

/**
 * What a notice is about.
 * - `sheet-left-out`, `row-left-out`, `record-left-out`: not read, and why;
 * - `row-hidden`: read, though the sheet hides it;
 * - `column-unused`, `column-guessed`, `column-shared`: a header that says no field; one of which the last word alone was
 *   understood; one that says the same as a better one;
 * - `cell-unread`, `cell-partly-read`: wording that gave no value, or not all of one;
 * - `value-spoiled`: a spreadsheet has changed what was typed (2.02311E+11, 3月5日);
 * - `value-converted`: a number that counts days, in a column of dates;
 * - `id-made`: an id by the place of the record; `kind-assumed`: patents, experts and the like by their headers;
 * - `id-near`: an id that differs from that of an earlier record in width, case, spaces or unseen characters alone;
 * - `duplicate`: the title and the organisation of an earlier record.
 */
export type NoticeCode =
  | 'sheet-left-out'
  | 'row-left-out'
  | 'record-left-out'
  | 'row-hidden'
  | 'column-unused'
  | 'column-guessed'
  | 'column-shared'
  | 'cell-unread'
  | 'cell-partly-read'
  | 'value-spoiled'
  | 'value-converted'
  | 'id-made'
  | 'id-near'
  | 'kind-assumed'
  | 'duplicate';

/** One thing that people should know of what was read. */
export interface ImportNotice {
  /** A `warning` may have cost something; with `strict` it is an error. `info` tells what was done. */
  readonly level: 'info' | 'warning';
  readonly code: NoticeCode;
  readonly sheet?: string;
  /** As a spreadsheet counts them, from 1. */
  readonly row?: number;
  /** Letters of the column, as a spreadsheet shows them. */
  readonly column?: string;
  /** The header as the source has it. */
  readonly header?: string;
  /** The field that it is about. */
  readonly field?: string;
  /** Id of the record. */
  readonly id?: string;
  readonly text: Bilingual;
}

/** One column of a source, and what it became. */
export interface ImportColumn {
  readonly sheet?: string;
  readonly column: string;
  readonly header: string;
  /** The field it fills; absent for a column that is kept under its own header and that nothing reads. */
  readonly field?: string;
  /** How the header was understood; absent where it was not. */
  readonly rule?: HeaderRule;
  /** Share of all characters of its table that stand in it, in [0, 1]. */
  readonly share: number;
}

/** One table of a source. */
export interface ImportTable {
  readonly sheet?: string;
  /** Rows of its header, as a spreadsheet counts them. */
  readonly headerRows: readonly number[];
  /** How sure it is that this is a header, in [0, 1]: a quarter for each known cell. Below 0.5 look at the columns. */
  readonly sureness: number;
  readonly records: number;
}

/** What was read, and how. Plain JSON. */
export interface ImportReport {
  /** Number of records that were read. */
  readonly records: number;
  /** Number of records that were bad, and left out by the option `invalid`. */
  readonly leftOut: number;
  readonly tables: readonly ImportTable[];
  readonly columns: readonly ImportColumn[];
  /** In the order of the source. */
  readonly notices: readonly ImportNotice[];
}

/** The records of a source, and what is to be said of them. */
export interface Imported<R> {
  readonly records: R[];
  readonly report: ImportReport;
}
