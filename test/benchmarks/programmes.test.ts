import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { casesOf, programmeFiles } from '../../benchmarks/programmes/runner/cases.ts';
import type { ProgrammeRun } from '../../benchmarks/programmes/runner/run.ts';

const root = new URL('../..', import.meta.url).pathname;
/** A thousandth of the full size. */
const TINY = 0.001;

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'benchmarks/programmes.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

const files = programmeFiles().map((file) => [file.pathname.split('/').at(-1)!, file] as const);

describe('the benchmarks of the programmes', () => {
  it.each(files)('%s runs at the smallest size', async (_, file) => {
    const cases = await casesOf(file);
    expect(cases.length).toBeGreaterThan(0);
    for (const { prepare, programme, size } of cases) {
      expect(programme).toBeGreaterThan(0);
      expect(programme).toBeLessThanOrEqual(16);
      expect(size(TINY)).not.toBe('');
      const work = await prepare(TINY);
      expect(await work()).toBeTypeOf('number');
    }
  });

  it('are measured in a process for each case', async () => {
    const [first] = await casesOf(programmeFiles()[0]!);
    const { stdout, status } = run('--scale', String(TINY), '--case', first!.name, '--json');
    expect(status).toBe(0);
    const rows = JSON.parse(stdout) as ProgrammeRun['rows'];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: first!.name, programme: first!.programme });
    expect(rows[0]!.ms).toBeGreaterThanOrEqual(0);
    expect(rows[0]!.peakMb).toBeGreaterThanOrEqual(rows[0]!.preparedMb);
  });

  it('refuse a scale that makes no sense', () => {
    const { status, stderr } = run('--scale', '2');
    expect(status).toBe(1);
    expect(stderr).toContain('--scale');
  });
});
