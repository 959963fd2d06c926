import type { Side } from '../core/records/parse.ts';
import { headProblem, type SourceProblem, type SourceRecords } from './source-records.ts';
import { parseTableSteps } from './table.ts';
import { readSheets, type SheetsOptions } from './table-reader.ts';

/** Tables of text: a CSV file is a sheet without a name. */

/** Reads a table; what stands behind the first malformed quote cannot be relied on. */
export function* readCsv(
  text: string,
  side: Side,
  options: SheetsOptions,
  delimiter?: string,
): Generator<number, SourceRecords> {
  const { rows, quotes } = yield* parseTableSteps(text, delimiter);
  const problems: SourceProblem[] = quotes.map(({ row, unclosed }) => {
    const [expected, received] = unclosed
      ? ['a closing quote', 'the end of the file']
      : ['quotes inside a quoted cell to be doubled ("")', 'a quote followed by more text'];
    return { ...headProblem(`row ${row + 1}`, '', expected, received), order: row };
  });
  const sheet = { name: '', rows: rows.slice(0, quotes[0]?.row) };
  const found = yield* readSheets([sheet], side, { headers: options.headers });
  return { ...found, problems: [...problems, ...found.problems] };
}
