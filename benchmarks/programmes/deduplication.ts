import type { AchievementInput } from 'cuohe';
import { findDuplicates, mergeDuplicates, reviewExpiry } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

/** Share of the records that a second portal holds too. */
const SHARE_OF_COPIES = 0.2;

/** Records of a first portal, and copies of some at a second one: other punctuation, small edits, texts cut short. */
function twoPortals(count: number, seed = 1): AchievementInput[] {
  const random = new Random(seed);
  const records = syntheticCorpus(count, 0, seed).achievements.map((record) => ({
    ...record,
    organization: `单位${random.between(1, 120)}`,
    validTo: `${random.between(2025, 2029)}-12-31`,
    source: '门户一',
  }));
  const copies = records
    .filter((_, i) => random.next() < SHARE_OF_COPIES || i === 0)
    .map((record): AchievementInput => {
      const title = `${record.title}${random.next() < 0.3 ? '（新）' : '。'}`;
      const abstract = String(record.abstract).replaceAll('，', ',').slice(0, random.between(80, 400));
      return { ...record, id: `copy ${record.id}`, title, abstract, source: '门户二' };
    });
  return [...records, ...copies];
}

function duplicateCase(profile: string, count: number): ProgrammeCase {
  const total = (scale: number) => Math.round(scaled(count, scale) * (1 + SHARE_OF_COPIES));
  return {
    name: `duplicates, merged and reviewed, ${profile}`,
    programme: 15,
    size: (scale) => `${total(scale).toLocaleString('en')} records of two portals`,
    prepare(scale) {
      const records = twoPortals(scaled(count, scale));
      return async () => {
        const { groups } = await findDuplicates(records);
        const merged = mergeDuplicates(records, groups, { sources: ['门户二'] });
        return merged.length + reviewExpiry(records, { asOf: '2026-09-01', groups }).length;
      };
    },
  };
}

export const cases: ProgrammeCase[] = [duplicateCase('M', 8000), duplicateCase('L', 50_000)];
