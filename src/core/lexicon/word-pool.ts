/** Words behind each other in one text, with the place where each begins: no object a word, until one is asked for. */
export class WordPool {
  readonly text: string;
  /** Where each word begins, and the end of the last. */
  readonly starts: Int32Array;
  /** Words that were asked for. */
  private readonly known: (string | undefined)[];

  /** @param starts ascending; one more than words. */
  constructor(text: string, starts: Int32Array, known?: (string | undefined)[]) {
    this.text = text;
    this.starts = starts;
    // Room for all: an array that grows by far places is a hash table, and slow.
    this.known = known ?? new Array<string | undefined>(starts.length - 1);
  }

  /** The words of a list. */
  static of(words: readonly string[]): WordPool {
    const starts = new Int32Array(words.length + 1);
    for (let i = 0; i < words.length; i++) starts[i + 1] = starts[i]! + words[i]!.length;
    return new WordPool(words.join(''), starts, [...words]);
  }

  /** Number of words. */
  get size(): number {
    return this.starts.length - 1;
  }

  /** A word, by its position. */
  at(i: number): string {
    const known = this.known[i];
    if (known !== undefined) return known;
    const word = this.text.slice(this.starts[i]!, this.starts[i + 1]!);
    this.known[i] = word;
    return word;
  }

  /** UTF-16 units of a word. */
  lengthOf(i: number): number {
    return this.starts[i + 1]! - this.starts[i]!;
  }
}
