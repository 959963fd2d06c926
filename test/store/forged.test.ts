import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { last } from '../../src/base/steps.ts';
import { type SectionArray, writeSections } from '../../src/core/collection/sections.ts';
import { type Change, decodeChangeSteps, encodeChangeSteps } from '../../src/store/change.ts';
import { containerOf, decodeManifest, encodeManifest, STORE_VERSION } from '../../src/store/manifest.ts';
import { thrownBy } from '../fixtures.ts';

const text = new TextEncoder();
const record = '{"id":"a","title":"涂层","kind":"achievement"}';
const bytes = text.encode(record);
const whole = {
  'records.bytes': bytes,
  'records.offsets': Uint32Array.of(0, bytes.length),
  'vectors.lengths': Uint32Array.of(2),
  'vectors.floats': Float32Array.of(1, 2),
  'vectors.doubles': new Float64Array(0),
};
const head = { removed: ['b'], vectors: true };
const decoded = (changed: object, sections: Partial<Record<keyof typeof whole, SectionArray>> = {}) => {
  const file = writeSections(
    STORE_VERSION,
    { ...head, ...changed },
    { ...whole, ...sections },
    undefined,
    containerOf('change', 'change-1'),
  );
  return last(decodeChangeSteps('change-1', file));
};

describe('the file of a change', () => {
  it('is read as it was written', () => {
    expect(decoded({})).toMatchObject({ removed: ['b'], put: [{ id: 'a' }] });
  });

  it.each<[string, object, Partial<Record<keyof typeof whole, SectionArray>>]>([
    ['no list of ids', { removed: 'b' }, {}],
    ['an id that is none', { removed: [1] }, {}],
    ['no word on vectors', { vectors: 1 }, {}],
    ['more in its head', { evil: 1 }, {}],
    ['offsets from elsewhere', {}, { 'records.offsets': Uint32Array.of(1, bytes.length) }],
    ['offsets to elsewhere', {}, { 'records.offsets': Uint32Array.of(0, 0xffffffff) }],
    ['offsets that go back', {}, { 'records.offsets': Uint32Array.of(0, 9, 3, bytes.length) }],
    ['no offsets', {}, { 'records.offsets': new Uint32Array(0) }],
    ['lengths of other vectors', {}, { 'vectors.lengths': Uint32Array.of(0xffffffff) }],
    ['more vectors than records', {}, { 'vectors.lengths': Uint32Array.of(1, 1) }],
    ['vectors that it does not have', { vectors: false }, {}],
    ['no JSON', {}, { 'records.bytes': bytes.map(() => 0x5b) }],
    ['no record', {}, { 'records.bytes': text.encode('[]'), 'records.offsets': Uint32Array.of(0, 2) }],
  ])('is refused with %s', (_, changed, sections) => {
    const error = thrownBy(() => decoded(changed, sections));
    expect(error.code).toBe('SAVED_INDEX_UNREADABLE');
    expect(error.message).toContain('file "change-1" of the store');
  });

  it('is refused after any two flips of bits; so is a manifest', () => {
    const change: Change = { put: [JSON.parse(record)], vectors: [[1, 0.1]], removed: ['b'] };
    const manifest = { generation: 3, base: { name: 'base-1', length: 9, seal: 'x' }, changes: [] };
    const files = [last(encodeChangeSteps('change-1', change)), encodeManifest(manifest)];
    const [readChange, readManifest] = [
      (file: Uint8Array) => last(decodeChangeSteps('change-1', file)) as unknown,
      (file: Uint8Array) => decodeManifest(file, 3) as unknown,
    ];
    expect([readChange(files[0]!), readManifest(files[1]!)]).toMatchObject([{ removed: ['b'] }, manifest]);
    for (const [i, read] of [readChange, readManifest].entries()) {
      const file = files[i]!;
      const bit = fc.nat({ max: file.length * 8 - 1 });
      fc.assert(
        fc.property(bit, bit, (one, other) => {
          const flipped = file.slice();
          for (const at of new Set([one, other])) flipped[at >>> 3]! ^= 1 << (at & 7);
          expect(thrownBy(() => read(flipped)).code).toBe('SAVED_INDEX_UNREADABLE');
        }),
        { numRuns: 500 },
      );
    }
  });
});
