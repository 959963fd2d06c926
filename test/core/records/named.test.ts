import { describe, expect, it } from 'vitest';
import { Issues } from '../../../src/base/issues.ts';
import { chainCodesOf, regionKeysOf } from '../../../src/core/records/named.ts';
import { defineTaxonomy } from '../../../src/core/records/taxonomy.ts';

const chain = (code: string, nameZh: string, nameEn: string) => ({ code, nameZh, nameEn, terms: [] });
const TAXONOMY = defineTaxonomy('t', [
  chain('SY01', '集成电路', 'Integrated circuits'),
  chain('SY02', '先进新材料', 'Advanced materials'),
  chain('SY15', '燃气轮机', 'Gas turbines'),
  // Named as the code of another: the code goes first.
  chain('X', 'SY01', ''),
]);

const chains = (names: readonly string[]) => {
  const issues = new Issues();
  const codes = chainCodesOf(names, TAXONOMY, ['own'], issues, 'filter.chains');
  return { codes, issues: issues.all };
};
const regions = (names: readonly (string | number)[], own: readonly string[] = []) => {
  const issues = new Issues();
  const keys = regionKeysOf(names, own, issues, 'filter.regions');
  return { keys, issues: issues.all };
};

describe('chains by name', () => {
  it.each([
    ['SY15', 'SY15'],
    ['sy15', 'SY15'],
    ['燃气轮机', 'SY15'],
    ['Gas turbines', 'SY15'],
    ['gas  TURBINES ', 'SY15'],
    ['ＳＹ１５', 'SY15'],
    ['SY01', 'SY01'],
  ])('%s is %s', (name, code) => {
    expect(chains([name])).toEqual({ codes: [code], issues: [] });
  });

  it('are codes in the order given, also those of the host alone', () => {
    expect(chains(['燃气轮机', 'own', 'SY02']).codes).toEqual(['SY15', 'own', 'SY02']);
  });

  it('that no chain has are told with the nearest', () => {
    const all = 'one of SY01 集成电路, SY02 先进新材料, SY15 燃气轮机, X SY01';
    expect(chains(['SY02', 'Gas turbine', '烘焙', '']).issues).toEqual([
      {
        index: -1,
        path: 'filter.chains[1]',
        expected: 'a known name: did you mean gasturbines (SY15)?',
        received: 'the text "Gas turbine"',
      },
      { index: -1, path: 'filter.chains[2]', expected: all, received: 'the text "烘焙"' },
      { index: -1, path: 'filter.chains[3]', expected: all, received: 'the text ""' },
    ]);
  });
});

describe('regions by name', () => {
  it.each([
    ['210100', '2101'],
    ['2101', '2101'],
    ['999999', '999999'],
    ['沈阳市', '2101'],
    ['沈阳', '2101'],
    [' 沈阳 ', '2101'],
    ['Shenyang', '2101'],
    ['shenyang city', '2101'],
    ['辽宁省', '21'],
    ['辽宁', '21'],
    ['LIAONING PROVINCE', '21'],
    ['内蒙古', '15'],
    ['内蒙古自治区', '15'],
    ['Inner Mongolia', '15'],
    ['新疆', '65'],
    ['广西', '45'],
    ['香港', '81'],
    ['Hong Kong', '81'],
    ['泰安', '3709'],
    ['Taian', '3709'],
    ['Tai’an', '3709'],
    ['吉林', '22'],
  ])('%s is %s', (name, key) => {
    expect(regions([name])).toMatchObject({ issues: [] });
    expect(regions([name]).keys).toContain(key);
  });

  it('may be names of the host that some record has', () => {
    expect(regions(['沈抚示范区', '沈阳'], ['沈抚示范区', '沈阳'])).toEqual({
      keys: ['沈抚示范区', '沈阳', '2101'],
      issues: [],
    });
  });

  it('that neither records nor the list of names have are told with the nearest', () => {
    expect(regions(['Shenyan', '火星'], ['沈抚示范区']).issues).toEqual([
      {
        index: -1,
        path: 'filter.regions[0]',
        expected: 'a known name: did you mean shenyang (2101)?',
        received: 'the text "Shenyan"',
      },
      {
        index: -1,
        path: 'filter.regions[1]',
        expected:
          'one of a GB/T 2260 code, a province, a city of Liaoning or Shandong, an area that a record has',
        received: 'the text "火星"',
      },
    ]);
  });

  it('may be numbers', () => {
    expect(regions([210100, 21]).keys).toEqual(['2101', '21']);
  });

  it('of an odd number of digits are no codes', () => {
    expect(regions(['210']).issues).toMatchObject([{ received: 'the text "210"' }]);
  });
});
