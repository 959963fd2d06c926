/**
 * Room `base`: the ground floor: errors, issues, option keys, hashes, texts in two languages, the words
 *   for met, failed and unknown.
 * Begin: `errors.ts` has every error, `issues.ts` collects what is wrong.
 * Order: knows nothing; every room stands on it.
 */

/** A text for people, in both languages of the library. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
