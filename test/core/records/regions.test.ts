import { describe, expect, it } from 'vitest';
import { liesIn, regionKey, regionLevels, sharedLevels } from '../../../src/core/records/regions.ts';

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

  it.each([
    ['a district in its city', '210112', '210100', true],
    ['a district in its province', '210112', '21', true],
    ['a region in itself, however it is written', '210100', '2101', true],
    ['a city not in its district', '210100', '210112', false],
    ['a city not in another', '2101', '2102', false],
    ['a name in itself', '沈抚示范区', ' 沈抚示范区 ', true],
    ['a name in no code', '沈抚示范区', '21', false],
    ['digits that are no code begin nothing', '210112', '210', false],
    ['no place lies anywhere', '', '21', false],
    ['no place lies nowhere either', '', '', false],
  ])('lies in another: %s', (_reason, place, region, expected) => {
    expect(liesIn(place, region)).toBe(expected);
  });

  it('shares with another what holds both', () => {
    expect(sharedLevels('210112', '210106')).toEqual(['21', '2101']);
    expect(sharedLevels('210112', '370100')).toEqual([]);
    expect(sharedLevels('沈抚示范区', '沈抚示范区')).toEqual(['沈抚示范区']);
    expect(sharedLevels('', '')).toEqual([]);
  });
});
