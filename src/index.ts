/**
 * `cuohe`: records in, ranked and explained matches out. The core, with the taxonomy and the domain lexicon filled
 * in: the names listed here take the place of the core's own.
 */
export * from './core.ts';
export {
  collectStatistics,
  createMatcher,
  createMatcherAsync,
  defaultLexicon,
  type MatcherOptions,
  openMatcher,
  tagChains,
} from './defaults.ts';
export { domainLexicon } from './lexicon/domain.ts';
export { DEFAULT_TAXONOMY } from './records/default-taxonomy.ts';
