import { createMatcher } from 'cuohe';
import { type ChainLeader, planMadeToOrder, tagRecords, watchLists } from 'cuohe/programmes';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

export const programme: DemoProgramme = {
  key: 'made-to-order',
  number: 4,
  titleZh: '订单式研发',
  titleEn: 'Made-to-order R&D',
  async run(sample) {
    const matcher = createMatcher(sample.achievements);
    const demands = await tagRecords(sample.demands, 'demand', matcher);
    const plan = await planMadeToOrder(matcher, demands, {
      units: 3,
      filter: { asOf: AS_OF },
    });
    const { orders, served, leftOut } = plan;
    const leaders = sample.extra<ChainLeader>('chain-leaders');
    const watch = watchLists(leaders, demands, { asOf: AS_OF });
    const titles = new Map(demands.map(({ id, title }) => [id, title]));
    const leaderNames = new Map(leaders.map(({ id, name }) => [id, name]));
    const brokers = new Map(
      sample.extra<{ id: string; name: string }>('brokers').map(({ id, name }) => [id, name]),
    );
    const chainNames = new Map(matcher.taxonomy.chains.map(({ code, nameZh }) => [code, nameZh]));
    const uncertain = orders.filter(({ standing }) => standing === 'uncertain');
    const none = orders.filter(({ standing }) => standing === 'none');
    const open = none.filter(({ units }) => units.length === 0);
    const text = [
      [
        `${demands.length}项需求中${served.length}项已有成果或专利可供`,
        `${uncertain.length}项有相近的、需核实`,
        `${none.length - open.length}项没有现成的、可商议定向研发`,
        `${open.length}项没有现成的、建议张榜`,
        `${leftOut.expired.length}项已到期、未列入`,
      ].join('，'),
      '',
      ...orders
        .filter(({ units }) => units.length > 0)
        .flatMap(({ demandId, units, reason }) => [
          `  ${demandId} ${shortened(titles.get(demandId)!, 60)}`,
          `      ${reason.zh}`,
          ...columns(
            units.map(({ reason: shown, records }) => [shown.zh, records.map(({ id }) => id).join(' ')]),
            '      ',
          ),
        ]),
      '',
      `建议张榜：${open.map(({ demandId }) => demandId).join(' ')}`,
      '',
      `链主企业跟踪清单（${AS_OF}）`,
      ...columns(
        watch.lists.map(({ leaderId, broker = '', profile, byChain, withoutChain }) => [
          leaderNames.get(leaderId)!,
          `经纪人${brokers.get(broker) ?? '待定'}`,
          `有效需求${profile?.queries.length ?? 0}项`,
          [
            ...byChain.map(({ code, demands: ids }) => `${chainNames.get(code)}：${ids.join(' ')}`),
            ...(withoutChain.length > 0 ? [`未归链：${withoutChain.join(' ')}`] : []),
          ].join('；'),
        ]),
      ),
    ].join('\n');
    return { json: { orders, served, watchLists: watch }, text, results: [plan, watch] };
  },
};
