import { defineLexicon, type Lexicon, type LexiconSource, withTaxonomy } from '../lexicon/lexicon.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import { normalize } from '../terms/normalize.ts';

/** Folds a word as records are folded. */
const fold = (text: string) => normalize(text).text;

/**
 * Checks a lexicon and adds the names, terms and confusable words of a taxonomy to it.
 * @throws InputError `INVALID_LEXICON`
 */
export function createLexicon(source: LexiconSource, taxonomy?: Taxonomy): Lexicon {
  const checked = defineLexicon(source, fold);
  return taxonomy === undefined ? checked : defineLexicon(withTaxonomy(source, taxonomy, fold), fold);
}
