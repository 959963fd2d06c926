import { defineLexicon, type Lexicon, type LexiconSource, withTaxonomy } from '../lexicon/lexicon.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import { foldWord } from '../terms/normalize.ts';

/**
 * Checks a lexicon and adds the names, terms and confusable words of a taxonomy to it.
 * @throws InputError `INVALID_LEXICON`
 */
export function createLexicon(source: LexiconSource, taxonomy?: Taxonomy): Lexicon {
  return defineLexicon(taxonomy === undefined ? source : withTaxonomy(source, taxonomy, foldWord), foldWord);
}
