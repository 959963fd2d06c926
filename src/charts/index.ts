/**
 * `cuohe/charts`: figures of matches, and pictures of them: supply and demand by chain and region, the parts of a score.
 * Begin: `supply-and-demand.ts` counts, `score-parts.ts` takes a score apart.
 * Order: stands on the core and its defaults; knows no package that draws.
 */

export type { SupplyAndDemand, SupplyAndDemandInput } from './figures.ts';
export { type ScorePart, scoreParts } from './score-parts.ts';
export { supplyAndDemand } from './supply-and-demand.ts';
