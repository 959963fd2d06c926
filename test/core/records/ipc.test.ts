import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipcKey, parseIpc, parseIpcArea } from '../../../src/core/records/ipc.ts';
import { parseRecords } from '../../../src/core/records/parse.ts';

const codes = (text: string) => parseIpc(text).map(({ code }) => code);

describe('a symbol of the IPC', () => {
  it.each([
    ['as the IPC writes it', 'C22C 38/04', 'C22C 38/04'],
    ['without a space', 'C22C38/04', 'C22C 38/04'],
    ['with the version and the kind of information', 'C22C38/04(2006.01)I', 'C22C 38/04'],
    ['with the version in square brackets', 'C22C 38/04 [2006.01]', 'C22C 38/04'],
    ['behind the words of a front page', 'Int.Cl.7 C22C 38/04', 'C22C 38/04'],
    ['with a hyphen', 'C22C-038/04', 'C22C 38/04'],
    ['of fixed length', 'C22C0038040000', 'C22C 38/04'],
    ['of fixed length, of a main group', 'C22C0038000000', 'C22C 38/00'],
    ['of fixed length with a long subgroup', 'H01M0010052500', 'H01M 10/0525'],
    ['of fixed length, padded, with marks behind', 'C22C  38/04   20060101AFI20051110BHEP', 'C22C 38/04'],
    ['in small letters', 'c22c 38/04', 'C22C 38/04'],
    ['of full width', 'Ｃ２２Ｃ３８／０４', 'C22C 38/04'],
    ['of indexing', 'C12R1:19', 'C12R 1/19'],
    ['with its title', 'H01M10/0525 摇椅式电池', 'H01M 10/0525'],
    ['a main group alone', 'H01M 10', 'H01M 10/00'],
    ['a subclass', 'C22C', 'C22C'],
    ['a subclass with the version', 'A61K (2006.01)', 'A61K'],
    ['a class', 'C22', 'C22'],
    ['a subclass, where the group is no number', 'C22C 38/OO', 'C22C'],
  ])('is read %s', (_why, raw, code) => {
    expect(parseIpc(raw)).toEqual([{ raw: raw.trim(), code }]);
  });

  it.each([
    ['of the Chinese Library Classification', 'TG142.1'],
    ['of the same, of one letter', 'F407.4'],
    ['of the CPC alone', 'Y02E 60/10'],
    ['of a design', '12-16'],
    ['whose group has no sign', 'C22C3800'],
    ['of words', '有色金属'],
  ])('is none %s, and the wording stays', (_why, raw) => {
    expect(parseIpc(raw)).toEqual([{ raw }]);
  });

  it.each([
    ['C22C 38/00; B22F3/02', ['C22C 38/00', 'B22F 3/02']],
    ['C22C38/00，B22F3/02、A61K 9/00|H04L', ['C22C 38/00', 'B22F 3/02', 'A61K 9/00', 'H04L']],
    ['C22C 38/00 B22F 3/02', ['C22C 38/00', 'B22F 3/02']],
    ['C22C 38/00(2006.01)\n38/04; 38/06', ['C22C 38/00', 'C22C 38/04', 'C22C 38/06']],
    ['A61K31/00;;A61P9/00', ['A61K 31/00', 'A61P 9/00']],
    ['38/04', [undefined]],
    ['不详; C22C', [undefined, 'C22C']],
    ['', []],
  ])('may stand with others in one text: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  const symbol = fc
    .tuple(
      fc.constantFrom(...'ABCDEFGH'),
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom(...'BCDFGKMNZ'),
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 99 }),
    )
    .map(
      ([section, number, letter, main, sub]) =>
        `${section}${String(number).padStart(2, '0')}${letter} ${main}/${String(sub).padStart(2, '0')}`,
    );

  it('in any spelling is the same as in the one of the IPC', () => {
    const spelling = fc.constantFrom<(code: string) => string>(
      (code) => code,
      (code) => code.replace(' ', ''),
      (code) => code.toLowerCase(),
      (code) => `${code}(2006.01)I`,
      (code) => ipcKey(code).padEnd(14, '0'),
      (code) => code.replace(' ', '-'),
    );
    const written = fc.array(fc.tuple(symbol, spelling), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(written, fc.constantFrom(';', '；', '、', '\n', ', '), (list, separator) => {
        const text = list.map(([code, spell]) => spell(code)).join(separator);
        expect(codes(text)).toEqual(list.map(([code]) => code));
        const again = parseIpc(codes(text).join('; '));
        expect(again.map(({ code }) => code)).toEqual(codes(text));
      }),
    );
  });

  it('keeps of any text everything but separators and blanks', () => {
    const pieces = fc.constantFrom(
      'C22C',
      ' 38/00',
      ';',
      '、',
      ' ',
      'B22',
      '文',
      '(2006.01)',
      'Ａ６１Ｋ',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          const kept = parseIpc(text).map(({ raw }) => raw);
          const bare = (value: string) => value.replace(/[\s;；,，、|｜]/g, '');
          expect(bare(kept.join(''))).toBe(bare(text));
        },
      ),
    );
  });
});

describe('an area of the IPC', () => {
  const holds = (area: string, code: string) => {
    const { from, to } = parseIpcArea(area)!;
    return from <= ipcKey(code) && ipcKey(code) <= to;
  };

  it.each([
    ['C', 'C22C 38/00', true],
    ['C22', 'C22C 38/00', true],
    ['C22C', 'C22C 38/00', true],
    ['C22C', 'C22B 38/00', false],
    ['C22C 38', 'C22C 38/04', true],
    ['C22C 38', 'C22C 3/08', false],
    ['C22C 38', 'C22C', false],
    ['C22C 38/04', 'C22C 38/00', false],
    ['H01M 10/05', 'H01M 10/0525', true],
    ['B64B-B64G', 'B64D 1/00', true],
    ['C22C 5-49', 'C22C 38/04', true],
    ['C22C 5-49', 'C22C 49/14', true],
    ['C22C 5-49', 'C22C 101/00', false],
    ['H01L 21/02-21/30', 'H01L 21/306', true],
    ['H01L 21/02-21/30', 'H01L 21/67', false],
  ])('%s: whether it holds %s is %s', (area, code, expected) => {
    expect(holds(area, code)).toBe(expected);
  });

  it.each(['', 'c22c', 'C2', 'C22C38', 'I01B', 'C22C 49-5', 'C22C-5', 'C22-C22C', 'C22C 1-C22D'])(
    'is not named by %j',
    (text) => {
      expect(parseIpcArea(text)).toBeUndefined();
    },
  );
});

describe('the field ipc of a record', () => {
  const read = (ipc: unknown) => parseRecords([{ id: 'a', title: '', ipc }], 'achievement')[0]!.ipc;

  it('is a text or a list of texts, and is read once', () => {
    const both = [
      { raw: 'C22C38/00', code: 'C22C 38/00' },
      { raw: 'B22F3/02', code: 'B22F 3/02' },
    ];
    expect(read('C22C38/00;B22F3/02')).toEqual(both);
    expect(read(['C22C38/00', null, 'B22F3/02'])).toEqual(both);
    expect(read(both)).toEqual(both);
    expect(read(['C22C38/00;B22F3/02', '其他'])).toEqual([...both, { raw: '其他' }]);
    expect(read(null)).toBeUndefined();
  });

  it('is refused in another shape', () => {
    expect(() => read(22)).toThrow('ipc');
    expect(() => read([{ code: 'C22C' }])).toThrow('ipc');
  });
});
