import { createMatcher } from 'cuohe';
import { checkMatches } from 'cuohe/programmes';
import { COMPATIBILITY_LABELS } from 'cuohe/programmes/compatibility';
import { columns, shortened } from './columns.ts';
import { enough } from './enough.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** What is compared, in the order of the tables. */
const COMPONENTS = ['ip', 'mode', 'exclusivity', 'price'] as const;
/** Matches of each demand. */
const LIMIT = 2;
/** Near misses shown. */
const SHOWN = 10;

export const programme: DemoProgramme = {
  key: 'compatibility',
  number: 16,
  titleZh: '知识产权、合作方式与价格相容性',
  titleEn: 'Compatibility of rights, transfer and price',
  run({ achievements, demands }) {
    const matcher = createMatcher(achievements);
    const minScore = enough(matcher, demands, 'answers');
    const pages = demands.map((demand) => {
      const { matches } = matcher.match(demand, {
        limit: LIMIT,
        minScore,
        filter: { asOf: AS_OF },
      });
      return { demand, ...checkMatches(demand, matches) };
    });
    const totals = COMPONENTS.map((component) => {
      const sum = (status: 'compatible' | 'conflict' | 'unknown') =>
        pages.reduce((total, { counts }) => total + counts[component][status], 0);
      return [
        COMPATIBILITY_LABELS.component[component].zh,
        sum('compatible'),
        sum('conflict'),
        sum('unknown'),
      ];
    });
    const { compatible, conflict, unknown } = COMPATIBILITY_LABELS.status;
    const pairs = pages.flatMap(({ demand, matches }) => matches.map((item) => ({ demand, ...item })));
    const near = pairs
      .filter(({ compatibility }) => compatibility.isNearMiss)
      .sort((a, b) => b.match.score - a.match.score);
    const lines = [
      `${pairs.length} 对匹配（每项需求前${LIMIT}名、得分不低于${minScore}）`,
      ...columns([['', compatible.zh, conflict.zh, unknown.zh], ...totals.map((row) => row.map(String))]),
      `只差一步的 ${near.length} 对，按得分列前${SHOWN}对：`,
      ...near.slice(0, SHOWN).flatMap(({ demand, match, compatibility }) => {
        const part = compatibility.parts.find(({ status }) => status === 'conflict')!;
        return [
          `  ${match.score.toFixed(2)} ${demand.id} ${shortened(demand.title, 30)} — ${match.id} ${shortened(match.record.title, 34)}`,
          `       ${part.reason.zh}；${part.advice?.zh}`,
        ];
      }),
    ];
    return {
      json: pairs.map(({ match, compatibility }) => ({ score: match.score, ...compatibility })),
      text: lines.join('\n'),
    };
  },
};
