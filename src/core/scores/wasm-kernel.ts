import { PLAIN_KERNEL, SHARED_KERNEL } from './kernel/bytes.ts';

/** The compiled kernel on one memory; kernel.wat says what its functions do. Places are in bytes. */
export interface WasmKernel {
  addColumns(terms: number, count: number, columns: number, rows: number, columnSums: number): void;
  addLists(terms: number, count: number, directory: number, postings: number, sums: number): number;
  addTail(
    terms: number,
    count: number,
    first: number,
    after: number,
    postings: number,
    bits: number,
    sums: number,
  ): number;
  peaks(sums: number, columnSums: number, scale: number, bytes: number, out: number): number;
  scan(sums: number, columnSums: number, scale: number, bytes: number, bound: number, out: number): number;
}

const modules = new Map<boolean, WebAssembly.Module | undefined>();

/** The module, compiled once; undefined where the engine has no WebAssembly with SIMD, or a page forbids it. */
function moduleFor(shared: boolean): WebAssembly.Module | undefined {
  if (!modules.has(shared)) modules.set(shared, compile(shared ? SHARED_KERNEL : PLAIN_KERNEL));
  return modules.get(shared);
}

function compile(base64: string): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Whether the kernel runs here. */
export function hasWasmKernel(): boolean {
  return moduleFor(false) !== undefined;
}

/** The kernel on a memory; undefined where it cannot run. */
export function wasmKernelOn(memory: WebAssembly.Memory): WasmKernel | undefined {
  const shared = typeof SharedArrayBuffer === 'function' && memory.buffer instanceof SharedArrayBuffer;
  const module = moduleFor(shared);
  if (module === undefined) return undefined;
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as WasmKernel;
}
