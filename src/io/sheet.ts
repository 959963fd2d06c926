/** One sheet of a workbook, as a person sees it. */
export interface Sheet {
  readonly name: string;
  /** Whether the workbook hides it. Default false. */
  readonly hidden?: boolean;
  /** Cells as shown; empty text for an empty cell. Rows may be shorter than the widest. */
  readonly rows: readonly (readonly string[])[];
  /** Merged cells; positions from 0, ends included. Only the first cell of each has the text. */
  readonly merges?: readonly Merge[];
  /** Positions of hidden rows (a filter hides them too) and columns, from 0. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Cells of which the text may not be what the author typed. */
  readonly doubts?: readonly SheetDoubt[];
}

/** Cells that are shown as one. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A cell of which the text may not be what its author typed. */
export interface SheetDoubt {
  readonly row: number;
  readonly column: number;
  /**
   * `scientific`: a long number that the sheet shows as 2.02E+11, whose last digits may be lost; `digits`: more than 15
   * digits; `error`: #N/A and the like, given as empty; `no-value`: a formula without a stored value.
   */
  readonly code: 'scientific' | 'digits' | 'error' | 'no-value';
}
