import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readWorkbook } from 'cuohe/xlsx';
import { describe, expect, test } from 'vitest';
import { SIGNALS } from '../../src/core/vectors/signals.ts';
import type { Outcome } from './captured.ts';
import { cuohe, program, SAMPLE, sample, temporaryFile, temporaryFolder } from './run.ts';

/** Matches the bundled sample. */
const demo = (args: readonly string[]) => cuohe(['match', ...SAMPLE, ...args]);
/** Matches two files. */
const given = (achievements: string, demands: string, ...args: string[]) =>
  cuohe(['match', achievements, demands, ...args]);

/** What the program prints of the sample for a person; it runs once, and several tests look at it. */
let printed: Promise<Outcome> | undefined;
const samplePage = () => (printed ??= program(['match', ...SAMPLE, '--as-of', '2026-06-30']));

interface Line {
  demandId: string;
  achievementId: string;
  rank: number;
  score: number;
  signals: Record<string, number>;
  conditions: { value: number }[];
  chains: string[];
  reason: { zh: string; en: string };
}

function linesOf({ code, stdout, stderr }: Outcome, notice = /^(?:1 条已过有效期，未参与\n)?$/): Line[] {
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(notice);
  expect(stdout.endsWith('\n')).toBe(true);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** Nothing on stdout, exit code 1; returns what stderr says. */
function refusal({ code, stdout, stderr }: Outcome): string {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  return stderr;
}

describe('for a person', () => {
  test('the sample is ranked with scores, reasons, kinds, and a summary', async () => {
    const { code, stdout, stderr } = await samplePage();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('D004  叶片TBC隔热涂层早期剥落问题');
    expect(stdout).toMatch(/ 1 {2}强 {3}█+.* A005 航空发动机涡轮叶片热障涂层材料与制备技术/);
    expect(stdout).toMatch(/A112 〔专家〕/);
    expect(stdout).toContain('“隔热涂层”与“热障涂层”说的是同一类技术');
    expect(stdout).toMatch(/需求 59 × 供给 130/);
    expect(stdout).toContain('密级过高 3，已过期 2');
  });

  test('a demand without a counterpart is said to have none', async () => {
    const { stdout } = await samplePage();
    expect(stdout).toMatch(/D057 {2}钢琴音板.*\n.*\n {3}没有得分达到 0\.\d{3} 的匹配/);
    expect(stdout).toMatch(/有推荐 5\d，其中首位为强或较强 \d\d；无匹配 \d；/);
  });

  test('a demand that nothing surely answers is said to be so before the nearest are listed', async () => {
    const { stdout } = await samplePage();
    expect(stdout).toMatch(/D035 {2}.*\n.*\n {3}没有看出能解决这项需求的；.*\n\n {3}1 {2}无 {3}/);
    expect(stdout).toMatch(/D026 {2}.*\n.*\n\n {3}1 {2}强 {3}/);
  });

  test('no line is wider than 100 columns, and none holds colours when stdout is no terminal', async () => {
    const { stdout } = await samplePage();
    const columns = (line: string) =>
      [...line].reduce((sum, char) => sum + (/[⺀-〾ぁ-꓏豈-﫿！-｠￠-￦]/.test(char) ? 2 : 1), 0);
    expect(Math.max(...stdout.split('\n').map(columns))).toBe(100);
    expect(stdout).not.toContain('\u001B');
  });

  test('records cannot send control sequences to the terminal', async () => {
    const record = (id: string) => JSON.stringify([{ id, title: '热障\u001B[31m涂层\u202E剥落' }]);
    const { code, stdout } = await given(
      temporaryFile('a.json', record('A\u001B[2J')),
      temporaryFile('d.json', record('D')),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('热障 [31m涂层 剥落');
    expect(stdout).not.toContain('\u001B');
    expect(stdout).not.toContain('\u202E');
  });

  test('in reverse, demands are ranked for each achievement', async () => {
    const { code, stdout } = await demo(['--reverse', '--limit', '1', '--as-of', '2026-06-30']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/A005 {2}航空发动机涡轮叶片热障涂层[\s\S]*? 1 {2}强 {3}.* D004 叶片TBC/);
    expect(stdout, 'secret achievements are not shown either').not.toContain('A102');
    expect(stdout).toContain('另有供给 3 条密级过高，2 条已过有效期，未参与');
  });
});

describe('--json', () => {
  test('each line is one match in the documented shape, ranks ascend and scores are the sum of signals and conditions', async () => {
    const lines = linesOf(
      await demo(['--json', '--min-score', '0', '--limit', '4', '--as-of', '2026-06-30']),
    );
    expect(lines).toHaveLength(59 * 4);
    let previous: Line | undefined;
    for (const line of lines) {
      expect(Object.keys(line)).toEqual([
        ...['demandId', 'achievementId', 'rank', 'score', 'level', 'probability'],
        ...['signals', 'conditions', 'chains', 'reason'],
      ]);
      expect(line.demandId).toMatch(/^D\d{3}$/);
      expect(line.achievementId).toMatch(/^A\d{3}$/);
      expect(Object.keys(line.signals)).toEqual([...SIGNALS]);
      const values = [...Object.values(line.signals), ...line.conditions.map(({ value }) => value)];
      const sum = values.reduce((a, b) => a + b, 0);
      expect(line.score).toBeCloseTo(sum, 9);
      expect(line.chains.every((code) => /^SY\d\d$/.test(code))).toBe(true);
      expect(line.reason.zh).toMatch(/。$/);
      expect(line.reason.en).toMatch(/\.$/);
      const follows = previous?.demandId === line.demandId;
      expect(line.rank).toBe(follows ? previous!.rank + 1 : 1);
      if (follows) expect(line.score).toBeLessThanOrEqual(previous!.score);
      previous = line;
    }
  });

  test('options narrow the matches: kinds, least score, clearance, day', async () => {
    const args = ['--json', '--kinds', 'expert,patent', '--min-score', '0.1', '--as-of', '2026-06-30'];
    const some = linesOf(await demo(args));
    expect(some.length).toBeGreaterThan(5);
    expect(some.every(({ achievementId }) => achievementId > 'A110')).toBe(true);
    expect(some.every(({ score }) => score >= 0.1)).toBe(true);
    const wide = [
      '--json',
      '--min-score',
      '0',
      '--limit',
      '200',
      '--clearance',
      '绝密',
      '--as-of',
      '2020-01-01',
    ];
    const ids = new Set(linesOf(await demo(wide)).map(({ achievementId }) => achievementId));
    expect([...ids]).toEqual(expect.arrayContaining(['A102', 'A109', 'A008', 'A103', 'A108']));
  });

  test('in reverse the ids keep their names', async () => {
    const outcome = await demo(['--json', '--reverse', '--limit', '1', '--as-of', '2026-06-30']);
    const lines = linesOf(outcome, /^3 条密级过高，2 条已过有效期，未参与\n$/);
    const { demandId, rank } = lines.find(({ achievementId }) => achievementId === 'A005')!;
    expect({ demandId, rank }).toEqual({ demandId: 'D004', rank: 1 });
  });

  test('CSV files with Chinese headers are read, in UTF-8 and as tab-separated text', async () => {
    const files = [sample('achievements.csv'), sample('demands.csv')] as const;
    const lines = linesOf(await given(...files, '--json', '--limit', '1', '--as-of', '2026-06-30'));
    expect(new Set(lines.map(({ demandId }) => demandId)).size).toBeGreaterThan(10);
    expect(lines.every(({ achievementId }) => achievementId.startsWith('AC'))).toBe(true);
    const table = temporaryFile('a.tsv', '成果编号\t成果名称\nT1\t集成灶低噪声下排风道\n');
    const [first] = linesOf(await given(table, files[1], '--json'));
    expect(first).toMatchObject({ demandId: 'DC001', achievementId: 'T1' });
  });

  test('a reader that goes away early ends the run quietly', async () => {
    const { code, stderr } = await program(['match', ...SAMPLE, '--json', '--limit', '130'], 100);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '1 条已过有效期，未参与\n' });
  });

  test('withheld demands are counted on stderr only', async () => {
    const demands = temporaryFile(
      'd.jsonl',
      `${JSON.stringify({ id: 'OPEN', title: '热障涂层剥落' })}\n${JSON.stringify({ id: 'SHUT', title: '热障涂层', secrecyLevel: '秘密' })}\n`,
    );
    const { code, stdout, stderr } = await given(SAMPLE[0], demands, '--json');
    expect(code).toBe(0);
    expect(stdout).toContain('"OPEN"');
    expect(stdout).not.toContain('SHUT');
    expect(stderr).toMatch(/^1 条密级过高，未参与\n/);
  });
});

describe('bad input is refused before anything is printed', () => {
  test('every bad record of both files is named', async () => {
    const achievements = temporaryFile(
      'bad.jsonl',
      [
        '{"id":"A1","title":"好"}',
        '{"id":"A2"}',
        '{"id":"A1","title":"又是"}',
        '{"id":"","title":"空"}',
      ].join('\n'),
    );
    const demands = temporaryFile('bad.csv', '需求编号,技术需求名称,TRL\nD1,好需求,5\nD2,坏需求,12\n');
    for (const json of [[], ['--json']]) {
      const stderr = refusal(await given(achievements, demands, '--strict', ...json));
      expect(stderr).toMatch(/bad\.jsonl/);
      expect(stderr).toMatch(/"A2".*title/);
      expect(stderr).toMatch(/"A1".*not used before/);
      expect(stderr).toMatch(/\[3\].*id/);
      expect(stderr).toMatch(/bad\.csv/);
      expect(stderr).toMatch(/"D2".*trl/);
      expect(stderr).not.toMatch(/"D1"/);
    }
  });

  test('all of many bad records are named, not only the first hundred', async () => {
    const lines = Array.from({ length: 130 }, (_, i) => JSON.stringify({ id: `X${i}`, title: 5 }));
    const stderr = refusal(await given(temporaryFile('many.jsonl', lines.join('\n')), SAMPLE[1], '--strict'));
    expect(lines.every((_, i) => stderr.includes(`"X${i}"`))).toBe(true);
  });

  test.each([
    // Bytes of no text encoding.
    ['unreadable.csv', Uint8Array.of(0xff, 0xff, 0x80, 0x81), /unreadable\.csv.*expected text in UTF-8/],
    // A spreadsheet renamed.
    ['sheet.csv', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /sheet\.csv.*zip/],
    // Broken JSON.
    ['broken.json', '[{"id":', /broken\.json/],
    // Nothing at all.
    ['empty.jsonl', '', /empty\.jsonl/],
  ])('%s is refused by name', async (name, content, message) => {
    const stderr = refusal(await given(SAMPLE[0], temporaryFile(name, content)));
    expect(stderr).toMatch(message);
  });

  test('missing files are named, both of them', async () => {
    const stderr = refusal(await program(['match', '/nowhere/a.csv', '/nowhere/d.csv']));
    expect(stderr).toMatch(/\/nowhere\/a\.csv.*no such file/);
    expect(stderr).toMatch(/\/nowhere\/d\.csv.*no such file/);
  });

  test('every bad option value is named at once', async () => {
    const stderr = refusal(
      await demo([
        ...['--limit', '0', '--min-score', '2', '--kinds', 'expert,wizard', '--as-of', '2026-02-30'],
        ...['--clearance', 'cosmic', '--output', 'matches.docx'],
      ]),
    );
    for (const name of ['--limit', '--min-score', '--kinds', '--as-of', '--clearance', '--output']) {
      expect(stderr).toContain(`  ${name}: expected`);
    }
    expect(stderr).toContain('"wizard"');
  });

  test.each([['--colour'], ['stray'], ['--limit']])(
    'the command line %s is refused with a hint, and with 2',
    async (argument) => {
      const { code, stdout, stderr } = await demo([argument]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('--help');
    },
  );
});

describe('files of people', () => {
  const achievements = '成果编号,成果名称\nT1,集成灶低噪声下排风道\nT2,变压器油色谱在线监测\n';

  test('bad rows are left out, counted and pointed to, unless all is to be understood', async () => {
    const demands = temporaryFile('需求.csv', '需求编号,技术需求名称,TRL\nD1,集成灶噪声大,5\nD2,坏需求,12\n');
    const { code, stdout, stderr } = await given(temporaryFile('成果.csv', achievements), demands);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '需求.csv：读入 1 条，1 条有误，未读入，1 处请核对，详见 cuohe check\n',
    });
    expect(stdout).toContain('集成灶噪声大');
    expect(stdout).not.toContain('坏需求');
  });

  test('files that were named in the other order are told apart by their headers', async () => {
    const demands = temporaryFile('d.csv', '需求编号,技术需求名称\nD1,集成灶噪声大\n');
    const [right, turned] = [
      await given(temporaryFile('a.csv', achievements), demands, '--json'),
      await given(demands, temporaryFile('a.csv', achievements), '--json'),
    ];
    expect(turned.stdout).toBe(right.stdout);
    expect(turned.stderr).toBe('两个文件的顺序是反的：a.csv 按成果读入，d.csv 按需求读入\n');
  });

  test('files of JSON in the other order are told apart by their fields', async () => {
    const [right, turned] = [await given(...SAMPLE, '--json'), await given(SAMPLE[1], SAMPLE[0], '--json')];
    expect(turned.stdout).toBe(right.stdout);
    expect(turned.stderr).toMatch(/^两个文件的顺序是反的：achievements\.jsonl 按成果读入/);
  });

  test('a file may come from stdin, and only one', async () => {
    const demands = '需求编号,技术需求名称\nD1,集成灶噪声大\n';
    const args = ['match', temporaryFile('a.csv', achievements)];
    const { code, stdout } = await cuohe([...args, '-', '--json'], { stdin: demands });
    expect(code).toBe(0);
    expect(JSON.parse(stdout.split('\n')[0]!)).toMatchObject({ demandId: 'D1', achievementId: 'T1' });
    expect((await cuohe(['match', '-', '-'])).code).toBe(1);
  });

  test('workbooks are read, and sheets of one workbook may be both sides', async () => {
    const book = temporaryFile('两张表.xlsx', await workbook());
    const sheets = ['--achievement-sheets', '成果', '--demand-sheets', '需求'];
    const { code, stdout, stderr } = await given(book, book, '--json', ...sheets);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout.split('\n')[0]!)).toMatchObject({ demandId: 'D1', achievementId: 'T1' });
  });

  /** A workbook with a sheet for each side. */
  async function workbook(): Promise<Uint8Array> {
    const { writeXlsx } = await import('hucre/xlsx');
    return writeXlsx({
      sheets: [
        {
          name: '成果',
          rows: [
            ['成果编号', '成果名称'],
            ['T1', '集成灶低噪声下排风道'],
          ],
        },
        {
          name: '需求',
          rows: [
            ['需求编号', '技术需求名称'],
            ['D1', '集成灶噪声大'],
          ],
        },
      ],
    });
  }
});

describe('files that are written', () => {
  test.each(['csv', 'xlsx', 'jsonl'])('%s holds what is printed as JSON', async (extension) => {
    const path = join(temporaryFolder(), `撮合.${extension}`);
    const args = ['--limit', '2', '--as-of', '2026-06-30'];
    const lines = linesOf(await demo([...args, '--json']));
    const { code, stdout, stderr } = await demo([...args, '-o', path]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(`已写入 ${path}`);
    const bytes = readFileSync(path);
    if (extension === 'jsonl') expect(bytes.toString()).toBe((await demo([...args, '--json'])).stdout);
    else if (extension === 'csv') expect(csvRows(bytes.toString())).toBeGreaterThanOrEqual(lines.length);
    else expect((await readWorkbook(bytes)).length).toBeGreaterThan(0);
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
  });

  test('a report tells of both sides and of what was read, and shows contacts only when asked to', async () => {
    const demands = temporaryFile(
      'd.csv',
      '需求编号,技术需求名称,联系电话\nD1,集成灶噪声大,024-88886666\nD2,古琴断纹修补,024-88885555\n',
    );
    const path = join(temporaryFolder(), 'm.html');
    const args = [SAMPLE[0], demands, '-o', path, '--title', '一次撮合', '--as-of', '2026-06-30'] as const;
    const { code, stderr } = await given(...args);
    expect(code).toBe(0);
    expect(stderr).toContain('2 × 130 条，1 条有较强以上的匹配');
    const html = readFileSync(path, 'utf8');
    for (const text of ['一次撮合', '集成灶噪声大', '古琴断纹修补', '集成灶下排式油烟高效分离与降噪结构'])
      expect(html).toContain(text);
    expect(html).not.toMatch(/8888[56]{4}/);
    await given(...args, '--contacts');
    expect(readFileSync(path, 'utf8')).toContain('024-88886666');
  });

  test('a workbook has a sheet for each part of the report', async () => {
    const path = join(temporaryFolder(), 'm.xlsx');
    await demo(['-o', path, '--as-of', '2026-06-30']);
    const sheets = await readWorkbook(readFileSync(path));
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['概览', '匹配', '尚无答案的需求']),
    );
    const [, matches] = sheets;
    expect(matches!.rows[1]!.slice(0, 2)).toEqual(['D001', '飞机钛合金框类零件铣削变形控制']);
  });

  test('no input is written over, and what is stopped leaves nothing behind', async () => {
    const achievements = temporaryFile('a.csv', '成果编号,成果名称\nT1,集成灶低噪声下排风道\n');
    const { code, stderr } = await given(achievements, SAMPLE[1], '-o', achievements);
    expect(code).toBe(1);
    expect(stderr).toContain('a file other than those that are read');
    const stopped = new AbortController();
    stopped.abort();
    const path = join(dirname(achievements), 'out.csv');
    const outcome = await cuohe(['match', ...SAMPLE, '-o', path], { signal: stopped.signal });
    expect(outcome).toEqual({ code: 130, stdout: '', stderr: '已中止\n' });
    expect(readdirSync(dirname(achievements))).toEqual(['a.csv']);
  });

  const csvRows = (text: string) => text.trim().split('\r\n').length - 1;
});
