import type { MatchResult } from '../../core/matcher/match.ts';
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
import { forRun } from '../common/matching.ts';
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
import type { Rooms } from './input.ts';
import { brokerPairOf, gatesOf, isFree, recordsOf, taggedOf } from './views.ts';

/** Matches of a demand that are kept: as many as any programme looks at. */
const KEPT = 12;

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

  /** The best matches of every demand, valid and open on the day, the first twelve. Asked for once. */
  matches(options: RunOptions = {}): Promise<readonly MatchResult<AchievementInput>[]> {
    return this.#once('matches', async () => {
      const { supply, demands, minScore } = this.#rooms;
      const filter = gatesOf(this.#rooms);
      const open = recordsOf(demands).filter((_, i) => closedBy(demands.parsed(i), filter) === undefined);
      const results: MatchResult<AchievementInput>[] = [];
      const asked = {
        filter,
        limit: KEPT,
        total: true,
        ...(minScore === undefined ? {} : { minScore }),
        ...forRun(options),
      };
      for await (const result of supply.matchAll(open, asked)) results.push(result);
      return results;
    });
  }

  /** Whom to invite for which demand. Options as `invitePairs`. */
  async pairs(options: Partial<InviteOptions<AchievementInput>> = {}): Promise<Invitations> {
    const matches = await this.matches(options);
    return invitePairs(recordsOf(this.demands), this.supply, { ...this.#cut(), matches, ...options });
  }

  /** The chain library and its gaps, with what is talked about and signed. */
  async library(options: Pick<ChainLibraryInput, 'period'> & RunOptions = {}): Promise<ChainLibrary> {
    const { period } = options;
    const matches = await this.matches(options);
    return buildChainLibrary({
      achievements: taggedOf(this.supply),
      demands: taggedOf(this.demands),
      matches,
      taxonomy: this.#rooms.taxonomy,
      cases: this.ledger.cases,
      ...this.#cut(),
      ...(period === undefined ? {} : { period }),
    });
  }

  /** What no achievement serves, and who could develop it. Options as `planMadeToOrder`. */
  orders(options: Omit<MadeToOrderOptions<AchievementInput>, 'filter'> = {}): Promise<MadeToOrderPlan> {
    const { minScore } = this.#rooms;
    const filter = gatesOf(this.#rooms);
    const cut = minScore === undefined ? {} : { minScore };
    return planMadeToOrder(this.supply, recordsOf(this.demands), { ...cut, filter, ...options });
  }

  /** Sessions with themes, invitations and timetables. Options as `planSessions`. */
  async sessions(
    input: Pick<SessionInput, 'venues' | 'participants'>,
    options: Partial<SessionOptions<AchievementInput>> = {},
  ): Promise<SessionPlan> {
    const matches = await this.matches(options);
    const { demands, supply } = this;
    return planSessions({ demands, supply, ...input }, { ...this.#cut(), matches, ...options });
  }

  /** Who takes the open cases that nobody has. Options as `assignBrokers`. */
  assign(options: BrokerOptions = {}): Promise<BrokerPlan> {
    const { brokers, regions, taxonomy } = this.#rooms;
    const free = this.ledger.cases.filter(isFree).map(brokerPairOf);
    return assignBrokers(free, withLoads(brokers, this.ledger), { regions, taxonomy, ...options });
  }

  /** The office after some events. @throws InputError naming every event that may not follow. */
  append(events: readonly LedgerEvent[]): Office {
    return new Office(this.#rooms, appendEvents(this.ledger, events));
  }

  /** The office after it took up pairs: cases `paired` on a day, by default the office's. */
  take(pairs: readonly Pair[], on: string = this.#rooms.asOf): Office {
    return this.append(pairedEvents(this.ledger, pairs, on));
  }

  /** The office after a plan of sessions went out, or its meetings took place. */
  note(kind: 'invited' | 'met', plan: Pick<SessionPlan, 'sessions'>, on: string = this.#rooms.asOf): Office {
    const ids = plan.sessions.flatMap(({ pairs, meetings }) =>
      kind === 'invited' ? pairs.map(({ id }) => id) : meetings.flatMap(({ pairIds }) => pairIds),
    );
    return this.append(stepEvents(this.ledger, kind, ids, on));
  }

  /** The office after its cases were given to brokers. */
  handOut(plan: Pick<BrokerPlan, 'assignments'>, on: string = this.#rooms.asOf): Office {
    return this.append(recommendationEvents(plan, [], on, this.ledger));
  }

  /** Contracts of a period by type, unit, receiver and year, seen from the office's `home`. */
  contracts(period: Period = {}): ContractFigures {
    const { home: region = '', regions } = this.#rooms;
    return contractFigures(contractsOf(this.ledger), { region, regions, ...period });
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

  /** The three registers, linked by signed contracts. Options as `publishRegisters`. */
  registers(
    input: Pick<Partial<RegisterInput>, 'projects' | 'previous'> = {},
    options: Omit<PublishOptions, 'asOf' | 'clearance'> = {},
  ): Publication {
    const links = signedLinks(this.ledger);
    return publishRegisters(
      {
        achievements: taggedOf(this.supply),
        problems: taggedOf(this.demands),
        projects: [],
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

  /** What people call the ids of the office: titles of records, names of brokers, units and chains. */
  get titles(): ReadonlyMap<string, string> {
    const { brokers, taxonomy } = this.#rooms;
    const titles = new Map<string, string>();
    for (const { code, nameZh } of taxonomy.chains) titles.set(code, nameZh);
    const { clearance } = gatesOf(this.#rooms);
    for (const matcher of [this.supply, this.demands]) {
      for (let i = 0; i < matcher.size; i++) {
        const record = matcher.parsed(i);
        // What nobody may see has no name here either.
        if (closedBy(record, { clearance }) === undefined) titles.set(record.id, record.title);
      }
    }
    for (const { id, name } of brokers) if (name !== undefined) titles.set(id, name);
    return titles;
  }

  /** A result as tables, with the names of the office beside the ids. */
  rows(result: ProgrammeResult, language: 'zh' | 'en' = 'zh'): Table[] {
    return rows(result, language, { titles: this.titles });
  }

  /** Day, clearance and threshold for programmes that take them side by side. */
  #cut() {
    const { minScore } = this.#rooms;
    return { ...gatesOf(this.#rooms), ...(minScore === undefined ? {} : { minScore }) };
  }

  /** Asked for once; what failed or was stopped is asked for again. */
  #once<T>(what: string, ask: () => Promise<T>): Promise<T> {
    const { once } = this.#rooms;
    const known = once.get(what) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const asked = ask();
    once.set(what, asked);
    asked.catch(() => once.delete(what));
    return asked;
  }
}
