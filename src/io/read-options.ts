import * as z from 'zod/mini';
import { Issues } from '../base/issues.ts';
import { itemOf, optionsOf } from '../base/shapes.ts';
import { toInputIssues } from '../base/zod-issues.ts';
import type { StageRule } from '../core/records/stages.ts';

/** How a source is written. */
export type SourceFormat = 'json' | 'jsonl' | 'csv';

/** How records are read from a source. */
export interface ReadOptions {
  /**
   * `json`: an array of records, or an object with one array in it; `jsonl`: one record per line; `csv`: a table,
   * whose cells are parted by commas, tabs or semicolons. Default: by the extension of `name`, else by the content.
   */
  readonly format?: SourceFormat | undefined;
  /** File name, shown in errors. `.json`, `.jsonl`, `.ndjson`, `.csv` and `.tsv` choose the format. */
  readonly name?: string | undefined;
  /**
   * Further headers → fields; they go before the known ones. A header mapped to itself stays an unknown field:
   * `{ 编号: 'id', 登记号: '登记号' }`.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Names of the sheets of a workbook to read; default: all that are not hidden and hold records. */
  readonly sheets?: readonly string[] | undefined;
  /**
   * What happens where records are bad. `refuse` (default): one error names all of them, and nothing is read. `leave-out`:
   * the good ones are read, and the report names the bad ones.
   */
  readonly invalid?: 'refuse' | 'leave-out' | undefined;
  /** Whether warnings of the report are errors. Default false. */
  readonly strict?: boolean | undefined;
  /** Wording of maturity stages; default as for all records. */
  readonly stages?: readonly StageRule[] | undefined;
}

const LEVEL = z.number().check(z.minimum(1), z.maximum(9));
const TRL = z.tuple([LEVEL, LEVEL]);
const OPTIONS = optionsOf<ReadOptions>({
  format: z.optional(z.enum(['json', 'jsonl', 'csv'])),
  name: z.optional(z.string()),
  headers: z.optional(z.record(z.string(), z.string().check(z.minLength(1)))),
  sheets: z.optional(z.array(z.string())),
  invalid: z.optional(z.enum(['refuse', 'leave-out'])),
  strict: z.optional(z.boolean()),
  stages: z.optional(z.array(itemOf<StageRule>({ code: z.string(), trl: TRL, words: z.array(z.string()) }))),
});

/** @throws InputError `INVALID_OPTIONS` naming every bad option. */
export function checkReadOptions(options: ReadOptions): void {
  const issues = new Issues();
  const { error } = OPTIONS.safeParse(options);
  if (error !== undefined) issues.take(toInputIssues(error.issues, options, -1));
  issues.throwAs('INVALID_OPTIONS', 'Bad options for reading');
}

const EXTENSIONS: ReadonlyMap<string, SourceFormat> = new Map([
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
]);

/** The format that the options name, else the one that the text looks like. */
export function chooseFormat(text: string, options: ReadOptions): SourceFormat {
  if (options.format !== undefined) return options.format;
  const extension = /\.([^.\\/]+)$/.exec(options.name?.trim() ?? '')?.[1]?.toLowerCase();
  return EXTENSIONS.get(extension ?? '') ?? guessFormat(text);
}

/** An array is JSON; objects are JSON lines if a line that ends one is followed by a line that begins one. */
function guessFormat(text: string): SourceFormat {
  const start = text.trimStart();
  if (start.startsWith('[')) return 'json';
  if (!start.startsWith('{')) return 'csv';
  return /^[^\r\n]*\}[^\S\r\n]*[\r\n]\s*\{/.test(start) ? 'jsonl' : 'json';
}
