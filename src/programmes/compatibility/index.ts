/**
 * `cuohe/programmes/compatibility`, terms of transfer: do rights, exclusivity, ways of cooperation and price agree?
 * Begin: the room `transfer-terms`, which sessions ask too, says what agrees; here are its door, labels and tables.
 * Order: stands on `common` and `transfer-terms`, and on no other programme.
 */

export {
  type CheckedMatches,
  type Compatibility,
  type CompatibilityOptions,
  checkCompatibility,
  checkMatches,
} from '../transfer-terms/compatibility.ts';
export { RIGHT_TYPES } from '../transfer-terms/rights.ts';
export { COMPATIBILITY_LABELS } from './labels.ts';
