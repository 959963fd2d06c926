import { readFileSync } from 'node:fs';
import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import { type EarlyResult, type MaturityOptions, matchEarly, maturityGap } from 'cuohe/programmes';
import { MATURITY_STEPS } from 'cuohe/programmes/maturity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HALVING_GAP, MATURITY_STATUS_LABELS } from '../../src/programmes/maturity/gap.ts';
import { ASSESSMENT, type MaturityStep } from '../../src/programmes/maturity/steps.ts';
import { achievements, collected, demand, EVERYTHING, PARTS } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const gap = (
  supply: Partial<AchievementInput>,
  need: Partial<DemandInput> = {},
  options: MaturityOptions = {},
) => maturityGap({ id: 'a', title: '', ...supply }, { id: 'd', title: '', ...need }, options);

describe('early matching on the sample', () => {
  const matcher = createMatcher([
    ...read<AchievementInput>('achievements'),
    ...read<AchievementInput>('programmes/rd-projects'),
  ]);
  const demands = read<DemandInput>('demands');
  const options = { minScore: 0.16, limit: 3, filter: { asOf: '2026-09-01' } };
  const early = async (id: string): Promise<EarlyResult> => {
    const [result] = await collected(
      matchEarly(
        matcher,
        demands.filter((one) => one.id === id),
        options,
      ),
    );
    return result!;
  };
  const marksOf = ({ matches }: EarlyResult) =>
    matches.map(({ id, maturity }) => [id, maturity.status, maturity.step.code]);

  it('finds for a demand without any achievement the research that is on the way, and its whole way', async () => {
    const [cages] = (await early('D055')).matches;
    expect([cages!.id, (cages!.record as AchievementInput).kind, cages!.maturity.status]).toEqual([
      'R006',
      'direction',
      'early',
    ]);
    // TRL 2–3, and a demand without a stage is taken to need 8.
    expect(cages!.maturity.levels).toEqual([5, 6]);
    expect(cages!.maturity.path).toEqual(['proof-of-concept', 'lab-scale', 'pilot-scale', 'demonstration']);
  });

  it('keeps ready and early results in the order of their scores', async () => {
    const steel = await early('D032');
    // R001 says just what the demand says, and is still a concept; A059 is in production and reaches its figure.
    expect(marksOf(steel)).toEqual([
      ['A059', 'ready', 'direct-transfer'],
      ['R001', 'early', 'lab-scale'],
      ['A118', 'early', 'proof-of-concept'],
    ]);
    const scores = steel.matches.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('takes a demand by its word: at pilot scale A081 is ready for D043', async () => {
    const electrode = (await early('D043')).matches.find(({ id }) => id === 'A081');
    expect(electrode!.maturity.demand).toEqual({ trl: [6, 7], source: 'stage', phrase: '中试' });
    expect(electrode!.maturity.status).toBe('ready');
  });

  it('says so where a patent tells no stage', async () => {
    const { matches } = await early('D012');
    const patent = matches.find(({ id }) => id === 'A119')!;
    expect([patent.maturity.status, patent.maturity.step]).toEqual(['unknown', ASSESSMENT]);
    expect(patent.maturity.levels).toBeUndefined();
  });
});

const level = fc.integer({ min: 1, max: 9 });
const range = fc.tuple(level, level).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const maybeRange = fc.option(range, { nil: undefined });

describe('maturityGap', () => {
  it('shows the levels, the wording that told them and the next step', () => {
    const found = gap({ stage: '正在小试' }, { stage: '小批量生产' });
    expect(found).toMatchObject({
      supply: { trl: [4, 5], source: 'stage', phrase: '小试' },
      demand: { trl: [8, 8], source: 'stage', phrase: '小批量生产' },
      status: 'early',
      levels: [3, 4],
      path: ['pilot-scale', 'demonstration'],
    });
    expect(found.reason.zh).toBe(
      '成果“小试”（TRL 4–5），需求要求“小批量生产”（TRL 8），还差3–4级；下一步：中试，放大试验，做出样机或打通工艺。',
    );
    expect(found.reason.en).toBe(
      'The result is at “小试” (TRL 4–5); the demand needs “小批量生产” (TRL 8): 3–4 levels to go; next step: pilot scale, scale up to a prototype or the whole process.',
    );
  });

  it('says what it assumes: of a demand without a stage, of a research direction', () => {
    expect(gap({ trl: 7 })).toMatchObject({ demand: { trl: [8, 9], source: 'assumed' }, levels: [1, 1] });
    expect(gap({ trl: 7 }).reason.zh).toContain('需求未注明阶段，按可应用（TRL 8–9）考虑，还差1级');
    expect(gap({ trl: 7 }, {}, { assumedNeed: [6, 7] }).status).toBe('ready');
    expect(gap({ kind: 'direction' })).toMatchObject({ supply: { trl: [1, 3], source: 'kind' } });
    // What it states goes before what its kind suggests.
    expect(gap({ kind: 'direction', stage: '小试' }).supply.trl).toEqual([4, 5]);
    expect(gap({ kind: 'patent' }, {}, { kindReadiness: { patent: [3, 5] } }).supply.trl).toEqual([3, 5]);
    expect(gap({ kind: 'patent' }).reason.zh).toContain('成果未注明成熟度；下一步：成熟度评价');
  });

  it('lets the level go before the wording, as ranking does', () => {
    expect(gap({ trl: 6, stage: '产业化' }).supply).toEqual({ trl: [6, 6], source: 'trl' });
  });

  it('takes steps and wordings of the host', () => {
    const step = (code: string, from: number): MaturityStep => ({
      ...MATURITY_STEPS[0]!,
      code,
      from,
      to: [from, 9],
    });
    const steps = [step('make', 1), step('sell', 7)];
    const stages = [{ code: 'x', trl: [2, 3] as const, words: ['摸索'] }];
    expect(gap({ stage: '摸索中' }, { trl: 9 }, { steps, stages }).path).toEqual(['make', 'sell']);
  });

  it('never puts the closeness to zero, and lowers it level by level', () => {
    fc.assert(
      fc.property(range, range, (trl, need) => {
        const { closeness = 0, levels, status } = gap({ trl }, { trl: need });
        expect(closeness).toBeGreaterThan(0);
        expect(closeness).toBeLessThanOrEqual(1);
        expect(status).toBe(trl[1] < need[0] ? 'early' : 'ready');
        expect(levels).toEqual([Math.max(0, need[0] - trl[1]), Math.max(0, need[0] - trl[0])]);
        if (trl[0] === trl[1] && need[0] > trl[0] + 1) {
          const next = gap({ trl: trl[0] + 1 }, { trl: need }).closeness!;
          expect(next).toBeGreaterThan(closeness);
        }
      }),
    );
    expect(gap({ trl: 8 - HALVING_GAP }, { trl: 8 }).closeness).toBe(0.5);
    expect(gap({ trl: 9 }, { trl: [6, 7] }).closeness).toBe(1);
  });

  it('names steps that lead from the result to the demand without a hole', () => {
    fc.assert(
      fc.property(range, range, (trl, need) => {
        const { path, step, status } = gap({ trl }, { trl: need });
        const codes = MATURITY_STEPS.map(({ code }) => code);
        if (status === 'ready') {
          expect([path, step.code]).toEqual([[], 'direct-transfer']);
          return;
        }
        const first = codes.indexOf(path[0]!);
        expect(path).toEqual(codes.slice(first, first + path.length));
        expect(step.code).toBe(path[0]);
        // The first step is the one for the lowest level, the last one brings it to the need.
        expect(MATURITY_STEPS[first]!.from).toBeLessThanOrEqual(trl[0]);
        expect(MATURITY_STEPS[first + path.length - 1]!.to[1]).toBeGreaterThanOrEqual(need[0]);
      }),
    );
  });

  it('names bad records and bad options', async () => {
    expect(await badPathsOf(() => gap({ trl: 12 }, { stage: 3 as unknown as string }))).toEqual([
      'trl',
      'stage',
    ]);
    const steps = [{ ...MATURITY_STEPS[1]! }];
    const bad = { steps, stages: [{}], assumedNeed: [5, 4], kindReadiness: { direction: [0, 3] } };
    expect(await badPathsOf(() => gap({}, {}, bad as unknown as MaturityOptions))).toEqual([
      'steps',
      'stages[0].code',
      'stages[0].trl',
      'stages[0].words',
      'assumedNeed',
      'kindReadiness.direction[0]',
    ]);
  });

  it('has a label for every status', () => {
    expect(Object.keys(MATURITY_STATUS_LABELS)).toEqual(['ready', 'early', 'unknown']);
  });
});

describe('matchEarly', () => {
  it('gives nothing of a query that is secret or has ended, and tells its day', async () => {
    const matcher = createMatcher([{ id: 'a', title: '热障涂层', trl: 4 }], PARTS);
    const queries = [
      { id: 'secret', title: '热障涂层', secrecyLevel: '秘密' },
      { id: 'ended', title: '热障涂层', validTo: '2025-12-31' },
      { id: 'open', title: '热障涂层' },
      { id: 'other', title: '热' },
    ];
    const results = await collected(matchEarly(matcher, queries, { filter: { asOf: '2026-01-01' } }));
    expect(
      results.map(({ queryId, asOf, matches, answer }) => [queryId, asOf, matches.length, answer]),
    ).toEqual([
      ['secret', '2026-01-01', 0, undefined],
      ['ended', '2026-01-01', 0, undefined],
      ['open', '2026-01-01', 1, expect.objectContaining({ answered: true })],
      ['other', '2026-01-01', expect.any(Number), expect.anything()],
    ]);
    // What the levels call 无 is not worth a look.
    expect(results.flatMap(({ matches }) => matches).every(({ level }) => level!.level > 0)).toBe(true);
  });

  it('gives the matches of the matcher, score by score, whatever the gap: nothing is lowered or lost', async () => {
    await fc.assert(
      fc.asyncProperty(achievements(), demand, maybeRange, async (records, query, trl) => {
        const matcher = createMatcher(records, PARTS);
        const need = trl === undefined ? query : { ...query, trl };
        const [marked] = await collected(matchEarly(matcher, [need], { ...EVERYTHING, minScore: 0 }));
        const plain = matcher.match(need, { ...EVERYTHING, kinds: ['achievement', 'direction', 'patent'] });
        expect(marked!.matches.map(({ maturity, ...match }) => match)).toEqual(plain.matches);
        for (const { maturity, record } of marked!.matches) {
          expect(maturity).toEqual(maturityGap(record, need));
        }
      }),
    );
  });

  it('works from the side of the supply too', async () => {
    const demands = createMatcher([{ id: 'd', title: '热障涂层', stage: '量产' }], {
      ...PARTS,
      side: 'demand',
    });
    const supply = { id: 'a', title: '热障涂层', stage: '中试' };
    const [result] = await collected(matchEarly(demands, [supply]));
    expect(result!.matches.map(({ id, maturity }) => [id, maturity.levels])).toEqual([['d', [2, 3]]]);
  });

  it('ranks other kinds if asked', async () => {
    const matcher = createMatcher([{ id: 'e', kind: 'expert', title: '热障涂层' }], PARTS);
    const query = { id: 'd', title: '热障涂层' };
    const found = async (options = {}) =>
      (await collected(matchEarly(matcher, [query], options)))[0]!.matches.length;
    expect([await found(), await found({ kinds: ['expert'] })]).toEqual([0, 1]);
  });

  it('names all bad queries and options before anything is ranked', async () => {
    const matcher = createMatcher([], PARTS);
    const bad = [{ id: 'd' }, { id: 'd', title: '' }, { id: 'd', title: '' }] as unknown as DemandInput[];
    expect(await badPathsOf(() => collected(matchEarly(matcher, bad)))).toEqual(['title', 'id', 'id']);
    expect(await badPathsOf(() => collected(matchEarly(matcher, [], { minScore: 2 })))).toEqual(['minScore']);
    expect(await badPathsOf(() => collected(matchEarly(matcher, [], { assumedNeed: [0, 1] })))).toEqual([
      'assumedNeed[0]',
    ]);
  });
});
