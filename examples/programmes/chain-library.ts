import { type Achievement, createMatcher, type Demand, type MatchResult } from 'cuohe';
import { buildChainLibrary, type ChainLibrary, type ChainRow, tagRecords, viewChain } from 'cuohe/programmes';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** The tables of one period. */
type ChainPeriod = ChainLibrary['periods'][number];

const CUT_OFFS = ['2026-03-31', '2026-06-30'];
/** The chain that is looked at from up and down. */
const CHAIN = 'SY05';

export const programme: DemoProgramme = {
  key: 'chain-library',
  number: 1,
  titleZh: '产业链项目库与缺口表',
  titleEn: 'Chain library and gap table',
  async run(sample) {
    const collected = new Map(
      sample
        .extra<{ id: string; collectedOn: string }>('collected')
        .map(({ id, collectedOn }) => [id, collectedOn]),
    );
    const dated = <R extends Achievement | Demand>(record: R) => ({
      ...record,
      collectedOn: collected.get(record.id),
    });
    const supply = sample.achievements.filter(({ kind = 'achievement' }) => kind === 'achievement');
    const tagger = createMatcher(supply);
    const achievements = await tagRecords(supply.map(dated), 'achievement', tagger);
    const demands = await tagRecords(sample.demands.map(dated), 'demand', tagger);
    // Scored as among all supply, so that no demand is matched here and unserved where orders are made.
    const { statistics } = createMatcher(sample.achievements);
    const matcher = createMatcher(achievements, { statistics });
    const filter = { asOf: AS_OF };
    const matches: MatchResult[] = [];
    for await (const result of matcher.matchAll(demands, { filter, explain: false })) {
      matches.push(result);
    }
    const period = { field: 'collectedOn', cutOffs: CUT_OFFS };
    const library = buildChainLibrary({
      achievements,
      demands,
      matches,
      taxonomy: matcher.taxonomy,
      period,
      asOf: AS_OF,
    });
    const input = { library, code: CHAIN, demands, matcher };
    const view = await viewChain(input, { filter });
    const titles = new Map<string, string>([...achievements, ...demands].map(({ id, title }) => [id, title]));
    const named = (id: string) => `${id} ${shortened(titles.get(id)!, 36)}`;
    const text = [
      `匹配等级较强及以上的算有匹配；一项可归多条链，小计、合计每项只计一次；*为先进制造链`,
      `未列入：已到期成果${library.leftOut.achievements.expired.length}项、需求${library.leftOut.demands.expired.length}项；密级超出范围的成果${library.leftOut.achievements.withheld}项、需求${library.leftOut.demands.withheld}项`,
      ...columns([
        ['产业链', '成果', '需求', '有匹配', '待用成果', '单位', '无匹配', '缺口需求'],
        ...[library.total, library.advancedManufacturing].map(figures),
        ...[...library.rows, library.withoutChain].map((row) => [
          ...figures(row),
          row.unmatchedDemands.join(' '),
        ]),
      ]),
      '',
      `“${view.name.zh}”链的缺口，上游链可供（匹配等级弱及以上）`,
      ...columns(
        view.upstream.flatMap(({ name, offers }) =>
          offers.map(({ demandId, achievementId, score }) => [
            named(demandId),
            `← ${name.zh}：${named(achievementId)}`,
            score.toFixed(2),
          ]),
        ),
      ),
      '',
      ...columns([
        ['阶段性汇集', '成果', '需求', '无匹配', '先进制造链成果', '需求', '无匹配'],
        ...library.periods.map(periodFigures),
      ]),
    ].join('\n');
    return { json: { library, view }, text, results: [library, view] };
  },
};

function figures(row: ChainRow): string[] {
  const counts = [
    row.achievements,
    row.demands,
    row.matchedDemands,
    row.unservedAchievements,
    row.units,
    row.unmatchedDemands,
  ].map((list) => String(list.length));
  const star = row.advancedManufacturing && row.code !== null ? '*' : '';
  return [`${star}${row.name.zh}`, ...counts];
}

function periodFigures(period: ChainPeriod): string[] {
  const { total, advancedManufacturing } = period;
  const counts = [total, advancedManufacturing].flatMap(({ achievements, demands, unmatchedDemands }) =>
    [achievements, demands, unmatchedDemands].map((list) => String(list.length)),
  );
  return [nameOf(period), ...counts];
}

function nameOf({ after, until, undated }: ChainPeriod): string {
  if (undated) return '未注明日期';
  if (until === null) return `${after}之后`;
  return after === null ? `截至${until}` : `${after}之后至${until}`;
}
