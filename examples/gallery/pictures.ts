import {
  type Achievement,
  createMatcher,
  type Demand,
  type Matcher,
  type MatchResult,
  parseRecords,
} from 'cuohe';
import { type ChartOption, scoreParts, supplyAndDemand, toECharts } from 'cuohe/charts';
import { rowTable, type Table } from 'cuohe/io';
import { planSessions, type TimetableOptions, timetable } from 'cuohe/programmes';
import { loadSample } from '../programmes/sample.ts';

/** Every picture of `cuohe/charts`, of the bundled sample, with the table of its numbers. */

export type Language = 'zh' | 'en';

/** One picture. */
export interface GalleryPicture {
  /** `matrix`, `sankey`, `gaps`, `waterfall`, `timetable`, `calendar`. */
  readonly id: string;
  /** What it needs to be read, in pixels; as wide as the page. */
  readonly height: number;
  readonly option: ChartOption;
  readonly table: Table;
}

/** The day on which the sample is looked at, so that its dates mean the same every year. */
const AS_OF = '2026-09-01';

/** Draws all of them, in one language. */
export async function galleryPictures(): Promise<Record<Language, GalleryPicture[]>> {
  const sample = loadSample();
  const achievements = parseRecords(sample.achievements, 'achievement');
  const demands = parseRecords(sample.demands, 'demand');
  const matcher = createMatcher(achievements);
  const results: MatchResult[] = [];
  for await (const result of matcher.matchAll(demands, { limit: 5, filter: { asOf: AS_OF } }))
    results.push(result);
  const figures = supplyAndDemand({ results, records: { achievements, demands }, chains: matcher });
  const match = results.flatMap(({ matches }) => matches).find(({ conditions }) => conditions.length > 1)!;

  const rooms = sample.extra<TimetableOptions & { readonly name: string }>('session-venues');
  const venues = rooms.map(({ name, ...room }) => ({ id: room.id, name, slots: timetable(room) }));
  const supply: Matcher<Achievement | Demand> = createMatcher(achievements);
  const plan = await planSessions(
    { demands: createMatcher(demands, { side: 'demand' }), supply, venues },
    { asOf: AS_OF, minScore: 0.3, method: 'greedy' },
  );

  const pictures = (language: Language): GalleryPicture[] => {
    const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
    const table = (rows: readonly object[], headers: Record<string, string>) =>
      rowTable(rows, { language, headers });
    const nameOf = new Map(figures.chains.map(({ code, nameZh, nameEn }) => [code, say(nameZh, nameEn)]));
    const pairs = table(
      figures.pairs.map(({ demandChain, supplyChain, ...counts }) => ({
        demand: nameOf.get(demandChain),
        supply: nameOf.get(supplyChain),
        ...counts,
      })),
      {
        demand: say('需求的产业链', 'chain of the demand'),
        supply: say('成果的产业链', 'chain of the achievement'),
        answering: say('较强和强的匹配', 'fairly strong and strong'),
        matches: say('全部匹配', 'all matches'),
      },
    );
    const chains = table(
      figures.chains.map(({ nameZh, nameEn, ...counts }) => ({
        name: { zh: nameZh, en: nameEn },
        ...counts,
      })),
      {
        name: say('产业链', 'chain'),
        demands: say('需求', 'demands'),
        answered: say('有答案', 'answered'),
        gap: say('没有答案', 'gap'),
        achievements: say('成果', 'achievements'),
      },
    );
    const parts = table(
      scoreParts(match).map(({ zh, en, value, to, clause }) => ({ part: { zh, en }, value, to, clause })),
      {
        part: say('部分', 'part'),
        value: say('加减分', 'adds'),
        to: say('累计', 'sum so far'),
        clause: say('说明', 'clause'),
      },
    );
    const sessions = table(
      plan.sessions.flatMap(({ venueId, theme, meetings }) =>
        venues
          .find(({ id }) => id === venueId)!
          .slots.map(({ id, start, end }) => ({
            theme: theme.name,
            start: start.replace('T', ' '),
            end: end.slice(11),
            meetings: meetings.filter(({ slotId }) => slotId === id).length,
          })),
      ),
      {
        theme: say('专题', 'theme'),
        start: say('开始', 'from'),
        end: say('结束', 'to'),
        meetings: say('洽谈', 'meetings'),
      },
    );
    const of = (picture: 'matrix' | 'sankey' | 'gaps') => toECharts(figures, { language, picture });
    const planned = (picture: 'timetable' | 'calendar') => toECharts(plan, { language, picture, venues });
    return [
      { id: 'matrix', height: 920, option: of('matrix'), table: pairs },
      { id: 'sankey', height: 900, option: of('sankey'), table: pairs },
      { id: 'gaps', height: 1240, option: of('gaps'), table: chains },
      { id: 'waterfall', height: 520, option: toECharts(match, { language }), table: parts },
      { id: 'timetable', height: 380, option: planned('timetable'), table: sessions },
      { id: 'calendar', height: 420, option: planned('calendar'), table: sessions },
    ];
  };
  return { zh: pictures('zh'), en: pictures('en') };
}
