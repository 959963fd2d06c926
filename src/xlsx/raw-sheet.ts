/** What any library gives of a sheet; texts are made of it in one place. */

/** A value as the workbook stores it; dates as if they were in UTC. */
export type RawValue = string | number | boolean | Date | null | undefined;

/** One sheet with its values and all that decides how they are shown. */
export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly RawValue[])[];
  /** Whether dates count from 1904. */
  readonly is1904: boolean;
  /** The number format of a cell, `''` where it has none. */
  readonly format: (row: number, column: number) => string;
  /** Whether a cell holds an error, or a formula without a stored value. */
  readonly flaw: (row: number, column: number) => 'error' | 'no-value' | undefined;
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}
