import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { syntheticCorpus } from '../../benchmarks/corpus.ts';
import { resultsPage } from '../../benchmarks/speed/report/page.ts';
import { reportText } from '../../benchmarks/speed/report/text.ts';
import type { Report } from '../../benchmarks/speed/report/types.ts';

const root = new URL('../..', import.meta.url).pathname;
const script = ['--import', 'tsx', 'benchmarks/speed.ts'];
const folder = mkdtempSync(join(tmpdir(), 'cuohe-speed-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): string {
  return execFileSync(process.execPath, [...script, ...args], { cwd: root, encoding: 'utf8' });
}

describe('the speed benchmark', () => {
  it('measures everything at the smallest size, and all answers agree', () => {
    const report = JSON.parse(run('--smallest', '--json')) as Report;
    expect(report.agree).toBe(true);
    expect(report.vectors).toHaveLength(1);
    const [vectors] = report.vectors;
    expect(vectors!.own.map(({ name }) => name)).toEqual([
      'wasm-batch',
      'wasm-single',
      'js-batch',
      'js-single',
    ]);
    for (const { usPerQuery, postingsPerNs } of [...vectors!.own, ...(vectors!.limit ?? [])]) {
      expect(usPerQuery.min).toBeGreaterThan(0);
      expect(usPerQuery.max).toBeGreaterThanOrEqual(usPerQuery.min);
      expect(postingsPerNs).toBeGreaterThan(0);
    }
    expect(vectors!.rivals.map(({ name, agrees, scaled }) => [name, agrees, scaled])).toEqual([
      ['MiniSearch', true, false],
      ['lunr', true, false],
      ['EdgeVec', true, false],
      ['natural', true, false],
      ['ml-distance', true, true],
      ['fast-cosine-similarity', true, true],
      ['Map loop', true, false],
    ]);
    expect(report.ratio).toEqual({
      sparseDotTopn: null,
      bm25s: null,
      scipy: null,
      minisearch: expect.any(Number),
      natural: expect.any(Number),
      denseCosine: expect.any(Number),
    });
    expect(report).toMatchObject({
      threads2: expect.any(Number),
      build: { ratioSklearn: null, ratioMinisearch: expect.any(Number) },
      open: { ratioBuild: expect.any(Number) },
      memory: { ratioMinisearch: expect.any(Number) },
      bytesPerPosting: expect.any(Number),
      versions: { cuohe: expect.any(String), minisearch: expect.any(String), lunr: expect.any(String) },
    });
    expect(report.growthRows).toHaveLength(1);

    const text = reportText(report);
    for (const name of ['wasm-batch', 'MiniSearch', 'natural', 'build, n-grams', 'matchAll, 2 workers']) {
      expect(text).toMatch(new RegExp(`^${name} `, 'm'));
    }
    const document = resultsPage({ bench: report, python: report });
    expect(document).toContain('| … sparse_dot_topn takes | ≥ 5 × | – | not measured |');
    expect(document).toMatch(/\| two workers: speed-up \| ≥ 1.85 × \| [\d.,]+ \| (yes|no) \|/);
  });

  it('runs on texts and queries of files, at as many of them as there are', () => {
    const lines = (texts: readonly string[]) =>
      texts.map((text, id) => JSON.stringify({ id, title: text.slice(0, 8), text })).join('\n');
    const [texts, queries] = [join(folder, 'texts.jsonl'), join(folder, 'queries.jsonl')];
    writeFileSync(
      texts,
      lines(['汽轮机叶片的耐磨涂层', '温室番茄的水肥一体化灌溉', '锂离子电池的热管理', 'TC4 涂层', '']),
    );
    writeFileSync(queries, lines(['叶片涂层磨损', '电池温度']));
    const sizes = ['--sizes', '3,9'];
    const printed = run('--smallest', '--texts', texts, '--queries', queries, ...sizes);
    expect(printed).toContain('own texts');
    expect(printed).toMatch(/^3 records, .*; 2 queries touch/m);
    expect(printed).toMatch(/^5 records, .*; 2 queries touch/m);
    expect(printed).toMatch(/^growth: records.*\n-*\n?3 .*\n5 /m);
    expect(printed).toContain('all answers that can be compared agree: yes');
  });

  it.each([
    [['--records=-5'], '--records'],
    [['--sizes', '10,x'], '--sizes'],
    [['--queries', 'q.jsonl'], '--texts'],
    [['--texts', 'no-such-file.jsonl'], 'no-such-file.jsonl'],
  ])('refuses %j in one line that names what is wrong', (args, named) => {
    const { status, stderr } = spawnSync(process.execPath, [...script, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(named);
  });

  it('names all options in its help', () => {
    const help = run('--help');
    const source = readFileSync(join(root, 'benchmarks/speed/arguments.ts'), 'utf8');
    const names = [...source.matchAll(/^ {6}'?([\w-]+)'?: \{ type/gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) if (name !== 'help') expect(help).toContain(`--${name}`);
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
