/**
 * `cuohe/charts`: figures of matches, and pictures of them: supply and demand by chain and region, the parts of a score.
 * Begin: `supply-and-demand.ts` counts, `score-parts.ts` takes a score apart, `to-echarts.ts` draws.
 * Order: stands on the core and its defaults; knows no package that draws.
 */

export type { SupplyAndDemand, SupplyAndDemandInput } from './figures.ts';
export type { ChartOption } from './option.ts';
export { type ScorePart, scoreParts } from './score-parts.ts';
export { supplyAndDemand } from './supply-and-demand.ts';
export { type ChartOptions, toECharts } from './to-echarts.ts';
