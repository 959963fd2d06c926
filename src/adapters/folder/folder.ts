import { randomUUID } from 'node:crypto';
import { access, type FileHandle, link, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Files } from '../../store/files.ts';

/** Most bytes that are asked for at once: a read or write of 2 GB and more is refused. */
const PIECE = 1 << 28;
/** What systems say where a file has one name only: then a new file is renamed. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EACCES'];
/** What systems say that open no folder. */
const NO_FOLDERS = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'EBADF'];

/**
 * Files of a store in a folder, which is made with the first file. A file is written beside, brought to the disk, and given
 * its name as one step, as is the folder: after a crash, and after a loss of power on disks that tell the truth, it is there
 * whole or not at all. Of two processes that give the same name one is refused; where a file system has no hard links, they
 * are told apart only if one has finished before the other begins.
 * @param path of a folder that nothing else is kept in; on a disk of the machine, not on a network.
 */
export function folderFiles(path: string): Files {
  const folder = resolve(path);
  return {
    read: (name, allocate) => orUndefined(readWhole(join(folder, name), allocate)),
    async write(name, bytes) {
      const made = await mkdir(folder, { recursive: true });
      if (made !== undefined) await syncFolder(dirname(made));
      await writeNew(folder, name, bytes);
    },
    list: async () => (await orUndefined(readdir(folder))) ?? [],
    async remove(name) {
      await orUndefined(unlink(join(folder, name)));
    },
  };
}

async function readWhole(
  file: string,
  allocate: (byteLength: number) => Uint8Array = (byteLength) => new Uint8Array(byteLength),
): Promise<Uint8Array> {
  return using(await open(file, 'r'), async (handle) => {
    const { size } = await handle.stat();
    const bytes = allocate(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(PIECE, size - at), at);
      // Cut off while it was read.
      if (bytesRead === 0) return bytes.subarray(0, at);
      at += bytesRead;
    }
    return bytes;
  });
}

async function writeNew(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, name);
  const beside = join(folder, `${name}.${randomUUID()}`);
  try {
    await using(await open(beside, 'wx'), async (handle) => {
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, at, Math.min(PIECE, bytes.length - at), at);
        at += bytesWritten;
      }
      await handle.sync();
    });
    await give(beside, file);
  } finally {
    await orUndefined(unlink(beside));
  }
  await syncFolder(folder);
}

/** Gives a whole file its name, which no file may have. */
async function give(beside: string, file: string): Promise<void> {
  try {
    await link(beside, file);
  } catch (error) {
    if (!NO_LINKS.includes(codeOf(error))) throw error;
    if (await orUndefined(access(file).then(() => true))) throw new Error(`There is a file ${file} already`);
    await rename(beside, file);
  }
}

/** Makes the names in a folder durable, where the system lets it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await using(await open(folder, 'r'), (handle) => handle.sync());
  } catch (error) {
    if (!NO_FOLDERS.includes(codeOf(error))) throw error;
  }
}

async function using<T>(handle: FileHandle, act: (handle: FileHandle) => Promise<T>): Promise<T> {
  try {
    return await act(handle);
  } finally {
    await handle.close();
  }
}

/** What is there; undefined for what is not. */
async function orUndefined<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return (error as { readonly code?: string }).code ?? '';
}
