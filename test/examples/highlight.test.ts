import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieces } from '../../examples/browser/highlight.ts';

const span = (start: number, end: number, field = 'title') => ({ field, start, end, text: '' });

test('the places of one field are marked; places that overlap or touch become one mark', () => {
  const spans = [span(4, 6), span(2, 5), span(6, 7), span(0, 1), span(0, 9, 'abstract')];
  expect(pieces('甲乙丙丁戊己庚辛', 'title', spans)).toEqual([
    { text: '甲', marked: true },
    { text: '乙', marked: false },
    { text: '丙丁戊己庚', marked: true },
    { text: '辛', marked: false },
  ]);
});

test('a text without places stays whole, an empty one gives nothing', () => {
  expect(pieces('甲乙', 'title', [])).toEqual([{ text: '甲乙', marked: false }]);
  expect(pieces('', 'title', [])).toEqual([]);
});

test('the pieces make up the text, marked exactly at the places, and marks alternate', () => {
  const place = fc
    .tuple(fc.nat(19), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => span(start, Math.min(20, start + length)));
  fc.assert(
    fc.property(
      fc.string({ minLength: 20, maxLength: 20, unit: 'binary-ascii' }),
      fc.array(place),
      (text, spans) => {
        const cut = pieces(text, 'title', spans);
        expect(cut.map((piece) => piece.text).join('')).toBe(text);
        const marks = cut.flatMap(({ text, marked }) => Array.from({ length: text.length }, () => marked));
        expect(marks).toEqual(
          Array.from({ length: 20 }, (_, i) => spans.some(({ start, end }) => start <= i && i < end)),
        );
        expect(cut.every((piece, i) => i === 0 || piece.marked !== cut[i - 1]!.marked)).toBe(true);
      },
    ),
  );
});
