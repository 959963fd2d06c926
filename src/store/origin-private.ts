import type { Files } from './files.ts';

/** The folder in the private files of a page, where the host names none. */
const FOLDER = 'cuohe';
/** Tabs of one origin take turns to write under it. */
const LOCK = 'cuohe/store';

/** The handle of a folder, where the host's types know it. */
type FolderHandle = typeof globalThis extends { FileSystemDirectoryHandle: { prototype: infer Handle } }
  ? Handle
  : never;

/**
 * Files of a store in the private file system of a page's origin, for pages and workers where browsers know
 * `createWritable`. A file is put in its place when it is closed, whole; tabs and workers of the origin are told apart as
 * writers by a lock. A browser does not say when the disk has what was closed: after a loss of power the last changes may be
 * missing, never parts of them. Browsers may clear what they keep unless the page asked for `navigator.storage.persist()`.
 * @param folder a folder that nothing else is kept in. Default: `cuohe` in the origin's private files.
 */
export function originPrivateFiles(folder?: FolderHandle): Files {
  let opened: Promise<FileSystemDirectoryHandle> | undefined;
  const handle = () => {
    opened ??= folder === undefined ? ownFolder() : Promise.resolve(folder);
    return opened;
  };
  return {
    async read(name, allocate) {
      const file = await existing(await handle(), name);
      if (file === undefined) return undefined;
      const blob = await file.getFile();
      return allocate === undefined ? new Uint8Array(await blob.arrayBuffer()) : readInto(blob, allocate);
    },
    write: async (name, bytes) => {
      const folder = await handle();
      await alone(async () => {
        if ((await existing(folder, name)) !== undefined)
          throw new Error(`There is a file "${name}" already`);
        await writeNew(folder, name, bytes);
      });
    },
    async list() {
      const names: string[] = [];
      for await (const name of (await handle()).keys()) names.push(name);
      return names;
    },
    async remove(name) {
      const folder = await handle();
      await orUndefined(folder.removeEntry(name));
    },
  };
}

async function ownFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

function existing(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle | undefined> {
  return orUndefined(folder.getFileHandle(name));
}

/** What is there; undefined for what is not. */
async function orUndefined<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if ((error as { readonly name?: unknown }).name === 'NotFoundError') return undefined;
    throw error;
  }
}

async function writeNew(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  try {
    const stream = await file.createWritable();
    // Shared memory is refused: copied.
    const isShared = !(bytes.buffer instanceof ArrayBuffer);
    await stream.write((isShared ? bytes.slice() : bytes) as Uint8Array<ArrayBuffer>);
    await stream.close();
  } catch (error) {
    // An empty file is left otherwise.
    await orUndefined(folder.removeEntry(name)).catch(() => {});
    throw error;
  }
}

async function readInto(blob: Blob, allocate: (byteLength: number) => Uint8Array): Promise<Uint8Array> {
  const bytes = allocate(blob.size);
  let at = 0;
  for await (const chunk of chunksOf(blob.stream())) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Not every browser iterates streams. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** Under the lock of the origin, where there are locks. */
async function alone(act: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { readonly locks?: LockManager };
  await (locks === undefined ? act() : locks.request(LOCK, act));
}
