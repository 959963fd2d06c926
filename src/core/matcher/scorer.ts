import { CuoheError } from '../../base/errors.ts';
import type { Issues } from '../../base/issues.ts';
import { last, type Steps } from '../../base/steps.ts';
import type { Collection } from '../collection/collection.ts';
import { memoryOf, scratchOf } from '../postings/memory.ts';
import { inKernelMemorySteps, TILE } from '../postings/postings.ts';
import { withFewRows } from '../scores/few-rows.ts';
import { createJsScorer } from '../scores/js-scorer.ts';
import { KERNELS, type KernelName, type Scorer } from '../scores/scorer.ts';
import { hasWasmKernel, wasmKernelOn } from '../scores/wasm-kernel.ts';
import { createWasmScorer } from '../scores/wasm-scorer.ts';

/** Which kernel scores. */
export interface KernelOptions {
  /**
   * `auto` takes the fastest that runs here; a name forces one. All give the same bits. Default `auto`.
   * What was taken stands in `matcher.kernel`.
   */
  readonly kernel?: KernelName | 'auto';
}

/** Notes a kernel that there is none of. */
export function expectKernel(issues: Issues, { kernel = 'auto' }: KernelOptions): void {
  const known: readonly string[] = ['auto', ...KERNELS];
  issues.expect(known.includes(kernel), 'kernel', `one of ${known.join(', ')}`, kernel);
}

/** @throws CuoheError `KERNEL_UNAVAILABLE` where the kernel that is forced does not run. */
export function requireKernel({ kernel }: KernelOptions): void {
  if (kernel === 'wasm-simd' && !hasWasmKernel()) throw unavailable('WebAssembly with SIMD');
}

/**
 * A scorer for a collection, in steps: the postings of an index that was opened may have to be copied for it.
 * @param place number of the kernel among those that work in the same memory at the same time, from 0.
 * @throws CuoheError `KERNEL_UNAVAILABLE` where the kernel that is forced finds no memory.
 */
export function* scorerSteps(
  collection: Collection,
  kernel: KernelName | 'auto' = 'auto',
  place = 0,
): Steps<Scorer> {
  return withFewRows(yield* kernelSteps(collection, kernel, place), collection.rows);
}

/** The same at once. */
export function scorerFor(collection: Collection, kernel?: KernelName | 'auto', place?: number): Scorer {
  return last(scorerSteps(collection, kernel, place));
}

function* kernelSteps(
  { postings, rows }: Collection,
  kernel: KernelName | 'auto',
  place: number,
): Steps<Scorer> {
  if (kernel === 'js' || !hasWasmKernel()) return createJsScorer(postings, TILE, rows);
  const placed = yield* inKernelMemorySteps(postings);
  const memory = memoryOf(placed.tail.postings.buffer);
  const wasm = memory === undefined ? undefined : wasmKernelOn(memory.memory);
  if (memory === undefined || wasm === undefined) {
    if (kernel === 'wasm-simd') throw unavailable(`memory for ${rows.entries} postings`);
    return createJsScorer(postings, TILE, rows);
  }
  const scratch = scratchOf(memory, place);
  return createWasmScorer(
    placed,
    TILE,
    rows,
    { kernel: wasm, buffer: memory.memory.buffer, scratch },
    kernel === 'wasm-simd',
  );
}

function unavailable(what: string): CuoheError {
  return new CuoheError(
    'KERNEL_UNAVAILABLE',
    `The kernel wasm-simd cannot run: expected ${what}, received none. Leave the kernel to 'auto'.`,
  );
}
