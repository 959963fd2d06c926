import type { Postings } from '../postings/postings.ts';
import { tailEnd, tailPlace, tailStart } from '../postings/tail-lists.ts';
import { columnFactors } from './column-factors.ts';
import { tableOf } from './id-table.ts';
import type { QueryRow } from './scorer.ts';

/** What the kernel reads of a term, in numbers of 32 bits. */
const PAIR = 2;
const TAIL_TERM = 4;
/** Columns are taken four at a time. */
const COLUMNS_AT_ONCE = 4;
/** Numbers that fill up the columns of a query. */
const PADDING = (COLUMNS_AT_ONCE - 1) * PAIR;

/** Terms of one form in the kernel's memory. */
export interface TermRange {
  /** In bytes. */
  readonly at: number;
  readonly count: number;
}

/** The terms of a query as kernel.wat reads them. */
export interface KernelTerms {
  readonly columns: TermRange;
  /** What one of the sums of its columns stands for. */
  readonly unit: number;
  /** Most by which sums are above the true ones, and those of columns below them. */
  readonly above: number;
  readonly below: number;
  readonly lists: TermRange;
  readonly tail: TermRange;
}

/** Writes the terms of queries for the kernel, one query behind the other. */
export class KernelTermWriter {
  private readonly postings: Postings;
  private readonly columnTable;
  private readonly listTable;
  private readonly start: number;
  private readonly ints: Uint32Array;
  private readonly floats: Float32Array;
  /** Of the query that is written: weight × step of its columns. */
  private readonly products: Float64Array;
  /** Of the query that is written: terms that still have to be found. */
  private readonly rest: Uint32Array;
  /** Numbers in use. */
  private used = 0;

  /** @param start and bytes of the memory to write to. */
  constructor(postings: Postings, buffer: ArrayBufferLike, start: number, bytes: number) {
    this.postings = postings;
    this.columnTable = tableOf(postings.columns.terms);
    this.listTable = tableOf(postings.lists.terms);
    this.start = start;
    this.ints = new Uint32Array(buffer as ArrayBuffer, start, bytes / 4);
    this.floats = new Float32Array(buffer as ArrayBuffer, start, bytes / 4);
    const most = mostTermsIn(bytes);
    this.products = new Float64Array(most);
    this.rest = new Uint32Array(most);
  }

  /** Forgets all queries. */
  clear(): void {
    this.used = 0;
  }

  /** Whether a query of at most {@link mostTermsIn} terms fits behind those that are there. */
  hasRoomFor({ ids }: QueryRow): boolean {
    return this.used + PADDING + ids.length * TAIL_TERM <= this.ints.length;
  }

  /** Writes a query; undefined, and nothing is written, where the sums of its columns would not do. */
  write({ ids, weights }: QueryRow): KernelTerms | undefined {
    const { ints, floats, products, rest } = this;
    const { columns, tail } = this.postings;
    const { offsets } = tail;
    const columnsFrom = this.used;
    let at = columnsFrom;
    // Terms without a tail list are kept from the front, those with one from the back. Without a branch: the processor
    // would wait for the offsets to learn where to go.
    let others = 0;
    let rare = rest.length;
    for (let t = 0; t < ids.length; t++) {
      const id = ids[t]!;
      const place = tailPlace(id);
      const isRare = (offsets[place]! - offsets[place + 1]!) >>> 31;
      rest[others] = t;
      rest[rare - 1] = t;
      others += 1 - isRare;
      rare -= isRare;
    }
    let columnCount = 0;
    let squares = 0;
    /** Those of the others that have no column either. */
    let some = 0;
    for (let i = 0; i < others; i++) {
      const t = rest[i]!;
      const column = this.columnTable.position(ids[t]!);
      if (column < 0) {
        rest[some++] = t;
        continue;
      }
      const product = weights[t]! * columns.steps[column]!;
      if (product === 0) continue;
      products[columnCount++] = product;
      squares += weights[t]! * weights[t]!;
      ints[at] = column;
      at += PAIR;
    }
    const factors = columnFactors(products, columnCount, squares, columns.length, (i, factor) => {
      ints[columnsFrom + i * PAIR + 1] = factor;
    });
    if (factors === undefined) return undefined;
    // Factors of 0 add nothing.
    while ((at - columnsFrom) % (COLUMNS_AT_ONCE * PAIR) > 0) ints[at++] = 0;
    const listsFrom = at;
    for (let i = 0; i < some; i++) {
      const t = rest[i]!;
      const list = this.listTable.position(ids[t]!);
      if (list < 0) continue;
      ints[at++] = list * 4;
      floats[at++] = weights[t]!;
    }
    const tailFrom = at;
    let rounded = 0;
    for (let i = rest.length - 1; i >= rare; i--) {
      const t = rest[i]!;
      const first = tailStart(tail, ids[t]!);
      const product = weights[t]! * tail.step;
      ints[at] = first;
      ints[at + 1] = tailEnd(tail, ids[t]!);
      ints[at + 2] = tail.postings[first]! >>> tail.bits;
      floats[at + 3] = product;
      rounded += product;
      at += TAIL_TERM;
    }
    this.used = at;
    const { unit, above, below } = factors;
    return {
      unit,
      above: above + rounded,
      below,
      columns: this.range(columnsFrom, listsFrom, PAIR),
      lists: this.range(listsFrom, tailFrom, PAIR),
      tail: this.range(tailFrom, at, TAIL_TERM),
    };
  }

  private range(from: number, to: number, size: number): TermRange {
    return { at: this.start + from * 4, count: (to - from) / size };
  }
}

/** Most terms of a query that surely fit into so many bytes. */
export function mostTermsIn(bytes: number): number {
  return Math.floor((bytes / 4 - PADDING) / TAIL_TERM);
}
