import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import {
  type Alert,
  type AlertProfile,
  alerts,
  type ReleaseDigest,
  releaseDigest,
  startAlertLedger,
} from 'cuohe/programmes';
import { ALERT_LABELS } from 'cuohe/programmes/alerts';
import { wrap } from '../../src/command/terminal.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** A profile of the sample: it names saved demands. */
interface SavedProfile extends Omit<AlertProfile, 'queries'> {
  readonly name: string;
  readonly demandIds: readonly string[];
}

/** A record of the base that was put forward since the last run. */
const CHANGED = { id: 'A047', stage: '小批量', trl: 8 };
/** Above this, nothing in the base comes near. */
const NOVEL = 0.8;
const REPEATED = 0.3;
/** What is released: the best of each chain that came from this day on. */
const RELEASE = { field: 'collectedOn', from: '2026-05-01', asOf: AS_OF, perChain: 1, limit: 6 };

export const programme: DemoProgramme = {
  key: 'alerts',
  number: 11,
  titleZh: '早发现：新成果提醒',
  titleEn: 'Alerts on new records',
  async run({ achievements, demands, extra }) {
    const filter = { asOf: AS_OF };
    const options = { filter, changed: true };
    const ledger = startAlertLedger(createMatcher(achievements), { filter });
    const arrived = extra<AchievementInput>('new-achievements');
    const current = achievements.map((record) =>
      record.id === CHANGED.id ? { ...record, ...CHANGED } : record,
    );
    const matcher = createMatcher([...current, ...arrived]);
    const saved = extra<SavedProfile>('alert-profiles');
    const profiles = saved.map(({ demandIds, ...profile }) => ({
      ...profile,
      queries: queriesOf(demandIds, demands),
    }));
    const run = await alerts(profiles, matcher, ledger, options);
    const again = await alerts(profiles, matcher, run.ledger, options);
    const dates = new Map(
      extra<{ id: string; collectedOn: string }>('collected').map((line) => [line.id, line.collectedOn]),
    );
    const dated = achievements.map((record) => ({ ...record, collectedOn: dates.get(record.id) }));
    const digest = await releaseDigest(createMatcher(dated), RELEASE);
    const told = run.profiles.reduce((sum, { alerts }) => sum + alerts.length, 0);
    const text = [
      `新入库${run.newIds.length}项，有更新${run.changedIds.length}项，向${saved.length}家发出${told}条提醒`,
      ...run.profiles.flatMap((profile, p) => [
        '',
        `${saved[p]!.name}　${profile.alerts.length > 0 ? `${profile.alerts.length}条` : '本期没有'}`,
        ...profile.alerts.flatMap(alertLines),
      ]),
      '',
      `凭新台账再运行一次：${again.profiles.reduce((sum, { alerts }) => sum + alerts.length, 0)}条`,
      '',
      `成果发布：${digest.from}以来新增${digest.found}项，每链取1项，发布${digest.shown}项`,
      ...digest.chains.flatMap(releaseLines),
    ].join('\n');
    const json = {
      newIds: run.newIds,
      changedIds: run.changedIds,
      profiles: run.profiles.map(({ profileId, alerts }) => ({ profileId, alerts: alerts.map(alertJson) })),
      seen: run.ledger.seen.length,
      release: digest,
    };
    return { json, text, results: [run, digest] };
  },
};

function queriesOf(ids: readonly string[], demands: readonly DemandInput[]): DemandInput[] {
  return ids.flatMap((id) => demands.find((demand) => demand.id === id) ?? []);
}

function alertLines({ kind, match, queryId, novelty }: Alert<AchievementInput>): string[] {
  const nearest = novelty.nearest === undefined ? '' : `，库中最近${novelty.nearest.id}`;
  const verdict =
    novelty.value >= NOVEL ? '，库中没有相近的' : novelty.value <= REPEATED ? '，与库中重复较多' : '';
  const head = [
    ALERT_LABELS.kind[kind].zh,
    match.score.toFixed(2),
    `对${queryId}`,
    `${match.id} ${match.record.title}`,
  ];
  return [
    `  ${head.join('　')}`,
    `    新颖度${novelty.value.toFixed(2)}${nearest}${verdict}`,
    ...wrap(match.reason.zh, 84).map((line) => `    ${line}`),
  ];
}

function releaseLines({ name, items }: ReleaseDigest['chains'][number]): string[] {
  return items.flatMap(({ id, title, reason }) => [`  ${name.zh}　${id} ${title}`, `    ${reason.zh}`]);
}

function alertJson({ kind, match, queryId, others, novelty }: Alert) {
  return { kind, recordId: match.id, queryId, score: match.score, reason: match.reason, others, novelty };
}
