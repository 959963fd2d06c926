import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderFiles } from 'cuohe/store/folder';
import { expect, it, onTestFinished } from 'vitest';
import { create, openTiny, told } from './world.ts';

/** Processes that are killed one after the other on the same folder; `CUOHE_KILLS=300` takes longer. */
const KILLS = Number(process.env.CUOHE_KILLS ?? 3);

/** Lets a process change the store in a folder, and kills it some moments after it has told of so many changes. */
function killed(path: string, after: number, moments: number): Promise<{ last: number; told: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/store/killed.ts', path], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  const lines = () => text.split('\n').slice(0, -1);
  let isKilled = false;
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    if (isKilled || lines().length <= after) return;
    isKilled = true;
    // Anywhere in what it does next.
    setTimeout(() => child.kill('SIGKILL'), moments);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`ended by itself: ${signal}`));
      else resolve({ last: Number(lines().at(-1)), told: lines().length - 1 });
    });
  });
}

/** The state after so many changes, as the process makes them. */
async function state(changes: number): Promise<string> {
  let matcher = create() as ReturnType<typeof create>;
  for (let n = 1; n <= changes; n++) {
    const remove = [`K${(n + 2) % 5}`];
    matcher = matcher.update({ put: [{ id: `K${n % 5}`, title: `钢 ${n}` }], remove, missing: 'ignore' });
  }
  return told(matcher);
}

it('a process that is killed leaves what it has told of, and the next one goes on from there', async () => {
  const path = await mkdtemp(join(tmpdir(), 'cuohe-kill-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  let before = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const { last, told: count } = await killed(path, 3 + ((kill * 7) % 23), (kill * 3.7) % 11);
    expect(count).toBe(last - before);
    const store = await openTiny(folderFiles(path), { create: undefined as never });
    const { title } = store.matcher.parsed(store.matcher.size - 1);
    const found = Number(/钢 (\d+)$/.exec(title)![1]);
    // All that was told of, and at most the one change that nobody was told of yet.
    expect(found).toBeGreaterThanOrEqual(last);
    expect(found).toBeLessThanOrEqual(last + 1);
    expect(told(store.matcher)).toBe(await state(found));
    before = found;
  }
  // What is left of the killed is a few files, not one for each change.
  expect((await readdir(path)).length).toBeLessThan(40);
});
