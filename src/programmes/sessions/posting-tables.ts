import { col, facts, named, type Sheet, sheet, word } from '../common/sheets.ts';
import { qualityFacts } from '../planning/quality-facts.ts';
import { SESSION_LABELS } from './labels.ts';
import type { PostingPlan } from './postings.ts';

/** Who stands where; what every county has; who has no post. */
export function postingSheets(plan: PostingPlan): Sheet[] {
  return [
    sheet('派驻', 'postings', plan.postings, [
      named('县区', 'county', ({ county }) => county),
      named('专家', 'expert', ({ expert }) => expert),
      col('理由', 'reason', ({ reason }) => word(SESSION_LABELS.posting, reason)),
      col('产业链', 'chains', ({ chains }) => chains),
    ]),
    sheet('各县区人数', 'counties', plan.shares, [
      named('县区', 'county', ({ county }) => county),
      col('至少', 'at least', ({ least }) => least),
      col('派驻', 'posted', ({ posted }) => posted),
    ]),
    sheet(
      '未派驻',
      'not posted',
      plan.unposted,
      named('专家', 'expert', (id) => id),
    ),
    facts(qualityFacts(plan)),
  ];
}
