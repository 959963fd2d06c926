/** Milliseconds that a chunk should take: long against a message, short against a person's patience. */
const CHUNK_TIME = 50;
/** The same where single queries wait meanwhile. */
const SHARED_TIME = 10;
const MOST = 256;

/** How many queries make a chunk: few at first, so that results come soon, then as many as the time allows. */
export class ChunkSize {
  private size = 1;

  get now(): number {
    return this.size;
  }

  /** The same for a worker that is asked single queries too. */
  get ofShared(): number {
    return Math.ceil((this.size * SHARED_TIME) / CHUNK_TIME);
  }

  /** Learns how long a chunk took. */
  took(milliseconds: number, queries: number): void {
    const fit = Math.floor((CHUNK_TIME * queries) / Math.max(milliseconds, Number.EPSILON));
    this.size = Math.max(1, Math.min(MOST, 2 * this.size, fit));
  }
}
