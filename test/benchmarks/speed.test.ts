import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { syntheticCorpus } from '../../benchmarks/corpus.ts';
import type { Report } from '../../benchmarks/report.ts';

const root = new URL('../..', import.meta.url).pathname;
const script = ['--import', 'tsx', 'benchmarks/speed.ts'];
const folder = mkdtempSync(join(tmpdir(), 'cuohe-speed-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): string {
  return execFileSync(process.execPath, [...script, ...args], { cwd: root, encoding: 'utf8' });
}

describe('the speed benchmark', () => {
  it('measures every case on a small corpus and tells it in JSON', { timeout: 60_000 }, () => {
    const report = JSON.parse(
      run('--records', '300', '--queries', '10', '--rounds', '2', '--json'),
    ) as Report & { sink: number };
    expect(report.corpus).toEqual({ kind: 'synthetic', records: 300, queries: 10 });
    expect(report.index.records).toBe(300);
    expect(report.figures.map(({ name }) => name)).toEqual([
      'build',
      'match',
      'match, explained',
      'kernel',
      'save',
      'open',
      'kernel beside the Map loop',
      'Map loop',
      'kernel on the subset',
      'fast-cosine-similarity',
      'ml-distance',
    ]);
    for (const { min, mean, sd, rounds } of report.figures) {
      expect(min).toBeGreaterThan(0);
      expect(mean).toBeGreaterThanOrEqual(min);
      expect(sd).toBeGreaterThanOrEqual(0);
      expect(rounds).toBe(2);
    }
    for (const { times } of report.ratios) expect(times).toBeGreaterThan(0);
    expect(report.sink).toBeGreaterThan(0);
  });

  it('runs on the texts of a file, and prints a table', { timeout: 60_000 }, () => {
    const file = join(folder, 'texts.jsonl');
    const texts = ['汽轮机叶片的耐磨涂层', '温室番茄的水肥一体化灌溉', '锂离子电池的热管理', ''];
    writeFileSync(
      file,
      texts.map((text, i) => JSON.stringify({ id: i, title: text.slice(0, 8), text })).join('\n'),
    );
    const printed = run('--texts', file, '--queries', '2', '--rounds', '1');
    expect(printed).toContain('own texts corpus: 4 records, 2 queries');
    expect(printed).toMatch(/^kernel +µs\/query/m);
  });

  it('refuses options that make no sense', () => {
    const { status, stderr } = spawnSync(process.execPath, [...script, '--records', '-5'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('records');
  });

  it('names all options in its help', () => {
    const help = run('--help');
    for (const name of readFileSync(join(root, 'benchmarks/arguments.ts'), 'utf8').matchAll(
      /^ {6}(\w+): \{ type/gm,
    )) {
      if (name[1] !== 'help') expect(help).toContain(`--${name[1]}`);
    }
    expect(help).toContain('--json');
  });
});

describe('the invented corpus', () => {
  it('is the same for the same numbers, and another for another seed', () => {
    expect(syntheticCorpus(20, 5)).toEqual(syntheticCorpus(20, 5));
    expect(syntheticCorpus(20, 5, 2)).not.toEqual(syntheticCorpus(20, 5));
  });

  it('has texts as long as those of portals', () => {
    const { achievements, demands } = syntheticCorpus(300, 100);
    const mean = (lengths: number[]) => lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean(achievements.map(({ title }) => title.length))).toBeCloseTo(20, -1);
    const abstracts = mean(achievements.map(({ abstract }) => abstract!.length));
    const problems = mean(demands.map(({ problem }) => problem!.length));
    expect(abstracts).toBeGreaterThan(200);
    expect(abstracts).toBeLessThan(350);
    expect(problems).toBeGreaterThan(100);
    expect(problems).toBeLessThan(180);
  });
});
