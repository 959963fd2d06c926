import { Issues } from '../../base/issues.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { AchievementInput, DemandInput } from '../../core/records/types.ts';
import type { Table } from '../../io/written-table.ts';
import {
  assignBrokers,
  type BrokerOptions,
  type BrokerPlan,
  recommendationEvents,
  withLoads,
} from '../brokers/index.ts';
import {
  appendEvents,
  type BrokerPerformance,
  brokerPerformance,
  type CaseFeedback,
  type CaseFunnel,
  type CaseLedger,
  caseFunnel,
  contractsOf,
  type FunnelOptions,
  feedbackOf,
  type LedgerEvent,
  type Period,
  pairedEvents,
  signedLinks,
  stepEvents,
} from '../cases/index.ts';
import { buildChainLibrary, type ChainLibrary, type ChainLibraryInput } from '../chain-library/index.ts';
import { checkOptions, ELSEWHERE, optionsOf } from '../common/check.ts';
import { forRun, RUN } from '../common/matching.ts';
import { closedBy } from '../common/open-records.ts';
import type { Pair } from '../common/pair.ts';
import { type MadeToOrderOptions, type MadeToOrderPlan, planMadeToOrder } from '../made-to-order/index.ts';
import {
  type ContractFigures,
  contractFigures,
  type LocalConversionOptions,
  type LocalConversionReport,
  localConversion,
} from '../region/index.ts';
import {
  type Publication,
  type PublishOptions,
  publishRegisters,
  type RegisterInput,
} from '../registers/index.ts';
import type { ProgrammeResult } from '../result.ts';
import { rows } from '../rows.ts';
import {
  type Invitations,
  type InviteOptions,
  invitePairs,
  planSessions,
  type SessionInput,
  type SessionOptions,
  type SessionPlan,
} from '../sessions/index.ts';
import type { Matches, Rooms } from './input.ts';
import { toldEvent } from './told-event.ts';
import {
  brokerPairOf,
  gatesOf,
  isFree,
  isHeld,
  isReady,
  parsedOf,
  recordsOf,
  taggedOf,
  titlesOf,
} from './views.ts';

const MATCHES_OPTIONS = optionsOf<RunOptions>(RUN);
const LIBRARY_OPTIONS = optionsOf<Pick<ChainLibraryInput, 'period'> & RunOptions>({
  ...RUN,
  period: ELSEWHERE,
});

/**
 * An office on one day: its records, its matches, its cases. It does not change; what happens gives another one, which
 * shares all that it does not change. Every view is what the programme of its name returns: `rows` makes tables of it.
 */
export class Office {
  /** What became of pairs. */
  readonly ledger: CaseLedger;
  readonly #rooms: Rooms;

  /** @internal of `createOffice`. */
  constructor(shared: Rooms, ledger: CaseLedger) {
    this.#rooms = shared;
    this.ledger = ledger;
  }

  /** Index of the supply, with units under the names of the office. */
  get supply(): Matcher<AchievementInput> {
    return this.#rooms.supply;
  }

  /** Index of the demands. */
  get demands(): Matcher<DemandInput> {
    return this.#rooms.demands;
  }

  /**
   * The best matches of every demand, valid and open on the day, the first twelve. Asked for once, for all who ask; work
   * stops when all of them have left.
   */
  async matches(options: RunOptions = {}): Promise<Matches> {
    checkOptions(options, MATCHES_OPTIONS);
    return this.#rooms.matches.get(options);
  }

  /** Whom to invite for which demand; those that led to a contract are left out. Options as `invitePairs`. */
  async pairs(options: Partial<InviteOptions<AchievementInput>> = {}): Promise<Invitations> {
    return invitePairs(recordsOf(this.#open()), this.supply, await this.#inviting(options));
  }

  /** The chain library of achievements and patents, its gaps, and what is under way and signed. */
  async library(options: Pick<ChainLibraryInput, 'period'> & RunOptions = {}): Promise<ChainLibrary> {
    checkOptions(options, LIBRARY_OPTIONS);
    const { period } = options;
    const matches = await this.#rooms.ready.get(options);
    return buildChainLibrary({
      achievements: taggedOf(this.supply, isReady),
      demands: taggedOf(this.demands),
      matches,
      taxonomy: this.#rooms.taxonomy,
      cases: this.ledger.cases,
      ...this.#cut(),
      ...(period === undefined ? {} : { period }),
    });
  }

  /**
   * What no achievement serves, and who could develop it; demands that led to a contract are left out. What answers a demand
   * is taken from the matches of the library where these were asked for before; who could develop what nothing answers is
   * asked for: other kinds, and more of them. Options as `planMadeToOrder`.
   */
  async orders(options: Omit<MadeToOrderOptions<AchievementInput>, 'filter'> = {}): Promise<MadeToOrderPlan> {
    const { minScore, ready } = this.#rooms;
    const filter = gatesOf(this.#rooms);
    const cut = minScore === undefined ? {} : { minScore };
    // Asked for alone, the best of each demand is found in less time than all that the library looks at.
    const known = ready.isBegun ? { matches: await ready.get(forRun(options)) } : {};
    return planMadeToOrder(this.supply, recordsOf(this.#open()), { ...cut, filter, ...known, ...options });
  }

  /**
   * Sessions with themes, invitations and timetables; demands that led to a contract are left out. Options as
   * `planSessions`.
   */
  async sessions(
    input: Pick<SessionInput, 'venues' | 'participants'>,
    options: Partial<SessionOptions<AchievementInput>> = {},
  ): Promise<SessionPlan> {
    const { supply } = this;
    return planSessions({ demands: this.#open(), supply, ...input }, await this.#inviting(options));
  }

  /** Who takes the open cases that nobody has. Options as `assignBrokers`. */
  assign(options: BrokerOptions = {}): Promise<BrokerPlan> {
    const { brokers, regions, taxonomy } = this.#rooms;
    const free = this.ledger.cases.filter(isFree).map(brokerPairOf);
    return assignBrokers(free, withLoads(brokers, this.ledger), { regions, taxonomy, ...options });
  }

  /**
   * The office after some events. What is not told of a pair is taken from its records, and units stand under the names of
   * the office.
   * @throws InputError naming every event that may not follow.
   */
  append(events: readonly LedgerEvent[]): Office {
    const told = Array.isArray(events) ? events.map((event) => toldEvent(event, this.#rooms)) : events;
    return new Office(this.#rooms, appendEvents(this.ledger, told));
  }

  /** The office after it took up pairs: cases `paired` on a day. Default: the latest of the office's and the ledger's. */
  take(pairs: readonly Pair[], on: string = this.#today()): Office {
    return this.append(pairedEvents(this.ledger, pairs, on));
  }

  /** The office after a plan of sessions went out, or its meetings took place. */
  note(kind: 'invited' | 'met', plan: Pick<SessionPlan, 'sessions'>, on: string = this.#today()): Office {
    const ids = plan.sessions.flatMap(({ pairs, meetings }) =>
      kind === 'invited' ? pairs.map(({ id }) => id) : meetings.flatMap(({ pairIds }) => pairIds),
    );
    return this.append(stepEvents(this.ledger, kind, ids, on));
  }

  /** The office after its cases were given to brokers; cases that have ended or been given since stay. */
  handOut(plan: Pick<BrokerPlan, 'assignments'>, on: string = this.#today()): Office {
    const free = new Set(this.ledger.cases.filter(isFree).map(({ pairId }) => pairId));
    const assignments = plan.assignments.filter(({ pairId }) => free.has(pairId));
    return this.append(recommendationEvents({ assignments }, [], on, this.ledger));
  }

  /** Contracts of a period by type, unit, receiver and year, seen from the office's `home`. */
  contracts(period: Period = {}): ContractFigures {
    const { home: region, regions } = this.#rooms;
    if (region === undefined) {
      const issues = new Issues();
      issues.add('home', 'a region, told to createOffice: whose contracts are they?', region);
      issues.throwAsOptions();
    }
    return contractFigures(contractsOf(this.ledger), { region: region!, regions, ...period });
  }

  /** How many contracts stay in the county, city or province. */
  conversion(options: LocalConversionOptions = {}): LocalConversionReport {
    return localConversion(contractsOf(this.ledger), { regions: this.#rooms.regions, ...options });
  }

  /** How cases thin out. */
  funnel(options: FunnelOptions = {}): CaseFunnel {
    return caseFunnel(this.ledger, options);
  }

  /** What brokers achieved in a period. */
  performance(period: Period = {}): BrokerPerformance {
    return brokerPerformance(this.ledger, period);
  }

  /**
   * The three registers, linked by signed contracts: achievements and patents, research directions (or `projects`), demands.
   * Options as `publishRegisters`.
   */
  registers(
    input: Pick<Partial<RegisterInput>, 'projects' | 'previous'> = {},
    options: Omit<PublishOptions, 'asOf' | 'clearance'> = {},
  ): Publication {
    // What is no longer there has no row to be linked.
    const links = signedLinks(this.ledger).filter(
      ({ achievement, problem }) =>
        isHeld(this.supply, achievement, isReady) && isHeld(this.demands, problem),
    );
    return publishRegisters(
      {
        achievements: taggedOf(this.supply, isReady),
        problems: taggedOf(this.demands),
        projects: taggedOf(this.supply, ({ kind }) => kind === 'direction'),
        links,
        ...input,
      },
      { ...gatesOf(this.#rooms), ...options },
    );
  }

  /** What cases teach `learn` of `cuohe/learn`. */
  feedback(): CaseFeedback[] {
    return feedbackOf(this.ledger);
  }

  /** What people call the ids of the office: titles of records, names of brokers, chains and regions. */
  get titles(): ReadonlyMap<string, string> {
    return this.#titlesIn('zh');
  }

  #titlesIn(language: 'zh' | 'en'): ReadonlyMap<string, string> {
    const { brokers, taxonomy, regions } = this.#rooms;
    const { clearance } = gatesOf(this.#rooms);
    // What nobody may see has no name here either.
    const seen = [this.supply, this.demands]
      .flatMap((matcher) => parsedOf(matcher))
      .filter((record) => closedBy(record, { clearance }) === undefined);
    return titlesOf([
      ...Array.from(regions.names, ([code, name]) => [code, name[language]] as const),
      ...taxonomy.chains.map(({ code, nameZh }) => [code, nameZh] as const),
      ...seen.map(({ id, title }) => [id, title] as const),
      ...brokers.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])),
    ]);
  }

  /** A result as tables, with the names of the office beside the ids. */
  rows(result: ProgrammeResult, language: 'zh' | 'en' = 'zh'): Table[] {
    return rows(result, language, { titles: this.#titlesIn(language) });
  }

  /** Day, clearance and threshold for programmes that take them side by side. */
  #cut() {
    const { minScore } = this.#rooms;
    return { ...gatesOf(this.#rooms), ...(minScore === undefined ? {} : { minScore }) };
  }

  /** The demands that led to no contract yet. */
  #open(): Matcher<DemandInput> {
    const signed = new Set(
      this.ledger.cases.flatMap(({ state, pair }) => (state === 'signed' && pair ? [pair.demandId] : [])),
    );
    const remove = [...signed].filter((id) => isHeld(this.demands, id));
    return remove.length === 0 ? this.demands : this.demands.update({ remove });
  }

  /** Options of invitations; the matches of the office are handed on where they are of the same conditions. */
  async #inviting<O extends Partial<InviteOptions<AchievementInput>>>(options: O) {
    const cut = this.#cut();
    const isOwn = (['kinds', 'filter', 'asOf', 'clearance', 'minScore'] as const).every(
      (name) => options[name] === undefined,
    );
    if (!isOwn) return { ...cut, ...options };
    return { ...cut, matches: await this.matches(forRun(options)), ...options };
  }

  /** The day of the office, or the last one of its ledger. */
  #today(): string {
    let today = this.#rooms.asOf;
    for (const { on } of this.ledger.events) if (on > today) today = on;
    return today;
  }
}
