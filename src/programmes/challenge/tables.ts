import { fieldLabel } from '../common/field-labels.ts';
import { filteredFacts } from '../common/filtered-facts.ts';
import { KIND_LABELS } from '../common/kind-labels.ts';
import {
  col,
  dayFact,
  facts,
  kindOf,
  levels,
  named,
  rounded,
  type Sheet,
  sheet,
  soleKind,
  titleOf,
  word,
} from '../common/sheets.ts';
import { placeName } from '../places/regions.ts';
import { type ComparisonTable, targetCell } from './comparison.ts';
import type { ChallengeConsortia } from './consortia.ts';
import { consortiumSheets, personSheets } from './consortium-tables.ts';
import { CHALLENGE_LABELS } from './labels.ts';
import type { PersonEligibility } from './persons.ts';
import type { ChallengeRanking, ChallengeUnit } from './rank-units.ts';

const ROLES = { owner: { zh: '单位所有', en: 'owner' }, 'co-owner': { zh: '共同完成', en: 'co-owner' } };

const unit = <T>(of: (item: T) => ChallengeUnit) => col<T>('单位', 'unit', (item) => of(item).name);

/** Units side by side, then what each rests on, target by target, condition by condition, record by record. */
function rankingSheets(ranking: ChallengeRanking): Sheet[] {
  const units = [...ranking.units, ...ranking.ineligible];
  const mayNot = new Set(ranking.ineligible);
  const coverage = units.flatMap((one) => one.coverage.map((covered) => ({ one, covered })));
  const checks = units.flatMap((one) => one.checks.map((check) => ({ one, check })));
  const evidence = units.flatMap((one) => one.evidence.map((record) => ({ one, record })));
  return [
    sheet('揭榜单位', 'units', units, [
      // Those that may not answer have no place among those that may.
      col('名次', 'rank', (one) => (mayNot.has(one) ? undefined : one.rank)),
      unit((one) => one),
      col('资格', 'eligibility', ({ eligibility }) => word(CHALLENGE_LABELS.status, eligibility)),
      col('得分', 'score', ({ score }) => rounded(score)),
      col('相关材料', 'records', (one) => one.evidence.length),
      col('成熟度', 'readiness', ({ readiness }) =>
        readiness === undefined ? undefined : levels([readiness, readiness]),
      ),
      col('合作意向单位', 'preferred', ({ isPreferred }) => isPreferred),
      col('单位类型', 'kinds of unit', ({ unitKinds }) => unitKinds),
      col('地区', 'regions', ({ regionCodes }) => regionCodes.map((code) => placeName(code))),
      ...ranking.targets.map(({ raw }, at) =>
        col<ChallengeUnit>(raw, raw, (one) => targetCell(one.coverage[at]!)),
      ),
    ]),
    sheet('指标', 'targets', coverage, [
      unit(({ one }) => one),
      col('指标', 'target', ({ covered }) => covered.target.raw),
      col('结果', 'status', ({ covered }) => word(CHALLENGE_LABELS.status, covered.status)),
      col('余量', 'margin', ({ covered }) => rounded(covered.margin, 6)),
      named('依据', 'source', ({ covered }) => covered.source?.recordId),
      col('原文', 'stated', ({ covered }) => covered.source?.offered.raw),
      col('说明', 'in words', ({ covered }) => covered.text),
    ]),
    sheet('揭榜资格', 'eligibility', checks, [
      unit(({ one }) => one),
      col('条件', 'rule', ({ check }) => check.ruleId),
      col('结果', 'status', ({ check }) => word(CHALLENGE_LABELS.status, check.status)),
      col('原因', 'reason', ({ check }) => check.reason),
    ]),
    sheet('材料', 'evidence', evidence, [
      unit(({ one }) => one),
      named(
        '记录',
        'record',
        ({ record }) => record.recordId,
        ({ record }) => record.title,
      ),
      col('类型', 'kind', ({ record }) => word(KIND_LABELS, record.kind)),
      col('单位角色', 'role', ({ record }) => ROLES[record.role]),
      col('得分', 'score', ({ record }) => rounded(record.score)),
      col('权重', 'weight', ({ record }) => rounded(record.weight)),
      col('计入', 'adds', ({ record }) => rounded(record.adds)),
      col('理由', 'reason', ({ record }) => record.reason),
    ]),
    sheet('未注明单位', 'no unit named', ranking.unattributed, [
      named(
        '记录',
        'record',
        ({ id }) => id,
        ({ record }) => titleOf(record),
      ),
      col('得分', 'score', ({ score }) => rounded(score)),
      col('理由', 'reason', ({ reason }) => reason),
    ]),
    sheet('榜单条件', 'conditions', ranking.conditions, [
      col('原文', 'stated', ({ raw }) => raw),
      col('字段', 'field', ({ field }) => fieldLabel(field)),
    ]),
    facts([
      ['榜单编号', 'challenge id', ranking.challengeId],
      dayFact(ranking),
      ['查看的匹配', 'matches looked at', ranking.matches],
      ...filteredFacts(ranking.filtered),
    ]),
  ];
}

/** What `compareChallengeUnits` gives is a table already. */
function comparisonSheets({ header, rows }: ComparisonTable): Sheet[] {
  return [
    sheet(
      '单位比较',
      'comparison',
      rows,
      header.map((text, at) => col<readonly string[]>(text, text, (row) => row[at])),
    ),
  ];
}

/** Results of the programme, as tables. */
export const CHALLENGE_TABLES = [
  soleKind<ChallengeRanking>(['challengeId', 'units', 'ineligible', 'unattributed'], rankingSheets),
  soleKind<ChallengeConsortia>(['challengeId', 'consortia', 'open', 'bound'], consortiumSheets),
  kindOf<PersonEligibility>('listed', ['personId', 'eligibility', 'checks'], personSheets),
  soleKind<ComparisonTable>(['header', 'rows'], comparisonSheets),
];
