import type { Bilingual } from '../../base/bilingual.ts';
import { KIND_LABELS } from '../common/kind-labels.ts';
import {
  col,
  dayFact,
  facts,
  LEFT_OUT,
  levels,
  named,
  reasoned,
  rounded,
  type Sheet,
  sheet,
  soleKind,
  titleOf,
  word,
} from '../common/sheets.ts';
import type { AlertRun } from './alerts.ts';
import type { ReleaseDigest } from './digest.ts';
import { ALERT_LABELS } from './labels.ts';

/** What is released, how much each chain has, what is left out. */
function digestSheets(digest: ReleaseDigest): Sheet[] {
  const { chains, leftOut, undated } = digest;
  const nameOf = new Map(chains.map(({ chain, name }) => [chain, name]));
  const items = chains.flatMap(({ items }) => items);
  const out = [
    ...leftOut.expired.map((id) => ({ id, reason: LEFT_OUT.expired as Bilingual })),
    ...undated.map((id) => ({ id, reason: NO_DATE })),
  ];
  return [
    sheet('成果发布', 'release', items, [
      col('产业链', 'chain', ({ chain }) => nameOf.get(chain)),
      col('名次', 'rank', ({ rank }) => rank),
      named(
        '成果',
        'record',
        ({ id }) => id,
        ({ title }) => title,
      ),
      col('类型', 'kind', ({ kind }) => word(KIND_LABELS, kind)),
      col('单位', 'unit', ({ unit }) => unit),
      col('入库日', 'came on', ({ on }) => on),
      col('得分', 'score', ({ score }) => rounded(score)),
      col('新颖度', 'novelty', ({ novelty }) => rounded(novelty?.value)),
      named('此前最近', 'nearest before', ({ novelty }) => novelty?.nearest?.id),
      col('成熟度', 'readiness', ({ trl }) => levels(trl ?? undefined)),
      col('其他产业链', 'other chains', ({ otherChains }) => otherChains),
      col('理由', 'reason', ({ reason }) => reason),
    ]),
    sheet('各产业链', 'chains', chains, [
      col('产业链', 'chain', ({ name }) => name),
      col('新增', 'new', ({ found }) => found),
      col('发布', 'released', ({ items }) => items.length),
    ]),
    sheet(
      '未列入',
      'left out',
      out,
      reasoned<(typeof out)[number]>(
        '成果',
        'record',
        ({ id }) => id,
        ({ reason }) => reason,
      ),
    ),
    facts([
      dayFact(digest),
      ['自', 'from', digest.from],
      ['发布', 'released', digest.shown],
      ['本期新增', 'new in the period', digest.found],
      ['涉密未列', 'above the clearance, left out', leftOut.withheld],
    ]),
  ];
}

const NO_DATE: Bilingual = {
  zh: '未注明日期，或年月只有部分在期内',
  en: 'no date, or a month or year only partly in the period',
};

/** What is new for whom; profiles of which nothing is told; what came in. */
function runSheets(run: AlertRun): Sheet[] {
  const alerts = run.profiles.flatMap(({ profileId, alerts }) =>
    alerts.map((alert) => ({ profileId, ...alert })),
  );
  const silent = run.profiles.filter((profile) => profile.alerts.length === 0);
  const arrived = [
    ...run.newIds.map((id) => ({ id, kind: ALERT_LABELS.kind.new })),
    ...run.changedIds.map((id) => ({ id, kind: ALERT_LABELS.kind.changed })),
  ] satisfies { readonly id: string; readonly kind: Bilingual }[];
  return [
    sheet('提醒', 'alerts', alerts, [
      named('订阅', 'profile', ({ profileId }) => profileId),
      col('类型', 'kind', ({ kind }) => word(ALERT_LABELS.kind, kind)),
      named(
        '记录',
        'record',
        ({ match }) => match.id,
        ({ match }) => titleOf(match.record),
      ),
      col('得分', 'score', ({ match }) => rounded(match.score)),
      named('对应需求', 'query', ({ queryId }) => queryId),
      col('也适合', 'also answers', ({ others }) =>
        others.map(({ queryId, score }) => `${queryId} ${score.toFixed(3)}`),
      ),
      col('新颖度', 'novelty', ({ novelty }) => rounded(novelty?.value)),
      named('库中最近', 'nearest known', ({ novelty }) => novelty?.nearest?.id),
      col('最近得分', 'nearest score', ({ novelty }) => rounded(novelty?.nearest?.score)),
      col('理由', 'reason', ({ match }) => match.reason),
    ]),
    sheet(
      '本期没有提醒',
      'nothing new',
      silent,
      named('订阅', 'profile', ({ profileId }) => profileId),
    ),
    sheet('新入库与更新', 'new and changed', arrived, [
      named('记录', 'record', ({ id }) => id),
      col('类型', 'kind', ({ kind }) => kind),
    ]),
    facts([
      dayFact(run),
      ['提醒', 'alerts', alerts.length],
      ['新入库', 'new records', run.newIds.length],
      ['有更新', 'changed records', run.changedIds.length],
      ['台账已记', 'records in the ledger', run.ledger.seen.length],
    ]),
  ];
}

/** Results of the programme, as tables. */
export const ALERT_TABLES = [
  soleKind<AlertRun>(['profiles', 'newIds', 'changedIds'], runSheets),
  soleKind<ReleaseDigest>(['chains', 'leftOut', 'undated', 'shown'], digestSheets),
];
