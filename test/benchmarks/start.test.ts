import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../benchmarks/start/arguments.ts';
import type { StartReport } from '../../benchmarks/start/measure.ts';
import { startText } from '../../benchmarks/start/text.ts';

const root = new URL('../..', import.meta.url).pathname;

/** Sources without their history have no list of files. */
describe.skipIf(!existsSync(join(root, '.git')))('starts of fresh processes', () => {
  it('are measured over a process that does nothing, at the smallest size', () => {
    const args = ['--import', 'tsx', 'benchmarks/start.ts', '--smallest', '--json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const report = JSON.parse(stdout) as StartReport;
    expect(report).toMatchObject({ command: 'bench:start', commit: null, rounds: 1 });
    expect(report.rows.map(({ name }) => name)).toEqual([
      'createMatcher of one record, first match',
      'openMatcher, first match',
      'one worker of a pool, first answer',
    ]);
    for (const { now, met, ratio } of report.rows) {
      expect(now.rounds).toBe(1);
      expect(met).toBe(now.median <= report.targets.ms);
      expect(ratio).toBe(null);
    }

    const times = { median: 1000, min: 900, max: 1100, rounds: 1 };
    const rows = report.rows.map((row) => ({
      ...row,
      before: times,
      ratio: { ...times, median: 0.1 },
      ratioMet: false,
    }));
    const text = startText({ ...report, commit: '0123456789abcdef', rows });
    expect(text).toContain('the working tree beside 012345678');
    expect(text).toMatch(/first match .* 1\/10.0 +no$/m);
  });

  it.each([
    [['HEAD', 'HEAD~1'], 'expected one commit, received HEAD HEAD~1'],
    [['--rounds', '0'], '--rounds: expected a whole number from 1 to 99999999, received "0"'],
  ])('are not taken from %j', (args, complaint) => {
    expect(() => readArguments(args)).toThrow(complaint);
  });
});
