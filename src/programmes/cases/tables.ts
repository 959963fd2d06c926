import type { Bilingual } from '../../base/bilingual.ts';
import {
  col,
  facts,
  named,
  percent,
  type Sheet,
  type SheetColumns,
  sheet,
  soleKind,
  tenThousands,
  word,
} from '../common/sheets.ts';
import { CASE_STATES, type LedgerEvent } from './events.ts';
import type { CaseFunnel } from './funnel.ts';
import { CASE_LABELS } from './labels.ts';
import type { CaseLedger } from './ledger.ts';
import type { BrokerPerformance, PerformanceCounts } from './performance.ts';

const MINED = CASE_LABELS.event.mined;
const EVENTS = { ...CASE_LABELS.event, ...CASE_LABELS.state };

const broker = <T extends { readonly brokerId?: string }>() =>
  named<T>('技术经理人', 'broker', ({ brokerId }) => brokerId);
const pair = <T extends { readonly pairId: string }>() => named<T>('项目', 'pair', ({ pairId }) => pairId);

/** Where cases stand, and everything that happened. */
function ledgerSheets({ cases, events }: CaseLedger): Sheet[] {
  return [
    sheet('项目进展', 'cases', cases, [
      pair(),
      col('需求方', 'demander', ({ pair: known }) => known?.parties?.demander?.name),
      col('供给方', 'supplier', ({ pair: known }) => known?.parties?.supplier?.name),
      broker(),
      col('状态', 'state', ({ state }) => word(CASE_LABELS.state, state)),
      col('始于', 'since', ({ since }) => since),
      named('产业链', 'chain', ({ chain }) => chain),
      col(
        '合同类型',
        'type of contract',
        ({ contract }) => contract?.type && word(CASE_LABELS.contract, contract.type),
      ),
      col('签约额（万元）', 'amount (CNY 10,000)', ({ contract }) => tenThousands(contract?.amount)),
      col('失败原因', 'reason of failure', ({ reason }) => reason && word(CASE_LABELS.failure, reason)),
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
        event.kind === 'failed' ? event.reason && word(CASE_LABELS.failure, event.reason) : undefined,
      ),
    ]),
  ];
}

type Performance = PerformanceCounts & { readonly key?: string };

/** What was achieved by broker and by chain, the sum below each. */
function performanceSheets({ brokers, chains, total }: BrokerPerformance): Sheet[] {
  const counts: SheetColumns<Performance> = [
    col(MINED.zh, 'demands found', ({ mined }) => mined),
    col('承接', 'cases taken', ({ taken }) => taken),
    ...CASE_STATES.map((state) => ({
      header: CASE_LABELS.state[state],
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
        ({ key }) => (key === undefined ? TOTAL : key === '' ? NONE : undefined),
      ),
      ...counts,
    ]);
  return [
    table('技术经理人业绩', 'brokers', brokers, ['技术经理人', 'broker']),
    table('产业链业绩', 'chains', chains, ['产业链', 'chain']),
  ];
}

const TOTAL: Bilingual = { zh: '合计', en: 'total' };
const NONE: Bilingual = { zh: '未注明', en: 'none named' };

/** Step by step; and why cases failed. */
function funnelSheets({ mined, stages, failures }: CaseFunnel): Sheet[] {
  return [
    sheet('对接漏斗', 'funnel', stages, [
      col('阶段', 'step', ({ state }) => word(CASE_LABELS.state, state)),
      col('达到', 'reached', ({ reached }) => reached),
      col('有记录', 'noted', ({ noted }) => noted),
      col('占上一阶段（%）', '% of the step before', ({ ofPrevious }) => percent(ofPrevious)),
      col('占推荐（%）', '% of paired', ({ ofFirst }) => percent(ofFirst)),
      col('在办', 'open here', ({ open }) => open),
      col('在此失败', 'failed here', ({ failed }) => failed),
      col('用时中位数（天）', 'median days', ({ medianDays }) => medianDays),
    ]),
    sheet('失败原因', 'failures', failures, [
      col('原因', 'reason', ({ reason }) => (reason === '' ? NONE : word(CASE_LABELS.failure, reason))),
      col('项目数', 'cases', ({ count }) => count),
    ]),
    facts([[MINED.zh, 'demands found', mined]]),
  ];
}

/** Results of the programme, as tables. */
export const CASE_TABLES = [
  soleKind<CaseLedger>(['cases', 'events'], ledgerSheets),
  soleKind<BrokerPerformance>(['brokers', 'chains', 'total'], performanceSheets),
  soleKind<CaseFunnel>(['mined', 'stages', 'failures'], funnelSheets),
];
