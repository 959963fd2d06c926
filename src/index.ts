/**
 * `cuohe`: records in, ranked and explained matches out. The core, with the taxonomy and the domain lexicon filled
 * in: the names listed here take the place of the core's own.
 */
export * from './core/index.ts';
export {
  collectStatistics,
  createMatcher,
  createMatcherAsync,
  createWeigher,
  defaultLexicon,
  type MatcherOptions,
  openMatcher,
  openMatcherAsync,
  tagChains,
} from './defaults/defaults.ts';
export { domainLexicon } from './defaults/lexicon/index.ts';
export { DEFAULT_TAXONOMY } from './defaults/taxonomy.ts';
