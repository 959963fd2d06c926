import { createMatcher, InputError } from 'cuohe';
import * as programmes from 'cuohe/programmes';
import { describe, expect, it } from 'vitest';

const supply = createMatcher([{ id: 'A1', title: '热障涂层制备技术', organization: '东北大学' }]);
const demands = createMatcher([{ id: 'D1', title: '热障涂层易剥落' }], { side: 'demand' });
const demand = { id: 'Q', title: '热障涂层' };
const library = programmes.buildChainLibrary({
  achievements: [],
  demands: [],
  matches: [],
  taxonomy: supply.taxonomy,
});
const asOf = '2026-09-01';
const minScore = 0.1;
const slot = { id: 'S', start: '2026-09-15T09:00', end: '2026-09-15T09:20', tables: 1 };

/** Each public function that takes options, called with one that is mistyped, and the name that was meant. */
const MISTYPED: Readonly<Record<string, readonly [call: (given: never) => unknown, meant: string]>> = {
  alerts: [(given) => programmes.alerts([], supply, undefined, given), 'minScore'],
  startAlertLedger: [(given) => programmes.startAlertLedger(supply, given), 'ignoredFields'],
  releaseDigest: [
    (given) =>
      programmes.releaseDigest(supply, { field: 'validFrom', from: asOf, ...(given as object) } as never),
    'perChain',
  ],
  assignBrokers: [(given) => programmes.assignBrokers([], [], given), 'weights.region'],
  brokerPerformance: [(given) => programmes.brokerPerformance({ events: [], cases: [] }, given), 'from'],
  buildChainLibrary: [(given) => programmes.buildChainLibrary(given), 'achievements'],
  viewChain: [
    (given) => {
      const input = { library, code: library.rows[0]!.code!, demands: [], matcher: supply };
      return programmes.viewChain(input, given);
    },
    'limit',
  ],
  tagRecords: [(given) => programmes.tagRecords([], 'achievement', supply, given), 'signal'],
  rankChallengeUnits: [(given) => programmes.rankChallengeUnits(supply, demand, given), 'decay'],
  challengeConsortia: [
    (given) => programmes.challengeConsortia(programmes.rankChallengeUnits(supply, demand), given),
    'largest',
  ],
  checkPersons: [(given) => programmes.checkPersons([], [], given), 'asOf'],
  triageDemands: [(given) => programmes.triageDemands(supply, [], given), 'genuine'],
  clusterDemand: [
    (given) => programmes.clusterDemand({ label: 'x', members: [{ demand: demand }] }, given),
    'organization',
  ],
  countPledges: [(given) => programmes.countPledges([], [], given), 'asOf'],
  issueReport: [(given) => programmes.issueReport({ events: [] }, given), 'asOf'],
  'rules of a challenge': [
    (given) => programmes.rankChallengeUnits(supply, demand, { rules: [given] }),
    'excludes',
  ],
  diagnoseDemand: [(given) => programmes.diagnoseDemand(supply, demand, given), 'terms'],
  likelyDemands: [(given) => programmes.likelyDemands(demands, { id: 'F', name: '某厂' }, given), 'limit'],
  checkCompatibility: [
    (given) => programmes.checkCompatibility(demand, { id: 'A', title: '涂层' }, given),
    'rates',
  ],
  checkMatches: [(given) => programmes.checkMatches(demand, [], given), 'exclusivity'],
  reviewExpiry: [(given) => programmes.reviewExpiry([], given), 'within'],
  findDuplicates: [(given) => programmes.findDuplicates([], given), 'threshold'],
  canonicalRecords: [(given) => programmes.canonicalRecords([], [], given), 'sources'],
  mergeDuplicates: [(given) => programmes.mergeDuplicates([], [], given), 'sources'],
  buildExpertProfiles: [(given) => programmes.buildExpertProfiles([], given), 'personFields'],
  createDirectory: [(given) => programmes.createDirectory([], given), 'simplifier'],
  linkNames: [(given) => programmes.linkNames(demand, programmes.createDirectory([]), given), 'threshold'],
  rankExperts: [(given) => programmes.rankExperts(demand, supply, given), 'limit'],
  recommendExperts: [
    (given) => programmes.recommendExperts(demand, supply, programmes.createDirectory([]), given),
    'perOrganization',
  ],
  planMadeToOrder: [(given) => programmes.planMadeToOrder(supply, [], given), 'nearScore'],
  watchLists: [(given) => programmes.watchLists([], [], given), 'minScore'],
  maturityGap: [(given) => programmes.maturityGap({ id: 'A', title: '涂层' }, demand, given), 'assumedNeed'],
  matchEarly: [(given) => programmes.matchEarly(supply, [], given).next(), 'assumedNeed'],
  routeMaturity: [(given) => programmes.routeMaturity([], supply, given), 'farthest'],
  caseFunnel: [(given) => programmes.caseFunnel({ events: [], cases: [] }, given), 'chain'],
  contractFigures: [(given) => programmes.contractFigures([], given), 'region'],
  contractsOf: [(given) => programmes.contractsOf({ cases: [] }, given), 'from'],
  commonDemands: [(given) => programmes.commonDemands(demands, given), 'neighbours'],
  supplyForCluster: [(given) => programmes.supplyForCluster({ members: [] }, supply, given), 'depth'],
  escalationList: [
    (given) => programmes.escalationList([], supply, programmes.defineRegions(), given),
    'level',
  ],
  localConversion: [(given) => programmes.localConversion([], given), 'regions'],
  widenSearch: [
    (given) => programmes.widenSearch(demand, supply, programmes.defineRegions(), given),
    'enough',
  ],
  defineRegions: [(given) => programmes.defineRegions(given), 'partners'],
  rows: [(given) => programmes.rows([], 'zh', given), 'titles'],
  publishRegisters: [
    (given) => programmes.publishRegisters({ achievements: [], projects: [], problems: [] }, given),
    'clearance',
  ],
  'input of publishRegisters': [(given) => programmes.publishRegisters(given, { asOf }), 'previous'],
  applyPolicies: [(given) => programmes.applyPolicies([], [given]), 'regions'],
  countClasses: [
    (given) => {
      const empty = { achievements: [], projects: [], problems: [] };
      return programmes.countClasses(programmes.publishRegisters(empty, { asOf }).snapshot, given);
    },
    'targets',
  ],
  assessVouchers: [(given) => programmes.assessVouchers([], [], given), 'applicant'],
  'rules of vouchers': [(given) => programmes.assessVouchers([], [given], { asOf }), 'leastCost'],
  listResources: [(given) => programmes.listResources(demand, supply, given), 'quotas'],
  timetable: [(given) => programmes.timetable(given), 'minutes'],
  sessionThemes: [(given) => programmes.sessionThemes(demands, given), 'maxDemands'],
  invitePairs: [(given) => programmes.invitePairs([], supply, given), 'perDemand'],
  scheduleMeetings: [(given) => programmes.scheduleMeetings({ pairs: [], slots: [slot] }, given), 'method'],
  'input of scheduleMeetings': [(given) => programmes.scheduleMeetings(given), 'participants'],
  planRoadshow: [(given) => programmes.planRoadshow({ pairs: [], slots: [slot] }, given), 'method'],
  planPostings: [(given) => programmes.planPostings({ experts: [], counties: [] }, given), 'method'],
  'input of planPostings': [(given) => programmes.planPostings(given), 'counties'],
  planVisits: [(given) => programmes.planVisits({ pairs: [], days: [] }, given), 'visitsPerFirm'],
  'input of planVisits': [(given) => programmes.planVisits(given), 'experts'],
  planSessions: [(given) => programmes.planSessions({ demands, supply, venues: [] }, given), 'minDemands'],
  'input of planSessions': [(given) => programmes.planSessions(given, { asOf }), 'participants'],
};

/** Functions that rank, with a filter of a mistyped name. */
const FILTERED: Readonly<Record<string, (options: never) => unknown>> = {
  alerts: (options) => programmes.alerts([], supply, undefined, options),
  commonDemands: (options) => programmes.commonDemands(demands, options),
  diagnoseDemand: (options) => programmes.diagnoseDemand(supply, demand, options),
  escalationList: (options) => programmes.escalationList([], supply, programmes.defineRegions(), options),
  listResources: (options) => programmes.listResources(demand, supply, options),
  matchEarly: (options) => programmes.matchEarly(supply, [], options).next(),
  rankChallengeUnits: (options) => programmes.rankChallengeUnits(supply, demand, options),
  rankExperts: (options) => programmes.rankExperts(demand, supply, options),
  supplyForCluster: (options) => programmes.supplyForCluster({ members: [] }, supply, options),
  widenSearch: (options) => programmes.widenSearch(demand, supply, programmes.defineRegions(), options),
};

/** A name with its last letters in the wrong order, set in options that are good otherwise. */
function mistyped(name: string): never {
  const [first, second] = name.split('.') as [string, string?];
  const wrong = (text: string) => `${text.slice(0, -2)}${text.at(-1)}${text.at(-2)}`;
  const given = second === undefined ? { [wrong(first)]: [] } : { [first]: { [wrong(second)]: [] } };
  return { asOf, minScore, year: 2026, id: 'T', date: asOf, ...given } as never;
}

async function issuesOf(call: () => unknown): Promise<string[]> {
  try {
    await call();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ path, expected }) => `${path}: ${expected}`);
    throw error;
  }
  return [];
}

describe('programmes refuse what is mistyped', () => {
  it.each(Object.entries(MISTYPED))('%s: options', async (_, [call, meant]) => {
    const name = meant.split('.').at(-1)!;
    const issues = await issuesOf(() => call(mistyped(meant)));
    expect(issues.filter((issue) => issue.endsWith(`a known option: did you mean ${name}?`))).toHaveLength(1);
  });

  it.each(Object.entries(FILTERED))('%s: filters', async (_, call) => {
    const issues = await issuesOf(() => call({ filter: { regoin: ['21'] } } as never));
    expect(issues).toEqual(['filter.regoin: a known option: did you mean regions?']);
  });

  it('know what other libraries, and other places, call an option', async () => {
    const given = { topK: 5, regions: ['21'], threshold: 0.2, filter: { predicate: () => true } } as never;
    expect(await issuesOf(() => programmes.listResources(demand, supply, given))).toEqual([
      'filter.predicate: a known option: did you mean where?',
      'topK: a known option: did you mean limit?',
      'regions: a known option: did you mean filter.regions?',
      'threshold: a known option: did you mean minScore?',
    ]);
  });

  it('forgets no function that takes options', () => {
    // Of these no argument is a set of names: records, lists, texts and places.
    const others = [
      'appendEvents',
      'appendIssues',
      'compareChallengeUnits',
      'compareIndicator',
      'directoryOf',
      'feedbackOf',
      'indicatorsOf',
      'isSameQuantity',
      'nameOfRegion',
      'nameSimilarity',
      'noveltyOf',
      'pairedEvents',
      'parseIndicators',
      'participantOf',
      'pooledBudget',
      'recommendationEvents',
      'redactPersonalData',
      'regionRelation',
      'sharedIndicators',
      'signedLinks',
      'stepEvents',
      'supplyClassOf',
      'withLoads',
    ];
    const functions = Object.entries(programmes).filter(([, value]) => typeof value === 'function');
    const known = [...Object.keys(MISTYPED), ...others];
    expect(functions.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('a period that ends before it begins', () => {
  const ledger = { events: [], cases: [] };
  const calls: Readonly<Record<string, (period: programmes.Period) => unknown>> = {
    brokerPerformance: (period) => programmes.brokerPerformance(ledger, period),
    caseFunnel: (period) => programmes.caseFunnel(ledger, period),
    contractFigures: (period) => programmes.contractFigures([], { region: '21', ...period }),
    contractsOf: (period) => programmes.contractsOf(ledger, period),
  };

  it.each(Object.entries(calls))('is refused by %s; one of a day is not', (_, call) => {
    expect(() => call({ from: '2026-06-30', to: '2026-06-01' })).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTIONS',
        issues: [
          expect.objectContaining({
            path: 'to',
            expected: '2026-06-30 or later',
            received: 'the text "2026-06-01"',
          }),
        ],
      }),
    );
    expect(() => call({ from: '2026-06-30', to: '2026-06-30' })).not.toThrow();
  });
});
