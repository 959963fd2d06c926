import { seededRandom } from '../../src/evaluate/random.ts';
import type { LearningJudgment } from '../../src/learn/index.ts';

/** Invented records: a demand's title is eight characters of its own; an achievement shares more or fewer of them. */

const SHARED = [0, 2, 5, 8];
const topic = (i: number) => String.fromCodePoint(...Array.from({ length: 8 }, (_, k) => 0x4e00 + i * 8 + k));
const filler = (i: number) =>
  String.fromCodePoint(...Array.from({ length: 4 }, (_, k) => 0x7000 + i * 4 + k));
const REGIONS = ['210100', '310000', '440300'];

/** Demands with eight judged achievements each: two of every grade, in regions that say nothing. */
export function world(demandCount: number, seed = 1) {
  const random = seededRandom(seed);
  const region = () => REGIONS[Math.floor(random() * REGIONS.length)]!;
  const demands = Array.from({ length: demandCount }, (_, i) => ({
    id: `d${i}`,
    title: topic(i),
    text: '',
    regionCode: region(),
  }));
  const achievements: { id: string; title: string; regionCode: string }[] = [];
  const judgments: { demandId: string; achievementId: string; grade: number }[] = [];
  demands.forEach(({ id }, i) => {
    for (let n = 0; n < 8; n++) {
      const grade = n % 4;
      const achievementId = `a${i}-${n}`;
      const title = topic(i).slice(0, SHARED[grade]) + filler(achievements.length);
      achievements.push({ id: achievementId, title, regionCode: region() });
      judgments.push({ demandId: id, achievementId, grade });
    }
  });
  return { demands, achievements, judgments };
}

/** The same list in another order. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Feedback in place of the grades. */
export function feedback(
  judgments: readonly { demandId: string; achievementId: string; grade: number }[],
): LearningJudgment[] {
  const reasons = ['other-field', 'scientific-doubt', 'too-early', 'signed'] as const;
  return judgments.map(({ demandId, achievementId, grade }) => ({
    demandId,
    achievementId,
    reason: reasons[grade]!,
  }));
}
