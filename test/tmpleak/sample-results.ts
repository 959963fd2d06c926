import { type AchievementInput, createMatcher, type DemandInput, type Organization } from 'cuohe';
import {
  type AlertProfile,
  alerts,
  appendEvents,
  appendIssues,
  applyPolicies,
  assessVouchers,
  assignBrokers,
  type Broker,
  brokerPerformance,
  buildChainLibrary,
  buildExpertProfiles,
  type ChainLeader,
  type ChallengePerson,
  type ClassPolicy,
  type Conversion,
  caseFunnel,
  challengeConsortia,
  checkCompatibility,
  checkMatches,
  checkPersons,
  clusterDemand,
  commonDemands,
  compareChallengeUnits,
  contractFigures,
  countClasses,
  countPledges,
  createDirectory,
  diagnoseDemand,
  directoryOf,
  type EligibilityRule,
  escalationList,
  type FirmProfile,
  findDuplicates,
  type IssueEvent,
  invitePairs,
  issueReport,
  type LedgerEvent,
  likelyDemands,
  linkNames,
  listResources,
  localConversion,
  matchEarly,
  maturityGap,
  mergeDuplicates,
  type OrganizationAliases,
  type Participant,
  type Pledge,
  type PledgeGoal,
  type ProgrammeResult,
  planMadeToOrder,
  planPostings,
  planRoadshow,
  planSessions,
  planVisits,
  pooledBudget,
  publishRegisters,
  rankChallengeUnits,
  rankExperts,
  recommendExperts,
  releaseDigest,
  reviewExpiry,
  routeMaturity,
  scheduleMeetings,
  sessionThemes,
  sharedIndicators,
  supplyForCluster,
  type TimetableOptions,
  tagRecords,
  timetable,
  triageDemands,
  type VoucherRequest,
  type VoucherRule,
  viewChain,
  watchLists,
  widenSearch,
} from 'cuohe/programmes';
import { EMPTY_LEDGER } from 'cuohe/programmes/cases';
import { EMPTY_ISSUES } from 'cuohe/programmes/registers';
import { type SampleAchievement, type SampleDemand, sampleFile, sampleRegions, setVariant } from './sample-file.ts';

/** One of each kind of result that an office reads, on the bundled sample. */

const AS_OF = '2026-09-01';
const FILTER = { asOf: AS_OF };

/** A result, by the function that gave it. */
export type SampleResults = Readonly<Record<string, ProgrammeResult>>;

/** Runs every programme. */
export async function sampleResults(variant: string): Promise<SampleResults> {
  setVariant(variant);
  const achievements = sampleFile<SampleAchievement>('achievements');
  const demands = sampleFile<SampleDemand>('demands');
  const extra = <T>(name: string) => sampleFile<T>(`programmes/${name}`);
  const matcher = createMatcher(achievements);
  const index = createMatcher(demands, { side: 'demand' });
  const regions = sampleRegions();
  const demandOf = (id: string) => demands.find((demand) => demand.id === id)!;
  const named = extra<DemandInput>('named-demands')[0]!;

  const profiles = extra<Omit<AlertProfile, 'queries'> & { demandIds: string[] }>('alert-profiles').map(
    ({ demandIds, ...profile }) => ({ ...profile, queries: demandIds.map(demandOf) }),
  );
  const arrived = extra<AchievementInput>('new-achievements');
  const seen = await alerts([], matcher, undefined, { filter: FILTER });

  const ledger = appendEvents(EMPTY_LEDGER, extra<LedgerEvent>('broker-events'));
  const issues = appendIssues(EMPTY_ISSUES, extra<IssueEvent>('meeting-issues'));
  const invited = await invitePairs(demands, matcher, { perDemand: 2, minScore: 0.25, asOf: AS_OF });
  const plan = await assignBrokers(invited.pairs, extra<Broker>('brokers'), { method: 'greedy' });

  const dates = new Map(
    extra<{ id: string; collectedOn: string }>('collected').map(({ id, collectedOn }) => [id, collectedOn]),
  );
  const dated = <R extends { readonly id: string }>(record: R) => ({
    ...record,
    collectedOn: dates.get(record.id),
  });
  const supply = await tagRecords(achievements.map(dated), 'achievement', matcher);
  const wanted = await tagRecords(demands.map(dated), 'demand', matcher);
  const tagged = createMatcher(supply);
  const library = buildChainLibrary({
    achievements: supply,
    demands: wanted,
    matches: demands.map((demand) => tagged.match(demand, { minScore: 0.25, filter: FILTER })),
    taxonomy: tagged.taxonomy,
    period: { field: 'collectedOn', cutOffs: ['2026-03-31', '2026-06-30'] },
    asOf: AS_OF,
  });
  const view = await viewChain(
    { library, code: 'SY05', demands: wanted, matcher: tagged },
    { minScore: 0.1, filter: FILTER },
  );

  const ranking = rankChallengeUnits(matcher, demandOf('D012'), {
    rules: extra<EligibilityRule>('challenge-rules'),
    units: extra<Organization>('challenge-units'),
    asOf: AS_OF,
    filter: FILTER,
  });

  const duplicates = await findDuplicates([
    ...achievements,
    { ...achievements[0]!, id: 'COPY', title: achievements[0]!.title },
  ]);
  const merged = mergeDuplicates(
    [...achievements, { ...achievements[0]!, id: 'COPY', abstract: '达到99%' }],
    duplicates.groups,
  );

  const built = await buildExpertProfiles([...achievements, ...extra<AchievementInput>('experts')]);
  const people = createMatcher(built.profiles);
  const directory = createDirectory(
    directoryOf(built.profiles, extra<OrganizationAliases>('organization-aliases')),
  );

  const early = [];
  for await (const result of matchEarly(matcher, demands, { minScore: 0.2, limit: 2, filter: FILTER }))
    early.push(result);
  const bases = createMatcher(extra<AchievementInput>('maturity-bases'));
  const routes = await routeMaturity(
    early.flatMap(({ queryId, matches }) =>
      matches.map(({ record }) => ({ demand: demandOf(queryId), supply: record })),
    ),
    bases,
    { minScore: 0.05, filter: FILTER },
  );

  const common = await commonDemands(
    createMatcher([...demands, ...extra<DemandInput>('common-demands')], { side: 'demand' }),
    { filter: FILTER },
  );
  const [cluster] = common.clusters;

  const registers = {
    achievements: supply,
    projects: extra<AchievementInput>('rd-projects'),
    problems: wanted,
    links: [{ achievement: achievements[1]!.id, problem: demands[0]!.id }],
  };
  const first = publishRegisters(
    {
      ...registers,
      achievements: supply.slice(1),
      problems: wanted.map((one) => ({ ...one, title: `${one.title}。` })),
    },
    { asOf: '2026-03-31', fields: ['budget'] },
  );
  const publication = publishRegisters(
    { ...registers, previous: first.snapshot },
    { asOf: AS_OF, fields: ['budget'] },
  );
  const classes = new Map(
    extra<{ id: string; supplyClass: string }>('supply-classes').map(({ id, supplyClass }) => [
      id,
      supplyClass,
    ]),
  );

  const resources = createMatcher([...achievements, ...extra<AchievementInput>('resources')]);
  const list = listResources(demandOf('D004'), resources, {
    quotas: { instrument: { least: 9 } },
    filter: FILTER,
  });
  const applicants = extra<NonNullable<VoucherRequest['applicant']>>('voucher-applicants');

  const rooms = extra<TimetableOptions & { readonly name: string }>('session-venues').map(
    ({ name, ...room }) => ({
      name,
      room,
    }),
  );
  const participants = extra<Participant>('session-participants');
  const slots = timetable(rooms[0]!.room);
  const sessions = await planSessions(
    {
      demands: index,
      supply: matcher,
      venues: rooms.slice(0, 2).map(({ name, room }) => ({ id: room.id, name, slots: timetable(room) })),
      participants,
    },
    { asOf: AS_OF, minScore: 0.2, method: 'greedy' },
  );
  const guests = extra<AchievementInput>('visiting-experts');
  const visits = await invitePairs(demands, createMatcher(guests), { minScore: 0.05, asOf: AS_OF });

  return {
    alerts: await alerts(profiles, createMatcher([...achievements, ...arrived]), seen.ledger, {
      filter: FILTER,
    }),
    assignBrokers: plan,
    appendEvents: ledger,
    brokerPerformance: brokerPerformance(ledger),
    caseFunnel: caseFunnel(ledger),
    contractFigures: contractFigures(extra<Conversion>('conversions'), { region: '210100', regions }),
    buildChainLibrary: library,
    viewChain: view,
    rankChallengeUnits: ranking,
    compareChallengeUnits: compareChallengeUnits(ranking),
    diagnoseDemand: ['D010', 'D050'].map((id) => diagnoseDemand(matcher, demandOf(id), { filter: FILTER })),
    likelyDemands: likelyDemands(index, extra<FirmProfile>('firm-profiles')[0]!, { filter: FILTER }),
    checkCompatibility: checkCompatibility(demandOf('D001'), achievements[0]!),
    checkMatches: demands.map((demand) =>
      checkMatches(demand, matcher.match(demand, { limit: 2, filter: FILTER }).matches),
    ),
    findDuplicates: duplicates,
    mergeDuplicates: merged,
    reviewExpiry: reviewExpiry(achievements, { asOf: AS_OF }),
    buildExpertProfiles: built,
    releaseDigest: await releaseDigest(tagged, {
      field: 'collectedOn',
      from: '2026-07-01',
      asOf: AS_OF,
    }),
    triageDemands: await triageDemands(matcher, demands.slice(0, 3), { filter: FILTER }),
    challengeConsortia: challengeConsortia(ranking),
    checkPersons: checkPersons(
      extra<ChallengePerson>('challenge-persons'),
      [{ id: 'R1', person: { age: { most: 45 }, degree: '博士' } }],
      { asOf: AS_OF },
    ),
    rankExperts: rankExperts(demandOf('D004'), people, { filter: FILTER }),
    linkNames: linkNames(named, directory),
    recommendExperts: recommendExperts(named, people, directory, { filter: FILTER }),
    planMadeToOrder: await planMadeToOrder(matcher, demands, { minScore: 0.3, filter: FILTER }),
    watchLists: watchLists(extra<ChainLeader>('chain-leaders'), wanted, { asOf: AS_OF, minScore: 0.2 }),
    matchEarly: early,
    maturityGap: maturityGap(achievements[0]!, demandOf('D001')),
    routeMaturity: routes,
    commonDemands: common,
    clusterDemand: clusterDemand(cluster!, { organization: '市装备协会' }),
    countPledges: countPledges(extra<PledgeGoal>('pledge-goals'), extra<Pledge>('pledges'), { asOf: AS_OF }),
    supplyForCluster: await supplyForCluster(cluster!, matcher, { filter: FILTER }),
    pooledBudget: pooledBudget(cluster!.members.map(({ demand }) => demand)),
    sharedIndicators: sharedIndicators(cluster!.members.map(({ demand }) => demand)),
    widenSearch: ['D013', 'D055'].map((id) =>
      widenSearch(demandOf(id), matcher, regions, { filter: FILTER }),
    ),
    escalationList: await escalationList(demands, matcher, regions, { filter: FILTER }),
    localConversion: localConversion(extra<Conversion>('conversions'), { regions }),
    publishRegisters: publication,
    snapshot: publication.snapshot,
    appendIssues: issues,
    issueReport: issueReport(issues, { asOf: AS_OF }),
    countClasses: countClasses(publication.snapshot, { year: 2026 }),
    applyPolicies: applyPolicies(
      supply.map((record) => ({ ...record, supplyClass: classes.get(String(record.id)) })),
      extra<ClassPolicy>('class-policies'),
    ),
    listResources: list,
    assessVouchers: assessVouchers(
      list.matches.map(({ record }) => ({ record })),
      extra<VoucherRule>('voucher-rules'),
      { asOf: AS_OF, applicant: applicants[0]! },
    ),
    sessionThemes: await sessionThemes(index, { asOf: AS_OF }),
    invitePairs: invited,
    scheduleMeetings: await scheduleMeetings(
      { pairs: invited.pairs, slots, participants },
      { method: 'greedy' },
    ),
    planSessions: sessions,
    planPostings: await planPostings(
      {
        experts: [{ id: 'E1', chains: ['SY25'] }, { id: 'E2', standing: '210123' }, { id: 'E3' }],
        counties: [
          { id: '210123', chains: ['SY25'], most: 1 },
          { id: '210124', chains: ['SY01'], most: 1 },
        ],
      },
      { method: 'greedy' },
    ),
    planRoadshow: await planRoadshow({ pairs: invited.pairs, slots, participants }, { method: 'greedy' }),
    planVisits: await planVisits(
      { pairs: visits.pairs, days: ['2026-09-21', '2026-09-22'] },
      { method: 'greedy' },
    ),
    timetable: slots,
  };
}
