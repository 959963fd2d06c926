import type { Bilingual } from '../../base/bilingual.ts';
import { CONDITION_STATUS_LABELS } from '../common/conditions.ts';
import type { IndicatorCoverage } from './coverage.ts';
import type { ChallengeRanking, ChallengeUnit } from './rank-units.ts';

/** A table of texts, for a page, a sheet or a terminal. */
export interface ComparisonTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const HEADER = {
  zh: ['名次', '单位', '得分', '相关材料', '成熟度', '资格'],
  en: ['Rank', 'Unit', 'Score', 'Records', 'Readiness', 'Eligibility'],
};

/**
 * The units of a challenge side by side: rank, name, score, number of relevant records, highest readiness, eligibility,
 * then a column for each target. A cell of a target tells whether it is reached, and what the unit states. Units that
 * may not answer come last, without a rank.
 *
 * serves: 「择优确定项目承担单位」. O(units × targets).
 */
export function compareChallengeUnits(
  { targets, units, ineligible }: Pick<ChallengeRanking, 'targets' | 'units' | 'ineligible'>,
  language: 'zh' | 'en' = 'zh',
): ComparisonTable {
  const row = (unit: ChallengeUnit, rank: string) => [
    rank,
    unit.name,
    unit.score.toFixed(3),
    String(unit.evidence.length),
    unit.readiness === undefined ? '' : `TRL${unit.readiness}`,
    CONDITION_STATUS_LABELS[unit.eligibility][language],
    ...unit.coverage.map((covered) => targetCell(covered)[language]),
  ];
  return {
    header: [...HEADER[language], ...targets.map(({ raw }) => raw)],
    rows: [...units.map((unit) => row(unit, String(unit.rank))), ...ineligible.map((unit) => row(unit, ''))],
  };
}

/** Whether a target is reached, and what the unit states. */
export function targetCell({ status, source }: IndicatorCoverage): Bilingual {
  const { zh, en } = CONDITION_STATUS_LABELS[status];
  const stated = source === undefined ? '' : ` ${source.offered.raw}`;
  return { zh: `${zh}${stated}`, en: `${en}${stated}` };
}
