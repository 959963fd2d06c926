import { type Conversion, localConversion } from 'cuohe/programmes';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const PLACES = ['210102', '210106', '210112', '210200', '210404', '211100', '110108', '320500', '210000', ''];

/** Signed conversions of as many units as a province has; one in ten tells no place. */
function conversions(count: number, seed = 1): Conversion[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => ({
    id: `C${i}`,
    unit: `单位${random.between(1, 500)}`,
    unitRegion: random.pick(PLACES),
    receiverRegion: random.pick(PLACES),
    amount: `${random.between(1, 500)}万元`,
    signed: `${random.between(2018, 2026)}-${String(random.between(1, 12)).padStart(2, '0')}`,
  }));
}

function reportCase(profile: string, count: number): ProgrammeCase {
  return {
    name: `local conversion report, ${profile}`,
    programme: 12,
    size: (scale) => `${scaled(count, scale).toLocaleString('en')} conversions`,
    prepare(scale) {
      const items = conversions(scaled(count, scale));
      return () => localConversion(items).total.count.local;
    },
  };
}

export const cases: ProgrammeCase[] = [
  // Contracts of a city in a year, and of a large province in five.
  reportCase('M', 6000),
  reportCase('L', 100_000),
];
