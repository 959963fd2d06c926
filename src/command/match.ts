import type { Achievement, Demand, MatchResult } from 'cuohe';
import { type Imported, writeCsv } from 'cuohe/io';
import { bothOf, LoadError } from './errors.ts';
import {
  type FileOptions,
  type FileSide,
  isOfOtherSide,
  type Opened,
  openFile,
  readAs,
  tell,
} from './files.ts';
import type { Context } from './host.ts';
import { jsonLines } from './json-lines.ts';
import { learnedIn } from './learn.ts';
import { listOf, type MatchTexts, type MatchValues, matchValues } from './match-values.ts';
import { personPage } from './page.ts';
import { showProgress } from './progress.ts';
import { type BothSides, closedText, type Ranking, rankingOf } from './ranking.ts';
import { filesToWrite, type WrittenFile, writeWhole } from './written-files.ts';

/** `cuohe match`: two files in, matches out. */

/** Options of the command line, as they are written there. */
export interface MatchCommand extends MatchTexts {
  readonly output?: readonly string[];
  readonly reverse?: boolean;
  readonly achievementSheets?: string;
  readonly demandSheets?: string;
  readonly strict?: boolean;
  readonly contacts?: boolean;
  readonly json?: boolean;
  /** A file that `cuohe learn` wrote. */
  readonly learned?: string;
  readonly title?: string;
}

/** What was read of both files. */
interface BothRead {
  readonly achievements: Imported<Achievement>;
  readonly demands: Imported<Demand>;
}

/** Most matches of one record, where nobody says how many: on a page, and in files. */
const ON_A_PAGE = 3;
const IN_FILES = 10;
const FORMATS = ['html', 'xlsx', 'csv', 'jsonl'] as const;

/** Ranks and writes; nothing is written before all input is known to be good. */
export async function match(
  files: readonly [achievements: string, demands: string],
  command: MatchCommand,
  context: Context,
): Promise<void> {
  const started = performance.now();
  const [values, written] = await bothOf(
    async () => matchValues(command),
    () => filesToWrite(command.output ?? [], FORMATS, files),
  );
  const learned = command.learned === undefined ? undefined : await learnedIn(command.learned);
  const read = await readBoth(files, command, context);
  const both = { achievements: read.achievements.records, demands: read.demands.records };
  const reverse = command.reverse === true;
  const toFiles = written.length > 0 || command.json === true;
  const limit = toFiles ? IN_FILES : ON_A_PAGE;
  const ranking = await rankingOf(both, values, { reverse, limit, learned }, context);
  if (written.length === 0) return print(ranking, command, started, context);
  const results = await collected(ranking, context);
  for (const file of written) {
    await writeWhole(
      file.path,
      await contentOf(file, { results, ranking, read, both, values, command }, context),
    );
  }
  tellWritten(results, ranking, written, started, context);
}

/**
 * Reads both files, so that one run tells what is wrong with either. Where each makes sense as the other side only, they
 * were named in the other order: that is said, and done.
 * @throws LoadError
 */
async function readBoth(
  [achievements, demands]: readonly [string, string],
  { achievementSheets, demandSheets, strict }: MatchCommand,
  context: Context,
): Promise<BothRead> {
  if (achievements === '-' && demands === '-') throw new Error('one file at most can be - (stdin)');
  const opened = await settled([openFile(achievements, context), openFile(demands, context)]);
  const [first, second] = opened as [Opened, Opened];
  const [ofAchievements, ofDemands]: FileOptions[] = [
    { strict, sheets: listOf(achievementSheets) },
    { strict, sheets: listOf(demandSheets) },
  ];
  const errors: unknown[] = [];
  // What is said of a file is said once it is known which side it is.
  const quiet = { ...context, complain: () => {} };
  const read = async <S extends FileSide>(from: Opened, side: S, options: FileOptions) =>
    readAs(from, side, options, quiet).catch((error: unknown) => {
      errors.push(error);
      return undefined;
    });
  const a = await read(first, 'achievement', ofAchievements!);
  const d = await read(second, 'demand', ofDemands!);
  const asGiven = a && d && { achievements: a, demands: d };
  const areOther = asGiven && isOfOtherSide(a, 'achievement') && isOfOtherSide(d, 'demand');
  const hasSheets = achievementSheets !== undefined || demandSheets !== undefined;
  const wrong = new LoadError([...errors]);
  if (!hasSheets && (areOther || (a === undefined && d === undefined))) {
    const [ofSecond, ofFirst] = [
      await read(second, 'achievement', ofAchievements!),
      await read(first, 'demand', ofDemands!),
    ];
    if (ofSecond && ofFirst) {
      context.complain(
        context.say(
          `两个文件的顺序是反的：${second.name} 按成果读入，${first.name} 按需求读入`,
          `The files were named in the other order: ${second.name} is read as achievements, ${first.name} as demands`,
        ),
      );
      return told({ achievements: ofSecond, demands: ofFirst }, [second, first], context);
    }
  }
  if (asGiven === undefined) throw wrong;
  return told(asGiven, [first, second], context);
}

/** Says what was read. @throws Error for a file of which nothing was left. */
function told(
  read: BothRead,
  [ofAchievements, ofDemands]: readonly [Opened, Opened],
  context: Context,
): BothRead {
  tell(ofAchievements, read.achievements, context);
  tell(ofDemands, read.demands, context);
  some(read.achievements, ofAchievements);
  some(read.demands, ofDemands);
  return read;
}

/** Refuses a file of which nothing was left. */
function some({ records }: Imported<unknown>, { name }: Opened): void {
  if (records.length === 0) throw new Error(`${name}: 没有可用的记录 no record could be read`);
}

/** The values of promises, or one error for all that failed. */
async function settled<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const done = await Promise.allSettled(promises);
  const errors = done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (errors.length > 0) throw new LoadError(errors);
  return done.map((one) => (one as PromiseFulfilledResult<T>).value);
}

/** Writes results to stdout as they come. */
async function print(
  { matcher, asked, closed, results, limit, minScore }: Ranking,
  { json, reverse = false }: MatchCommand,
  started: number,
  { output, language, say, complain }: Context,
): Promise<void> {
  const page = personPage(matcher, { language, reverse, limit, minScore, closed, started });
  const left = closedText(closed, say);
  if (json === true && left !== '') complain(left);
  const ranking = showProgress(say('匹配', 'Matching'), say);
  let done = 0;
  for await (const result of results()) {
    const text = json === true ? jsonLines(result, reverse) : page.result(asked[done]!, result);
    done++;
    ranking.clear();
    if (text !== '') await output.write(text);
    // A person watches the results themselves, unless they go to a file.
    if (!process.stdout.isTTY) ranking.report(progressOf(done, asked.length, started));
  }
  ranking.clear();
  if (json !== true) await output.write(page.end());
}

/** All results, with progress. */
async function collected(
  { results, asked }: Ranking,
  { say }: Context,
): Promise<MatchResult<Achievement | Demand>[]> {
  const progress = showProgress(say('匹配', 'Matching'), say);
  const started = performance.now();
  const all: MatchResult<Achievement | Demand>[] = [];
  try {
    for await (const result of results()) {
      all.push(result);
      progress.report(progressOf(all.length, asked.length, started));
    }
  } finally {
    progress.clear();
  }
  return all;
}

/** All that a file may tell. */
interface Run {
  readonly results: readonly MatchResult<Achievement | Demand>[];
  readonly ranking: Ranking;
  readonly read: BothRead;
  readonly both: BothSides;
  readonly values: MatchValues;
  readonly command: MatchCommand;
}

async function contentOf({ format }: WrittenFile, run: Run, context: Context): Promise<string | Uint8Array> {
  if (format === 'jsonl')
    return run.results.map((result) => jsonLines(result, run.command.reverse === true)).join('');
  const { renderReport, reportTables } = await import('cuohe/report');
  const { language } = context;
  const { results, ranking, read, both, values, command } = run;
  const contents = {
    results,
    records: both,
    chains: ranking.matcher,
    imports: {
      [context.say('成果文件', 'achievements')]: read.achievements.report,
      [context.say('需求文件', 'demands')]: read.demands.report,
    },
  };
  const options = {
    language,
    queries: command.reverse === true ? ('achievement' as const) : ('demand' as const),
    contacts: command.contacts === true,
    asOf: values.asOf,
    clearance: values.clearance,
    ...(command.title === undefined ? {} : { title: command.title }),
  };
  if (format === 'html') return renderReport(contents, options);
  const tables = reportTables(contents, options);
  // Summary, matches, and so on: a file of one table has the matches.
  if (format === 'csv') return writeCsv(tables[1]!);
  const { writeTable } = await import('cuohe/xlsx');
  return writeTable(tables);
}

/** Says what was written, and the one figure that everybody asks for. */
function tellWritten(
  results: readonly MatchResult[],
  { asked, matcher, closed }: Ranking,
  files: readonly WrittenFile[],
  started: number,
  { complain, say }: Context,
): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const answered = results.filter(({ answer, matches }) => answer?.answered ?? matches.length > 0).length;
  const left = closedText(closed, say);
  if (left !== '') complain(left);
  complain(
    say(
      `${asked.length} × ${matcher.size} 条，${answered} 条有较强以上的匹配，用时 ${seconds} 秒`,
      `${asked.length} × ${matcher.size} records, ${answered} with a match that is fairly strong or strong, ${seconds} s`,
    ),
  );
  for (const { path } of files) complain(say(`已写入 ${path}`, `Written: ${path}`));
}

function progressOf(done: number, total: number, started: number) {
  return { done, total, rate: (done / (performance.now() - started)) * 1000 };
}
