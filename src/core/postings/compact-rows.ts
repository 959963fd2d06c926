import { last, rowRanges, type Steps } from '../../base/steps.ts';
import { GrowableFloat32 } from '../vectors/growable.ts';
import { Rarities, type RarityArrays } from '../vectors/rarities.ts';
import type { RowMatrix } from '../vectors/row-matrix.ts';
import { NO_CODE } from '../vectors/value-codes.ts';
import type { SparseRow } from '../vectors/vectorizer.ts';
import { floorToFloat32 } from '../vectors/weighting.ts';
import type { RowSource } from './row-source.ts';

/**
 * The arrays of {@link CompactRows}, as they are saved. The weight of a text term is value × rarity × scale, rounded down: the
 * numbers and operations that it was made with, so the same bits. That of another term is a value. What does not come
 * out so is kept as it is.
 */
export interface CompactRowArrays extends RarityArrays {
  /** Where each row's entries begin; one more entry than rows. */
  readonly offsets: Uint32Array;
  /** Where each row's steps begin in `steps`; one more entry than rows. */
  readonly starts: Uint32Array;
  /**
   * Distance of each id from the one before it, the first from −1. A distance that 16 bits do not hold is three
   * numbers: 0, its low and its high half.
   */
  readonly steps: Uint16Array;
  /** By entry, the place of its value; `NO_CODE` for one whose weight is kept. Empty where all of them are. */
  readonly codes: Uint8Array;
  readonly values: Float64Array;
  /** Of text signal `s` of a row: at row × text signals + s. */
  readonly scales: Float64Array;
  /** Weights that are kept, and where those of each row begin. */
  readonly weights: Float32Array;
  readonly weightStarts: Uint32Array;
}

/** What rows are made of, beside the arrays of their own. */
export interface RowTerms {
  /** Of each term, for the weights of text terms. */
  readonly documentFrequencies: Uint32Array;
  /** First id of each text signal; one more entry, the end. */
  readonly textStarts: readonly number[];
}

/** A query that is asked for single terms. */
export interface QueryTerms {
  /** Position of a term among those of the query; −1 where it does not have it. */
  position(id: number): number;
  /** By position. */
  readonly weights: Float32Array;
  /**
   * By position, what the rarity of the term is in the collection that is scored; 0 for one that was not looked up yet.
   * Most terms are shared with several rows, and looking up is half of what a shared term takes.
   */
  readonly rarities: Float64Array;
}

/** A row with what its weights were made of, so that they can be written again. */
export interface FactoredRow extends SparseRow {
  /** Code of each entry; `NO_CODE` where it has none. */
  readonly codes: Uint8Array;
  /** Scale of each entry; 0 where it has none. */
  readonly scales: Float64Array;
}

/** Rows, and entries of these, written between two turns. */
const ROWS_A_TURN = 128;
const ENTRIES_A_TURN = 1 << 14;
const ESCAPE = 0;
const HALF = 0x10000;

/**
 * The rows of a collection, to explain and to score single ones: ids as steps, and weights as codes, 3 to 4 bytes an entry in
 * place of 8, because the rows fill more memory than the postings.
 */
export class CompactRows implements RowSource {
  readonly arrays: CompactRowArrays;
  private readonly textStarts: Int32Array;
  private readonly rarities: Rarities;
  /** What {@link fetch} read. */
  private fetched = 0;

  constructor(arrays: CompactRowArrays, { documentFrequencies, textStarts }: RowTerms) {
    this.arrays = arrays;
    this.textStarts = Int32Array.from(textStarts);
    this.rarities = new Rarities(arrays, documentFrequencies);
  }

  static from(matrix: RowMatrix): CompactRows {
    return last(CompactRows.steps(matrix));
  }

  /** The same in steps. */
  static *steps(matrix: RowMatrix): Steps<CompactRows> {
    const { offsets } = matrix;
    const rowCount = offsets.length - 1;
    const starts = new Uint32Array(rowCount + 1);
    const ranges = [...rowRanges(offsets.subarray(1), ROWS_A_TURN, ENTRIES_A_TURN)];
    for (const [start, end] of ranges) {
      countSteps(matrix, starts, start, end);
      yield 0;
    }
    const steps = new Uint16Array(starts[rowCount]!);
    for (const [start, end] of ranges) {
      writeSteps(matrix, starts, steps, start, end);
      yield 0;
    }
    const coded = yield* codedSteps(matrix, ranges);
    const { arrays, documentFrequencies } = matrix.factors?.rarities ?? Rarities.of(new Uint32Array(0), 0);
    const textStarts = textStartsOf(matrix);
    return new CompactRows(
      { offsets, starts, steps, ...coded, ...arrays },
      { documentFrequencies, textStarts },
    );
  }

  get size(): number {
    return this.arrays.offsets.length - 1;
  }

  /** Entries of all rows. */
  get entries(): number {
    return this.arrays.offsets[this.size]!;
  }

  row(row: number): SparseRow {
    const { ids, weights } = this.factored(row);
    return { ids, weights };
  }

  /** The same with what its weights were made of. */
  factored(row: number): FactoredRow {
    const { offsets, starts, steps, codes, values, weights: kept, weightStarts } = this.arrays;
    const { textStarts, rarities } = this;
    const first = offsets[row]!;
    const size = offsets[row + 1]! - first;
    const ids = new Uint32Array(size);
    let id = -1;
    for (let i = 0, at = starts[row]!; i < size; i++) {
      const step = steps[at++]!;
      id += step === ESCAPE ? steps[at++]! + steps[at++]! * HALF : step;
      ids[i] = id;
    }
    const scales = new Float64Array(size);
    if (codes.length === 0) {
      const none = new Uint8Array(size).fill(NO_CODE);
      return { ids, weights: kept.subarray(first, first + size), codes: none, scales };
    }
    const weights = new Float32Array(size);
    const firstText = textStarts[0]!;
    for (let i = 0, s = 0, next = weightStarts[row]!; i < size; i++) {
      const code = codes[first + i]!;
      const isText = ids[i]! >= firstText;
      if (isText) {
        while (ids[i]! >= textStarts[s + 1]!) s++;
        scales[i] = this.scaleOf(row, s);
      }
      if (code === NO_CODE) weights[i] = kept[next++]!;
      else if (!isText) weights[i] = values[code]!;
      else weights[i] = floorToFloat32(values[code]! * rarities.of(ids[i]!) * scales[i]!);
    }
    return { ids, weights, codes: codes.subarray(first, first + size), scales };
  }

  /**
   * Reads where some rows begin, for their products soon after: the memory brings lines that nothing waits for at the
   * same time, those of one product after the other.
   */
  fetch(rows: Uint32Array): void {
    const { offsets, starts, steps, codes } = this.arrays;
    let { fetched } = this;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      fetched = (fetched + steps[starts[row]!]! + codes[offsets[row]!]!) | 0;
    }
    // Engines leave out what nobody uses.
    this.fetched = fetched;
  }

  /** Inner product of a row with a query, summed in ascending order of ids in 64 bits. */
  product(row: number, query: QueryTerms): number {
    const { offsets, starts, steps, codes, values, scales, weights: kept } = this.arrays;
    if (codes.length === 0) return this.keptProduct(row, query);
    const { weights, rarities } = query;
    const { textStarts } = this;
    const firstText = textStarts[0]!;
    const firstScale = row * (textStarts.length - 1);
    const end = offsets[row + 1]!;
    let sum = 0;
    let id = -1;
    let s = 0;
    /** The weights that are kept are counted up to here. */
    let counted = offsets[row]!;
    let next = this.arrays.weightStarts[row]!;
    for (let i = counted, at = starts[row]!; i < end; i++) {
      const step = steps[at++]!;
      id = (id + (step === ESCAPE ? steps[at++]! + steps[at++]! * HALF : step)) | 0;
      const position = query.position(id);
      if (position < 0) continue;
      const code = codes[i]!;
      if (code === NO_CODE) {
        for (; counted < i; counted++) if (codes[counted] === NO_CODE) next++;
        sum += weights[position]! * kept[next]!;
      } else if (id < firstText) sum += weights[position]! * values[code]!;
      else {
        while (id >= textStarts[s + 1]!) s++;
        if (rarities[position] === 0) rarities[position] = this.rarities.of(id);
        sum +=
          weights[position]! * floorToFloat32(values[code]! * rarities[position]! * scales[firstScale + s]!);
      }
    }
    return sum;
  }

  /** The same of rows whose weights are all kept. */
  private keptProduct(row: number, query: QueryTerms): number {
    const { offsets, starts, steps, weights: kept } = this.arrays;
    const { weights } = query;
    const end = offsets[row + 1]!;
    let sum = 0;
    let id = -1;
    for (let i = offsets[row]!, at = starts[row]!; i < end; i++) {
      const step = steps[at++]!;
      id = (id + (step === ESCAPE ? steps[at++]! + steps[at++]! * HALF : step)) | 0;
      const position = query.position(id);
      if (position >= 0) sum += weights[position]! * kept[i]!;
    }
    return sum;
  }

  private scaleOf(row: number, s: number): number {
    return this.arrays.scales[row * (this.textStarts.length - 1) + s]!;
  }
}

/** The first ids of the text signals of a matrix, and the end; none where nothing is known of its weights. */
function textStartsOf({ factors }: RowMatrix): readonly number[] {
  return factors === undefined ? [0] : factors.starts.slice(factors.texts);
}

/** Counts the steps of some rows. */
function countSteps({ offsets, ids }: RowMatrix, starts: Uint32Array, start: number, end: number): void {
  for (let row = start; row < end; row++) {
    let units = 0;
    for (let i = offsets[row]!, before = -1; i < offsets[row + 1]!; before = ids[i]!, i++) {
      units += ids[i]! - before < HALF ? 1 : 3;
    }
    starts[row + 1] = starts[row]! + units;
  }
}

/** Writes the steps of some rows. */
function writeSteps(
  { offsets, ids }: RowMatrix,
  starts: Uint32Array,
  steps: Uint16Array,
  start: number,
  end: number,
): void {
  let at = starts[start]!;
  for (let row = start; row < end; row++) {
    for (let i = offsets[row]!, before = -1; i < offsets[row + 1]!; before = ids[i]!, i++) {
      const step = ids[i]! - before;
      if (step < HALF) steps[at++] = step;
      else {
        steps[at++] = ESCAPE;
        steps[at++] = step;
        steps[at++] = step / HALF;
      }
    }
  }
}

type Coded = Pick<CompactRowArrays, 'codes' | 'values' | 'scales' | 'weights' | 'weightStarts'>;

/** The weights, by what they were made of where it is known and gives the same bits. */
function* codedSteps(
  { offsets, ids, weights, factors }: RowMatrix,
  ranges: readonly (readonly [number, number])[],
): Steps<Coded> {
  if (factors === undefined) {
    const none = { codes: new Uint8Array(0), values: new Float64Array(0), scales: new Float64Array(0) };
    return { ...none, weights, weightStarts: new Uint32Array(0) };
  }
  const { values, starts, firstText, texts, rarities } = factors;
  const signals = starts.length - 1;
  const textSignals = signals - texts;
  const rowCount = offsets.length - 1;
  const scales = new Float64Array(rowCount * textSignals);
  // Nobody else reads them afterwards.
  const { codes } = factors;
  const kept = new GrowableFloat32();
  const weightStarts = new Uint32Array(rowCount + 1);
  for (const [start, end] of ranges) {
    for (let row = start; row < end; row++) {
      for (let s = 0; s < textSignals; s++)
        scales[row * textSignals + s] = factors.scales[row * signals + texts + s]!;
      for (let i = offsets[row]!, s = 0; i < offsets[row + 1]!; i++) {
        const id = ids[i]!;
        if (codes[i] !== NO_CODE) {
          const value = values[codes[i]!]!;
          while (id >= starts[s + 1]!) s++;
          const made =
            id < firstText
              ? value
              : floorToFloat32(value * rarities.of(id) * factors.scales[row * signals + s]!);
          if (made === weights[i]) continue;
          codes[i] = NO_CODE;
        }
        kept.push(weights[i]!);
      }
      weightStarts[row + 1] = kept.length;
    }
    yield 0;
  }
  return { codes, values, scales, weights: yield* kept.finishSteps(), weightStarts };
}
