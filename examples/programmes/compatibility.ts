import { createMatcher } from 'cuohe';
import { checkMatches, rows } from 'cuohe/programmes';
import { tableText } from '../../src/command/table-text.ts';
import { shortened } from './columns.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

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
    const pages = demands.map((demand) => {
      const { matches } = matcher.match(demand, {
        limit: LIMIT,
        filter: { asOf: AS_OF },
      });
      // What may answer, by its level.
      const answers = matches.filter(({ level }) => level!.level >= 2);
      return { demand, ...checkMatches(demand, answers) };
    });
    const counts = rows(pages).find(({ name }) => name === '统计')!;
    const pairs = pages.flatMap(({ demand, matches }) => matches.map((item) => ({ demand, ...item })));
    const near = pairs
      .filter(({ compatibility }) => compatibility.isNearMiss)
      .sort((a, b) => b.match.score - a.match.score);
    const lines = [
      `${pairs.length} 对匹配（每项需求前${LIMIT}名、匹配等级较强及以上）`,
      ...tableText(counts),
      `只差一步的 ${near.length} 对，按得分列前${SHOWN}对：`,
      ...near.slice(0, SHOWN).flatMap(({ demand, match, compatibility }) => {
        const part = compatibility.parts.find(({ status }) => status === 'failed')!;
        return [
          `  ${match.score.toFixed(2)} ${demand.id} ${shortened(demand.title, 30)} — ${match.id} ${shortened(match.record.title, 34)}`,
          `       ${part.reason.zh}；${part.advice?.zh}`,
        ];
      }),
    ];
    return {
      json: pairs.map(({ match, compatibility }) => ({ score: match.score, ...compatibility })),
      text: lines.join('\n'),
      results: [pages],
    };
  },
};
