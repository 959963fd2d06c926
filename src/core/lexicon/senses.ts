import type { LexiconEntry, Sense } from './entry.ts';

/** What names a lexicon looks up. */
interface Names {
  readonly byName: ReadonlyMap<string, LexiconEntry>;
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
}

/** What the words of one text name. */
export class TextEntries {
  private readonly text: string;
  private readonly lexicon: Names;
  /** Read once for each name: a long text may hold it thousands of times. */
  private readonly told = new Map<string, LexiconEntry | undefined>();

  /** @param text normalised. */
  constructor(text: string, lexicon: Names) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /**
   * The entry that a word names: of a name with several meanings the one that words of the same text tell of, nothing
   * where none or several are told of.
   * @param word normalised, as the finder gives it.
   */
  of(word: string): LexiconEntry | undefined {
    const known = this.lexicon.byName.get(word);
    if (known !== undefined) return known;
    const senses = this.lexicon.senses.get(word);
    if (senses === undefined) return undefined;
    if (!this.told.has(word)) {
      const told = senses.filter(({ words }) => words.some((other) => this.text.includes(other)));
      this.told.set(word, told.length === 1 ? told[0]!.entry : undefined);
    }
    return this.told.get(word);
  }
}
