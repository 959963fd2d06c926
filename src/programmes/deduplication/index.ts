/**
 * `cuohe/programmes/deduplication`, one record a thing (去重与溯源): groups of the same, their merger, their expiry.
 * Begin: `find-duplicates.ts` groups what `candidates.ts` proposes and offers what `likely.ts` finds, `merge.ts` joins with
 *   sources, `expiry.ts` reviews.
 * Order: stands on `common` and `planning`, and on no other programme.
 */

export type { CanonicalRule } from './canonical.ts';
export { type ExpiryOptions, type RecordExpiry, reviewExpiry } from './expiry.ts';
export {
  type DuplicateOptions,
  type Duplicates,
  findDuplicates,
} from './find-duplicates.ts';
export type { DuplicateGroup } from './join.ts';
export { DEDUPLICATION_LABELS } from './labels.ts';
export { canonicalRecords, type MergedRecord, mergeDuplicates } from './merge.ts';
export { DUPLICATE_WEIGHTS } from './similarity.ts';
