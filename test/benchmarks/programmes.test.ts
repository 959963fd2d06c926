import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { casesOf, programmeFiles } from '../../benchmarks/programmes/runner/cases.ts';
import { keepRows, readRows } from '../../benchmarks/programmes/runner/kept.ts';
import type { ProgrammeRow } from '../../benchmarks/programmes/runner/run.ts';
import { programmesText } from '../../benchmarks/programmes/runner/text.ts';

const root = new URL('../..', import.meta.url).pathname;
/** A thousandth of the full size. */
const TINY = 0.001;

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'benchmarks/programmes.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

const folder = mkdtempSync(join(tmpdir(), 'cuohe-programmes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = programmeFiles().map((file) => [file.pathname.split('/').at(-1)!, file] as const);

describe('the benchmarks of the programmes', () => {
  it('have an office (M) and a province (L) of every programme', async () => {
    const sizes = new Map<number, Set<string>>();
    for (const [, file] of files) {
      for (const { name, programme } of await casesOf(file)) {
        const of = sizes.get(programme) ?? new Set();
        sizes.set(programme, of.add(/, ([A-Z])$/.exec(name)?.[1] ?? name));
      }
    }
    // The sixteen, and the office that they make up.
    expect(sizes.size).toBe(17);
    for (const of of sizes.values()) expect([...of].sort()).toEqual(['L', 'M']);
  });

  it.each(files)('%s runs at the smallest size', async (_, file) => {
    const cases = await casesOf(file);
    expect(cases.length).toBeGreaterThan(0);
    for (const { prepare, programme, size } of cases) {
      expect(programme).toBeGreaterThanOrEqual(0);
      expect(programme).toBeLessThanOrEqual(16);
      expect(size(TINY)).not.toBe('');
      const work = await prepare(TINY);
      expect(await work()).toBeTypeOf('number');
    }
  });

  it('are measured in a process for each case, and take turns with a commit that is set beside', () => {
    const name = 'local conversion report, M';
    const kept = join(folder, 'rows.json');
    // Sources without their history have no commits.
    const hasHistory = existsSync(join(root, '.git'));
    const beside = hasHistory ? ['--beside', 'HEAD', '--rounds', '2'] : [];
    const { stdout, status } = run('--scale', String(TINY), '--case', name, ...beside, '--keep', kept);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^no\. .*CPU, s/);
    const [row, ...others] = readRows(kept);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ name, programme: 12 });
    expect(row!.ms).toBeGreaterThanOrEqual(0);
    expect(row!.peakMb).toBeGreaterThanOrEqual(row!.preparedMb);
    if (!hasHistory) return;
    expect(row).toMatchObject({ rounds: 2, before: { sameResult: true } });
    expect(row!.before!.ratio).toBeGreaterThan(0);
  });

  it('are kept row by row: a case that is run again takes the place of its row', () => {
    const file = join(folder, 'kept.json');
    const row = (name: string, ms: number): ProgrammeRow => ({
      programme: 1,
      name,
      size: 'some',
      ms,
      clockMs: ms,
      preparedMb: 1,
      peakMb: 2,
      rounds: 1,
    });
    keepRows(file, [row('b', 3000), row('a', 1000)]);
    const before = { ms: 1000, ratio: 2, sameResult: false };
    const all = keepRows(file, [{ ...row('a', 2000), before }]);
    expect(readRows(file)).toEqual(all);
    expect(all.map(({ name, ms }) => [name, ms])).toEqual([
      ['a', 2000],
      ['b', 3000],
    ]);
    const lines = programmesText(all).split('\n');
    expect(lines[1]).toMatch(/^1 +a +some +2\.00 +1\.00 +2\.00 +no /);
    // Nothing stands beside it.
    expect(lines[2]).toMatch(/^1 +b +some +3\.00 +– +– +– /);
  });

  it('refuse a scale that makes no sense', () => {
    const { status, stderr } = run('--scale', '2');
    expect(status).toBe(1);
    expect(stderr).toContain('--scale');
  });
});
