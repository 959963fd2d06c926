import { fieldLabel } from '../common/field-labels.ts';
import {
  col,
  dayFact,
  facts,
  kindOf,
  named,
  rounded,
  type Sheet,
  type SheetColumns,
  sheet,
  soleKind,
  word,
} from '../common/sheets.ts';
import type { ExpertProfiles } from './build-profiles.ts';
import { EXPERT_LABELS } from './labels.ts';
import type { NameLink } from './link-names.ts';
import { person, profileSheets } from './profile-tables.ts';
import type { ExpertHit } from './rank-experts.ts';
import type { ExpertRecommendation } from './recommend-experts.ts';

const HIT: SheetColumns<ExpertHit> = [
  col('名次', 'rank', ({ rank }) => rank),
  person(
    ({ id }) => id,
    ({ name }) => name,
  ),
  col('单位', 'organisation', ({ organization }) => organization),
  col('职称', 'professional title', ({ professionalTitle }) => professionalTitle),
  col('实力', 'strength', ({ strength }) => rounded(strength)),
  col('得分', 'score', ({ score }) => rounded(score)),
  col('理由', 'reason', ({ reason }) => reason),
  col('画像材料', 'records', ({ recordIds }) => recordIds),
];

function evidenceSheet(hits: readonly ExpertHit[]): Sheet {
  const evidence = hits.flatMap((hit) => hit.evidence.map((one) => ({ hit, ...one })));
  return sheet('依据', 'evidence', evidence, [
    person(
      ({ hit }) => hit.id,
      ({ hit }) => hit.name,
    ),
    named(
      '记录',
      'record',
      ({ recordId }) => recordId,
      ({ title }) => title,
    ),
    col('共同用词', 'shared phrases', ({ phrases }) => phrases),
    col('分量', 'value', ({ value }) => rounded(value)),
    col('记录得分', 'score of the record', ({ score }) => rounded(score)),
    col('权重', 'weight', ({ weight }) => rounded(weight)),
  ]);
}

/** Experts and what speaks for them. */
function hitSheets(hits: readonly ExpertHit[]): Sheet[] {
  return [sheet('专家', 'experts', hits, HIT), evidenceSheet(hits)];
}

const KINDS = { person: { zh: '人', en: 'person' }, organization: { zh: '单位', en: 'organisation' } };

const LINK: SheetColumns<NameLink> = [
  col('点名', 'name', ({ name }) => name),
  col('类型', 'kind', ({ kind }) => KINDS[kind]),
  col('同处写的单位', 'organisation beside it', ({ organization }) => organization),
  col('结果', 'status', ({ status }) => word(EXPERT_LABELS.status, status)),
  named(
    '对应',
    'entry',
    ({ entry }) => entry?.id,
    ({ entry }) => entry?.name,
  ),
  col('对应单位', 'organisation', ({ entry }) => entry?.organization),
  col('依据', 'method', ({ method }) =>
    method === undefined ? undefined : word(EXPERT_LABELS.method, method),
  ),
  col('相似度', 'similarity', ({ similarity }) => rounded(similarity)),
  col('字段', 'field', ({ field }) => fieldLabel(field)),
  col('原文', 'text', ({ text }) => text),
];

/** Names of a demand, and what unclear ones may mean. */
function linkSheets(links: readonly NameLink[]): Sheet[] {
  const candidates = links.flatMap(({ name, candidates: all }) => all.map((one) => ({ name, ...one })));
  return [
    sheet('点名', 'names', links, LINK),
    sheet('可能所指', 'candidates', candidates, [
      col('点名', 'name', ({ name }) => name),
      named(
        '可能',
        'candidate',
        ({ entry }) => entry.id,
        ({ entry }) => entry.name,
      ),
      col('单位', 'organisation', ({ entry }) => entry.organization),
      col('相似度', 'similarity', ({ similarity }) => rounded(similarity)),
    ]),
  ];
}

/** Whom to ask: those named first; names and what became of them. */
function recommendationSheets(one: ExpertRecommendation): Sheet[] {
  const hits = [
    ...one.pinned.map((hit) => ({ ...hit, named: hit.link.name })),
    ...one.alternates.map((hit) => ({ ...hit, named: undefined })),
  ];
  return [
    sheet('推荐专家', 'experts', hits, [
      ...(HIT as SheetColumns<(typeof hits)[number]>),
      col('需求点名', 'named by the demand', (hit) => hit.named),
    ]),
    evidenceSheet(hits),
    ...linkSheets(one.links),
    sheet('点名未能推荐', 'nobody to show', one.absent, LINK),
    facts([dayFact(one)]),
  ];
}

/** Results of the programme, as tables. */
export const EXPERT_TABLES = [
  soleKind<ExpertProfiles>(['profiles', 'namesakes', 'unread', 'withheld'], profileSheets),
  soleKind<ExpertRecommendation>(['pinned', 'alternates', 'links', 'absent'], recommendationSheets),
  kindOf<ExpertHit>('listed', ['rank', 'name', 'evidence', 'recordIds', 'reason'], hitSheets),
  kindOf<NameLink>('listed', ['kind', 'name', 'field', 'status', 'candidates'], linkSheets),
];
