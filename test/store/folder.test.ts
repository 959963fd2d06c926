import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderFiles } from 'cuohe/store/folder';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepsAStore, keepsTheContract } from './contract.ts';
import { openTiny, told } from './world.ts';

/** The path of a folder that is gone after the test. */
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'cuohe-store-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe('a folder', () => {
  it('gives a name once, to a whole file', async () => {
    await keepsTheContract(folderFiles(await folder()));
  });

  it('holds a store, and is made with it, above folders that are not there either', async () => {
    const path = join(await folder(), 'some', 'where');
    await keepsAStore(folderFiles(path));
    // Nothing that was written beside is left.
    expect((await readdir(path)).every((name) => /^(base|change|manifest)-\d+$/.test(name))).toBe(true);
  });

  it('that a crash left files in is cleaned with the next change', async () => {
    const path = await folder();
    const files = folderFiles(path);
    const store = await openTiny(files);
    for (const name of ['change-2.4f1c', 'base-9.77', 'manifest-2.1', 'change-3', 'notes.txt'])
      await writeFile(join(path, name), 'half');
    const again = await openTiny(files);
    expect(told(again.matcher)).toBe(told(store.matcher));
    await again.update({ remove: ['A0'] });
    await again.settled();
    expect((await readdir(path)).sort()).toEqual(['base-1', 'change-4', 'manifest-2', 'notes.txt']);
  });

  it('that cannot be read or written says so, with the error of the system', async () => {
    const path = await folder();
    await writeFile(join(path, 'file'), '');
    const failed = { code: 'STORE_FAILED', cause: { code: 'ENOTDIR' } };
    await expect(openTiny(folderFiles(join(path, 'file')))).rejects.toMatchObject(failed);
    await mkdir(join(path, 'manifest-1'));
    await expect(openTiny(folderFiles(path))).rejects.toMatchObject({
      code: 'STORE_FAILED',
      cause: { code: 'EISDIR' },
    });
  });
});
