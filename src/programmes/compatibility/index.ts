/**
 * `cuohe/programmes/compatibility`, terms of transfer: do rights, exclusivity, ways of cooperation and price agree?
 * Begin: `compatibility.ts` asks for each part; the parts are `rights.ts`, `exclusivity.ts`, `modes.ts`, `price.ts`.
 * Order: stands on `common`, and on no other programme.
 */

export {
  type CheckedMatches,
  type Compatibility,
  type CompatibilityOptions,
  checkCompatibility,
  checkMatches,
} from './compatibility.ts';
export { COMPATIBILITY_LABELS } from './labels.ts';
export { RIGHT_TYPES } from './rights.ts';
