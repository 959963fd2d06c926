import { CuoheError } from '../base/errors.ts';

/** The error of bytes that are no workbook, by their true name. */
export function unreadable(received: string, cause?: unknown): CuoheError {
  return new CuoheError(
    'UNREADABLE_INPUT',
    `Cannot read the workbook: expected .xlsx or .xls, received ${received}`,
    cause === undefined ? undefined : { cause },
  );
}
