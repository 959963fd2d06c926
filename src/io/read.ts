import { Issues } from '../base/issues.ts';
import { quote } from '../base/printable.ts';
import { Pacer } from '../core/matcher/run.ts';
import { expectRun, type RunOptions } from '../core/matches/match-options.ts';
import type { ParseOptions, Side } from '../core/records/parse.ts';
import type { Achievement, Demand, MatchRecord } from '../core/records/types.ts';
import { readCsv } from './csv.ts';
import { decodeTextSteps, type Source } from './decode.ts';
import { readJson, readJsonLines } from './json.ts';
import { checkReadOptions, chooseFormat, type ReadOptions } from './read-options.ts';
import type { Imported, ImportNotice } from './report.ts';
import type { Sheet } from './sheet.ts';
import type { SourceRecords } from './source-records.ts';
import { quietly } from './steps.ts';
import { readSheets } from './table-reader.ts';
import { validateRecords } from './validate.ts';

/** What is read: a text or bytes, or the sheets of a workbook (`readWorkbook` of `cuohe/xlsx`). */
export type ImportSource = Source | readonly Sheet[];

/**
 * Reads achievements and other supply from JSON, JSON lines, a table (CSV, also tab-separated) or the sheets of a workbook,
 * validates them, and reports what was understood and what was not. Headers are found by what they say,
 * wherever they stand; unknown columns are kept under their own names, empty cells and
 * placeholders give no field, cells of lists are split at 、，；| and line breaks. A form with labels left of its values
 * is one record.
 * @throws CuoheError `UNREADABLE_INPUT` for bytes in no known encoding.
 * @throws InputError naming every problem by its row and column, line or position: `UNREADABLE_INPUT` if the
 *   source is empty or malformed, else `INVALID_RECORDS`; `INVALID_OPTIONS` for bad options. Nothing is returned then.
 */
export function readAchievements(source: ImportSource, options: ReadOptions = {}): Imported<Achievement> {
  return readNow(source, 'achievement', options) as Imported<Achievement>;
}

/**
 * Reads technology demands, by the headers of their forms and lists. In all else as {@link readAchievements}.
 */
export function readDemands(source: ImportSource, options: ReadOptions = {}): Imported<Demand> {
  return readNow(source, 'demand', options) as Imported<Demand>;
}

/** {@link readAchievements} in steps, between which the event loop goes on: for large files on a server or a page. */
export function readAchievementsAsync(
  source: ImportSource,
  options: ReadOptions & RunOptions = {},
): Promise<Imported<Achievement>> {
  return readInSteps(source, 'achievement', options) as Promise<Imported<Achievement>>;
}

/** {@link readDemands} in steps, as {@link readAchievementsAsync}. */
export function readDemandsAsync(
  source: ImportSource,
  options: ReadOptions & RunOptions = {},
): Promise<Imported<Demand>> {
  return readInSteps(source, 'demand', options) as Promise<Imported<Demand>>;
}

function readNow(source: ImportSource, side: Side, options: ReadOptions): Imported<MatchRecord> {
  const steps = read(source, side, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

async function readInSteps(
  source: ImportSource,
  side: Side,
  { onProgress, signal, ...options }: ReadOptions & RunOptions,
): Promise<Imported<MatchRecord>> {
  const run = {
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  };
  const issues = new Issues();
  expectRun(issues, run);
  issues.throwAs('INVALID_OPTIONS', 'Bad options for reading');
  signal?.throwIfAborted();
  const pacer = new Pacer(undefined, run);
  const steps = read(source, side, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      pacer.finish(value.records.length);
      return value;
    }
    // To wait for what need not wait costs more than many a step.
    if (pacer.isDue()) await pacer.step(value);
  }
}

/** The steps of reading; each yields the number of records that are through. */
function* read(
  source: ImportSource,
  side: Side,
  options: ReadOptions,
): Generator<number, Imported<MatchRecord>> {
  checkReadOptions(options);
  const { name, stages, strict = false, invalid } = options;
  const found = yield* readFormat(source, side, options);
  const parsing: ParseOptions = stages === undefined ? {} : { stages };
  const validation = { side, name, parsing, leaveOut: invalid === 'leave-out' };
  const { records, leftOut, notices } = yield* validateRecords(found, validation);
  const all = [...found.notices, ...notices];
  if (strict) refuseWarnings(all, side, name);
  return {
    records,
    report: { records: records.length, leftOut, tables: found.tables, columns: found.columns, notices: all },
  };
}

function* readFormat(
  source: ImportSource,
  side: Side,
  options: ReadOptions,
): Generator<number, SourceRecords> {
  const { name = '', headers } = options;
  if (isWorkbook(source)) return yield* readSheets(source, side, options);
  const text = yield* decodeTextSteps(source);
  const issues = new Issues();
  if (text.trim() === '') issues.addText('', 'records', 'an empty text');
  issues.throwAs('UNREADABLE_INPUT', `Cannot read ${name === '' ? 'the source' : name}`);
  switch (chooseFormat(text, options)) {
    case 'json':
      return yield* quietly(readJson(text, side, headers));
    case 'jsonl':
      return yield* quietly(readJsonLines(text, side, headers));
    case 'csv':
      return yield* readCsv(text, side, options, /\.tsv$/i.test(name.trim()) ? '\t' : undefined);
  }
}

/** Sheets have rows; an array of anything else is no source. */
function isWorkbook(source: ImportSource): source is readonly Sheet[] {
  return Array.isArray(source) && source.every((sheet) => Array.isArray((sheet as Sheet | null)?.rows));
}

/** @throws InputError `INVALID_RECORDS` with all warnings, if there are any. */
function refuseWarnings(notices: readonly ImportNotice[], side: Side, name: string | undefined): void {
  const issues = new Issues();
  for (const { level, sheet, row, column, header, field, id, text } of notices) {
    if (level !== 'warning') continue;
    const place = [
      sheet === undefined ? '' : `sheet ${quote(sheet)}`,
      row === undefined ? '' : `row ${row}`,
      header === undefined || header === ''
        ? column === undefined
          ? ''
          : `column ${column}`
        : `column ${quote(header)}`,
    ].filter((part) => part !== '');
    issues.addText(field ?? '', 'nothing in doubt (the option strict)', text.en, {
      ...(id === undefined ? {} : { id }),
      ...(place.length === 0 ? {} : { place: place.join(', ') }),
    });
  }
  issues.throwAs('INVALID_RECORDS', `Doubtful ${side} records${name === undefined ? '' : ` in ${name}`}`);
}
