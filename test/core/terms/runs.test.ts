import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../src/core/terms/runs.ts';

const cut = (text: string) => runsOf(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('runs of a text', () => {
  it.each([
    ['ideographs and Latin part', '3d打印机', ['word 3d', 'cjk 打印机']],
    ['signs and spaces part', '涂层, 叶片', ['cjk 涂层', 'cjk 叶片']],
    ['a point joins digits', '3.5mm', ['word 3.5mm']],
    ['a point at the end joins nothing', 'end. go', ['word end', 'word go']],
    ['a hyphen joins', 'al2o3-tio2', ['word al2o3-tio2']],
    ['two hyphens part', 'a--b', ['word a', 'word b']],
    ['a slash joins', 'iso/ts', ['word iso/ts']],
    ['two plus signs belong to the word', 'c++语言', ['word c++', 'cjk 语言']],
    ['one plus sign does not', 'a+b', ['word a', 'word b']],
    ['a unit of temperature belongs to the number', '1200°c以上', ['word 1200°c', 'cjk 以上']],
    ['a percent sign belongs to the number', '95%以上', ['word 95%', 'cjk 以上']],
    ['Greek letters are letters', 'α-烯烃', ['word α', 'cjk 烯烃']],
    ['a letter with a mark of its own stays whole', 'x\u0301y', ['word x\u0301y']],
    ['repeating and zero signs are ideographs', '佐々木二〇', ['cjk 佐々木二〇']],
    ['kana with a long vowel is one run', 'モーター', ['cjk モーター']],
    ['Hangul is cut as ideographs are', '한국tbc', ['cjk 한국', 'word tbc']],
    ['ideographs of two units', '𠮷野家', ['cjk 𠮷野家']],
    ['pictures are nothing', '😀涂层', ['cjk 涂层']],
    ['nothing', '', []],
  ])('%s', (_reason, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it.each([
    ['涂', 'cjk'],
    ['𠮷', 'cjk'],
    ['1.', 'word'],
    ['a\u0301', 'word'],
  ])('a million characters of %s are one run', (piece, kind) => {
    const text = piece.repeat(1e6 / piece.length);
    const [run, ...others] = runsOf(text);
    expect([run!.kind, run!.start, others.length]).toEqual([kind, 0, 0]);
    expect(run!.end).toBeGreaterThan(text.length - 2);
  });

  it('are in order, not empty, do not overlap, and hold every letter and digit', () => {
    const unit = fc.constantFrom(
      '涂',
      '𠮷',
      'a',
      '7',
      '-',
      '.',
      '+',
      '%',
      ' ',
      'ー',
      '\u0301',
      'α',
      '😀',
      '한',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        let rest = '';
        let last = 0;
        for (const { start, end } of runsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          rest += text.slice(last, start);
          last = end;
        }
        expect(rest + text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
