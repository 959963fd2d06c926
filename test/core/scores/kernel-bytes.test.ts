import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLAIN_KERNEL, SHARED_KERNEL } from '../../../src/core/scores/kernel/bytes.ts';
import { compileKernel } from '../../../src/core/scores/kernel/compile.mjs';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

describe('the compiled kernel', () => {
  it('is what its source gives', async () => {
    const file = new URL('../../../src/core/scores/kernel/bytes.ts', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(await compileKernel());
  });

  it.each([
    ['plain', PLAIN_KERNEL],
    ['shared', SHARED_KERNEL],
  ])('for %s memory is small, and imports nothing but the memory', (_, base64) => {
    const bytes = bytesOf(base64);
    expect(bytes.length).toBeLessThan(4096);
    const module = new WebAssembly.Module(bytes);
    expect(WebAssembly.Module.imports(module)).toMatchObject([{ kind: 'memory', name: 'memory' }]);
    expect(WebAssembly.Module.exports(module).map(({ name }) => name)).toEqual([
      'addColumns',
      'addLists',
      'addTail',
      'peaks',
      'scan',
    ]);
  });
});
