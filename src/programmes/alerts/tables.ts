import type { Bilingual } from '../../base/bilingual.ts';
import {
  col,
  dayFact,
  facts,
  named,
  rounded,
  type Sheet,
  sheet,
  soleKind,
  titleOf,
} from '../common/sheets.ts';
import type { AlertRun } from './alerts.ts';
import { ALERT_LABELS } from './labels.ts';

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
      col('类型', 'kind', ({ kind }) => ALERT_LABELS.kind[kind]),
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
export const ALERT_TABLES = [soleKind<AlertRun>(['profiles', 'newIds', 'changedIds'], runSheets)];
