/**
 * Room `core/lexicon`: technical words, their synonyms and chains, and the finder that cuts texts at them.
 * Begin: `lexicon.ts` defines one, `word-finder.ts` finds its words.
 * Order: knows records; holds no words itself, see `defaults/lexicon`.
 */

import type { Lexicon } from './lexicon.ts';

/** What a word of a lexicon is counted as. */
export interface CanonicalTerm {
  readonly term: string;
  /** The canonical term of what the word is a kind of. */
  readonly broader: string | undefined;
}

/**
 * The term that stands for a word and its synonyms, and that of the word it is a kind of.
 * The canonical term is the folded first name, so that 隔热涂层 and TBC are both counted as 热障涂层.
 */
export class CanonicalTerms {
  private readonly lexicon: Lexicon;
  private readonly fold: (text: string) => string;
  /** Found so far: folding all names of a large lexicon at once would be most of the time it takes to start. */
  private readonly terms = new Map<string, CanonicalTerm>();

  constructor(lexicon: Lexicon, fold: (text: string) => string) {
    this.lexicon = lexicon;
    this.fold = fold;
  }

  /** The canonical term of a normalised word, or undefined for a word that is no entry. */
  of(word: string): CanonicalTerm | undefined {
    const known = this.terms.get(word);
    if (known !== undefined) return known;
    const entry = this.lexicon.byName.get(word);
    if (entry === undefined) return undefined;
    const wider = entry.broader === undefined ? undefined : this.lexicon.byName.get(this.fold(entry.broader));
    const found = {
      term: this.fold(entry.names[0]!),
      broader: wider === undefined ? undefined : this.fold(wider.names[0]!),
    };
    this.terms.set(word, found);
    return found;
  }
}
