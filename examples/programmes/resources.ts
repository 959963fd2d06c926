import { type AchievementInput, createMatcher, suggestThreshold } from 'cuohe';
import {
  assessVouchers,
  defineRegions,
  listResources,
  type VoucherDecision,
  type VoucherRequest,
  type VoucherRule,
} from 'cuohe/programmes';
import { RESOURCE_LABELS } from 'cuohe/programmes/resources';
import { columns, shortened } from './columns.ts';
import { sourceOf } from './region.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** Who asks: 叶片TBC隔热涂层早期剥落, of a firm in 沈阳; 轴承钢大颗粒夹杂物超标, of one in 抚顺. */
const DEMANDS = ['D004', 'D032'];
/** A list of eight: never without instruments, services and an institution, and not all achievements. */
const QUOTAS = {
  instrument: { least: 2 },
  service: { least: 2 },
  institution: { least: 1 },
  achievement: { most: 2 },
  direction: { most: 0 },
};
const LIMIT = 8;

export const programme: DemoProgramme = {
  key: 'resources',
  number: 5,
  titleZh: '科技条件平台资源与创新券',
  titleEn: 'Platform resources and innovation vouchers',
  run({ achievements, demands, extra }) {
    const matcher = createMatcher([...achievements, ...extra<AchievementInput>('resources')]);
    const rules = extra<VoucherRule>('voucher-rules');
    const regions = defineRegions(sourceOf(extra));
    const applicants = extra<NonNullable<VoucherRequest['applicant']> & { readonly id: string }>(
      'voucher-applicants',
    );
    const pages = DEMANDS.map((id) => {
      const demand = demands.find((item) => item.id === id)!;
      const list = listResources(demand, matcher, {
        quotas: QUOTAS,
        limit: LIMIT,
        // What one unrelated pair in twenty scores touches on nothing.
        minScore: suggestThreshold(matcher, { queries: demands, noise: 0.05 }).minScore,
        filter: { asOf: AS_OF },
      });
      const applicant = applicants.find((firm) => firm.id === demand.organization)!;
      const offers = list.matches.map(({ record }) => ({ record }));
      const vouchers = assessVouchers(offers, rules, { asOf: AS_OF, applicant, regions });
      const rows = list.matches.map(({ rank, score, record }, i) => [
        String(rank),
        RESOURCE_LABELS.kind[record.kind ?? 'achievement'].zh,
        score.toFixed(2),
        String(record.id),
        shortened(record.title, 36),
        isCovered(vouchers[i]!) ? `用券条件${RESOURCE_LABELS.status[vouchers[i]!.status].zh}` : '',
      ]);
      const missing = list.counts
        .filter((count) => count.missing > 0)
        .map((count) => `${RESOURCE_LABELS.kind[count.kind].zh}少${count.missing}项`);
      const lines = [
        `${demand.id} ${demand.title}（${applicant.id}）`,
        ...columns(rows),
        `  ${missing.length === 0 ? '各类名额都已满足' : `名额未满：${missing.join('、')}`}`,
        '  创新券：',
        ...vouchers
          .filter(isCovered)
          .map(({ recordId, ruleId, reason }) => `    ${recordId} ${ruleId} ${reason.zh}`),
      ];
      return { json: { list: summary(list), vouchers }, lines, list, vouchers };
    });
    return {
      json: Object.fromEntries(pages.map(({ json }, i) => [DEMANDS[i]!, json])),
      results: [pages.map(({ list }) => list), ...pages.map(({ vouchers }) => vouchers)],
      text: pages.map(({ lines }) => lines.join('\n')).join('\n\n'),
    };
  },
};

/** Whether any rule pays for this kind of resource at all. */
function isCovered({ outcomes }: VoucherDecision): boolean {
  return outcomes.some(({ checks }) =>
    checks.some(({ condition, status }) => condition === 'kind' && status === 'met'),
  );
}

function summary({ matches, counts }: ReturnType<typeof listResources<AchievementInput>>) {
  return {
    matches: matches.map(({ rank, id, score, record, reason }) => ({
      rank,
      id,
      kind: record.kind,
      score,
      reason,
    })),
    counts,
  };
}
