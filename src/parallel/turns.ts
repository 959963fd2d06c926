/**
 * What a worker does next: single queries, for which a person waits, and chunks of long runs take turns by the time that
 * they take. Neither waits for the end of the other: a single query waits for the chunk that is being worked on, at most, and
 * a run gets half of the time however many single queries there are.
 */
export class Turns<S, C> {
  private readonly singles: S[] = [];
  private readonly chunks: C[] = [];
  /** Milliseconds that single queries took since the last chunk, and those that this one took. */
  private sinceChunk = 0;
  private chunkTook = 0;

  addSingle(single: S): void {
    this.singles.push(single);
  }

  addChunk(chunk: C): void {
    this.chunks.push(chunk);
  }

  /** What comes next; undefined where there is nothing to do. */
  next(): { readonly single: S } | { readonly chunk: C } | undefined {
    const isTimeForChunk = this.chunks.length > 0 && this.sinceChunk > this.chunkTook;
    if (this.singles.length > 0 && !isTimeForChunk) return { single: this.singles.shift()! };
    if (this.chunks.length > 0) return { chunk: this.chunks.shift()! };
    return undefined;
  }

  /** Tells how many milliseconds the last one took. */
  took(milliseconds: number, what: 'single' | 'chunk'): void {
    if (what === 'single') this.sinceChunk += milliseconds;
    else {
      this.chunkTook = milliseconds;
      this.sinceChunk = 0;
    }
  }
}
