/**
 * `cuohe/programmes/maturity`, the way to readiness (概念验证与中试): the gap, the next step, the base that serves it.
 * Begin: `gap.ts` measures, `early.ts` ranks with it, `route.ts` chooses bases by the tests in `fitting.ts`.
 * Order: stands on `common`, and on no other programme.
 */

export { type EarlyOptions, type EarlyResult, matchEarly } from './early.ts';
export { type MaturityGap, type MaturityOptions, maturityGap } from './gap.ts';
export { MATURITY_LABELS } from './labels.ts';
export { type MaturityPair, type RouteOptions, routeMaturity } from './route.ts';
export type { MaturityRoute } from './route-types.ts';
export { MATURITY_STEPS } from './steps.ts';
