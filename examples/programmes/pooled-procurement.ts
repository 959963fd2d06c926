import { type Achievement, createMatcher, type DemandInput } from 'cuohe';
import {
  type ClusterDemand,
  type ClusterSupply,
  clusterDemand,
  commonDemands,
  countPledges,
  type DemandCluster,
  nameOfRegion,
  type Pledge,
  type PledgedGoal,
  type PledgeGoal,
  supplyForCluster,
} from 'cuohe/programmes';
import { POOLED_LABELS } from 'cuohe/programmes/pooled';
import { wrap } from '../../src/command/terminal.ts';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

const CURRENCIES: Readonly<Record<string, string>> = { CNY: '元', USD: '美元' };
const COLUMNS = 84;

export const programme: DemoProgramme = {
  key: 'pooled-procurement',
  number: 9,
  titleZh: '集采研发：共性需求归集',
  titleEn: 'Pooled-procurement R&D',
  async run({ achievements, demands, extra }) {
    const all = [...demands, ...extra<DemandInput>('common-demands')];
    const filter = { asOf: AS_OF };
    const found = await commonDemands(createMatcher(all, { side: 'demand' }), { filter });
    const supply = createMatcher(achievements);
    const options = { filter, limit: 2 };
    const clusters = await Promise.all(
      found.clusters.map(async (cluster) => {
        const best = await supplyForCluster(cluster, supply, options);
        // What serves a single firm is no common solution.
        return { cluster, supply: best.filter(({ firms }) => firms * 2 > cluster.firms.length) };
      }),
    );
    const joint = found.clusters.map((cluster) => clusterDemand(cluster));
    const goals = countPledges(extra<PledgeGoal>('pledge-goals'), extra<Pledge>('pledges'), { asOf: AS_OF });
    const few = found.outliers.filter(({ reason }) => reason === 'few-firms');
    const text = [
      `征集${all.length}项，归为${clusters.length}组共性需求（各不少于3家企业），另有${found.outliers.length}项单列，${found.filtered}项已过期`,
      ...clusters.flatMap(({ cluster, supply }, i) => [
        '',
        ...clusterLines(i + 1, cluster, supply, joint[i]!),
      ]),
      '',
      `预采购（${AS_OF}）`,
      ...columns(goals.flatMap(pledgeLines)),
      '',
      `单列：${POOLED_LABELS.outlier['few-firms'].zh}（${few.length}项）`,
      ...listed(few.map(({ demand }) => `${demand.id} ${demand.title}`)).map((line) => `  ${line}`),
    ].join('\n');
    const json = {
      clusters: clusters.map(({ cluster, supply }, i) => ({
        ...clusterJson(cluster, supply),
        joint: joint[i],
      })),
      pledges: goals,
      outliers: found.outliers.map(({ demand, reason }) => ({ demandId: demand.id, reason })),
      filtered: found.filtered,
    };
    return { json, text, results: [found, ...clusters.map(({ supply }) => supply), ...joint, goals] };
  },
};

function clusterLines(
  number: number,
  cluster: DemandCluster,
  supply: readonly ClusterSupply<Achievement>[],
  { demand: joint }: ClusterDemand,
): string[] {
  const { label, members, firms, representative, indicators, budget } = cluster;
  const targets = indicators.map(({ name, strictest, targets }) =>
    strictest === undefined
      ? `${name}（${targets.length}项，不可比）`
      : `${strictest.raw}（${targets.length}项中最严，${strictest.demandId}）`,
  );
  const offers = supply.map(
    ({ record, score, serves }) =>
      `${record.id} ${shortened(record.title, 44)}　${score.toFixed(2)}，对${serves.map(({ demandId }) => demandId).join('、')}`,
  );
  const sections: [string, readonly string[]][] = [
    ['代表需求', [`${representative.id} ${representative.title}`]],
    ['需求企业', listed(members.map(({ demand, firm = '企业不明' }) => `${firm}（${demand.id}）`))],
    ['资金合计', [budgetText(budget)]],
    ['共性指标', targets],
    ['联合需求', [jointText(joint)]],
    ['可对接', offers],
  ];
  return [
    `${number}. ${label}　${firms.length}家企业，${members.length}项需求`,
    ...columns(sections.flatMap(([head, lines]) => lines.map((line, i) => [i === 0 ? head : '', line]))),
  ];
}

/** The cluster as one demand: what stands beside its texts. */
function jointText({ id, indicators, budget, validTo, regionCode }: ClusterDemand['demand']): string {
  const parts = [
    `${indicators?.length ?? 0}项共性指标`,
    budget?.raw ?? '资金不详',
    validTo?.to === undefined ? '未注明期限' : `${validTo.to}到期`,
    regionCode === undefined ? '地区不一' : nameOfRegion(regionCode).zh,
  ];
  return `${id}：${parts.join('，')}`;
}

/** How far a joint development has come, and who pays what. */
function pledgeLines({
  title = '',
  state,
  reason,
  firms,
  quantity,
  sum,
  split,
  notSplit,
  pledges,
}: PledgedGoal) {
  const { pledge: statuses, pledgeState: states } = POOLED_LABELS;
  const aside = pledges.filter(({ status }) => status !== 'counts');
  const pays = split?.parts.map(({ firm, pays: yuan, exceedsSum }) => {
    return `${firm}${yuan.toFixed(2)}元${exceedsSum ? '（超过认缴）' : ''}`;
  });
  const lines = [
    [
      title,
      `${states[state].zh}：${firms}家${quantity > 0 ? `，${quantity}台套` : ''}，${inTenThousands(sum)}万元；${reason.zh}`,
    ],
    ...listed(aside.map(({ pledge, status }) => `${pledge.id} ${statuses[status].zh}`)).map((line) => [
      '',
      line,
    ]),
    ...listed(pays ?? [notSplit?.zh ?? '']).map((line) => ['', line]),
  ];
  if (split !== undefined && split.uncovered > 0) lines.push(['', `无人承担${split.uncovered.toFixed(2)}元`]);
  return lines as string[][];
}

/** Without what a division leaves behind. */
function inTenThousands(yuan: number): number {
  return Number((yuan / 1e4).toFixed(6));
}

function listed(items: readonly string[]): string[] {
  return wrap(items.join('；'), COLUMNS);
}

function budgetText({ sums, negotiable, unstated }: DemandCluster['budget']): string {
  const parts = sums.map(sumText);
  if (negotiable > 0) parts.push(`面议${negotiable}项`);
  if (unstated > 0) parts.push(`未填${unstated}项`);
  return parts.join('；');
}

function sumText({ currency, low, high, stated, open }: DemandCluster['budget']['sums'][number]): string {
  const unit = `万${CURRENCIES[currency] ?? currency}`;
  const range =
    low === high ? `${inTenThousands(low)}${unit}` : `${inTenThousands(low)}～${inTenThousands(high)}${unit}`;
  return `${range}（${stated}项${open > 0 ? `，其中${open}项上限未定` : ''}）`;
}

function clusterJson(cluster: DemandCluster, supply: readonly ClusterSupply<Achievement>[]) {
  const { label, phrases, representative, members, firms, indicators, budget } = cluster;
  return {
    label,
    phrases,
    representativeId: representative.id,
    members: members.map(({ demand, firm, similarity }) => ({ demandId: demand.id, firm, similarity })),
    firms,
    indicators: indicators.map(({ name, targets, strictest }) => ({
      name,
      targets: targets.map(({ demandId, raw }) => ({ demandId, raw })),
      strictest: strictest?.raw,
    })),
    budget,
    supply: supply.map(({ record, score, firms, serves }) => ({ id: record.id, score, firms, serves })),
  };
}
