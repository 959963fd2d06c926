/**
 * `cuohe/programmes/region`, places (省市县三级与本地转化率): nearness, search by rings, escalation, local conversion, contracts.
 * Begin: the room `places` has what a host declares of regions; `widen.ts`, `escalate.ts`, `local-conversion.ts` use it.
 * Order: stands on `cases`, `common` and `places`, and on no other programme.
 */

export { regionRelation } from '../places/nearness.ts';
export { defineRegions, nameOfRegion, type RegionSource, type Regions } from '../places/regions.ts';
export { type ContractFigures, type ContractOptions, contractFigures } from './contract-figures.ts';
export type { Conversion } from './conversions.ts';
export { type EscalateOptions, type Escalation, escalationList } from './escalate.ts';
export { REGION_LABELS } from './labels.ts';
export {
  type LocalConversionOptions,
  type LocalConversionReport,
  localConversion,
} from './local-conversion.ts';
export { SEARCH_RINGS, type WidenedSearch, type WidenOptions, widenSearch } from './widen.ts';
