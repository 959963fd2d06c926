import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bar, plain, width, wrap } from '../../src/command/terminal.ts';

test('Chinese characters and full-width marks take two columns, Latin ones and accents one and none', () => {
  expect(width('热障TBC')).toBe(7);
  expect(width('，（Ａ')).toBe(6);
  expect(width('e\u0301')).toBe(1);
});

test('lines break between characters, not inside Latin words, and never begin with a closing mark', () => {
  expect(wrap('涡轮叶片，热障', 8)).toEqual(['涡轮叶', '片，热障']);
  expect(wrap('use of TBC coating', 10)).toEqual(['use of TBC', 'coating']);
});

test('no line is wider than asked, as long as every word fits, and nothing is lost', () => {
  const text = fc.array(fc.constantFrom('涡', '轮', '叶', 'TBC', ' ', '，', '3D', '。'), { maxLength: 60 });
  fc.assert(
    fc.property(text, (parts) => {
      const given = parts
        .join('')
        .replace(/[，。]{2,}/g, '，')
        .replace(/(\S{4})(?=[A-Z0-9])/g, '$1 ');
      const lines = wrap(given, 24);
      expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      expect(lines.every((line) => width(line) <= 24)).toBe(true);
    }),
  );
});

test('a bar is always as wide as asked', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (share) => {
      const { filled, rest } = bar(share, 12);
      expect(filled.length + rest.length).toBe(12);
    }),
  );
  expect(bar(0.5, 4)).toEqual({ filled: '██', rest: '··' });
  expect(bar(1, 4)).toEqual({ filled: '████', rest: '' });
});

test('control characters and marks of direction become a space', () => {
  expect(plain(' a\u001B[2J\u202Eb\n\tc ')).toBe('a [2J b c');
});
