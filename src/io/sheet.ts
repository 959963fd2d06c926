/** Sheets of workbooks, whatever read them: `cuohe/xlsx`, or a library of the host. */

/** One sheet of a workbook, as a person sees it. Rows and columns are counted from 0: what Excel shows as row 7 is 6. */
export interface Sheet {
  readonly name: string;
  /** Whether the workbook hides it. Default false. */
  readonly hidden?: boolean;
  /** Cells as shown; empty text for an empty cell. Rows may be shorter than the widest. */
  readonly rows: readonly (readonly string[])[];
  /** Merged cells; positions from 0, ends included. Only the first cell of each has the text. */
  readonly merges?: readonly Merge[];
  /** Positions of hidden rows (a filter hides them too), from 0. */
  readonly hiddenRows?: readonly number[];
  /** Positions of hidden columns, from 0. */
  readonly hiddenColumns?: readonly number[];
  /** Cells of which the text may not be what the author typed. */
  readonly doubts?: readonly SheetDoubt[];
}

/** Cells that are merged into one: positions from 0, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A cell of which the text may not be what the author typed. */
export interface SheetDoubt {
  /** Position of the row, from 0. */
  readonly row: number;
  /** Position of the column, from 0. */
  readonly column: number;
  /**
   * - `scientific`: a long number that the sheet shows as 2.02E+11, whose last digits may be lost;
   * - `digits`: a number of more than 15 digits, of which a workbook keeps 15;
   * - `error`: #N/A and the like, given as empty;
   * - `no-value`: a formula without a stored value, given as empty.
   */
  readonly code: 'scientific' | 'digits' | 'error' | 'no-value';
}
