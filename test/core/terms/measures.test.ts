import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuresOf } from '../../../src/core/terms/measures.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';
import { plainReading, readingText } from '../../../src/core/terms/reading-text.ts';

const found = (given: string) => {
  const normalized = normalize(given);
  const { text } = normalized;
  return measuresOf(readingText(normalized, given)).measures.map(({ term, start, end }) => ({
    term,
    at: text.slice(start, end),
  }));
};
const termsOf = (given: string) => found(given).map(({ term }) => term);

describe('quantities of a text', () => {
  it.each([
    ['decimals', ['残留0.5ppm', '0.50ppm', '０.５ppm', '约.5ppm', '≤0.5ppm', '±0.5 ppm', '0.5ppm以下']],
    ['thousands', ['1,200mm', '1200mm', '1200毫米', '1.2m', '1.2米']],
    [
      'powers',
      ['10⁻³Pa', '10^-3Pa', '1×10-3 Pa', '1x10⁻³ Pa', '1e-3Pa', '10-3Pa', '10<sup>-3</sup>Pa', '0.001帕'],
    ],
    ['pressures', ['0.5MPa', '0.5Mpa', '0.5兆帕', '500kPa', '500千帕', '0.5N/mm²', '5bar']],
    ['forces', ['5kgf', '5公斤力']],
    ['lengths', ['50μm', '50µm', '50um', '50微米', '5丝', '0.05mm']],
    ['inches', ['12英寸', '12寸', '12 inch']],
    ['temperatures', ['1200℃', '1200°C', '1200摄氏度', '炉温1200度']],
    ['powers of machines', ['5kW', '5KW', '5千瓦', '5000W']],
    ['masses', ['5t', '5吨', '5000kg', '5000公斤']],
    ['times', ['2h', '2小时', '120min', '两小时']],
    ['distances', ['3km', '3公里', '3千米']],
    ['frequencies', ['50Hz', '50赫兹', '50HZ']],
    ['shares', ['30%', '３０％', '百分之三十', '百分之30']],
    ['below zero', ['-40℃', '零下40℃', '−40°C']],
    ['exponents of units', ['5mW·cm⁻²', '5mW/cm2', '50W/m²']],
  ])('%s are one term in all spellings', (_what, spellings) => {
    const terms = spellings.map((given) => [given, ...termsOf(given)]);
    expect(terms.every((one) => one.length === 2)).toBe(true);
    expect(new Set(terms.map(([, term]) => term)).size, JSON.stringify(terms)).toBe(1);
  });

  it.each([
    ['0.5ppm', '5ppm'],
    ['10⁻³Pa', '10Pa'],
    ['10⁻³Pa', '3Pa'],
    ['10⁻³Pa', '10³Pa'],
    ['5mW', '5MW'],
    ['5mPa', '5MPa'],
    ['-40℃', '40℃'],
    ['1,200mm', '200mm'],
    ['①5mm', '15mm'],
    ['90度转角', '炉温90度'],
    ['5丝', '5μm'],
  ])('%s is not %s', (one, other) => {
    expect(termsOf(one)).toHaveLength(1);
    expect(termsOf(other)).toHaveLength(1);
    expect(termsOf(one)).not.toEqual(termsOf(other));
  });

  it.each([
    ['a range is two bounds with the unit on both', '50-80℃', ['50°C', '80°C']],
    ['in other dashes too', '50～80℃', ['50°C', '80°C']],
    ['from below zero', '-40℃～150℃', ['-40°C', '150°C']],
    ['words of scale too', '5~8万吨', ['50000000kg', '80000000kg']],
    ['sides of a body', '320×425mm', ['0.32m', '0.425m']],
    ['two voltages', '10/0.4kV', ['10000V', '400V']],
    ['a value and its tolerance', '100±5mm', ['0.1m', '0.005m']],
    ['in brackets', '(20±2)℃', ['20°C', '2°C']],
    ['a diameter', 'φ50mm', ['0.05m']],
    ['a full-width comma parts numbers', '100，200mm', ['0.2m']],
    ['a number that is not digits alone', '年产1,200', ['1200']],
    ['a power alone', '10⁵个', ['100000']],
  ])('%s', (_what, given, expected) => {
    expect(termsOf(given)).toEqual(expected);
  });

  it.each([
    '5G通信',
    '316L',
    '3D打印',
    '2A12',
    '5丝杠',
    '2023年',
    '2023-2025年',
    '11月',
    '3个',
    '5台',
    '300万元',
    '二次电池',
    '三元材料',
    '一度',
    'v1.2.3',
    'SF6',
    'X-900',
    '1/3m',
    '第3米',
    '024-2345',
    'CN202310112345.6',
  ])('%s holds none', (given) => {
    expect(termsOf(given)).toEqual([]);
  });

  it('stand at their places: a bound up to the unit that it shares', () => {
    expect(found('长50-80mm')).toEqual([
      { term: '0.05m', at: '50-80mm' },
      { term: '0.08m', at: '80mm' },
    ]);
    expect(found('零下40℃')).toEqual([{ term: '-40°C', at: '零下40°c' }]);
  });

  it('are read without the text as given too', () => {
    expect(measuresOf(plainReading('50–80mm')).measures.map(({ term }) => term)).toEqual(['0.05m', '0.08m']);
  });

  it('stand inside of the text, in order, and are the same for the same text', () => {
    const unit = fc.constantFrom(
      ...'0159.,-~×±/^()%年度 ',
      'mm',
      'MPa',
      '℃',
      '万',
      '吨',
      '⁻³',
      '涂',
      '𠮷',
      '半',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (given) => {
        const normalized = normalize(given);
        const reading = readingText(normalized, given);
        expect(reading).toHaveLength(normalized.text.length);
        const { measures, spans } = measuresOf(reading);
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(reading.length);
        for (const { start, end } of measures)
          expect(start >= 0 && start < end && end <= reading.length).toBe(true);
        expect(measuresOf(reading)).toEqual({ measures, spans });
      }),
    );
  });

  it.each(['1.', '50~', '1,200', '10^', '±5mm', '1/', '半'])(
    'a million characters of %s are read',
    (piece) => {
      const text = piece.repeat(1e6 / piece.length);
      expect(() => measuresOf(text)).not.toThrow();
    },
  );
});
