import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepResults, lastResults } from '../../benchmarks/speed/report/dated.ts';
import { resultsPage } from '../../benchmarks/speed/report/page.ts';

const root = new URL('../..', import.meta.url).pathname;
const benchmarks = join(root, 'benchmarks');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuohe-results-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'benchmarks/results.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

describe('the results', () => {
  it('are a file for each day, named by the day that it tells', () => {
    const names = readdirSync(join(benchmarks, 'results'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const { bench, python } = JSON.parse(readFileSync(join(benchmarks, 'results', name), 'utf8'));
      expect(`${bench.date}.json`).toBe(name);
      expect([bench.command, python.command]).toEqual(['bench', 'bench:python']);
    }
  });

  it('of the last day are what RESULTS.md prints', () => {
    expect(readFileSync(join(benchmarks, 'RESULTS.md'), 'utf8')).toBe(resultsPage(lastResults(benchmarks)));
  });

  it('of another day stand beside them, and the page is that of the last', () => {
    const known = lastResults(benchmarks);
    const ofDay = (date: string) => ({ ...known, bench: { ...known.bench, date } });
    for (const date of ['2027-01-02', '2026-12-31', '2027-01-01']) keepResults(folder, ofDay(date));
    expect(readdirSync(join(folder, 'results'))).toHaveLength(3);
    expect(lastResults(folder)).toEqual(ofDay('2027-01-02'));
    expect(resultsPage(lastResults(folder))).toContain('[results/2027-01-02.json](results/2027-01-02.json)');
  });
});

describe('the command that prints them', () => {
  it('writes the page from the last file, and measures nothing', () => {
    cpSync(join(benchmarks, 'results'), join(folder, 'results'), { recursive: true });
    const { status, stderr } = run('--print', '--folder', folder);
    expect([status, stderr]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'RESULTS.md'), 'utf8')).toBe(resultsPage(lastResults(benchmarks)));
  });

  it('says in one line what is wrong', () => {
    expect(run('--print', '--rounds', '3').stderr).toBe('--print measures nothing: unexpected --rounds 3\n');
    expect(run('--folder').stderr).toBe('--folder: expected a value\n');
    mkdirSync(join(folder, 'results'));
    const { status, stderr } = run('--print', '--folder', folder);
    expect([status, stderr]).toEqual([1, `${join(folder, 'results')}: no results of any day\n`]);
  });
});
