import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Cluster } from '../harness/cluster.ts';
import { slowProxy } from '../harness/slow-proxy.ts';
import { makeIndex } from '../world.ts';

/** What Node says of a program that waits for what never comes. */
const NEVER_ENDS = 13;
const RECORDS = 20;

/** The helper of a client, and `writeAll` in its place. */
export function bulk(cluster: () => Cluster): void {
  /** Writes while the first bulk takes longer than the helper's interval. */
  const write = async (how: 'helper' | 'writeAll', index: string) => {
    const proxy = await slowProxy(cluster().urls[0]!);
    onTestFinished(() => proxy.close());
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/cluster/children/bulk.ts', proxy.url, how, index],
      { cwd: fileURLToPath(new URL('../../../', import.meta.url)), stdio: ['ignore', 'pipe', 'ignore'] },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line === 'interval passed') proxy.release();
    });
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    await cluster().ask('POST', `/${index}/_refresh`);
    const { body } = await cluster().ask('GET', `/${index}/_count`);
    return { code, lines, count: body.count };
  };

  describe('records written while a bulk takes longer than the interval of the helper', () => {
    beforeAll(async () => {
      for (const index of ['helped', 'all']) await makeIndex(cluster(), index, { replicas: 0 });
    });
    afterAll(() => cluster().ask('DELETE', '/helped,all'));

    it('are lost by the helper of the client, which never ends', async () => {
      const { code, lines, count } = await write('helper', 'helped');
      expect(lines).toEqual(['interval passed']);
      expect(code).toBe(NEVER_ENDS);
      expect(count).toBeLessThan(RECORDS);
    });

    it('are all written by writeAll, through the same client', async () => {
      const { code, lines, count } = await write('writeAll', 'all');
      expect(lines).toEqual(['interval passed', `ended: ${RECORDS}`]);
      expect(code).toBe(0);
      expect(count).toBe(RECORDS);
    });
  });
}
