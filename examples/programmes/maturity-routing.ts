import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import { type MaturityPair, type MaturityRoute, matchEarly, routeMaturity } from 'cuohe/programmes';
import { MATURITY_LABELS } from 'cuohe/programmes/maturity';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** What became of a pair. */
type Outcome = MaturityRoute['outcome'];

const ORDER: readonly Outcome[] = ['routed', 'no-base', 'at-enterprise', 'unknown', 'ready'];

export const programme: DemoProgramme = {
  key: 'maturity-routing',
  number: 13,
  titleZh: '成熟度分流：概念验证与中试',
  titleEn: 'Maturity routing',
  async run({ achievements, demands, extra }) {
    const supply = [...achievements, ...extra<AchievementInput>('rd-projects')];
    const bases = createMatcher([
      ...extra<AchievementInput>('maturity-bases'),
      ...achievements.filter(({ kind }) => kind === 'pilot-base' || kind === 'institution'),
    ]);
    const pairs = await relevantPairs(supply, demands);
    const routes = await routeMaturity(pairs, bases, {
      filter: { asOf: AS_OF },
    });
    const titles = new Map([...supply, ...demands].map(({ id, title }) => [id, title]));
    const of = (outcome: Outcome) => routes.filter((route) => route.outcome === outcome);
    const head = ({ demandId, supplyId }: MaturityRoute) =>
      `  ${supplyId} ${shortened(titles.get(supplyId)!, 40)} → ${demandId} ${shortened(titles.get(demandId)!, 34)}`;
    const text = [
      `${routes.length}对：${ORDER.map((outcome) => `${MATURITY_LABELS.outcome[outcome].zh}${of(outcome).length}对`).join('，')}`,
      '',
      ...of('routed').flatMap((route) => [head(route), ...routedLines(route)]),
      '',
      ...of('no-base').flatMap((route) => [
        head(route),
        `      ${route.reason.zh}${route.nearMisses.map(missedLine).join('；')}`,
      ]),
    ].join('\n');
    return { json: { routes }, text, results: [routes] };
  },
};

/** What a base lacks, and what it does not tell. */
function missedLine({ name, failed, unknown }: MaturityRoute['nearMisses'][number]): string {
  const label = (test: (typeof failed)[number]) => MATURITY_LABELS.test[test].zh;
  const lacks = [
    ...failed.map((test) => `未达“${label(test)}”`),
    ...unknown.map((test) => `“${label(test)}”待核实`),
  ];
  return `${name}${lacks.join('，')}`;
}

/** For each demand what is relevant to it, the best pairs of all first. */
async function relevantPairs(
  supply: readonly AchievementInput[],
  demands: readonly DemandInput[],
): Promise<MaturityPair[]> {
  const found: (MaturityPair & { readonly score: number })[] = [];
  const matcher = createMatcher(supply);
  const options = { limit: 2, explain: false, filter: { asOf: AS_OF } };
  const byId = new Map(demands.map((demand) => [demand.id, demand]));
  for await (const { queryId, matches } of matchEarly(matcher, demands, options)) {
    const demand = byId.get(queryId)!;
    found.push(...matches.map(({ record, score }) => ({ demand, supply: record, score })));
  }
  return found.sort((a, b) => b.score - a.score);
}

function routedLines({ base, maturity, alternatives }: MaturityRoute): string[] {
  const others = alternatives.map(({ name }) => name).join('、');
  return columns(
    [
      [
        `${maturity.step.name.zh}：${base!.name}`,
        `与需求方${MATURITY_LABELS.ring[base!.nearDemand].zh}`,
        `共同涉及${base!.phrases.slice(0, 3).join('、')}`,
        others === '' ? '' : `也可到${others}`,
      ],
    ],
    '      ',
  );
}
