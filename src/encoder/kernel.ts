import { KERNEL } from './kernel-bytes.ts';
import { multiply } from './multiply.ts';

const PAGE = 65536;
/** Rows that the kernel takes at once. */
const ROWS = 4;

/**
 * `out += left × weights`, with places and strides in bytes of the kernel's memory; kernel.wat says how they lie there.
 * @param rows of the left side and of `out`.
 * @param depth numbers of a row of the left side, a multiple of 2.
 * @param panels of 8 columns each.
 */
export type Multiply = (
  left: number,
  leftStride: number,
  rows: number,
  depth: number,
  weights: number,
  panels: number,
  out: number,
  outStride: number,
) => void;

/** Matrix products on a memory of its own. */
export interface Kernel {
  readonly memory: Float32Array;
  readonly multiply: Multiply;
}

/** So many rows, or some more that are zero, so that the kernel takes all of them fast; one row is as fast alone. */
export function fullRows(rows: number): number {
  return rows === 1 ? 1 : Math.ceil(rows / ROWS) * ROWS;
}

let module: WebAssembly.Module | undefined | null = null;

/**
 * A kernel with so many bytes of memory, all zero: in WebAssembly, and where an engine has none with SIMD or a page
 * forbids it, without. Both give the same bits.
 */
export function createKernel(bytes: number): Kernel {
  if (module === null) module = compile();
  if (module === undefined) return createPlainKernel(bytes);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { memory: new Float32Array(memory.buffer), multiply: exports.multiply as Multiply };
}

/** The same without WebAssembly, some 25 times slower. */
export function createPlainKernel(bytes: number): Kernel {
  const memory = new Float32Array(Math.ceil(bytes / 4));
  return { memory, multiply: (...places) => multiply(memory, ...places) };
}

function compile(): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
