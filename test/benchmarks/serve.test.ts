import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../benchmarks/build/arguments.ts';
import type { BuildReport } from '../../benchmarks/build/measure.ts';
import { buildText } from '../../benchmarks/build/text.ts';

const root = new URL('../..', import.meta.url).pathname;

function printed(script: string, ...args: string[]): unknown {
  const run = ['--import', 'tsx', `benchmarks/${script}.ts`, ...args, '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, run, { cwd: root, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

it('a server under load is measured on its thread and by workers, at the smallest size', () => {
  const args = ['--records', '30', '--connections', '2', '--seconds', '1', '--rounds', '1'];
  const report = printed('serve', ...args) as { ways: Record<string, number | string>[] };
  expect(report).toMatchObject({ records: 30, connections: 2, targets: { longest: 20, times: 3 } });
  expect(report.ways.map(({ name }) => name)).toEqual(['on the thread', 'one worker', 'two workers']);
  expect(report.ways[0]).toMatchObject({ times: 1 });
  for (const way of report.ways) expect(way.requestsPerSecond).toBeGreaterThan(0);
});

/** Sources without their history have no list of files. */
describe.skipIf(!existsSync(join(root, '.git')))('builds', () => {
  it('are measured, with their memory, at the smallest size', () => {
    const report = printed('build', '--records', '30', '--rounds', '1', '--no-python') as BuildReport;
    expect(report).toMatchObject({
      command: 'bench:build',
      commit: null,
      records: 30,
      withoutPython: 'left out',
    });
    expect(report.rows.map(({ name }) => name)).toEqual(['createMatcher', 'n-grams alone']);
    for (const { ratio, target, met } of report.aims) expect(met).toBe(ratio <= target);
    expect(buildText(report)).toMatch(/^most memory, × the index .* met$/m);
  });

  it.each([
    [['HEAD', 'HEAD~1'], 'expected one commit, received HEAD HEAD~1'],
    [['--rounds', '0'], '--rounds: expected a whole number from 1 to 99999999, received "0"'],
  ])('are not taken from %j', (args, complaint) => {
    expect(() => readArguments(args)).toThrow(complaint);
  });
});
