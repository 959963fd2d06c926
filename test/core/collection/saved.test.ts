import { createLexicon, createMatcher, defineTaxonomy, ngramTokenizer, openMatcher } from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCollection, saveCollection } from '../../../src/core/collection/saved.ts';
import { writeSections } from '../../../src/core/collection/sections.ts';
import { asParsed, LEXICON, PARTS, TAXONOMY, thrownBy, titled } from '../../fixtures.ts';

const query = { id: 'q', title: '热障涂层 tc4' };
const matcher = createMatcher(
  [
    ...titled('热障涂层', '新药 tc4', '算法'),
    { id: 'x', title: '涂层', regionCode: '210100', chains: [{ code: 'X9', confidence: 0.9 }] },
  ],
  PARTS,
);
const saved = matcher.save();
const codeOf = (buffer: unknown, parts: object = PARTS) =>
  thrownBy(() => openMatcher(buffer as ArrayBuffer, parts as typeof PARTS)).code;

describe('a saved index', () => {
  it('is opened as a view: the arrays lie in the buffer that was given', () => {
    const { collection } = openCollection(saved);
    const { vectorizer, rows, postings, attributes } = collection;
    const arrays = [
      ...Object.values(vectorizer.parts.vocabulary.arrays),
      vectorizer.parts.documentFrequencies,
      ...Object.values(rows.arrays),
      ...[postings.columns, postings.lists, postings.tail].flatMap((part) => Object.values(part)),
      ...Object.values(attributes),
    ].filter((value) => ArrayBuffer.isView(value));
    expect(arrays).toHaveLength(32);
    for (const array of arrays) expect(array.buffer).toBe(saved);
  });

  it('works from shared memory', () => {
    const shared = new SharedArrayBuffer(saved.byteLength);
    new Uint8Array(shared).set(new Uint8Array(saved));
    const opened = openMatcher(shared, PARTS);
    expect(opened.match(query)).toEqual(asParsed(matcher, matcher.match(query)));
    expect(opened.explain(query, 'r0')).toEqual(matcher.explain(query, 'r0'));
    expect(new Uint8Array(opened.save())).toEqual(new Uint8Array(saved));
    expect(openCollection(shared).collection.rows.arrays.steps.buffer).toBe(shared);
  });

  it('keeps confidences to the last digit', () => {
    const both = { id: 'q', title: '', chains: [{ code: 'X9', confidence: 0.95 }] };
    const expected = [{ code: 'X9', nameZh: 'X9', nameEn: 'X9', confidence: 0.9 }];
    expect(matcher.match(both).matches[0]!.chains).toEqual(expected);
    expect(openMatcher(saved, PARTS).match(both).matches[0]!.chains).toEqual(expected);
  });

  it('is refused at every length but its own', () => {
    const lengths = [...Array(80).keys(), saved.byteLength - 8, saved.byteLength - 1];
    for (const length of lengths) expect(codeOf(saved.slice(0, length))).toBe('SAVED_INDEX_UNREADABLE');
    for (const more of [1, 4, 8, saved.byteLength]) {
      const longer = new Uint8Array(saved.byteLength + more);
      longer.set(new Uint8Array(saved));
      if (more === saved.byteLength) longer.set(new Uint8Array(saved), more);
      expect(codeOf(longer.buffer)).toBe('SAVED_INDEX_UNREADABLE');
    }
  });

  it('is refused after any change of a byte', () => {
    fc.assert(
      fc.property(fc.nat({ max: saved.byteLength - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = new Uint8Array(saved.slice(0));
        bytes[at]! ^= change;
        expect(codeOf(bytes.buffer)).toBe('SAVED_INDEX_UNREADABLE');
      }),
      { numRuns: 3000 },
    );
  });

  it('is refused after any two flips of bits, and after any burst of 32', () => {
    const bits = saved.byteLength * 8;
    const flip = (bytes: Uint8Array, bit: number) => {
      bytes[bit >>> 3]! ^= 1 << (bit & 7);
    };
    fc.assert(
      fc.property(
        fc.nat({ max: bits - 1 }),
        fc.nat({ max: bits - 1 }),
        fc.boolean(),
        (one, any, isHighest) => {
          // Flips of the highest bits of words are those that sums with carries are blind to.
          const [first, second] = isHighest ? [one | 31, any | 31] : [one, any];
          const bytes = new Uint8Array(saved.slice(0));
          flip(bytes, first);
          if (second !== first) flip(bytes, second);
          expect(codeOf(bytes.buffer)).toBe('SAVED_INDEX_UNREADABLE');
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.nat({ max: bits - 33 }), fc.integer({ min: 1, max: 2 ** 32 - 1 }), (at, burst) => {
        const bytes = new Uint8Array(saved.slice(0));
        for (let bit = 0; bit < 32; bit++) if ((burst >>> bit) & 1) flip(bytes, at + bit);
        expect(codeOf(bytes.buffer)).toBe('SAVED_INDEX_UNREADABLE');
      }),
      { numRuns: 500 },
    );
  });

  it('is not taken from random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (random, marked) => {
        const bytes = random.slice();
        if (marked) bytes.set(new Uint8Array(saved, 0, 16).subarray(0, bytes.length));
        expect(codeOf(bytes.buffer)).toBe('SAVED_INDEX_UNREADABLE');
      }),
      { numRuns: 500 },
    );
    expect(codeOf(Buffer.from('{"not":"an index"}'))).toBe('SAVED_INDEX_UNREADABLE');
  });

  it('is refused where sections are missing or tiles differ', () => {
    expect(codeOf(writeSections(2, { tile: 4096 }, {}))).toBe('SAVED_INDEX_UNREADABLE');
    expect(codeOf(writeSections(2, { tile: 8192 }, {}))).toBe('SAVED_INDEX_UNREADABLE');
    expect(codeOf(writeSections(1, { tile: 4096 }, {}))).toBe('SAVED_INDEX_UNREADABLE');
  });

  const other = {
    tokenizer: ngramTokenizer(LEXICON, { unigram: 0 }),
    lexicon: createLexicon({ name: 'other', entries: [] }, TAXONOMY),
    taxonomy: defineTaxonomy('tiny', [...TAXONOMY.chains].reverse()),
    simplifier: { fingerprint: 'other', simplify: (text: string) => text },
    stages: [],
  };

  it.each([
    ['tokenizer', 'another tokenizer, lexicon or simplifier'],
    ['lexicon', 'another tokenizer, lexicon or simplifier'],
    ['simplifier', 'another tokenizer, lexicon or simplifier'],
    ['taxonomy', 'another taxonomy or chain model'],
    ['stages', 'another wording of maturity stages'],
  ] as const)('is refused with another %s', (part, words) => {
    const error = thrownBy(() => openMatcher(saved, { ...PARTS, [part]: other[part] }));
    expect(error.code).toBe('SAVED_INDEX_MISMATCH');
    expect(error.message).toContain(words);
  });

  it('names all that differs at once', () => {
    const { message } = thrownBy(() => openMatcher(saved, { ...PARTS, ...other }));
    for (const part of ['tokenizer', 'taxonomy', 'maturity stages']) expect(message).toContain(part);
  });

  it('is refused with parts that are none', () => {
    expect(codeOf(saved, { taxonomy: TAXONOMY })).toBe('INVALID_OPTIONS');
  });

  it('of no records opens', () => {
    const empty = openMatcher(createMatcher([], PARTS).save(), PARTS);
    expect(empty.match(query)).toMatchObject({ matches: [], candidates: 0 });
    expect(empty.indexOf('r0')).toBe(-1);
    expect(thrownBy(() => empty.record(0)).code).toBe('UNKNOWN_RECORD');
  });

  it('of demands opens as one of demands', () => {
    const demands = createMatcher([{ id: 'd', title: '涂层' }], { ...PARTS, side: 'demand' });
    const opened = openMatcher(demands.save(), PARTS);
    expect(opened.side).toBe('demand');
    expect(opened.record(0).kind).toBe('demand');
  });

  it('is written from views as from arrays of its own', () => {
    const { head, collection } = openCollection(saved);
    expect(new Uint8Array(saveCollection(head, collection))).toEqual(new Uint8Array(saved));
  });
});
