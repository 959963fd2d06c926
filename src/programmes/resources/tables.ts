import type { Bilingual } from '../../base/bilingual.ts';
import { SUPPLY_KINDS } from '../../core/records/kinds.ts';
import {
  col,
  kindOf,
  NO_DAY,
  named,
  rounded,
  type Sheet,
  type SheetValue,
  sheet,
  titleOf,
  unitOf,
  word,
} from '../common/sheets.ts';
import type { VoucherDecision } from './assess-vouchers.ts';
import { RESOURCE_LABELS } from './labels.ts';
import type { ResourceList } from './list-resources.ts';
import type { AmountLimit, YuanRange } from './voucher-cost.ts';
import { checkedValue } from './voucher-texts.ts';

const query = <T extends { readonly queryId: string }>() =>
  named<T>('需求', 'demand', ({ queryId }) => queryId);

/** The kind that a host's row names; a row without one is an achievement. Another wording is the host's. */
function kindIn(record: unknown): SheetValue {
  const { kind = 'achievement' } = ((record ?? {}) as { readonly kind?: unknown }) ?? {};
  const known = SUPPLY_KINDS.find((code) => code === kind);
  return known === undefined ? String(kind) : word(RESOURCE_LABELS.kind, known);
}

/** Lists of resources, and how many of each kind they hold and lack. */
function listSheets(lists: readonly ResourceList[]): Sheet[] {
  const matches = lists.flatMap(({ queryId, matches: all }) => all.map((match) => ({ queryId, match })));
  const counts = lists.flatMap(({ queryId, counts: all }) => all.map((count) => ({ queryId, ...count })));
  return [
    sheet('资源清单', 'resources', matches, [
      query(),
      col('名次', 'rank', ({ match }) => match.rank),
      named(
        '资源',
        'resource',
        ({ match }) => match.id,
        ({ match }) => titleOf(match.record),
      ),
      col('类型', 'kind', ({ match }) => kindIn(match.record)),
      col('单位', 'organisation', ({ match }) => unitOf(match.record)),
      col('得分', 'score', ({ match }) => rounded(match.score)),
      col('理由', 'reason', ({ match }) => match.reason),
    ]),
    sheet('各类名额', 'kinds', counts, [
      query(),
      col('类型', 'kind', ({ kind }) => word(RESOURCE_LABELS.kind, kind)),
      col('列入', 'listed', ({ listed }) => listed),
      col('不足', 'missing', ({ missing }) => missing),
    ]),
    sheet('需求', 'demands', lists, [
      query(),
      col('资源', 'resources', (list) => list.matches.length),
      col('基准日', 'as of', ({ asOf }) => asOf ?? NO_DAY),
    ]),
  ];
}

const LIMITS: Readonly<Record<AmountLimit, Bilingual>> = {
  share: { zh: '补助比例', en: 'share of the cost' },
  most: { zh: '单笔上限', en: 'cap for one order' },
  'yearly-ceiling': { zh: '本年余额', en: 'what the year leaves' },
};

type Paid = { readonly amount?: YuanRange };
const PAID = [
  col<Paid>('最少补助（元）', 'pays at least (CNY)', ({ amount }) => amount?.min),
  col<Paid>('最多补助（元）', 'pays at most (CNY)', ({ amount }) => amount?.max),
];

/** Which vouchers pay for what; every rule; every condition. */
function voucherSheets(decisions: readonly VoucherDecision[]): Sheet[] {
  const outcomes = decisions.flatMap(({ recordId, outcomes: all }) =>
    all.map((one) => ({ recordId, ...one })),
  );
  const checks = outcomes.flatMap((outcome) =>
    outcome.checks.map((check) => ({ recordId: outcome.recordId, ruleId: outcome.ruleId, check })),
  );
  const record = <T extends { readonly recordId: string }>() =>
    named<T>('资源', 'resource', ({ recordId }) => recordId);
  const rule = <T extends { readonly ruleId?: string }>() => named<T>('规则', 'rule', ({ ruleId }) => ruleId);
  const status = <T extends Pick<VoucherDecision, 'status'>>() =>
    col<T>('结果', 'status', (item): SheetValue => word(RESOURCE_LABELS.status, item.status));
  return [
    sheet('创新券', 'vouchers', decisions, [
      record(),
      status(),
      rule(),
      ...PAID,
      col('理由', 'reason', ({ reason }) => reason),
    ]),
    sheet('逐条规则', 'rules', outcomes, [
      record(),
      rule(),
      status(),
      ...PAID,
      col('金额取决于', 'set by', ({ limit }) => (limit === undefined ? undefined : LIMITS[limit])),
      col('理由', 'reason', ({ reason }) => reason),
    ]),
    sheet('逐项条件', 'conditions', checks, [
      record(),
      rule(),
      col('条件', 'condition', ({ check }) => word(RESOURCE_LABELS.condition, check.condition)),
      col('结果', 'status', ({ check }) => word(RESOURCE_LABELS.status, check.status)),
      col('规则要求', 'asked', ({ check }) =>
        check.asked.map((value) => checkedValue(check.condition, value)),
      ),
      col('实际', 'found', ({ check }) => check.found.map((value) => checkedValue(check.condition, value))),
    ]),
  ];
}

/** Results of the programme, as tables. */
export const RESOURCE_TABLES = [
  // Compatibility counts its parts; kinds are listed.
  kindOf<ResourceList>('either', ['queryId', 'matches', 'counts'], listSheets, ({ counts }) =>
    Array.isArray(counts),
  ),
  kindOf<VoucherDecision>('listed', ['recordId', 'status', 'outcomes'], voucherSheets),
];
