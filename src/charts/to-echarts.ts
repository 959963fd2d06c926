import * as z from 'zod/mini';
import { Issues } from '../base/issues.ts';
import { optionsOf, partOf } from '../base/shapes.ts';
import { toInputIssues } from '../base/zod-issues.ts';
import type { Language } from './chart-texts.ts';
import type { SupplyAndDemand } from './figures.ts';
import type { ChartOption } from './option.ts';
import type { ScoredMatch } from './score-parts.ts';
import { calendarOf, type ShownPlan, type ShownVenue, timetableOf } from './session-pictures.ts';
import { flowOf, gapsOf, matrixOf } from './supply-pictures.ts';
import { waterfallOf } from './waterfall.ts';

/** How a picture is made. */
export interface ChartOptions {
  /** Language of all texts that are the library's. Default `zh`. */
  readonly language?: Language;
  /**
   * Of supply and demand: `matrix` of chains (default), `sankey` of the same, or `gaps`: bars of demands without an answer.
   * Of a match or an explanation: `waterfall` (the default, and the only one). Of a plan of sessions: `timetable`
   * (default) or `calendar`.
   */
  readonly picture?: 'matrix' | 'sankey' | 'gaps' | 'waterfall' | 'timetable' | 'calendar';
  /** Of a plan of sessions the venues that it was made with: they tell when slots are. Needed for a plan, and for it alone. */
  readonly venues?: readonly ShownVenue[];
}

/** What there is a picture of. */
export type ChartFigure = SupplyAndDemand | ScoredMatch | ShownPlan;

const PICTURES = {
  supply: ['matrix', 'sankey', 'gaps'],
  score: ['waterfall'],
  plan: ['timetable', 'calendar'],
} as const;
const OPTIONS = optionsOf<ChartOptions>(
  {
    language: z.optional(z.enum(['zh', 'en'])),
    picture: z.optional(z.enum(Object.values(PICTURES).flat())),
    venues: z.optional(
      partOf<readonly ShownVenue[]>(
        z.array(
          z.looseObject({
            id: z.string(),
            slots: z.array(z.looseObject({ id: z.string(), start: z.string(), end: z.string() })),
          }),
        ),
      ),
    ),
  },
  { type: 'picture', kind: 'picture', lang: 'language' },
);

/**
 * A picture as options of ECharts 6, for `chart.setOption`: a plain object without functions, that goes through JSON. Colours
 * of texts and of the ground are the theme's, so that it is read in light and dark. Long names are cut by the chart; their
 * whole text stands in the tooltip. At most 40 chains of a side are shown, the others in one.
 * @param figure of `supplyAndDemand`; a match of `match`, or an explanation; or a plan of `planSessions`.
 * @throws InputError `INVALID_OPTIONS` for anything else, a picture that there is not of it, and a plan without its venues.
 */
export function toECharts(figure: ChartFigure, options: ChartOptions = {}): ChartOption {
  const issues = new Issues();
  const parsed = OPTIONS.safeParse(options);
  if (!parsed.success) issues.take(toInputIssues(parsed.error.issues, options, -1));
  const kind = kindOf(figure);
  issues.expect(
    kind !== undefined,
    'figure',
    'supply and demand, a match, an explanation or a plan of sessions',
    figure,
  );
  issues.throwAsOptions();
  const { language = 'zh', picture = PICTURES[kind!][0], venues } = options;
  const pictures: readonly string[] = PICTURES[kind!];
  issues.expect(pictures.includes(picture), 'picture', `one of ${pictures.join(', ')}`, picture);
  if (kind === 'plan') expectVenues(issues, figure as ShownPlan, venues);
  issues.throwAsOptions();
  switch (picture) {
    case 'matrix':
      return matrixOf(figure as SupplyAndDemand, language);
    case 'sankey':
      return flowOf(figure as SupplyAndDemand, language);
    case 'gaps':
      return gapsOf(figure as SupplyAndDemand, language);
    case 'waterfall':
      return waterfallOf(figure as ScoredMatch, language);
    case 'timetable':
      return timetableOf(figure as ShownPlan, venues!, language);
    case 'calendar':
      return calendarOf(figure as ShownPlan, venues!, language);
  }
}

function kindOf(figure: unknown): keyof typeof PICTURES | undefined {
  if (typeof figure !== 'object' || figure === null) return undefined;
  if ('pairs' in figure && 'chains' in figure && 'basis' in figure) return 'supply';
  if ('signals' in figure && 'score' in figure) return 'score';
  return 'sessions' in figure && Array.isArray(figure.sessions) ? 'plan' : undefined;
}

function expectVenues(issues: Issues, plan: ShownPlan, venues: readonly ShownVenue[] | undefined): void {
  const expected = 'the venues that the plan was made with';
  if (!issues.expect(venues !== undefined, 'venues', expected, venues)) return;
  const known = new Set(venues!.map(({ id }) => id));
  for (const { venueId } of plan.sessions)
    issues.expect(known.has(venueId), 'venues', `${expected}, one with the id ${venueId}`, [...known]);
}
