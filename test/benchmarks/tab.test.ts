import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TabReport } from '../../benchmarks/tab/measure.ts';

const root = new URL('../..', import.meta.url).pathname;
const script = ['--import', 'tsx', 'benchmarks/tab.ts'];
const folder = mkdtempSync(join(tmpdir(), 'cuohe-tab-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): string {
  return execFileSync(process.execPath, [...script, ...args], { cwd: root, encoding: 'utf8' });
}

describe.skipIf(!existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium'))('the benchmark of a tab', () => {
  it('opens the index in a browser, where all answers have the bits of those in Node', () => {
    const report = JSON.parse(run('--records', '300', '--queries', '20', '--json')) as TabReport;
    expect(report).toMatchObject({ kernel: 'wasm-simd', records: 300, queries: 20, agree: true });
    expect(report.savedMb).toBeGreaterThan(0);
    expect(report.queryMs.p99).toBeGreaterThanOrEqual(report.queryMs.p50);
    expect(report.memoryMb.page).toBeGreaterThan(report.savedMb);
    expect(report.targets.memory).toEqual({ most: 700, met: true });
  });

  it('runs on the titles of a file', () => {
    const texts = join(folder, 'texts.jsonl');
    const titles = ['汽轮机叶片的耐磨涂层', '温室番茄的水肥一体化灌溉', '锂离子电池的热管理', 'TC4 涂层'];
    writeFileSync(texts, titles.map((title, id) => JSON.stringify({ id, title, text: '其余' })).join('\n'));
    const printed = run('--texts', texts, '--queries', '2');
    expect(printed).toMatch(/^titles +4$/m);
    expect(printed).toMatch(/^answers with the bits of those in Node +all$/m);
  });
});

it('refuses a wrong number in one line', () => {
  const { status, stderr } = spawnSync(process.execPath, [...script, '--records', '0'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toBe('--records: expected a whole number from 1 to 99999999, received "0"\n');
});
