import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

it('the benchmark of the parts of a query tells a time for each', () => {
  const args = ['--import', 'tsx', 'benchmarks/parts.ts', '--sizes', '600', '--rounds', '1', '--json'];
  const [found] = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
  expect(Object.keys(found)).toHaveLength(6);
  for (const time of Object.values(found)) expect(time).toBeGreaterThan(0);
});
