import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  InputError,
  type InputIssue,
  SECRECY_LEVELS,
  type SecrecyLevel,
  SUPPLY_KINDS,
  type SupplyKind,
} from 'cuohe';

/** What the command line asks for. */
export interface DemoOptions {
  readonly achievements: string;
  readonly demands: string;
  /** Most matches for one record. */
  readonly limit: number;
  /** Matches score at least this. */
  /** Undefined: the collection suggests one. */
  readonly minScore: number | undefined;
  readonly kinds: readonly SupplyKind[] | undefined;
  /** `YYYY-MM-DD`; default today. */
  readonly asOf: string | undefined;
  readonly clearance: SecrecyLevel;
  /** Ranks demands for each achievement. */
  readonly reverse: boolean;
  /** Writes JSON lines instead of text for a person. */
  readonly json: boolean;
}

/** The same, once it is known which score is enough. */
export type ShownOptions = DemoOptions & { readonly minScore: number };

export const USAGE = `撮合 cuohe: 为技术需求排序推荐科技成果 / ranks technology achievements for technology demands

用法 Usage: npm run demo -- [options]

  --achievements FILE  科技成果 achievements: .json .jsonl .csv .tsv (默认：随附样例 default: the bundled sample)
  --demands FILE       技术需求 demands; 两个文件须同时给出 give both files or neither
  --limit N            每条最多推荐几项 most matches for each record (默认 default: 3; --json: 10)
  --min-score X        最低分，0 到 1 least score, 0 to 1 (默认由数据推算 default: suggested by the data; --json: 0)
  --kinds a,b          只看这些类别 only these kinds of supply:
                       ${SUPPLY_KINDS.join(', ')}
  --as-of DATE         按此日期判断是否过期，YYYY-MM-DD valid on this day (默认 default: today)
  --clearance LEVEL    可看的最高密级 highest secrecy level shown: ${SECRECY_LEVELS.join(', ')} (默认 default: public)
  --reverse            反向：为每项成果找需求 demands for each achievement
  --json               每个匹配一行 JSON one JSON line a match, nothing else on stdout
  --help               显示本说明 this text
`;

/**
 * Reads the command line.
 * @throws InputError naming every bad option; the error of `parseArgs` for unknown ones.
 */
export function readOptions(args: readonly string[]): DemoOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      achievements: { type: 'string' },
      demands: { type: 'string' },
      limit: { type: 'string' },
      'min-score': { type: 'string' },
      kinds: { type: 'string' },
      'as-of': { type: 'string' },
      clearance: { type: 'string' },
      reverse: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';

  const issues: InputIssue[] = [];
  const check = (option: string, ok: boolean, expected: string, received: string | undefined) => {
    if (ok) return;
    const text = received === undefined ? 'nothing' : JSON.stringify(received);
    issues.push({ index: -1, path: option, expected, received: text });
  };

  const { achievements, demands, json, reverse, clearance = 'public' } = values;
  const both = 'a file, because the other side is one';
  check('--achievements', demands === undefined || achievements !== undefined, both, achievements);
  check('--demands', achievements === undefined || demands !== undefined, both, demands);
  const limit = Number(values.limit ?? (json ? 10 : 3));
  check('--limit', /^\d+$/.test(values.limit ?? '1') && limit > 0, 'a whole number above 0', values.limit);
  const given = values['min-score'] === undefined ? undefined : Number(values['min-score']);
  const minScore = given ?? (json ? 0 : undefined);
  const isScore = given === undefined || (values['min-score']?.trim() !== '' && given >= 0 && given <= 1);
  check('--min-score', isScore, 'a number in [0, 1]', values['min-score']);
  const kinds = values.kinds?.split(',').map((kind) => kind.trim());
  for (const kind of kinds ?? []) {
    check('--kinds', isOneOf(SUPPLY_KINDS, kind), `some of ${SUPPLY_KINDS.join(', ')}`, kind);
  }
  const asOf = values['as-of'];
  check('--as-of', asOf === undefined || isDay(asOf), 'a day of the calendar, YYYY-MM-DD', asOf);
  check('--clearance', isOneOf(SECRECY_LEVELS, clearance), `one of ${SECRECY_LEVELS.join(', ')}`, clearance);
  if (issues.length > 0) throw new InputError('INVALID_OPTIONS', 'Bad options', issues);

  const sample = (file: string) => fileURLToPath(new URL(`../data/${file}`, import.meta.url));
  return {
    achievements: achievements ?? sample('achievements.jsonl'),
    demands: demands ?? sample('demands.jsonl'),
    limit,
    minScore,
    kinds: kinds?.filter((kind) => isOneOf(SUPPLY_KINDS, kind)),
    asOf,
    clearance: clearance as SecrecyLevel,
    reverse,
    json,
  };
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}

/** `Date.parse` takes 2026-02-30 for the 2nd of March; a day that does not come back is none. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
