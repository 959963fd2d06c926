/** Memory in which the WebAssembly kernel can work: it reads nothing that lies elsewhere. */

/** A page of WebAssembly memory, in bytes. */
const PAGE = 65536;
/** What each kernel at work needs besides the index, in bytes: the sums of a tile, and the terms of a batch. */
export const SCRATCH_BYTES = 4 * PAGE;
/** Kernels that may work in shared memory at the same time: one on the calling thread, the rest on workers. */
export const MAX_KERNELS = 33;

/** A memory, and how many kernels it has scratch space for. */
export interface KernelMemory {
  readonly memory: WebAssembly.Memory;
  readonly kernels: number;
}

const memories = new WeakMap<ArrayBufferLike, KernelMemory>();

/**
 * Bytes for an index that the WebAssembly kernel uses where it lies: read a saved index into them and open it, and
 * nothing is copied. Shared between threads where the platform allows it (Node; pages with cross-origin isolation).
 * Where there is no WebAssembly, or no room, ordinary memory.
 * @param byteLength of the saved index.
 */
export function indexMemory(byteLength: number): Uint8Array {
  const shared = canShare() ? kernelMemory(byteLength, MAX_KERNELS, true) : undefined;
  const made = shared ?? kernelMemory(byteLength, 1, false);
  return new Uint8Array(made?.memory.buffer ?? new ArrayBuffer(byteLength), 0, byteLength);
}

/** Memory for arrays of so many bytes, with scratch space for so many kernels; undefined without room. */
export function kernelMemory(byteLength: number, kernels = 1, shared = false): KernelMemory | undefined {
  const pages = Math.ceil(byteLength / PAGE) + (kernels * SCRATCH_BYTES) / PAGE;
  try {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
    return adopt({ memory, kernels });
  } catch {
    return undefined;
  }
}

/** Makes a memory known, on a worker that was handed it. */
export function adopt(made: KernelMemory): KernelMemory {
  memories.set(made.memory.buffer, made);
  return made;
}

/** The memory that a buffer belongs to, where it is one of these. */
export function memoryOf(buffer: ArrayBufferLike): KernelMemory | undefined {
  return memories.get(buffer);
}

/** Where the scratch space of a kernel begins: at the end of the memory, the first kernel's last. */
export function scratchOf({ memory }: KernelMemory, kernel: number): number {
  return memory.buffer.byteLength - (kernel + 1) * SCRATCH_BYTES;
}

/** Whether threads can share memory here. */
export function canShare(): boolean {
  const { crossOriginIsolated = true } = globalThis as { crossOriginIsolated?: boolean };
  return typeof SharedArrayBuffer === 'function' && crossOriginIsolated;
}
