import { originPrivateFiles } from 'cuohe/store';
import { expect, onTestFinished, test } from 'vitest';
import { keepsAStore, keepsTheContract } from '../store/contract.ts';
import { create, openTiny, told } from '../store/world.ts';

/** A folder in the private files of this page that is gone after the test. */
async function folder(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  onTestFinished(() => root.removeEntry(name, { recursive: true }));
  return root.getDirectoryHandle(name, { create: true });
}

test('the private files of a page give a name once, to a whole file', async () => {
  await keepsTheContract(originPrivateFiles(await folder('contract')));
});

test('the private files of a page hold a store', async () => {
  await keepsAStore(originPrivateFiles(await folder('store')));
});

test('a page has a folder of its own where it names none', async () => {
  const root = await navigator.storage.getDirectory();
  onTestFinished(() => root.removeEntry('cuohe', { recursive: true }));
  const store = await openTiny(originPrivateFiles());
  expect(told(store.matcher)).toBe(told(create()));
  const names: string[] = [];
  for await (const name of (await root.getDirectoryHandle('cuohe')).keys()) names.push(name);
  expect(names.sort()).toEqual(['base-1', 'manifest-1']);
});

/** Begins to write files as a page does that is closed before it has ended. */
const BEGINNING = `onmessage = async ({ data: { folder, names } }) => {
  const handle = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder);
  for (const name of names) {
    const file = await handle.getFileHandle(name, { create: true });
    await (await file.createWritable()).write(new Uint8Array(100));
  }
  postMessage('begun');
}`;

test('files that were begun by who is gone are passed over, and removed with the next change', async () => {
  const files = originPrivateFiles(await folder('begun'));
  const store = await openTiny(files);
  const worker = new Worker(URL.createObjectURL(new Blob([BEGINNING])));
  const isBegun = new Promise((resolve) => worker.addEventListener('message', resolve));
  worker.postMessage({ folder: 'begun', names: ['change-2', 'manifest-2'] });
  await isBegun;
  worker.terminate();
  expect((await files.read('manifest-2'))?.length).toBe(0);
  const again = await openTiny(files);
  expect(told(again.matcher)).toBe(told(store.matcher));
  await again.update({ put: [{ id: 'N', title: '涂层' }] });
  await again.settled();
  expect(told((await openTiny(files)).matcher)).toBe(told(again.matcher));
  // The browser lets go of them some time after the worker has ended.
  const left = async () => {
    await again.compact();
    await again.settled();
    return (await files.list()).length;
  };
  await expect.poll(left).toBe(2);
});

test('files that cannot be written leave nothing behind', async () => {
  const files = originPrivateFiles(await folder('full'));
  const { createWritable } = FileSystemFileHandle.prototype;
  onTestFinished(() => void Object.assign(FileSystemFileHandle.prototype, { createWritable }));
  Object.assign(FileSystemFileHandle.prototype, {
    createWritable: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
  });
  await expect(openTiny(files)).rejects.toMatchObject({
    code: 'STORE_FAILED',
    cause: { name: 'QuotaExceededError' },
  });
  expect(await files.list()).toEqual([]);
});
