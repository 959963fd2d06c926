import { describe, expect, it } from 'vitest';
import { regionKey, regionLevels } from '../../../src/core/records/regions.ts';

describe('a region', () => {
  it.each([
    ['a province sheds two pairs of zeros', '210000', '21'],
    ['a city sheds one', '210100', '2101'],
    ['a district sheds none', '210112', '210112'],
    ['zeros are shed by pairs', '100000', '10'],
    ['a zero of a pair stays', '211000', '2110'],
    ['four digits', '2100', '21'],
    ['full-width digits', '２１０１００', '2101'],
    ['white space around', ' 210100 ', '2101'],
    ['nothing but zeros stays', '000000', '000000'],
    ['a name of the host stays', '沈抚示范区', '沈抚示范区'],
    ['an odd number of digits is a name', '210', '210'],
    ['no region', '', ''],
  ])('%s', (_reason, code, key) => {
    expect(regionKey(code)).toBe(key);
  });

  it('lies in wider ones, widest first', () => {
    expect(regionLevels('210112')).toEqual(['21', '2101', '210112']);
    expect(regionLevels('210100')).toEqual(['21', '2101']);
    expect(regionLevels('沈抚示范区')).toEqual(['沈抚示范区']);
    expect(regionLevels(' ')).toEqual([]);
  });
});
