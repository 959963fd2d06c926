import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { createMatcher, tagChains } from 'cuohe';
import { evaluateRanking } from 'cuohe/evaluate';
import { readAchievements, readDemands } from 'cuohe/io';
import { learn, parseLearned } from 'cuohe/learn';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cuohe, ROOT, SAMPLE, sample, temporaryFile, temporaryFolder } from './run.ts';

/** Expects a command to succeed, and gives what it says. */
async function done(args: readonly string[], input?: Parameters<typeof cuohe>[1]) {
  const { code, stdout, stderr } = await cuohe(args, input);
  expect(code, stderr).toBe(0);
  return { stdout, stderr };
}

/** Expects a command to fail with 1 and to print nothing; gives what it says. */
async function refused(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await cuohe(args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  return stderr;
}

describe('help', () => {
  const COMMANDS = [
    ...['match', 'check', 'tag', 'index', 'update', 'query', 'serve'],
    ...['evaluate', 'learn', 'mcp'],
  ];

  test.each(COMMANDS)('%s is explained in both languages', async (name) => {
    const zh = (await done([name, '--help'])).stdout;
    const en = (await done([name, '--help', '--language', 'en'])).stdout;
    expect(zh).toMatch(/^用法：/);
    expect(en).toMatch(/^Usage: /);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    const options = (text: string) => text.match(/ --[a-z-]+/g);
    expect(options(zh)).toEqual(options(en));
  });

  test('the program names all of its commands', async () => {
    const { stdout } = await done(['--help']);
    for (const name of COMMANDS) expect(stdout).toContain(`\n  ${name} `);
  });

  test('a mistyped command is refused with what was probably meant', async () => {
    const { code, stderr } = await cuohe(['mathc', 'a', 'b']);
    expect(code).toBe(2);
    expect(stderr).toContain('match');
  });

  test('a system in English is told in English', async () => {
    const { languageOf } = await import('../../src/command/language.ts');
    expect(languageOf([], { LANG: 'en_GB.UTF-8' })).toBe('en');
    expect(languageOf([], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(languageOf([], { LANG: 'C' })).toBe('zh');
    expect(languageOf(['--language=zh'], { LC_ALL: 'en_US' })).toBe('zh');
    expect(languageOf(['--', '--language', 'en'], {})).toBe('zh');
  });
});

describe('check', () => {
  test('tells which side a file is about, what its columns became, and what is to be checked', async () => {
    const file = temporaryFile('需求.csv', '需求编号,技术需求名称,TRL\nD1,集成灶噪声大,5\nD2,坏需求,12\n');
    const { stdout } = await done(['check', file]);
    expect(stdout).toMatch(/^需求\.csv {2}按需求读入 1 条，未读入 1 条，请核对 1 处\n/);
    expect(stdout).toContain('技术需求名称');
    expect((await done(['check', sample('achievements.csv'), '--language', 'en'])).stdout).toContain(
      'read as achievements: 25 records',
    );
  });

  test('gives the report of the reader as JSON', async () => {
    const { stdout } = await done(['check', sample('demands.csv'), '--json']);
    const { report } = readDemands(readFileSync(sample('demands.csv')), { name: 'demands.csv' });
    expect(JSON.parse(stdout)).toEqual([{ file: 'demands.csv', side: 'demand', report }]);
  });

  test('with --strict whatever is to be checked ends with 1', async () => {
    const file = temporaryFile('d.csv', '需求编号,技术需求名称,TRL\nD1,集成灶噪声大,5\nD2,坏需求,12\n');
    expect((await cuohe(['check', file, '--strict'])).code).toBe(1);
    expect((await cuohe(['check', sample('demands.csv'), '--strict'])).code).toBe(0);
  });

  test('tells of each file that cannot be read, and of the others all the same', async () => {
    const { code, stdout, stderr } = await cuohe(['check', '/nowhere/x.csv', sample('demands.csv')]);
    expect(code).toBe(1);
    expect(stdout).toContain('demands.csv');
    expect(stderr).toContain('/nowhere/x.csv');
  });
});

describe('tag', () => {
  test('gives the tags of the library, for a file and for a text', async () => {
    const lines = (await done(['tag', SAMPLE[0], '--json'])).stdout.trimEnd().split('\n');
    const { records } = readAchievements(readFileSync(SAMPLE[0]), { name: 'achievements.jsonl' });
    expect(lines).toHaveLength(records.length);
    expect(JSON.parse(lines[4]!)).toMatchObject({ id: records[4]!.id, chains: tagChains(records[4]!) });
    const text = '航空发动机叶片热障涂层';
    const [first] = tagChains({ id: '', title: text });
    expect((await done(['tag', '--text', text])).stdout).toContain(first!.code);
  });

  test('wants a file or a text, and not both', async () => {
    expect(await refused(['tag'])).toContain('--text');
    expect(await refused(['tag', SAMPLE[0], '--text', '涂层'])).toContain('--text');
  });
});

describe('an index in a folder', () => {
  const rows = (...titles: string[]) =>
    titles.map((title, i) => JSON.stringify({ id: `A${i + 1}`, title })).join('\n');

  test('is made, changed and asked, and answers as one that is built anew', async () => {
    const folder = join(temporaryFolder(), 'store');
    await done(['index', folder, SAMPLE[0], '--side', 'achievement']);
    const more = temporaryFile('more.jsonl', rows('集成灶下排风低噪声风道'));
    const { stderr } = await done(['update', folder, more, '--remove', 'A002,A003']);
    expect(stderr).toBe(`${folder}：新增 1，更换 0，移除 2；130 → 129 条\n`);
    const { stdout } = await done(['query', folder, '集成灶', '噪声大', '--json', '--as-of', '2026-06-30']);
    const found = JSON.parse(stdout.split('\n')[0]!);
    expect(found).toMatchObject({ achievementId: 'A1', rank: 1 });
    expect(
      (await done(['query', folder, '-', '--json', '--as-of', '2026-06-30'], { stdin: '集成灶 噪声大' }))
        .stdout,
    ).toBe(stdout);
  });

  test('answers a file of the other side as the library does', async () => {
    const folder = join(temporaryFolder(), 'store');
    await done(['index', folder, SAMPLE[0]]);
    const { stdout } = await done([
      ...[
        'query',
        folder,
        '--file',
        SAMPLE[1],
        '--json',
        '--min-score',
        '0',
        '-n',
        '2',
        '--as-of',
        '2026-06-30',
      ],
    ]);
    const matcher = createMatcher(readAchievements(readFileSync(SAMPLE[0]), { name: 'a.jsonl' }).records);
    const { records } = readDemands(readFileSync(SAMPLE[1]), { name: 'd.jsonl' });
    // One of the demands has ended by that day.
    const open = records.filter(({ id }) => id !== 'D052');
    const expected = open.flatMap((record) =>
      matcher
        .match(record, { limit: 2, filter: { asOf: '2026-06-30' } })
        .matches.map(({ id, score }) => [record.id, id, score]),
    );
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ demandId, achievementId, score }) => [demandId, achievementId, score])).toEqual(
      expected,
    );
  });

  test('is replaced only when that is asked for, and by the same side only', async () => {
    const folder = join(temporaryFolder(), 'store');
    await done(['index', folder, temporaryFile('a.jsonl', rows('集成灶', '变压器油'))]);
    const other = temporaryFile('b.jsonl', rows('热障涂层'));
    expect(await refused(['index', folder, other])).toContain('--rebuild');
    expect((await done(['index', folder, other, '--rebuild'])).stderr).toContain('1 条');
    expect((await done(['query', folder, '集成灶', '--json'])).stdout).toBe('');
    expect(await refused(['index', folder, sample('demands.csv'), '--rebuild'])).toContain('换一个文件夹');
  });

  test('that is not there is said to be so, and nothing is made', async () => {
    const folder = join(temporaryFolder(), 'none');
    expect(await refused(['query', folder, '涂层'])).toContain('没有索引');
    expect(await refused(['update', folder, SAMPLE[0]])).toContain('没有索引');
    expect(readdirSync(join(folder, '..'))).toEqual([]);
  });

  test('keeps secret records to itself unless the clearance allows them', async () => {
    const folder = join(temporaryFolder(), 'store');
    const record = JSON.stringify({ id: 'S', title: '热障涂层', secrecyLevel: '秘密' });
    await done(['index', folder, temporaryFile('a.jsonl', record)]);
    expect((await done(['query', folder, '热障涂层', '--json'])).stdout).toBe('');
    expect((await done(['query', folder, '热障涂层', '--json', '--clearance', '秘密'])).stdout).toContain(
      '"S"',
    );
  });
});

describe('evaluate', () => {
  test('gives the measures of the library, of judgments with Chinese headers and of JSON lines', async () => {
    const judged = [
      ['D004', 'A005', 3],
      ['D004', 'A001', 0],
      ['D004', 'A010', 1],
    ] as const;
    const words = ['无', '弱', '较强', '强'];
    const table = ['需求编号,成果编号,等级', ...judged.map(([d, a, grade]) => `${d},${a},${words[grade]}`)];
    const lines = judged.map(([demandId, achievementId, grade]) =>
      JSON.stringify({ demandId, achievementId, grade }),
    );
    const { summary } = evaluateRanking({
      achievements: readAchievements(readFileSync(SAMPLE[0]), { name: 'a.jsonl' }).records,
      demands: readDemands(readFileSync(SAMPLE[1]), { name: 'd.jsonl' }).records,
      judgments: judged.map(([demandId, achievementId, grade]) => ({ demandId, achievementId, grade })),
    });
    for (const file of [
      temporaryFile('j.csv', table.join('\n')),
      temporaryFile('j.jsonl', lines.join('\n')),
    ]) {
      const { stdout } = await done(['evaluate', ...SAMPLE, file, '--json']);
      expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(summary)));
    }
  });

  test('names every row that is no judgment', async () => {
    const file = temporaryFile('j.csv', '需求编号,成果编号,等级\nD004,A005,好\nD004,A001,7\n');
    const stderr = await refused(['evaluate', ...SAMPLE, file]);
    expect(stderr).toMatch(/row 2.*好/);
    expect(stderr).toMatch(/row 3.*7/);
    expect(await refused(['evaluate', ...SAMPLE, temporaryFile('j.csv', 'a,b\n1,2\n')])).toContain(
      '需求编号',
    );
  });
});

describe('learn', () => {
  test('writes what the library learns, and match ranks with it', async () => {
    const achievements = readAchievements(readFileSync(SAMPLE[0]), { name: 'a.jsonl' }).records;
    const demands = readDemands(readFileSync(SAMPLE[1]), { name: 'd.jsonl' }).records;
    const matcher = createMatcher(achievements);
    const judgments = demands.slice(0, 8).flatMap((demand) =>
      matcher.match(demand, { limit: 4 }).matches.map(({ id, rank }) => ({
        demandId: demand.id,
        achievementId: id,
        grade: Math.max(0, 4 - rank),
      })),
    );
    const file = temporaryFile('j.jsonl', judgments.map((line) => JSON.stringify(line)).join('\n'));
    const path = join(temporaryFolder(), 'learned.json');
    const { stderr } = await done(['learn', ...SAMPLE, file, '-o', path]);
    expect(stderr).toContain(`由 ${judgments.length} 对评判学得，涉及 8 项需求`);
    const expected = learn(judgments, { achievements, demands });
    expect(parseLearned(readFileSync(path, 'utf8'))).toEqual(expected);
    const { stdout } = await done([
      ...[
        'match',
        ...SAMPLE,
        '--learned',
        path,
        '--json',
        '--limit',
        '1',
        '--min-score',
        '0',
        '--as-of',
        '2026-06-30',
      ],
    ]);
    const { signals, conditions, levels } = expected;
    const own = createMatcher(achievements, { signals, conditions, levels });
    const [first] = own.match(demands[0]!, { filter: { asOf: '2026-06-30' } }).matches;
    expect(JSON.parse(stdout.split('\n')[0]!)).toMatchObject({
      achievementId: first!.id,
      score: first!.score,
      probability: first!.probability,
    });
  });

  test('refuses a file that holds anything else', async () => {
    const file = temporaryFile('learned.json', '{"version":1}');
    expect(await refused(['match', ...SAMPLE, '--learned', file])).toContain('version');
  });
});

describe('mcp', () => {
  test('answers a client of the protocol with what the library gives', async () => {
    const folder = join(temporaryFolder(), 'store');
    await done(['index', folder, SAMPLE[0]]);
    const client = new Client({ name: 'test', version: '1' });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: ['--import', 'tsx', 'src/command/bin.ts', 'mcp', folder, '--as-of', '2026-06-30'],
      cwd: ROOT,
    });
    await client.connect(transport);
    onTestFinished(() => client.close());
    const { structuredContent } = await client.callTool({
      name: 'search',
      arguments: { text: '热障涂层剥落' },
    });
    const matcher = createMatcher(readAchievements(readFileSync(SAMPLE[0]), { name: 'a.jsonl' }).records);
    const [first] = matcher.match('热障涂层剥落', { filter: { asOf: '2026-06-30' } }).matches;
    expect(JSON.stringify(structuredContent)).toContain(`"${first!.id}"`);
    expect(JSON.stringify(structuredContent)).toContain(String(first!.score));
  });

  test('wants achievements first', async () => {
    const folder = join(temporaryFolder(), 'store');
    await done(['index', folder, SAMPLE[1]]);
    expect(await refused(['mcp', folder])).toContain('需求索引');
  });
});
