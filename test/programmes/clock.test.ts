import { createMatcher } from 'cuohe';
import * as programmes from 'cuohe/programmes';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const OLD = '2020-01-01';
const supply = [
  { id: 'A1', title: '热障涂层制备技术', organization: '东北大学', completers: ['李娜'], chains: ['SY02'] },
  {
    id: 'A2',
    title: '热障涂层喷涂技术',
    organization: '沈阳某所',
    validTo: OLD,
    chains: ['SY02'],
    keywords: ['等离子'],
  },
  { id: 'A3', title: '热障涂层专家', kind: 'expert', name: '赵云', organization: '东北大学', validTo: OLD },
  { id: 'A4', title: '热障涂层中试基地', kind: 'pilot-base', stage: '中试', validTo: OLD },
] as const;
const wanted = [
  { id: 'D1', title: '热障涂层易剥落', organization: '甲厂', regionCode: '210112', chains: ['SY02'] },
  { id: 'D2', title: '热障涂层寿命短', organization: '乙厂', regionCode: '210112', validTo: OLD },
  { id: 'D3', title: '热障涂层开裂', organization: '丙厂', regionCode: '210112' },
] as const;
const matcher = createMatcher([...supply]);
const demands = createMatcher([...wanted], { side: 'demand' });
const query = { id: 'Q', title: '热障涂层', regionCode: '210112', stage: '产业化' };
const asOf = '2026-09-01';
const NOW = '2031-06-01T00:00:00Z';

type Filter = { readonly filter?: { readonly asOf: string } };
const libraryOf = () =>
  programmes.buildChainLibrary({
    achievements: [...supply.slice(0, 2)],
    demands: [...wanted],
    matches: [],
    taxonomy: matcher.taxonomy,
  });
const regions = () => programmes.defineRegions();

/** Every function of the programmes that asks a matcher, so that a day decides what it says. */
const ASKING: Readonly<Record<string, (options: Filter) => unknown>> = {
  alerts: (options) =>
    programmes.alerts([{ id: 'P', name: 'P', queries: [query] }], matcher, undefined, {
      minScore: 0,
      ...options,
    }),
  startAlertLedger: (options) => programmes.startAlertLedger(matcher, options),
  viewChain: (options) =>
    programmes.viewChain(
      { library: libraryOf(), code: 'SY02', demands: [...wanted], matcher },
      { minScore: 0, ...options },
    ),
  rankChallengeUnits: (options) => programmes.rankChallengeUnits(matcher, query, { minScore: 0, ...options }),
  diagnoseDemand: (options) => programmes.diagnoseDemand(matcher, query, { minShared: 1, ...options }),
  likelyDemands: (options) =>
    programmes.likelyDemands(demands, { id: 'F', products: ['热障涂层'] }, { minScore: 0, ...options }),
  rankExperts: (options) => programmes.rankExperts(query, matcher, options),
  recommendExperts: (options) =>
    programmes.recommendExperts(query, matcher, programmes.createDirectory([]), options),
  planMadeToOrder: (options) =>
    programmes.planMadeToOrder(matcher, [query], { minScore: 0.99, nearScore: 0.01, ...options }),
  matchEarly: async (options) => {
    const all = [];
    for await (const result of programmes.matchEarly(matcher, [query], options)) all.push(result);
    return all;
  },
  routeMaturity: (options) =>
    programmes.routeMaturity(
      [{ demand: query, supply: { id: 'S', title: '热障涂层', stage: '小试' } }],
      matcher,
      { minScore: 0.01, ...options },
    ),
  commonDemands: (options) => programmes.commonDemands(demands, { minFirms: 2, minScore: 0.01, ...options }),
  supplyForCluster: (options) =>
    programmes.supplyForCluster(
      { members: [{ demand: demands.parsed(0) as never, similarity: 1 }] },
      matcher,
      options,
    ),
  escalationList: (options) =>
    programmes.escalationList([query], matcher, regions(), { minScore: 0.01, ...options }),
  widenSearch: (options) => programmes.widenSearch(query, matcher, regions(), { minScore: 0.01, ...options }),
  listResources: (options) => programmes.listResources(query, matcher, options),
};

/** Functions that ask no matcher, or only one whose filter says the day: they are called by the tests beside this one. */
const OTHERS =
  'appendEvents appendIssues applyPolicies assessVouchers assignBrokers brokerPerformance buildChainLibrary buildExpertProfiles canonicalRecords caseFunnel challengeConsortia checkCompatibility checkMatches checkPersons clusterDemand compareChallengeUnits compareIndicator contractFigures contractsOf countClasses countPledges createDirectory defineRegions directoryOf feedbackOf findDuplicates indicatorsOf invitePairs isSameQuantity issueReport linkNames localConversion maturityGap mergeDuplicates nameOfRegion noveltyOf pairedEvents parseIndicators planPostings planRoadshow planSessions planVisits pooledBudget publishRegisters recommendationEvents redactPersonalData regionRelation releaseDigest reviewExpiry rows scheduleMeetings sessionThemes sharedIndicators signedLinks stepEvents tagRecords timetable triageDemands watchLists withLoads';

describe('programmes', () => {
  const real = globalThis.Date;
  beforeAll(() => {
    class NoClock extends real {
      constructor(...given: readonly unknown[]) {
        if (given.length === 0) throw new Error('the clock was read');
        super(...(given as [number]));
      }
      static override now(): number {
        throw new Error('the clock was read');
      }
    }
    vi.stubGlobal('Date', NoClock);
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it('are all known here', () => {
    const functions = Object.entries(programmes).filter(([, value]) => typeof value === 'function');
    expect(functions.map(([name]) => name).sort()).toEqual(
      [...Object.keys(ASKING), ...OTHERS.split(' ')].sort(),
    );
  });

  it.each(Object.keys(ASKING))('%s reads no clock, with a day and without', async (name) => {
    const withDay = JSON.stringify(await ASKING[name]!({ filter: { asOf } }));
    const without = JSON.stringify(await ASKING[name]!({}));
    // What has ended is left out on the day, and in where no day was given.
    const ended = /A2|A3|A4|D2/;
    const rest =
      name === 'viewChain'
        ? withDay.replace(/"achievements":\[[^\]]*\]|"unmatchedDemands":\[[^\]]*\]/g, '')
        : withDay;
    if (name !== 'commonDemands') expect(rest).not.toMatch(ended);
    expect(without).toMatch(ended);
  });

  it.each([
    ['invitePairs', () => programmes.invitePairs([...wanted], matcher, { asOf })],
    ['sessionThemes', () => programmes.sessionThemes(demands, { asOf })],
    ['buildExpertProfiles', () => programmes.buildExpertProfiles([...supply])],
    [
      'watchLists',
      () => programmes.watchLists([{ id: 'L', name: '甲厂' }], [...wanted], { asOf, minScore: 0.1 }),
    ],
    [
      'publishRegisters',
      () =>
        programmes.publishRegisters(
          { achievements: [...supply.slice(0, 2)], projects: [], problems: [] },
          { asOf },
        ),
    ],
    ['reviewExpiry', () => programmes.reviewExpiry([...supply], { asOf })],
    ['findDuplicates', () => programmes.findDuplicates([...supply])],
    ['buildChainLibrary', libraryOf],
    ['checkCompatibility', () => programmes.checkCompatibility(query, supply[0])],
    ['localConversion', () => programmes.localConversion([], { regions: regions(), level: 'city' } as never)],
  ] as const)('%s reads none', async (_, call) => {
    await expect(Promise.resolve().then(call as () => unknown)).resolves.toBeDefined();
  });
});

it('a matcher by itself looks at the clock where no day is given', () => {
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] });
  expect(matcher.match(query, { kinds: ['expert'] }).matches).toEqual([]);
  vi.useRealTimers();
});
