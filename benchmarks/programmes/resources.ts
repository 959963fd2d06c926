import { createMatcherAsync, type SupplyKind } from 'cuohe';
import { assessVouchers, listResources, type VoucherRule } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

/** Supply by kind, and what is asked of it. */
interface Platform {
  readonly counts: Readonly<Partial<Record<SupplyKind, number>>>;
  readonly demands: number;
  readonly rules: number;
}

const QUOTAS = {
  instrument: { least: 2 },
  service: { least: 2 },
  institution: { least: 1 },
  achievement: { most: 4 },
};
const SERVICE_TYPES = ['研发', '检测', '咨询', '知识产权贯标', '导航'];
const AS_OF = '2026-09-01';

function resourceCase(profile: string, { counts, demands, rules }: Platform): ProgrammeCase {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    name: `mixed lists with vouchers, ${profile}`,
    programme: 5,
    size: (scale) =>
      `${scaled(demands, scale)} lists of 10 from ${scaled(total, scale)} resources, ${rules} voucher rules`,
    async prepare(scale) {
      const random = new Random(5);
      const corpus = syntheticCorpus(scaled(total, scale), scaled(demands, scale), 5);
      const kinds = Object.entries(counts).flatMap(([kind, count]) =>
        Array.from({ length: scaled(count, scale) }, () => kind as SupplyKind),
      );
      const records = corpus.achievements.map((record, i) => ({
        ...record,
        kind: kinds[i] ?? 'achievement',
        serviceTypes: [random.pick(SERVICE_TYPES)],
        price: random.between(1, 50) * 1000,
      }));
      const matcher = await createMatcherAsync(records);
      const list = Array.from({ length: rules }, (_, i) => ruleOf(i, random));
      return () => {
        let paid = 0;
        for (const demand of corpus.demands) {
          const { matches } = listResources(demand, matcher, { quotas: QUOTAS, filter: { asOf: AS_OF } });
          const offers = matches.map(({ record }) => ({ record }));
          const applicant = { regionCode: demand.regionCode ?? '', types: ['科技型中小企业'] };
          for (const { amount } of assessVouchers(offers, list, { asOf: AS_OF, applicant }))
            paid += amount?.max ?? 0;
        }
        return paid;
      };
    },
  };
}

function ruleOf(i: number, random: Random): VoucherRule {
  return {
    id: `V${i}`,
    serviceTypes: [random.pick(SERVICE_TYPES)],
    applicantRegions: [random.pick(['2101', '2102', '2104', '3702'])],
    applicantTypes: ['科技型中小企业'],
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    share: random.between(2, 6) / 10,
    most: 20_000,
    yearlyCeiling: 200_000,
  };
}

export const cases: ProgrammeCase[] = [
  // The city's platform as it tells of itself, and one seven times as large.
  resourceCase('M', {
    counts: { achievement: 1994, instrument: 2298, service: 2782, institution: 304 },
    demands: 1000,
    rules: 20,
  }),
  resourceCase('L', {
    counts: { achievement: 14_000, instrument: 16_000, service: 18_000, institution: 2000 },
    demands: 5000,
    rules: 60,
  }),
];
