import { createMatcher, openMatcher } from 'cuohe';
import { type LearnedOptions, learn, parseLearned } from 'cuohe/learn';
import { describe, expect, it } from 'vitest';
import { world } from './world.ts';

const WORLD = world(10);
const LEARNED = learn(WORLD.judgments, WORLD);

/** A matcher of what was learned. */
const matcherOf = ({ signals, conditions, levels }: LearnedOptions) =>
  createMatcher(WORLD.achievements, { signals, conditions, levels });

describe('learned levels', () => {
  it('are those that the judges gave', () => {
    const matcher = matcherOf(LEARNED);
    const misses = WORLD.judgments.map(({ demandId, achievementId, grade }) => {
      const demand = WORLD.demands.find(({ id }) => id === demandId)!;
      const [match] = matcher.reasons(demand, [achievementId], { explain: false });
      return Math.abs(match!.level!.level - grade);
    });
    expect(misses.reduce((sum, miss) => sum + miss, 0) / misses.length).toBeLessThan(0.4);
  });

  it('are for the weights that they were learned with, and for no others', () => {
    const other = { ...LEARNED.signals, title: LEARNED.signals.title + 0.1 };
    expect(
      matcherOf({ ...LEARNED, signals: other }).match(WORLD.demands[0]!).matches[0]!.level,
    ).toBeUndefined();
  });

  it('hold for an index that was opened', () => {
    const matcher = matcherOf(LEARNED);
    const opened = openMatcher(matcher.save(), { levels: LEARNED.levels });
    const told = (one: { match: typeof opened.match }) =>
      one.match(WORLD.demands[0]!).matches.map(({ level, probability }) => [level, probability]);
    expect(told(opened)).toEqual(told(matcher as never));
  });
});

describe('learning with vectors', () => {
  /** Titles are dealt out anew and say nothing of the grade; the vectors of a pair are the nearer, the higher the grade. */
  const { demands, achievements, judgments } = world(24);
  const angle = (degrees: number) => [
    Math.cos((degrees * Math.PI) / 180),
    Math.sin((degrees * Math.PI) / 180),
  ];
  const asked = demands.map((demand, i) => ({ ...demand, vector: angle(15 * i) }));
  const grades = new Map(
    judgments.map(({ achievementId, demandId, grade }) => [achievementId, { demandId, grade }]),
  );
  const offered = achievements.map((achievement, i) => ({
    ...achievement,
    title: achievements[(i & ~7) | ((i + (i >> 3)) & 7)]!.title,
  }));
  const records = offered.map(({ id }) => {
    const { demandId, grade } = grades.get(id)!;
    return angle(15 * Number(demandId.slice(1)) + 25 * (3 - grade));
  });
  const vectors = { records, mean: [0, 0], weight: 0.05 };

  it('gives them their share where they rank left-out demands better', () => {
    const learned = learn(
      judgments,
      { demands: asked, achievements: offered },
      { matcher: { vectors }, shrinkage: 20 },
    );
    expect(learned.report.warnings).toEqual([]);
    expect(learned.vectorWeight).toBeGreaterThan(0.3);
    const { signals, conditions, levels, vectorWeight } = parseLearned(JSON.stringify(learned));
    const weighed = { ...vectors, weight: vectorWeight! };
    const matcher = createMatcher(offered, { signals, conditions, levels, vectors: weighed });
    const { matches } = matcher.match(asked[3]!, { limit: 2 });
    expect(matches.map(({ id }) => grades.get(id))).toEqual([
      { demandId: 'd3', grade: 3 },
      { demandId: 'd3', grade: 3 },
    ]);
    expect(matches[0]!.level!.level).toBeGreaterThanOrEqual(2);
  });

  it('tells no share without them', () => {
    expect('vectorWeight' in LEARNED).toBe(false);
  });
});

describe('saved learned options', () => {
  const changed = (change: (learned: Record<string, unknown>) => void) => {
    const copy = JSON.parse(JSON.stringify(LEARNED)) as Record<string, unknown>;
    change(copy);
    return copy;
  };
  const signals = (learned: Record<string, unknown>) => learned.signals as Record<string, unknown>;
  const levels = (learned: Record<string, unknown>) => learned.levels as Record<string, unknown>;
  const conditions = (learned: Record<string, unknown>) => learned.conditions as Record<string, unknown>;

  it('are as before', () => {
    expect(parseLearned(JSON.stringify(LEARNED))).toEqual(LEARNED);
  });

  it.each<[string, (learned: Record<string, unknown>) => void, string]>([
    ['another version', (l) => Object.assign(l, { version: 1 }), 'version: expected the version 2'],
    ['an unknown signal', (l) => Object.assign(signals(l), { smell: 1 }), 'signals.smell: expected one of'],
    [
      'a signal too few',
      (l) => delete signals(l).region,
      'signals.region: expected a number ≥ 0, received nothing',
    ],
    [
      'a weight below 0',
      (l) => Object.assign(signals(l), { region: -1 }),
      'signals.region: expected a number ≥ 0',
    ],
    [
      'no weight above 0',
      (l) => Object.assign(l, { signals: Object.fromEntries(Object.keys(signals(l)).map((f) => [f, 0])) }),
      'signals: expected a weight above 0',
    ],
    [
      'an unknown condition',
      (l) => Object.assign(conditions(l), { smell: 1 }),
      'conditions.smell: expected one of',
    ],
    [
      'a condition that turns any score over',
      (l) => Object.assign(conditions(l), { quantity: 5 }),
      'conditions.quantity: expected a number in [0, 4]',
    ],
    [
      'more than all for the vectors',
      (l) => Object.assign(l, { vectorWeight: 1.5 }),
      'vectorWeight: expected a number in [0, 1]',
    ],
    [
      'thresholds out of order',
      (l) => Object.assign(levels(l), { thresholds: [1, 0, 2] }),
      'levels.thresholds: expected three ascending numbers',
    ],
    [
      'a slope below 0',
      (l) => Object.assign(levels(l), { slope: -1 }),
      'levels.slope: expected a number ≥ 0',
    ],
    ['no levels', (l) => delete l.levels, 'levels: expected an object'],
    ['no report', (l) => delete l.report, 'report: expected an object'],
  ])('with %s are refused', (_, change, message) => {
    expect(() => parseLearned(changed(change))).toThrow(message);
  });

  it.each([['{'], ['null'], ['[]'], [null], [undefined], [5]])('%j is refused', (json) => {
    expect(() => parseLearned(json)).toThrow('Bad learned options');
  });
});
