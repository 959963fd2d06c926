import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../benchmarks/versus/arguments.ts';
import type { VersusReport } from '../../benchmarks/versus/measure.ts';
import { versusText } from '../../benchmarks/versus/text.ts';
import { checkOut, commitOf, copyWorkingTree } from '../../benchmarks/versus/trees.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'cuohe-versus-'));
afterAll(() => rmSync(folder, { recursive: true }));
const emptyFolder = (name: string) => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'benchmarks/versus.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}
const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout;

/** Sources without their history have no commits. */
describe.skipIf(!existsSync(join(root, '.git')))('the working tree beside a commit', () => {
  // It builds the library: on a busy machine that takes as long as it takes.
  it('is built and measured in turn with the other side, at the smallest size', () => {
    const { status, stdout, stderr } = run('--itself', '--smallest', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const report = JSON.parse(stdout) as VersusReport;
    expect(report).toMatchObject({ command: 'bench:versus', commit: null, rounds: 1 });
    expect(report.rows.map(({ name }) => name)).toEqual([
      'first call, fresh process',
      'build',
      'match',
      'match, explained',
      'open',
    ]);
    for (const { before, now, ratio, clockRatio } of report.rows) {
      expect(before.median).toBeGreaterThan(0);
      // Both in the same unit, and in the same round.
      expect(ratio.median).toBeCloseTo(now.median / before.median, 9);
      expect(clockRatio.median).toBeGreaterThan(0);
    }
    // What the clock has no part in is the same without a change.
    expect(report.savedBytes.now).toBeGreaterThan(0);
    expect(report.savedBytes).toEqual({
      before: report.savedBytes.now,
      now: report.savedBytes.now,
      ratio: 1,
    });
    expect(report.sameAnswers).toBe(report.demands);

    const text = versusText({ ...report, commit: '0123456789abcdef' });
    expect(text).toContain('beside 012345678;');
    for (const { name } of report.rows) expect(text).toMatch(new RegExp(`^${name} `, 'm'));
    expect(text).toContain(`to the bit: ${report.demands} of ${report.demands} demands`);
  });

  it('takes the files of the commit, and leaves the index as it is', () => {
    const before = git('ls-files', '--stage');
    const out = emptyFolder('commit');
    checkOut(commitOf('HEAD'), out);
    expect(readFileSync(join(out, 'package.json'), 'utf8')).toBe(git('show', 'HEAD:package.json'));
    expect(readdirSync(out).sort()).toEqual(git('ls-tree', '--name-only', 'HEAD').trim().split('\n').sort());
    expect(git('ls-files', '--stage')).toBe(before);
  });

  it('takes the files of the working tree as they are, without what is installed or built', () => {
    const out = emptyFolder('tree');
    copyWorkingTree(out);
    const name = 'benchmarks/versus/trees.ts';
    expect(readFileSync(join(out, name), 'utf8')).toBe(readFileSync(join(root, name), 'utf8'));
    expect(readdirSync(out)).not.toContain('node_modules');
    expect(readdirSync(out)).not.toContain('dist');
  });

  it.each([
    [[], 'expected one commit, or --itself, received none'],
    [['HEAD', 'HEAD~1'], 'expected one commit, or --itself, received HEAD HEAD~1'],
    [['HEAD', '--itself'], 'expected one commit, or --itself, received HEAD'],
    [['HEAD', '--rounds', '0'], '--rounds: expected a whole number from 1 to 99999999, received "0"'],
  ])('is not taken from %j', (args, complaint) => {
    expect(() => readArguments(args)).toThrow(complaint);
  });

  it('is told in one line where there is no such commit', () => {
    const { status, stderr } = run('no-such-branch');
    expect([status, stderr]).toEqual([1, 'no commit "no-such-branch" here\n']);
  });
});

it('both sides are asked by names alone that every commit has', () => {
  const scripts = ['host', 'first-call'].map((name) =>
    readFileSync(join(root, `benchmarks/versus/${name}.ts`), 'utf8'),
  );
  const imported = scripts.flatMap((text) =>
    [...text.matchAll(/\{([^{}]*)\} (?:from|= await import\()\s*\(?'cuohe[^']*'/g)].flatMap(([, names]) =>
      names!.split(',').map((one) => one.trim()),
    ),
  );
  expect([...new Set(imported)].sort()).toEqual(['createMatcher', 'openMatcher']);
});
