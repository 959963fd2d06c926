import type { MatchOptions, MatchRecord, MatchResult } from 'cuohe';
import { openFile, readAs } from './files.ts';
import type { Context } from './host.ts';
import { jsonLines } from './json-lines.ts';
import { type MatchTexts, matchValues } from './match-values.ts';
import { personPage } from './page.ts';
import { closedText, openOf, suggestedScore } from './ranking.ts';
import { openFolder } from './stores.ts';

/** `cuohe query`: asks an index in a folder. */

export interface QueryCommand extends MatchTexts {
  readonly file?: string;
  readonly json?: boolean;
}

export async function query(
  folder: string,
  words: readonly string[],
  command: QueryCommand,
  context: Context,
): Promise<void> {
  const started = performance.now();
  const { output, language, say, signal, stdin, complain } = context;
  const values = matchValues(command);
  if ((words.length === 0) === (command.file === undefined)) {
    throw new Error(say('请给出要查的文字，或用 --file 给出一个文件', 'give either a text or --file'));
  }
  const { matcher } = await openFolder(folder, context);
  const other = matcher.side === 'demand' ? 'achievement' : 'demand';
  const read = async (): Promise<readonly MatchRecord[]> => {
    if (command.file !== undefined)
      return (await readAs(await openFile(command.file, context), other, {}, context)).records;
    const text =
      words.length === 1 && words[0] === '-' ? new TextDecoder().decode(await stdin()) : words.join(' ');
    return [matcher.read(text)];
  };
  const all = await read();
  const { asked, closed } = openOf(all, values);
  const limit = values.limit ?? (command.json === true ? 10 : 5);
  const minScore = values.minScore ?? suggestedScore(matcher);
  const options: MatchOptions<MatchRecord> = {
    limit,
    minScore,
    ...(values.kinds === undefined ? {} : { kinds: values.kinds }),
    filter: values.filter as NonNullable<MatchOptions<MatchRecord>['filter']>,
  };
  const reverse = matcher.side === 'demand';
  const page = personPage(matcher, { language, reverse, limit, minScore, closed, started });
  const left = closedText(closed, say);
  if (command.json === true && left !== '') complain(left);
  let done = 0;
  for await (const result of matcher.matchAll(asked, { ...options, signal })) {
    const record = asked[done++]!;
    const text =
      command.json === true ? jsonLines(result as MatchResult, reverse) : page.result(record, result);
    if (text !== '') await output.write(text);
  }
  if (command.json !== true) await output.write(page.end());
}
