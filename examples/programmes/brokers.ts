import { type Achievement, createMatcher, DEFAULT_TAXONOMY, type Demand, type Matcher } from 'cuohe';
import type { Table } from 'cuohe/io';
import {
  appendEvents,
  assignBrokers,
  type Broker,
  brokerPerformance,
  invitePairs,
  type LedgerEvent,
  recommendationEvents,
  rows,
  withLoads,
} from 'cuohe/programmes';
import { BROKER_LABELS } from 'cuohe/programmes/brokers';
import { EMPTY_LEDGER } from 'cuohe/programmes/cases';
import { tableText } from '../../src/command/table-text.ts';
import { columns } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

const LISTED = 12;

export const programme: DemoProgramme = {
  key: 'brokers',
  number: 8,
  titleZh: '技术经理人派单与台账',
  titleEn: 'Broker assignment and ledger',
  async run({ achievements, demands, extra }) {
    const ledger = appendEvents(EMPTY_LEDGER, extra<LedgerEvent>('broker-events'));
    const brokers = withLoads(extra<Broker>('brokers'), ledger);
    const matcher: Matcher<Achievement | Demand> = createMatcher(achievements);
    const { pairs } = await invitePairs(demands, matcher, {
      perDemand: 1,
      asOf: AS_OF,
    });
    const known = new Set(ledger.cases.map(({ pairId }) => pairId));
    const fresh = pairs.filter(({ id }) => !known.has(id));
    const plan = await assignBrokers(fresh, brokers, { taxonomy: DEFAULT_TAXONOMY });
    const after = appendEvents(ledger, recommendationEvents(plan, fresh, AS_OF));
    const performance = brokerPerformance(after);

    const names = new Map(brokers.map(({ id, name = id }) => [id, name]));
    const chains = new Map(DEFAULT_TAXONOMY.chains.map(({ code, nameZh }) => [code, nameZh]));
    const titles = new Map([...names, ...chains]);
    const [ofBrokers, ofChains] = rows(performance, 'zh', { titles });
    const text = [
      `新项目${fresh.length}对，派出${plan.assignments.length}对；总价值${plan.value.toFixed(2)}，上限${plan.bound.toFixed(2)}${plan.optimal ? '，已最优' : ''}`,
      ...columns(
        plan.assignments
          .slice(0, LISTED)
          .map(({ pairId, brokerId, reason }) => [pairId, names.get(brokerId)!, reason.zh]),
      ),
      ...(plan.assignments.length > LISTED ? [`  …… 另${plan.assignments.length - LISTED}对`] : []),
      `未派出${plan.unassigned.length}对`,
      ...columns(plan.unassigned.map(({ pairId, reason }) => [pairId, BROKER_LABELS.unassigned[reason].zh])),
      `负荷  ${plan.loads.map(({ brokerId, after: now, capacity }) => `${names.get(brokerId)}${now}/${capacity}`).join(' ')}`,
      '',
      '业绩（按签约数、签约额）',
      ...firstRows(ofBrokers!, 5),
      '产业链',
      ...firstRows(ofChains!, 4),
    ].join('\n');
    const results = [plan, after, performance];
    return { json: { ...plan, performance, cases: after.cases }, text, results };
  },
};

/** The beginning of a table as lines. */
function firstRows(table: Table, most: number): string[] {
  return tableText({ ...table, rows: table.rows.slice(0, most) });
}
