import { Issues } from '../base/issues.ts';
import type { ParseOptions, Side } from '../core/records/parse.ts';
import type { Achievement, Demand, MatchRecord } from '../core/records/types.ts';
import { readCsv } from './csv.ts';
import { decodeText, type Source } from './decode.ts';
import { readJson, readJsonLines } from './json.ts';
import { checkReadOptions, chooseFormat, type ReadOptions } from './read-options.ts';
import type { SourceRecords } from './source-records.ts';
import { validateRecords } from './validate.ts';

/**
 * Reads achievements and other supply from JSON, JSON lines or a table (CSV, also tab-separated), and validates
 * them. Chinese headers of the usual forms are known ({@link ACHIEVEMENT_HEADERS}); unknown columns are kept under
 * their own names, empty cells give no field, and cells of lists are split at 、，；| and line breaks.
 * @throws CuoheError `UNREADABLE_INPUT` for bytes in no known encoding.
 * @throws InputError naming every problem by its row and column, line or position: `UNREADABLE_INPUT` if the
 *   source is empty or malformed, else `INVALID_RECORDS`; `INVALID_OPTIONS` for bad options. Nothing is returned then.
 */
export function readAchievements(source: Source, options: ReadOptions = {}): Achievement[] {
  return read(source, 'achievement', options) as Achievement[];
}

/**
 * Reads technology demands; the headers of {@link DEMAND_HEADERS} are known. In all else as
 * {@link readAchievements}.
 */
export function readDemands(source: Source, options: ReadOptions = {}): Demand[] {
  return read(source, 'demand', options) as Demand[];
}

function read(source: Source, side: Side, options: ReadOptions): MatchRecord[] {
  checkReadOptions(options);
  const { name, stages } = options;
  const text = decodeText(source);
  const issues = new Issues();
  if (text.trim() === '') issues.addText('', 'records', 'an empty text');
  issues.throwAs('UNREADABLE_INPUT', `Cannot read ${name ?? 'the source'}`);
  const found = readFormat(text, side, options);
  const parsing: ParseOptions = stages === undefined ? {} : { stages };
  return validateRecords(found, side, name, parsing);
}

function readFormat(text: string, side: Side, options: ReadOptions): SourceRecords {
  const { name = '', headers } = options;
  switch (chooseFormat(text, options)) {
    case 'json':
      return readJson(text, side, headers);
    case 'jsonl':
      return readJsonLines(text, side, headers);
    case 'csv':
      return readCsv(text, side, headers, /\.tsv$/i.test(name.trim()) ? '\t' : undefined);
  }
}
