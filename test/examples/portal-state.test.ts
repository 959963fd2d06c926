import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyState, type PageState, readHash, writeHash } from '../../examples/portal/client/state.ts';
import { excerptOf, joined, marksOf } from '../../examples/portal/server/marks.ts';

const keys = fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 3 });
const ids = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const states = fc
  .record({
    side: fc.constantFrom('supply' as const, 'demand' as const),
    text: fc.string({ unit: 'grapheme', maxLength: 50 }),
    chains: keys,
    regions: keys,
    kinds: keys,
    stages: keys,
    level: fc.nat(3),
    page: fc.integer({ min: 1, max: 1e6 }),
    language: fc.constantFrom('zh' as const, 'en' as const),
  })
  .chain((state) =>
    fc
      .oneof(
        fc.constant({}),
        ids.map((of) => ({ of })),
        ids.map((like) => ({ like })),
        ids.map((open) => ({ open })),
      )
      .map((more): PageState => ({ ...state, ...more })),
  );

test('the address holds the whole state of the page, whatever was typed', () => {
  fc.assert(
    fc.property(states, fc.constantFrom('zh' as const, 'en' as const), (state, language) => {
      expect(readHash(writeHash(state, language), language)).toEqual(state);
    }),
  );
});

test('an address that means nothing is the first page', () => {
  for (const hash of ['', '#', '#level=9&page=-1&lang=xx&side=both', '#%E0%A4%A', '#page=1e9']) {
    expect(readHash(hash, 'zh')).toEqual(emptyState('zh'));
  }
});

const texts = fc.string({ unit: 'grapheme', maxLength: 400 });
const places = (text: string) =>
  fc.array(
    fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({
      field: 'title',
      start: Math.min(a, b),
      end: Math.max(a, b),
      text: '',
    })),
    { maxLength: 6 },
  );

test('marks are ascending and apart, and mark exactly what the places cover', () => {
  fc.assert(
    fc.property(
      texts.chain((text) => fc.tuple(fc.constant(text), places(text))),
      ([text, spans]) => {
        const marks = marksOf('title', spans);
        for (const [i, [start, end]] of marks.entries()) {
          expect(start).toBeLessThanOrEqual(end);
          if (i > 0) expect(start).toBeGreaterThan(marks[i - 1]![1]);
        }
        for (let at = 0; at < text.length; at++) {
          const isCovered = spans.some(({ start, end }) => at >= start && at < end);
          expect(marks.some(([start, end]) => at >= start && at < end)).toBe(isCovered);
        }
      },
    ),
  );
});

/** A text in which every character stands once, most of them two units long: a piece of it has one place. */
const unlike = fc
  .tuple(fc.nat(300), fc.nat(3))
  .map(([length, every]) =>
    Array.from({ length }, (_, i) => String.fromCodePoint((i % 4 < every ? 0x20000 : 0x4e00) + i)).join(''),
  );

test('an excerpt marks the same characters as the text it is cut from, and halves none', () => {
  fc.assert(
    fc.property(
      unlike.chain((text) => fc.tuple(fc.constant(text), places(text))),
      ([text, spans]) => {
        const whole = { text, marks: marksOf('title', spans) };
        const cut = excerptOf(whole, 60);
        const bare = cut.text.replaceAll('…', '');
        const from = text.indexOf(bare);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(bare.length).toBeLessThanOrEqual(60);
        expect(/\p{Surrogate}/u.test(bare)).toBe(false);
        const isMarked = (marks: typeof whole.marks, at: number) =>
          marks.some(([start, end]) => at >= start && at < end);
        const lead = cut.text.startsWith('…') ? 1 : 0;
        for (let at = 0; at < bare.length; at++) {
          expect(isMarked([...cut.marks], at + lead)).toBe(isMarked(whole.marks, at + from));
        }
        const first = whole.marks.find(([start, end]) => end > start);
        if (first !== undefined) expect(cut.marks.some(([start, end]) => end > start)).toBe(true);
      },
    ),
  );
});

test('marks of joined texts stay on their words', () => {
  const parts = [
    { text: '涂层', marks: [[0, 2]] as const },
    { text: '叶片涂层', marks: [[2, 4]] as const },
  ];
  const { text, marks } = joined(parts, '、');
  expect(text).toBe('涂层、叶片涂层');
  expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['涂层', '涂层']);
});
