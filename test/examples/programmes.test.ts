import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbook } from 'cuohe/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAMMES } from '../../examples/programmes/all.ts';
import { main } from '../../examples/programmes/main.ts';
import { captured } from '../command/captured.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
/** The program, as its users run it. */
const program = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'examples/programmes.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
/** What the program writes, without a process of its own. */
async function written(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await captured((output, complain) => main(args, output, complain));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('the demo of the programmes', () => {
  let all: Record<string, unknown>;
  beforeAll(() => {
    const { status, stdout, stderr } = program('--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    all = JSON.parse(stdout) as Record<string, unknown>;
  });

  it('shows the office, then each of the sixteen, in their order', () => {
    const numbers = PROGRAMMES.map(({ number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 17 }, (_, i) => i)));
    expect(new Set(PROGRAMMES.map(({ key }) => key)).size).toBe(PROGRAMMES.length);
  });

  it('gives one JSON object, keyed by programme, with something for each', () => {
    expect(Object.keys(all)).toEqual(PROGRAMMES.map(({ key }) => key));
    for (const [key, value] of Object.entries(all)) {
      expect([key, JSON.stringify(value).length > 100]).toEqual([key, true]);
    }
  });

  it('gives the same again', async () => {
    expect(JSON.parse(await written('--json'))).toEqual(all);
  });

  it('accounts for every demand and every issue in what it prints', async () => {
    const text = await written();
    const numbersOf = (line: RegExp) =>
      [...(line.exec(text)?.[0] ?? '').matchAll(/(\d+)项/g)].map(([, count]) => Number(count));
    for (const line of [/^.*项已有成果或专利可供.*$/m, /^逐级上报：.*$/m, /^联席会议：[^；]*/m]) {
      const [all, ...parts] = numbersOf(line);
      expect([line.source, parts.reduce((sum, one) => sum + one, 0)]).toEqual([line.source, all]);
    }
    const carried = [...text.matchAll(/^ {2}第.次联席会议 .*$/gm)].map(([line]) =>
      [...line.matchAll(/(\d+)项/g)].map(([, count]) => Number(count)),
    );
    expect(carried.length).toBe(3);
    for (const [before = 0, raised = 0, again = 0, solved = 0, dropped = 0, after] of carried) {
      expect(before + raised + again - solved - dropped).toBe(after);
    }
    expect(text).not.toMatch(/未排上0对/);
  });

  it('prints what an office would read, in Chinese', async () => {
    const text = await written();
    for (const { titleZh } of PROGRAMMES) expect(text).toContain(titleZh);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    // A page, not a scroll: lines fit a wide terminal.
    const lines = text.split('\n');
    expect(lines.length).toBeGreaterThan(16 * 8);
    expect(lines.length).toBeLessThan(16 * 80);
  });

  it('writes all tables as a workbook, and each as a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cuohe-programmes-'));
    const book = join(folder, 'all.xlsx');
    await written('--only', 'brokers', '--xlsx', book, '--csv', join(folder, 'csv'));
    const sheets = await readWorkbook(readFileSync(book));
    expect(sheets.map(({ name }) => name)).toContain('技术经理人派单与台账 未派出');
    // A workbook lists its sheets first.
    expect(sheets[0]!.name).toBe('目录');
    expect(readdirSync(join(folder, 'csv')).length).toBe(sheets.length - 1);
    rmSync(folder, { recursive: true });
  });

  it('says what a base lacks as something that it lacks', async () => {
    const text = await written('--only', 'maturity-routing');
    expect(text).toContain('都不承接这一阶段。胶西湾海洋装备中试基地未达“承接这一阶段”');
    expect(text).toContain('能承接的平台或基地已满。浑河高温防护涂层中试基地未达“有余量”');
  });

  it('shows one alone, and refuses one that it does not know', async () => {
    const text = await written('--only', 'brokers');
    expect(text).toContain('技术经理人');
    expect(text).not.toContain('集采');
    const { status, stderr, stdout } = program('--only', 'none');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('--only: expected one of office');
  });
});
