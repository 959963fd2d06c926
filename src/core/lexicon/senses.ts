import type { LexiconEntry, Sense } from './entry.ts';

/** What names a lexicon looks up. */
interface Names {
  readonly byName: ReadonlyMap<string, LexiconEntry>;
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
}

/** What names lead to, of each lexicon those that were asked for: its words are only so many. */
const known = new WeakMap<Names, Map<string, LexiconEntry | readonly Sense[] | undefined>>();

/** What the words of one text name. */
export class TextEntries {
  private readonly text: string;
  private readonly lexicon: Names;
  private readonly known: Map<string, LexiconEntry | readonly Sense[] | undefined>;
  /** Names of several meanings, read once for each: a long text may hold one thousands of times. */
  private told: Map<string, LexiconEntry | undefined> | undefined;

  /** @param text normalised. */
  constructor(text: string, lexicon: Names) {
    this.text = text;
    this.lexicon = lexicon;
    this.known = known.get(lexicon) ?? new Map();
    known.set(lexicon, this.known);
  }

  /**
   * The entry that a word names: of a name with several meanings the one that words of the same text tell of, nothing
   * where none or several are told of.
   * @param word normalised, as the finder gives it.
   */
  of(word: string): LexiconEntry | undefined {
    let named = this.known.get(word);
    if (named === undefined && !this.known.has(word)) {
      named = this.lexicon.byName.get(word) ?? this.lexicon.senses.get(word);
      this.known.set(word, named);
    }
    return named !== undefined && 'length' in named ? this.meant(word, named) : named;
  }

  private meant(word: string, senses: readonly Sense[]): LexiconEntry | undefined {
    this.told ??= new Map();
    if (!this.told.has(word)) {
      const told = senses.filter(({ words }) => words.some((other) => this.text.includes(other)));
      this.told.set(word, told.length === 1 ? told[0]!.entry : undefined);
    }
    return this.told.get(word);
  }
}
