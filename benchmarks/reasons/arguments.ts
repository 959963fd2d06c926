import { parseArgs } from 'node:util';
import { countOf } from '../harness/arguments.ts';

/** What the command line asks for. */
export interface CheckOptions {
  /** Folders with demands.jsonl and achievements.jsonl. */
  readonly folders: readonly string[];
  /** Best matches of each record whose reasons are read. */
  readonly limit: number;
  /** Every how many-th record is asked. */
  readonly every: number;
  /** False sentences that are printed. */
  readonly show: number;
  readonly json: boolean;
}

export const USAGE = `检查推荐理由 checks the sentences that reasons are made of

用法 Usage: npm run --silent check:reasons -- [options]

  --data FOLDER  记录文件夹 a folder with demands.jsonl and achievements.jsonl; 可重复 may be repeated;
                 缺省为样例与难例 default: the sample and the hard cases
  --limit N      每条记录看前几名 best matches of each record, in both directions (3)
  --every N      每几条取一条 asks with every N-th record only (1)
  --show N       列出多少句不实的理由 false sentences that are listed for each folder (20)
  --json         一个 JSON 对象 one JSON object, nothing else on stdout
  --help         显示本说明 this text

有不实的句子则以 1 退出 Ends with code 1 where a sentence is false.
`;

/** Read where no folder is named. */
const DEFAULT_FOLDERS = ['examples/data', 'benchmarks/hard-cases'];

/** Reads the command line. @throws Error naming the option that is wrong. */
export function readArguments(args: readonly string[]): CheckOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', multiple: true, default: DEFAULT_FOLDERS },
      limit: { type: 'string', default: '3' },
      every: { type: 'string', default: '1' },
      show: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    folders: values.data,
    limit: countOf('limit', values.limit),
    every: countOf('every', values.every),
    show: countOf('show', values.show),
    json: values.json,
  };
}
