import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const script = ['--import', 'tsx', 'benchmarks/portal.ts'];

it.each([1, 2])('the benchmark of a portal answers every demand, on %i threads', (threads) => {
  const args = ['--records', '200', '--demands', '30', '--threads', String(threads), '--json'];
  const found = JSON.parse(
    execFileSync(process.execPath, [...script, ...args], { cwd: root, encoding: 'utf8' }),
  );
  expect(found).toMatchObject({ records: 200, demands: 30, threads, kernel: 'wasm-simd' });
  // Ten each, but where fewer share anything.
  expect(found.matches).toBeGreaterThan(290);
  expect(found.matches).toBeLessThanOrEqual(300);
  expect(found.memoryMb.greatest).toBeGreaterThanOrEqual(found.memoryMb.built);
});

it('refuses a wrong number in one line', () => {
  const { status, stderr } = spawnSync(process.execPath, [...script, '--records', '0'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toBe('--records: expected a whole number from 1 to 99999999, received "0"\n');
});
