import type { Bilingual } from '../../base/bilingual.ts';
import {
  col,
  facts,
  named,
  rounded,
  type Sheet,
  type SheetColumns,
  sheet,
  soleKind,
  tenThousands,
} from '../common/sheets.ts';
import { qualityFacts } from '../planning/quality-facts.ts';
import type { BrokerPlan } from './assign.ts';
import { BROKER_LABELS } from './labels.ts';
import type { BrokerLedger } from './ledger.ts';
import { CASE_STATES, type LedgerEvent } from './ledger-events.ts';
import type { BrokerPerformance, PerformanceCounts } from './performance.ts';

const MINED = BROKER_LABELS.event.mined;
const EVENTS = { ...BROKER_LABELS.event, ...BROKER_LABELS.state };

const broker = <T extends { readonly brokerId: string }>() =>
  named<T>('技术经理人', 'broker', ({ brokerId }) => brokerId);
const pair = <T extends { readonly pairId: string }>() => named<T>('项目', 'pair', ({ pairId }) => pairId);

/** Who takes what; what nobody takes and why; loads. */
function planSheets(plan: BrokerPlan): Sheet[] {
  return [
    sheet('派单', 'assignments', plan.assignments, [
      pair(),
      broker(),
      col('价值', 'value', ({ value }) => rounded(value)),
      col('产业链适合度', 'fit of chain', ({ fit }) => rounded(fit.chain)),
      col('地区适合度', 'fit of region', ({ fit }) => rounded(fit.region)),
      col('等级适合度', 'fit of level', ({ fit }) => rounded(fit.level)),
      col('余力', 'room', ({ fit }) => rounded(fit.load)),
      col('理由', 'reason', ({ reason }) => reason),
    ]),
    sheet('未派出', 'unassigned', plan.unassigned, [
      pair(),
      col('价值', 'value', ({ value }) => rounded(value)),
      col('原因', 'reason', ({ reason }) => BROKER_LABELS.unassigned[reason]),
      col('合适的技术经理人', 'suitable brokers', ({ suitable }) => suitable),
    ]),
    sheet('负荷', 'loads', plan.loads, [
      broker(),
      col('派单前', 'before', ({ before }) => before),
      col('派单后', 'after', ({ after }) => after),
      col('最多', 'capacity', ({ capacity }) => capacity),
    ]),
    facts(qualityFacts(plan)),
  ];
}

/** Where cases stand, and everything that happened. */
function ledgerSheets({ cases, events }: BrokerLedger): Sheet[] {
  return [
    sheet('项目进展', 'cases', cases, [
      pair(),
      broker(),
      col('状态', 'state', ({ state }) => BROKER_LABELS.state[state]),
      col('始于', 'since', ({ since }) => since),
      named('产业链', 'chain', ({ chain }) => chain),
      col('失败原因', 'reason of failure', ({ reason }) => reason && BROKER_LABELS.failure[reason]),
    ]),
    sheet('台账', 'events', events, [
      col('事件编号', 'event id', ({ id }: LedgerEvent) => id),
      col('日期', 'day', ({ on }) => on),
      col('事件', 'event', ({ kind }) => EVENTS[kind]),
      named('项目', 'pair', (event) => (event.kind === 'mined' ? undefined : event.pairId)),
      named('需求', 'demand', (event) => (event.kind === 'mined' ? event.demandId : undefined)),
      broker(),
      named('移交给', 'handed to', (event) => (event.kind === 'handed-over' ? event.to : undefined)),
      named('产业链', 'chain', ({ chain }) => chain),
      col('签约额（万元）', 'amount (CNY 10,000)', (event) =>
        event.kind === 'signed' || event.kind === 'corrected' ? tenThousands(event.amount) : undefined,
      ),
      col('失败原因', 'reason of failure', (event) =>
        event.kind === 'failed' ? event.reason && BROKER_LABELS.failure[event.reason] : undefined,
      ),
    ]),
  ];
}

type Performance = PerformanceCounts & { readonly key?: string };

/** What was achieved by broker and by chain, the sum below each. */
function performanceSheets({ brokers, chains, total }: BrokerPerformance): Sheet[] {
  const counts: SheetColumns<Performance> = [
    col(MINED.zh, 'demands found', ({ mined }) => mined),
    ...CASE_STATES.map((state) => ({
      header: BROKER_LABELS.state[state],
      value: ({ entered }: Performance) => entered[state],
    })),
    col('签约额（万元）', 'amount (CNY 10,000)', ({ amount }) => tenThousands(amount)),
    col('金额不明', 'of unknown amount', ({ withoutAmount }) => withoutAmount),
  ];
  const table = (zh: string, en: string, rows: readonly Performance[], what: readonly [string, string]) =>
    sheet(zh, en, [...rows, total] as readonly Performance[], [
      named(
        ...what,
        ({ key }) => key,
        ({ key }) => (key === undefined ? TOTAL : key === '' ? NO_CHAIN : undefined),
      ),
      ...counts,
    ]);
  return [
    table('技术经理人业绩', 'brokers', brokers, ['技术经理人', 'broker']),
    table('产业链业绩', 'chains', chains, ['产业链', 'chain']),
  ];
}

const TOTAL: Bilingual = { zh: '合计', en: 'total' };
const NO_CHAIN: Bilingual = { zh: '未注明', en: 'none named' };

/** Results of the programme, as tables. */
export const BROKER_TABLES = [
  soleKind<BrokerPlan>(['assignments', 'unassigned', 'loads'], planSheets),
  soleKind<BrokerLedger>(['cases', 'events'], ledgerSheets),
  soleKind<BrokerPerformance>(['brokers', 'chains', 'total'], performanceSheets),
];
