import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type AchievementInput,
  createMatcher,
  type DemandInput,
  type MatchOptions,
  openStatistics,
  type RecordInput,
} from 'cuohe';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cuohe-spark-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = <T>(name: string): T[] =>
  readFileSync(join(ROOT, 'examples/data', name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Ids and texts that break what cuts at the wrong place; equal texts, so that scores are equal, in no order. */
const HOSTILE_IDS = ['tab\there', 'line\nfeed', '\u2028', 'r\r', '😀', '\uff5e', '"\\', 'z', 'a', '中', ' '];
const achievements: AchievementInput[] = [
  ...sample<AchievementInput>('achievements.jsonl'),
  ...HOSTILE_IDS.map((id) => ({ id, title: '燃气轮机叶片热障涂层\t制备\u2028技术\r\n与😀' })),
];
const demands: DemandInput[] = [
  ...sample<DemandInput>('demands.jsonl'),
  { id: 'tab\there', title: '叶片热障涂层\u2028脱落\n与\t修复' },
  { id: '\u2028', title: '热障涂层😀' },
  {
    id: 'several',
    title: '三项技术需求',
    problem: '一是热障涂层容易脱落；二是数控机床主轴热误差补偿；三是污水处理膜的清洗。',
  },
  { id: 'nothing', title: '' },
];
const lines = (records: readonly unknown[]) => records.map((one) => `${JSON.stringify(one)}\n`).join('');

/** The scripts and what they import, as Node reads it: built once, in place of a compiler in each process. */
buildSync({
  entryPoints: ['shards', 'worker'].map((name) => join(ROOT, `examples/spark/${name}.mjs`)),
  alias: { cuohe: join(ROOT, 'src/index.ts') },
  outdir: join(folder, 'built'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
});
const node = (script: string, ...args: readonly string[]) => [join(folder, 'built', script), ...args];

const rows = join(folder, 'achievements.jsonl');
writeFileSync(rows, lines(achievements));
const shards = join(folder, 'shards');
const split = spawnSync(process.execPath, node('shards.mjs', rows, shards, '--shards', '3'), {
  encoding: 'utf8',
});
const statistics = join(shards, 'statistics.cuohe');
const names = readdirSync(shards).filter((name) => name.startsWith('shard-'));

/** What a worker says to some input, and how it ends. */
function worker(args: readonly string[], input: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, node('worker.mjs', ...args), {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  return { stdout, stderr, status };
}

interface Answer {
  readonly queryId: string;
  readonly matches: readonly { readonly id: string; readonly score: number }[];
}

/** The best of all shards, as the job merges them. */
function merged(options: object, limit: number): Answer[] {
  const all = names.map((name) => {
    const { stdout, stderr, status } = worker(
      [statistics, join(shards, name), JSON.stringify(options)],
      lines(demands),
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const answers = stdout.split('\n').slice(0, -1);
    expect(answers.length).toBe(demands.length);
    return answers.map((line) => JSON.parse(line) as Answer);
  });
  return all[0]!.map(({ queryId }, i) => {
    const matches = all.flatMap((answers) => answers[i]!.matches);
    return {
      queryId,
      matches: matches.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit),
    };
  });
}

/** One machine with all records in the order of their ids. */
const whole = () =>
  createMatcher(
    achievements.toSorted((a, b) => (`${a.id}` < `${b.id}` ? -1 : 1)),
    { statistics: openStatistics(readFileSync(statistics)) },
  );
const one = whole();

describe('shards for a batch engine', () => {
  it('hold each record once, under statistics of all', () => {
    expect({ status: split.status, stderr: split.stderr }).toEqual({ status: 0, stderr: '' });
    const told = JSON.parse(readFileSync(join(shards, 'shards.json'), 'utf8'));
    expect(told.shards.map(({ name }: { name: string }) => name)).toEqual(names.toSorted());
    const counts = told.shards.map(({ records }: { records: number }) => records);
    expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(achievements.length);
    expect(Math.min(...counts)).toBeGreaterThan(20);
    const { count, least, version } = openStatistics(readFileSync(statistics));
    expect([count, least, version]).toEqual([achievements.length, 2, told.version]);
  });

  it.each<[string, MatchOptions]>([
    ['without options', {}],
    ['with reasons', { explain: true, limit: 4 }],
    [
      'with a filter',
      {
        limit: 7,
        minScore: 0.02,
        filter: { regions: ['21'], asOf: '2027-01-01' },
        kinds: ['achievement', 'patent'],
      },
    ],
    ['of a single one', { limit: 1, filter: { includeExpired: true, clearance: 'internal' } }],
  ])('answer, merged, what one machine answers, to the bit: %s', (_, options) => {
    const { limit = 10, explain = false } = options;
    const expected = demands.map((demand) => {
      const { queryId, matches } = one.match(demand, { ...options, explain, lean: true });
      return {
        queryId,
        matches: matches.map(({ id, score, level, probability, need, reason }) => ({
          id,
          score,
          ...(level && { level: level.level, probability }),
          ...(need !== undefined && { need }),
          ...(explain && { reason }),
        })),
      };
    });
    const answers = merged(options, limit);
    expect(answers).toEqual(expected);
    expect(answers.filter(({ matches }) => matches.length === limit).length).toBeGreaterThan(20);
    const shared = answers.flatMap(({ matches }) =>
      matches.slice(1).filter(({ score }, i) => score === matches[i]!.score),
    );
    // Ties that the order of ids decides.
    if (options.filter?.regions === undefined && limit > 1) expect(shared.length).toBeGreaterThan(5);
    expect(answers.find(({ queryId }) => queryId === 'nothing')!.matches).toEqual([]);
  });
});

describe('a worker', () => {
  const shard = join(shards, names[0]!);
  const asked = [statistics, shard];
  const good = JSON.stringify({ id: 'q', title: '涂层' });

  it.each<[string, readonly string[], string, RegExp]>([
    ['a missing shard', [statistics, join(folder, 'none.cuohe')], '', /none\.cuohe/],
    ['a shard that is none', [statistics, statistics], '', /statistics\.cuohe: Cannot open/],
    ['other statistics', [join(folder, 'others.cuohe'), shard], '', /shard-\d\.cuohe: .*statistics/],
    ['no JSON', asked, `${good}\n\n{"id":`, /line 3: expected JSON/],
    ['no object', asked, `${good}\n7\n`, /line 2: expected an object with an id/],
    ['no id', asked, `${good}\n{"title":"涂层"}\n`, /line 2: expected an object with an id/],
    ['a bad demand', asked, `\n${good}\n{"id":"b","title":7}\n`, /line 3: .*title/],
    ['a mistyped option', [...asked, '{"limt":3}'], good, /limt: expected one of limit/],
    ['a mistyped filter', [...asked, '{"filter":{"regoins":["21"]}}'], good, /regions/],
    ['options of a whole collection', [...asked, '{"offset":3}'], good, /offset/],
    ['options that are no JSON', [...asked, '{limit'], good, /JSON/],
    ['nothing to open', [statistics], '', /usage/],
  ])('ends with 2 and one line at %s', (_, args, input, message) => {
    if (args[0]!.endsWith('others.cuohe')) writeFileSync(args[0]!, readFileSync(others()));
    const { stderr, status } = worker(args, input);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n').length).toBe(1);
  });

  it('ends with 2 at bytes that are no UTF-8', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x7d, 0x0a]);
    const { status, stderr } = spawnSync(process.execPath, node('worker.mjs', ...asked), {
      input: bytes,
    });
    expect([status, `${stderr}`]).toEqual([2, expect.stringMatching(/^worker\.mjs: .+\n$/)]);
  });

  it('answers before all demands have come, and ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, node('worker.mjs', ...asked));
    let errors = '';
    child.stderr.on('data', (piece) => {
      errors += piece;
    });
    const closed = new Promise((resolve) => child.on('close', resolve));
    child.stdin.on('error', () => {});
    child.stdin.write(`${good}\n`);
    const first = await new Promise<string>((resolve) =>
      child.stdout.once('data', (piece) => resolve(`${piece}`)),
    );
    expect(JSON.parse(first).queryId).toBe('q');
    child.stdout.destroy();
    const more = setInterval(() => child.stdin.write(`${good}\n`.repeat(100)), 10);
    expect(await closed).toBe(0);
    clearInterval(more);
    expect(errors).toBe('');
  });

  /** Statistics of other records. */
  function others(): string {
    const other = join(folder, 'other');
    const few = join(folder, 'few.jsonl');
    writeFileSync(few, lines(achievements.slice(0, 9)));
    spawnSync(process.execPath, node('shards.mjs', few, other, '--shards', '1'));
    return join(other, 'statistics.cuohe');
  }
});

describe('the making of shards', () => {
  it.each<[string, readonly RecordInput[] | string, RegExp]>([
    ['a bad record', [{ id: 'a', title: 7 as never }], /title/],
    [
      'an id that is there twice',
      [
        { id: 'a', title: '涂层' },
        { id: 'a', title: '钢' },
      ],
      /a/,
    ],
    ['half a character in an id', [{ id: '\ud83d', title: '涂层' }], /line 1: an id/],
    ['no JSON', '{"id":"a","title":"涂层"}\n{', /line 2/],
  ])('ends with 2 at %s, and leaves nothing that looks whole', (_, records, message) => {
    const file = join(folder, 'bad.jsonl');
    writeFileSync(file, typeof records === 'string' ? records : lines(records));
    const { status, stderr } = spawnSync(process.execPath, node('shards.mjs', file, join(folder, 'bad')), {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(readdirSync(join(folder, 'bad'))).not.toContain('shards.json');
  });

  it('does not depend on the order of the records', () => {
    const file = join(folder, 'turned.jsonl');
    writeFileSync(file, lines(achievements.toReversed()));
    const other = join(folder, 'turned');
    spawnSync(process.execPath, node('shards.mjs', file, other, '--shards', '3'));
    for (const name of readdirSync(shards))
      expect(readFileSync(join(other, name)).equals(readFileSync(join(shards, name)))).toBe(true);
  });
});
