import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileEncoderKernel } from '../../src/core/scores/kernel/compile.mjs';
import { createKernel, createPlainKernel } from '../../src/encoder/kernel.ts';
import { KERNEL } from '../../src/encoder/kernel-bytes.ts';
import { SortedTexts } from '../../src/encoder/sorted-texts.ts';
import { textSections } from './tiny-model.ts';

/** Compared as one text: number by number takes long. */
const bits = ({ buffer, byteOffset, byteLength }: Float32Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

describe('the compiled kernel of the encoder', () => {
  it('is what its source gives, small, and imports nothing but the memory', async () => {
    const bytes = new URL('../../src/encoder/kernel-bytes.ts', import.meta.url);
    expect(readFileSync(bytes, 'utf8')).toBe(await compileEncoderKernel());
    const module = new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (char) => char.charCodeAt(0)));
    expect(KERNEL.length).toBeLessThan(4096);
    expect(WebAssembly.Module.imports(module)).toMatchObject([{ kind: 'memory', name: 'memory' }]);
  });

  it('adds matrix products, to the bits of the plain one and near those in 64 bits', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 0, max: 11 }),
      depth: fc.integer({ min: 1, max: 20 }).map((half) => half * 2),
      panels: fc.integer({ min: 1, max: 4 }),
      /** Numbers from one row to the next: rows may overlap. */
      step: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(sizes, fc.integer(), ({ rows, depth, panels, step }, seed) => {
        const columns = panels * 8;
        // Places in numbers of 32 bits: the left side, the weights, and what is added to.
        const [left, weights, out, size] = [0, 512, 2048, 2600];
        const run = (kernel: ReturnType<typeof createKernel>) => {
          for (let i = 0; i < size; i++) kernel.memory[i] = Math.sin(i * 12.9898 + (seed % 1000)) * 2;
          const before = kernel.memory.slice(0, size);
          kernel.multiply(left * 4, step * 4, rows, depth, weights * 4, panels, out * 4, (columns + 3) * 4);
          return { before, after: kernel.memory.slice(0, size) };
        };
        const { before, after } = run(createKernel(size * 4));
        expect(bits(run(createPlainKernel(size * 4)).after)).toBe(bits(after));
        const expected = before.slice();
        for (let r = 0; r < rows; r++) {
          for (let c = 0; c < columns; c++) {
            let sum = before[out + r * (columns + 3) + c]!;
            for (let k = 0; k < depth; k++) {
              sum += before[left + r * step + k]! * before[weights + (c >> 3) * depth * 8 + k * 8 + (c & 7)]!;
            }
            expected[out + r * (columns + 3) + c] = sum;
          }
        }
        expect(Math.max(...after.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-4);
        expect(bits(after.subarray(0, out))).toBe(bits(before.subarray(0, out)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('sorted texts', () => {
  it('find every text that begins another one, as a look at all of them does', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '涂', '\ud83d', '\ude80', '\uffff'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(text, { maxLength: 40 }),
        fc.array(text, { maxLength: 10 }),
        (known, asked) => {
          const sorted = [...known].sort();
          const { xUnits, xLengths } = textSections('x', sorted);
          const texts = new SortedTexts(xUnits as Uint16Array, xLengths as Uint8Array);
          for (const word of [...asked, ...known]) {
            const found: string[] = [];
            let ahead = texts.first(word.charCodeAt(0));
            for (let at = 1; ahead; at++) {
              if (texts.found >= 0) found.push(texts.text(texts.found));
              ahead = at < word.length && texts.next(word.charCodeAt(at));
            }
            expect(found).toEqual(sorted.filter((other) => word.startsWith(other)));
          }
        },
      ),
    );
  });
});
