/**
 * Room `core/lexicon`: technical words, their synonyms and chains, and the finder that cuts texts at them.
 * Begin: `lexicon.ts` defines one, `word-finder.ts` finds its words.
 * Order: knows records; holds no words itself, see `defaults/lexicon`.
 */

import type { LexiconEntry } from './entry.ts';
import type { Lexicon } from './lexicon.ts';
import { TextEntries } from './senses.ts';

/** A word of the lexicon inside of a longer one; place from the beginning of that one, end exclusive. */
export interface WordPart {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

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
  private readonly terms = new Map<LexiconEntry, CanonicalTerm>();
  private readonly parts = new Map<string, readonly WordPart[]>();

  constructor(lexicon: Lexicon, fold: (text: string) => string) {
    this.lexicon = lexicon;
    this.fold = fold;
  }

  /** The canonical term of a normalised word, or undefined for a word that is no entry or has several meanings. */
  of(word: string): CanonicalTerm | undefined {
    const entry = this.lexicon.byName.get(word);
    return entry === undefined ? undefined : this.ofEntry(entry);
  }

  /** The canonical term of an entry of this lexicon. */
  ofEntry(entry: LexiconEntry): CanonicalTerm {
    const known = this.terms.get(entry);
    if (known !== undefined) return known;
    const wider = entry.broader === undefined ? undefined : this.lexicon.byName.get(this.fold(entry.broader));
    const found = {
      term: this.fold(entry.names[0]!),
      broader: wider === undefined ? undefined : this.fold(wider.names[0]!),
    };
    this.terms.set(entry, found);
    return found;
  }

  /**
   * The words that a compound ends and begins with, the longest that do not overlap: 碳化硅晶圆 holds 晶圆 and 碳化硅.
   * None of a word that speaks for no chain: many of these are there so that what is inside of them does not count
   * (集成灶 is no 集成).
   */
  partsOf(word: string): readonly WordPart[] {
    let parts = this.parts.get(word);
    if (parts === undefined) {
      const entry = this.lexicon.byName.get(word);
      parts = entry === undefined || isGuard(entry) ? [] : this.findParts(word, entry);
      this.parts.set(word, parts);
    }
    return parts;
  }

  private findParts(word: string, entry: LexiconEntry): WordPart[] {
    const parts: WordPart[] = [];
    const entries = new TextEntries(word, this.lexicon);
    const find = (start: number, fits: (end: number) => boolean) => {
      for (const inner of this.lexicon.finder.wordsAt(word, start)) {
        const end = start + inner.length;
        const known = fits(end) ? entries.of(inner) : undefined;
        if (known === undefined || known === entry) continue;
        parts.push({ term: this.ofEntry(known).term, start, end });
        return;
      }
    };
    for (let at = 1; at < word.length && parts.length === 0; at++) find(at, (end) => end === word.length);
    const rest = parts[0]?.start ?? word.length - 1;
    find(0, (end) => end <= rest);
    return parts;
  }
}

function isGuard(entry: LexiconEntry): boolean {
  return Object.keys(entry.chains).length === 0;
}
