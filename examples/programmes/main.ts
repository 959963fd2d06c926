import { parseArgs } from 'node:util';
import type { Table } from 'cuohe/io';
import { errorText } from '../../src/command/errors.ts';
import type { Output } from '../../src/command/output.ts';
import { paint } from '../../src/command/terminal.ts';
import { PROGRAMMES } from './all.ts';
import { loadSample } from './sample.ts';
import type { DemoProgramme } from './types.ts';
import { tablesOf, titlesOf, writeFolder, writeWorkbook } from './written.ts';

const USAGE = `npm run demo:programmes -- [options]

  --only KEY   一个程序 one programme: ${PROGRAMMES.map(({ key }) => key).join(', ')}
  --xlsx FILE  所有表格写成一个工作簿 all tables as one workbook
  --csv FOLDER 每张表格一个 CSV 文件 a CSV file for each table
  --json       一个 JSON 对象，按程序为键 one JSON object, keyed by programme
  --help       显示本说明 this text
`;

/** @throws Error naming the option that is wrong. */
function chosen(only: string | undefined): readonly DemoProgramme[] {
  if (only === undefined) return PROGRAMMES;
  const found = PROGRAMMES.filter(({ key }) => key === only);
  if (found.length > 0) return found;
  const keys = PROGRAMMES.map(({ key }) => key).join(', ');
  throw new Error(`--only: expected one of ${keys}, received ${JSON.stringify(only)}`);
}

async function run(args: readonly string[], output: Output): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      xlsx: { type: 'string' },
      csv: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return output.write(USAGE);
  const programmes = chosen(values.only);
  const sample = loadSample();
  const all = new Map<string, unknown>();
  const titles = titlesOf(sample);
  const tables: Table[] = [];
  for (const programme of programmes) {
    const { json, text, results, titles: own = [] } = await programme.run(sample);
    tables.push(...tablesOf(programme, results, new Map([...titles, ...own])));
    if (values.json === true) all.set(programme.key, json);
    else {
      const title = `${programme.number}  ${programme.titleZh}  ${programme.titleEn}`;
      await output.write(`${paint('bold', title)}\n\n${text}\n\n\n`);
    }
  }
  if (values.xlsx !== undefined) await writeWorkbook(values.xlsx, tables);
  if (values.csv !== undefined) writeFolder(values.csv, tables);
  if (values.json === true) await output.write(`${JSON.stringify(Object.fromEntries(all), null, 1)}\n`);
}

/**
 * The program but for its process.
 * @param complain takes what goes to stderr.
 * @returns the exit code.
 */
export async function main(
  args: readonly string[],
  output: Output,
  complain: (text: string) => void,
): Promise<number> {
  try {
    await run(args, output);
    return 0;
  } catch (error) {
    complain(errorText(error));
    return 1;
  }
}
