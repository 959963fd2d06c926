import type { MatchRecord } from 'cuohe';
import { type Imported, type ImportReport, reportTable, type Table, writeCsv } from 'cuohe/io';
import { LoadError } from './errors.ts';
import { type FileSide, openFile, readAs, readEither } from './files.ts';
import type { Context } from './host.ts';
import type { Language, Say } from './language.ts';
import { listOf } from './match-values.ts';
import { tableText } from './table-text.ts';
import { pageWidth, paint, wrap } from './terminal.ts';
import { filesToWrite, writeWhole } from './written-files.ts';

/** `cuohe check`: the import report of files. */

export interface CheckCommand {
  readonly side?: FileSide;
  readonly sheets?: string;
  readonly output?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** What was read of a file. */
interface Checked {
  readonly file: string;
  readonly side: FileSide;
  readonly report: ImportReport;
}

/** Reads files and says what was understood. @throws LoadError for files of which nothing could be read. */
export async function check(
  files: readonly string[],
  command: CheckCommand,
  context: Context,
): Promise<void> {
  const { output, language, say } = context;
  const { side, json, strict } = command;
  const [written] = await filesToWrite(
    command.output === undefined ? [] : [command.output],
    ['csv', 'xlsx', 'json'],
    files,
  );
  const quiet = { ...context, complain: () => {} };
  const errors: unknown[] = [];
  const checked: Checked[] = [];
  for (const file of files) {
    try {
      const opened = await openFile(file, context);
      const options = { sheets: listOf(command.sheets) };
      const read: { side: FileSide; imported: Imported<MatchRecord> } =
        side === undefined
          ? await readEither(opened, options, quiet)
          : { side, imported: await readAs(opened, side, options, quiet) };
      checked.push({ file: opened.name, side: read.side, report: read.imported.report });
    } catch (error) {
      errors.push(error);
    }
  }
  if (written !== undefined)
    await writeWhole(written.path, await reportOf(checked, written.format, language));
  else if (json === true) await output.write(`${JSON.stringify(checked, null, 2)}\n`);
  else for (const one of checked) await output.write(textOf(one, context));
  if (errors.length > 0) throw new LoadError(errors);
  const warnings = checked.reduce((sum, { report }) => sum + report.leftOut + warningsOf(report), 0);
  if (strict === true && warnings > 0) {
    throw new Error(say(`${warnings} 处请核对`, `${warnings} things to check`));
  }
}

function warningsOf({ notices }: ImportReport): number {
  return notices.filter(({ level }) => level === 'warning').length;
}

function textOf({ file, side, report }: Checked, { language, say }: Context): string {
  const sideName = side === 'demand' ? say('需求', 'demands') : say('成果', 'achievements');
  const count = say(
    `按${sideName}读入 ${report.records} 条，未读入 ${report.leftOut} 条，请核对 ${warningsOf(report)} 处`,
    `read as ${sideName}: ${report.records} records, ${report.leftOut} left out, ${warningsOf(report)} things to check`,
  );
  const ordered = [...report.notices].sort(
    (a, b) => Number(b.level === 'warning') - Number(a.level === 'warning'),
  );
  const notices = ordered.flatMap((notice) => noticeLines(notice, language, say));
  const columns = report.columns.length === 0 ? [] : ['', ...tableText(columnTable(report, language, say))];
  return `${[`${paint('bold', file)}  ${count}`, ...notices, ...columns, ''].join('\n')}\n`;
}

/** A notice with its place, as wide as the page. */
function noticeLines(notice: ImportReport['notices'][number], language: Language, say: Say): string[] {
  const { level, sheet, row, column, header } = notice;
  const mark = level === 'warning' ? say('请核对', 'check ') : say('说明  ', 'note  ');
  const places = [
    sheet,
    row === undefined ? undefined : say(`第${row}行`, `row ${row}`),
    column === undefined ? undefined : say(`${column}列`, `column ${column}`),
    header,
  ].filter((part) => part !== undefined && part !== '');
  const text = `${places.join(' ')}${places.length === 0 ? '' : say('：', ': ')}${notice.text[language]}`;
  const lines = wrap(text, pageWidth() - 10);
  return lines.map(
    (line, i) => `  ${i === 0 ? paint(level === 'warning' ? 'yellow' : 'dim', mark) : '      '}  ${line}`,
  );
}

/** What became of each column: those that fill a field, then those that nothing reads. */
function columnTable(report: ImportReport, language: Language, say: Say): Table {
  const { columns, rows } = reportTable({ ...report, notices: [], tables: [] }, language);
  // Sheet, column, header, field and what is said of it; row and id are of notices.
  const kept = [1, 3, 4, 5, 7];
  return {
    columns: kept.map((i) => (i === 7 ? { header: say('识别', 'how') } : columns[i]!)),
    rows: rows.map((row) => kept.map((i) => row[i])),
  };
}

async function reportOf(
  checked: readonly Checked[],
  format: string,
  language: Context['language'],
): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify(checked, null, 2)}\n`;
  const tables = checked.map(({ file, report }) => ({ file, table: reportTable(report, language) }));
  const table: Table = {
    ...tables[0]!.table,
    columns: [{ header: language === 'zh' ? '文件' : 'file' }, ...tables[0]!.table.columns],
    rows: tables.flatMap(({ file, table: { rows } }) => rows.map((row) => [file, ...row])),
  };
  if (format === 'csv') return writeCsv(table);
  const { writeTable } = await import('cuohe/xlsx');
  return writeTable(table);
}
