import type { Lexicon } from './lexicon.ts';

/**
 * The term that stands for a word and its synonyms, and that of the word it is a kind of.
 * The canonical term is the folded first name, so that 隔热涂层 and TBC are both counted as 热障涂层.
 */
export class CanonicalTerms {
  private readonly terms = new Map<string, { term: string; broader: string | undefined }>();

  constructor(lexicon: Lexicon, fold: (text: string) => string) {
    for (const [name, entry] of lexicon.byName) {
      const broader =
        entry.broader === undefined ? undefined : this.nameOf(lexicon, fold(entry.broader), fold);
      this.terms.set(name, { term: fold(entry.names[0]!), broader });
    }
  }

  /** The canonical term of a normalised word, or undefined for a word that is no entry. */
  of(word: string): { readonly term: string; readonly broader: string | undefined } | undefined {
    return this.terms.get(word);
  }

  private nameOf(lexicon: Lexicon, name: string, fold: (text: string) => string): string | undefined {
    const entry = lexicon.byName.get(name);
    return entry === undefined ? undefined : fold(entry.names[0]!);
  }
}
