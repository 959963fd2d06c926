import { Command, Option } from 'commander';
import type { Context } from './host.ts';
import type { Say } from './language.ts';

/**
 * What the program understands. Every subcommand is loaded when it is asked for: help and mistakes are told at once.
 */
export function programOf(context: Context): Command {
  const { say, output, complain } = context;
  const program = new Command('cuohe');
  // Before the subcommands, which inherit it.
  program.configureOutput({
    writeOut: (text) => void output.write(text),
    writeErr: (text) => complain(text.trimEnd()),
    outputError: (text, write) =>
      write(
        `${text.replace(/^error:/, '错误 Error:').trimEnd()}\n${say('用法见', 'For the options see')} --help`,
      ),
  });
  const root = framed(program, context)
    .description(
      say(
        '撮合：为技术需求找科技成果，为科技成果找需求；结果精确、可复算、有理由。文件可以是 .xlsx、.xls、.csv、.json、.jsonl，- 表示标准输入。',
        'Matches technology demands with achievements, exactly and with reasons. Files: .xlsx, .xls, .csv, .json, .jsonl; - is stdin.',
      ),
    )
    .addOption(languageOption(say))
    .version(VERSION, '-V, --version', say('显示版本', 'shows the version'))
    .helpCommand('help [command]', say('显示某个命令的说明', 'explains a command'))
    .addHelpText(
      'after',
      say(
        `
例：
  cuohe match 成果.xlsx 需求.xlsx -o 撮合.html     两个工作簿，一份报告
  cuohe check 需求.xlsx                           读到了什么，哪些没有读懂
  cuohe serve 成果.xlsx 需求.xlsx                  在浏览器里查

退出码：0 完成，1 文件或取值有误，2 命令行有误，130 被中止`,
        `
Examples:
  cuohe match achievements.xlsx demands.xlsx -o matches.html   two workbooks, one report
  cuohe check demands.xlsx                                     what was read, and what was not understood
  cuohe serve achievements.xlsx demands.xlsx                   look for yourself, in a browser

Exit codes: 0 done, 1 bad files or values, 2 a bad command line, 130 stopped`,
      ),
    );

  const command = (name: string, zh: string, en: string): Command =>
    framed(root.command(name), context).description(say(zh, en)).addOption(languageOption(say));

  const judged = (of: Command): Command =>
    of
      .argument('<achievements>', say('成果文件', 'file of achievements'))
      .argument('<demands>', say('需求文件', 'file of demands'))
      .argument(
        '<judgments>',
        say(
          '评判文件：需求编号、成果编号、等级（3 强 … 0 无）',
          'judgments: demand id, achievement id, grade (3 strong … 0 none)',
        ),
      );

  const ranked = (of: Command): Command =>
    of
      .option(
        '-n, --limit <n>',
        say(
          '每条最多几项（默认：终端 3，文件 10）',
          'most matches of each (default: 3 on a page, 10 in files)',
        ),
      )
      .option(
        '--min-score <x>',
        say('最低分，0 到 1（默认由数据推算）', 'least score, 0 to 1 (default: suggested by the data)'),
      )
      .option(
        '--kinds <list>',
        say('只看这些类别，如 achievement,patent,expert', 'only these kinds, like achievement,patent,expert'),
      )
      .option('--chains <list>', say('只看这些产业链，名称或代码', 'only these chains, by name or code'))
      .option('--regions <list>', say('只看这些地区，名称或代码', 'only these regions, by name or code'))
      .option(
        '--as-of <date>',
        say('按此日判断是否过期，YYYY-MM-DD（默认今天）', 'valid on this day, YYYY-MM-DD (default: today)'),
      )
      .option(
        '--clearance <level>',
        say('可看的最高密级（默认 公开）', 'highest secrecy level shown (default: public)'),
      );

  ranked(
    command(
      'match',
      '两个文件的撮合：每项需求对应的成果，附理由',
      'matches two files: achievements for each demand, with reasons',
    )
      .argument('<achievements>', say('成果文件', 'file of achievements'))
      .argument('<demands>', say('需求文件', 'file of demands'))
      .addOption(outputsOption(say))
      .option('-r, --reverse', say('反向：为每项成果找需求', 'demands for each achievement')),
  )
    .option('--achievement-sheets <list>', say('成果文件里的工作表', 'sheets of the file of achievements'))
    .option('--demand-sheets <list>', say('需求文件里的工作表', 'sheets of the file of demands'))
    .option('--title <text>', say('报告标题', 'title of the report'))
    .option(
      '--contacts',
      say('报告里列出联系方式（默认不列）', 'contact details in the report (default: none)'),
    )
    .option('--strict', say('有一条读不懂就不做', 'refuses files with anything that is not understood'))
    .option(
      '--learned <file>',
      say('用 cuohe learn 学得的权重与分级', 'weights and levels that cuohe learn wrote'),
    )
    .option('--json', say('每个匹配一行 JSON', 'one JSON line a match'))
    .action(async (achievements: string, demands: string, options) => {
      const { match } = await import('./match.ts');
      await match([achievements, demands], options, context);
    });

  command(
    'check',
    '读到了什么，哪些没有读懂（导入报告）',
    'what was read of files, and what was not understood',
  )
    .argument('<file...>', say('文件', 'files'))
    .addOption(sideOption(say))
    .option('--sheets <list>', say('只读这些工作表', 'only these sheets'))
    .option('-o, --output <file>', say('写入 .csv、.xlsx 或 .json', 'writes .csv, .xlsx or .json'))
    .option('--strict', say('有需要核对之处时退出码为 1', 'ends with 1 where anything is to be checked'))
    .option('--json', say('以 JSON 给出', 'as JSON'))
    .action(async (files: string[], options) => {
      const { check } = await import('./check.ts');
      await check(files, options, context);
    });

  command('tag', '每条记录所属的产业链', 'the chains of each record')
    .argument('[file]', say('文件', 'file'))
    .addOption(sideOption(say))
    .option('--text <text>', say('标注一段文字', 'tags a text instead'))
    .option('--sheets <list>', say('只读这些工作表', 'only these sheets'))
    .option('-o, --output <file>', say('写入 .csv、.xlsx 或 .json', 'writes .csv, .xlsx or .json'))
    .option('--json', say('每条记录一行 JSON', 'one JSON line a record'))
    .action(async (file: string | undefined, options) => {
      const { tag } = await import('./tag.ts');
      await tag(file, options, context);
    });

  command('index', '把一个文件建成索引，存入文件夹', 'makes an index of a file, kept in a folder')
    .argument('<store>', say('文件夹', 'folder'))
    .argument('<file>', say('文件', 'file'))
    .addOption(sideOption(say))
    .option('--sheets <list>', say('只读这些工作表', 'only these sheets'))
    .option('--rebuild', say('取代其中已有的索引', 'takes the place of an index that is there'))
    .action(async (store: string, file: string, options) => {
      const { makeIndex } = await import('./stores.ts');
      await makeIndex(store, file, options, context);
    });

  command('update', '索引里放入、更换或移除记录', 'puts, replaces or removes records of an index')
    .argument('<store>', say('文件夹', 'folder'))
    .argument('[file]', say('要放入的记录', 'records to put'))
    .option('--remove <ids>', say('要移除的编号，以逗号分隔', 'ids to remove, parted by commas'))
    .option('--sheets <list>', say('只读这些工作表', 'only these sheets'))
    .action(async (store: string, file: string | undefined, options) => {
      const { updateIndex } = await import('./stores.ts');
      await updateIndex(store, file, options, context);
    });

  ranked(
    command('query', '在索引里查一段文字或一个文件', 'asks an index for a text or a file')
      .argument('<store>', say('文件夹', 'folder'))
      .argument('[text...]', say('要查的文字，- 为标准输入', 'text to look for, - for stdin'))
      .option('--file <file>', say('逐条查一个文件里的记录', 'asks for each record of a file')),
  )
    .option('--json', say('每个匹配一行 JSON', 'one JSON line a match'))
    .action(async (store: string, words: string[], options) => {
      const { query } = await import('./query.ts');
      await query(store, words, options, context);
    });

  command('serve', '在浏览器里查：本机的一个网页', 'a page on this machine, in a browser')
    .argument('[achievements]', say('成果文件', 'file of achievements'))
    .argument('[demands]', say('需求文件', 'file of demands'))
    .option('--port <n>', say('端口（默认任一空闲端口）', 'port (default: any free one)'))
    .option('--no-open', say('不打开浏览器', 'opens no browser'))
    .action(async (achievements: string | undefined, demands: string | undefined, options) => {
      const { serve } = await import('./serve.ts');
      await serve([achievements, demands], options, context);
    });

  judged(
    command('evaluate', '与人工评判比较排序的好坏', 'how good the order is, against judgments of people'),
  )
    .option('--json', say('以 JSON 给出', 'as JSON'))
    .action(async (achievements: string, demands: string, judgments: string, options) => {
      const { evaluate } = await import('./evaluate.ts');
      await evaluate([achievements, demands, judgments], options, context);
    });

  judged(
    command(
      'learn',
      '由人工评判学得权重与分级，供 match --learned 使用',
      'learns weights and levels from judgments of people, for match --learned',
    ),
  )
    .option('-o, --output <file>', say('写入 .json（默认打印）', 'writes .json (default: prints)'))
    .action(async (achievements: string, demands: string, judgments: string, options) => {
      const { learn } = await import('./learn.ts');
      await learn([achievements, demands, judgments], options, context);
    });

  command(
    'mcp',
    '把索引作为智能体的工具，走标准输入输出',
    'an index as tools of an agent, over stdin and stdout',
  )
    .argument('<store>', say('成果索引的文件夹', 'folder of an index of achievements'))
    .argument('[demands]', say('需求索引的文件夹', 'folder of an index of demands'))
    .option(
      '--as-of <date>',
      say(
        '按此日判断是否过期，YYYY-MM-DD（默认每次当天）',
        'valid on this day, YYYY-MM-DD (default: that of each call)',
      ),
    )
    .action(async (store: string, demands: string | undefined, options) => {
      const { mcp } = await import('./mcp.ts');
      await mcp([store, demands], options, context);
    });

  return program;
}

/** The version of the package, which the build puts here. */
declare const CUOHE_VERSION: string | undefined;
const VERSION = typeof CUOHE_VERSION === 'string' ? CUOHE_VERSION : 'source';

const languageOption = (say: Say): Option =>
  new Option(
    '--language <zh|en>',
    say('语言（默认随系统，否则中文）', 'language (default: of the system, else Chinese)'),
  ).choices(['zh', 'en']);

/** One file a time, or it would swallow the arguments behind it. */
const outputsOption = (say: Say): Option =>
  new Option(
    '-o, --output <file>',
    say(
      '写入 .html 报告、.xlsx、.csv 或 .jsonl，可多次给出（默认打印）',
      'writes a report .html, or .xlsx, .csv, .jsonl; may be given again (default: prints)',
    ),
  ).argParser((file: string, before: readonly string[] = []) => [...before, file]);

const sideOption = (say: Say): Option =>
  new Option(
    '--side <side>',
    say(
      '按成果或需求读入（默认自动判断）',
      'reads it as achievements or demands (default: by what it holds)',
    ),
  ).choices(['achievement', 'demand']);

/** Help in the language of the reader, exits that are thrown. */
function framed(command: Command, { say }: Context): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('用法：', 'Usage:'),
    'Arguments:': say('参数：', 'Arguments:'),
    'Options:': say('选项：', 'Options:'),
    'Commands:': say('命令：', 'Commands:'),
  };
  return command
    .exitOverride()
    .showSuggestionAfterError()
    .helpOption('-h, --help', say('显示说明', 'explains'))
    .configureHelp({ styleTitle: (title) => titles[title] ?? title });
}
