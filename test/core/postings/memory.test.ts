import { createMatcher, indexMemory, openMatcher } from 'cuohe/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openCollection } from '../../../src/core/collection/saved.ts';
import { kernelMemory, MAX_KERNELS, memoryOf, scratchOf } from '../../../src/core/postings/memory.ts';
import { asParsed, PARTS, thrownBy, titled } from '../../fixtures.ts';

const query = { id: 'q', title: '热障涂层 tc4' };
const matcher = createMatcher(titled('热障涂层', '新药 tc4', '算法', '涂层'), PARTS);

afterEach(() => vi.unstubAllGlobals());

describe('memory for an index', () => {
  it('takes a saved index, which is then used where it lies', () => {
    const bytes = matcher.save(indexMemory);
    expect(new Uint8Array(bytes)).toEqual(new Uint8Array(matcher.save()));
    expect(memoryOf(bytes.buffer)?.kernels).toBe(MAX_KERNELS);
    const opened = openMatcher(bytes, PARTS);
    expect(opened.match(query)).toEqual(asParsed(matcher, matcher.match(query)));
    expect(opened.kernel).toBe('wasm-simd');
    expect(openCollection(bytes).collection.postings.tail.postings.buffer).toBe(bytes.buffer);
  });

  it('leaves the saved bytes as they are, whatever is ranked', () => {
    const bytes = matcher.save(indexMemory);
    const before = bytes.slice();
    const opened = openMatcher(bytes, PARTS);
    for (const title of ['热障涂层', '算法', '新药', '']) opened.match({ id: 'q', title }, { limit: 2 });
    expect(bytes.slice()).toEqual(before);
  });

  it('is shared between threads here, and has room for many kernels behind the index', () => {
    const bytes = indexMemory(100_000);
    expect(bytes).toHaveLength(100_000);
    expect(bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
    const memory = memoryOf(bytes.buffer)!;
    const places = Array.from({ length: MAX_KERNELS }, (_, i) => scratchOf(memory, i));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(100_000);
    expect(new Set(places).size).toBe(MAX_KERNELS);
  });

  it('is of one thread in a page without cross-origin isolation', () => {
    vi.stubGlobal('crossOriginIsolated', false);
    const bytes = matcher.save(indexMemory);
    expect(bytes.buffer).toBeInstanceOf(ArrayBuffer);
    expect(openMatcher(bytes, PARTS).match(query)).toEqual(asParsed(matcher, matcher.match(query)));
    expect(memoryOf(bytes.buffer)?.kernels).toBe(1);
  });

  it('is ordinary memory where there is no WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);
    const bytes = matcher.save(indexMemory);
    expect(memoryOf(bytes.buffer)).toBeUndefined();
    expect(kernelMemory(1)).toBeUndefined();
    const opened = openMatcher(bytes, { ...PARTS, kernel: 'js' });
    expect(opened.match(query)).toEqual(asParsed(matcher, matcher.match(query)));
  });

  it('of another size or place than asked for is refused', () => {
    for (const allocate of [
      (size: number) => new Uint8Array(size + 8),
      (size: number) => new Uint8Array(new ArrayBuffer(size + 16), 4, size),
      () => undefined as never,
    ]) {
      expect(thrownBy(() => matcher.save(allocate)).message).toContain('Cannot write the saved index');
    }
  });
});

describe('the kernel', () => {
  it('is the fastest that runs here, or the one that is forced, with the same results', () => {
    const kernels = ['auto', 'js', 'wasm-simd'] as const;
    const matchers = kernels.map((kernel) =>
      createMatcher(titled('热障涂层', '新药 tc4'), { ...PARTS, kernel }),
    );
    expect(matchers.map(({ kernel }) => kernel)).toEqual(['wasm-simd', 'js', 'wasm-simd']);
    const results = matchers.map((one) => one.match(query));
    for (const result of results) expect(result).toEqual(results[0]);
  });

  it('of another name is refused', () => {
    const error = thrownBy(() => createMatcher([], { ...PARTS, kernel: 'gpu' as never }));
    expect(error.code).toBe('INVALID_OPTIONS');
    expect(error.message).toContain('kernel: expected one of auto, wasm-simd, js');
  });
});
