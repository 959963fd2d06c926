import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAMMES } from '../../examples/programmes/all.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const COMMAND = ['--import', 'tsx', 'examples/programmes.ts'];
const run = (...args: string[]) =>
  execFileSync(process.execPath, [...COMMAND, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, NO_COLOR: '1' },
  });

describe('the demo of the programmes', () => {
  let all: Record<string, unknown>;
  beforeAll(() => {
    all = JSON.parse(run('--json')) as Record<string, unknown>;
  }, 120_000);

  it('shows each of the sixteen, in their order', () => {
    const numbers = PROGRAMMES.map(({ number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 16 }, (_, i) => i + 1)));
    expect(new Set(PROGRAMMES.map(({ key }) => key)).size).toBe(PROGRAMMES.length);
  });

  it('gives one JSON object, keyed by programme, with something for each', () => {
    expect(Object.keys(all)).toEqual(PROGRAMMES.map(({ key }) => key));
    for (const [key, value] of Object.entries(all)) {
      expect([key, JSON.stringify(value).length > 100]).toEqual([key, true]);
    }
  });

  it('gives the same again', { timeout: 120_000 }, () => {
    expect(JSON.parse(run('--json'))).toEqual(all);
  });

  it('prints what an office would read, in Chinese', { timeout: 120_000 }, () => {
    const text = run();
    for (const { titleZh } of PROGRAMMES) expect(text).toContain(titleZh);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    // A page, not a scroll: lines fit a wide terminal.
    const lines = text.split('\n');
    expect(lines.length).toBeGreaterThan(16 * 8);
    expect(lines.length).toBeLessThan(16 * 80);
  });

  it('shows one alone, and refuses one that it does not know', { timeout: 60_000 }, () => {
    const text = run('--only', 'brokers');
    expect(text).toContain('技术经理人');
    expect(text).not.toContain('集采');
    const { status, stderr, stdout } = spawnSync(process.execPath, [...COMMAND, '--only', 'none'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('--only: expected one of chain-library');
  });
});
