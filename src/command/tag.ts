import { type ChainTag, DEFAULT_TAXONOMY, type MatchRecord, tagChains } from 'cuohe';
import { type Table, writeCsv } from 'cuohe/io';
import { type FileSide, openFile, readAs, readEither } from './files.ts';
import type { Context } from './host.ts';
import type { Language } from './language.ts';
import { listOf } from './match-values.ts';
import { tableText } from './table-text.ts';
import { titleOf } from './words.ts';
import { filesToWrite, writeWhole } from './written-files.ts';

/** `cuohe tag`: the chains of records, or of a text. */

export interface TagCommand {
  readonly side?: FileSide;
  readonly text?: string;
  readonly sheets?: string;
  readonly output?: string;
  readonly json?: boolean;
}

/** A record and its chains. */
interface Tagged {
  readonly id: string;
  readonly title: string;
  readonly chains: readonly ChainTag[];
}

const CHAINS = new Map(DEFAULT_TAXONOMY.chains.map((chain) => [chain.code, chain]));

export async function tag(file: string | undefined, command: TagCommand, context: Context): Promise<void> {
  const { output, language, say } = context;
  if ((file === undefined) === (command.text === undefined)) {
    throw new Error(say('请给出一个文件，或用 --text 给出一段文字', 'give either a file or --text'));
  }
  const files = file === undefined ? [] : [file];
  const [written] = await filesToWrite(
    command.output === undefined ? [] : [command.output],
    ['csv', 'xlsx', 'json'],
    files,
  );
  const records =
    file === undefined ? [{ id: '', title: command.text! }] : await recordsOf(file, command, context);
  const tagged = records.map(
    (record): Tagged => ({ id: record.id, title: titleOf(record as MatchRecord), chains: tagChains(record) }),
  );
  if (written !== undefined) {
    const table = tagTable(tagged, language);
    const { writeTable } = await import('cuohe/xlsx');
    const json = () => `${JSON.stringify(tagged, null, 2)}\n`;
    await writeWhole(
      written.path,
      written.format === 'json'
        ? json()
        : written.format === 'csv'
          ? writeCsv(table)
          : await writeTable(table),
    );
  } else if (command.json === true) {
    for (const one of tagged) await output.write(`${JSON.stringify(one)}\n`);
  } else await output.write(`${tableText(tagTable(tagged, language), '').join('\n')}\n`);
}

async function recordsOf(
  file: string,
  { side, sheets }: TagCommand,
  context: Context,
): Promise<readonly MatchRecord[]> {
  const opened = await openFile(file, context);
  const options = { sheets: listOf(sheets) };
  if (side === undefined) return (await readEither(opened, options, context)).imported.records;
  return (await readAs(opened, side, options, context)).records;
}

/** A row for each record and chain; a record without one has a row too. */
function tagTable(tagged: readonly Tagged[], language: Language): Table {
  const headers =
    language === 'zh'
      ? ['编号', '名称', '产业链', '代码', '把握']
      : ['id', 'title', 'chain', 'code', 'confidence'];
  return {
    columns: headers.map((header) => ({ header })),
    rows: tagged.flatMap(({ id, title, chains }) =>
      chains.length === 0
        ? [[id, title, language === 'zh' ? '未归入产业链' : 'no chain']]
        : chains.map(({ code, confidence }) => {
            const { nameZh, nameEn } = CHAINS.get(code)!;
            return [id, title, language === 'zh' ? nameZh : nameEn, code, Number(confidence.toFixed(3))];
          }),
    ),
  };
}
