import { type AchievementInput, createMatcher } from 'cuohe';
import { type EarlyResult, type MaturityGap, matchEarly } from 'cuohe/programmes';
import { MATURITY_STEPS } from 'cuohe/programmes/maturity';
import { columns, shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

const LIMIT = 3;

export const programme: DemoProgramme = {
  key: 'early-matching',
  number: 2,
  titleZh: '早期对接',
  titleEn: 'Early matching',
  async run({ achievements, demands, extra }) {
    const matcher = createMatcher([...achievements, ...extra<AchievementInput>('rd-projects')]);
    const titles = new Map(demands.map(({ id, title }) => [id, title]));
    const results = [];
    const given: EarlyResult<AchievementInput>[] = [];
    for await (const result of matchEarly(matcher, demands, {
      limit: LIMIT,
      filter: { asOf: AS_OF },
    })) {
      given.push(result);
      results.push({ demandId: result.queryId, matches: result.matches.map(shown) });
    }
    const all = results.flatMap(({ demandId, matches }) => matches.map((match) => ({ demandId, ...match })));
    const early = all.filter(({ maturity }) => maturity.status === 'early');
    // The longest way first: these want to be looked after soonest.
    const listed = early
      .filter(({ maturity }) => maturity.path.length > 1)
      .sort((a, b) => b.maturity.path.length - a.maturity.path.length);
    const names = new Map(MATURITY_STEPS.map(({ code, name }) => [code, name.zh]));
    const count = (status: string) => all.filter(({ maturity }) => maturity.status === status).length;
    const noReady = results.filter(
      ({ matches }) => matches.length > 0 && matches.every(({ maturity }) => maturity.status === 'early'),
    );
    const text = [
      `${all.length}对匹配：成熟度已满足${count('ready')}对，早期${count('early')}对，成熟度未注明${count('unknown')}对；得分与排序不因成熟度改变`,
      `只有早期成果可供的需求${noReady.length}项：${noReady.map(({ demandId }) => demandId).join(' ')}`,
      '',
      `需要两步以上熟化的${listed.length}对`,
      ...listed.flatMap(({ demandId, id, title, score, maturity }) => [
        `  ${demandId} ${shortened(titles.get(demandId)!, 40)} ← ${id} ${shortened(title, 44)}`,
        ...columns(
          [
            [
              `得分${score.toFixed(2)}`,
              `现为${levels(maturity.supply)}`,
              `要求${maturity.demand.source === 'assumed' ? '未注明，按可应用' : levels(maturity.demand)}`,
              maturity.path.map((code) => names.get(code)!).join('→'),
            ],
          ],
          '       ',
        ),
      ]),
    ].join('\n');
    return { json: { results }, text, results: [given] };
  },
};

/** A match without its record. */
function shown({ id, score, record, maturity, reason }: EarlyResult<AchievementInput>['matches'][number]) {
  return { id, title: record.title, score, reason, maturity };
}

function levels({ trl, phrase, source }: MaturityGap['supply']): string {
  const words = phrase === undefined ? '' : `“${phrase}”`;
  return `${source === 'kind' ? '（按类别估）' : words}TRL ${[...new Set(trl)].join('–')}`;
}
