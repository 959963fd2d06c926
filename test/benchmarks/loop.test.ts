import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Turns } from '../../benchmarks/loop/turns.ts';

const root = new URL('../..', import.meta.url).pathname;

interface Report {
  readonly records: number;
  readonly cpu: 'thread' | 'process';
  readonly turns: Readonly<Record<string, Turns>>;
}

describe('turns of the event loop', () => {
  it('are measured for all work in turns, and the longest are named', () => {
    const args = ['--import', 'tsx', 'benchmarks/loop.ts', '--records', '40', '--phases', '--json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const { records, cpu, turns } = JSON.parse(stdout) as Report;
    expect([records, ['thread', 'process']]).toEqual([40, expect.arrayContaining([cpu])]);
    expect(Object.keys(turns)).toEqual([
      'build',
      'save',
      'open',
      'first match and change',
      'update of 100',
      'compact',
      'renew',
      'ask',
      'read CSV',
      'read JSON lines',
      'read JSON',
      'read sheet',
    ]);
    for (const { turns: count, total, p99, most, met, longest } of Object.values(turns)) {
      expect(met).toBe(p99 <= 50 && most <= 100);
      expect(p99).toBeLessThanOrEqual(most);
      expect(total).toBeGreaterThanOrEqual(most);
      expect(longest).toHaveLength(Math.min(5, count));
      for (const { name, milliseconds, garbage } of longest!) {
        expect(name).not.toBe('');
        expect(milliseconds).toBeLessThanOrEqual(most);
        expect(garbage).toBeGreaterThanOrEqual(0);
        expect(garbage).toBeLessThanOrEqual(1);
      }
    }
  });
});
