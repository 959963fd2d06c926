import { last, ranges, type Steps } from '../../base/steps.ts';
import { idfWeight } from './weighting.ts';

/** What terms weigh by how many records hold them: for each frequency that occurs, ascending, its weight. */
export interface RarityArrays {
  readonly frequencies: Uint32Array;
  /** `idfWeight` of each, as the engine that built the index computed it: logarithms of others may differ in the last bit. */
  readonly rarities: Float64Array;
}

/** Frequencies below this are looked up in one step: nearly all terms have such. */
const MOST_DIRECT = 4096;
/** Of fewer terms, a table would be larger than what else they take. */
const FEW_TERMS = 4096;
/** Terms looked at between two turns. */
const TERMS_A_TURN = 1 << 16;

/** The weights of terms by their document frequencies. */
export class Rarities {
  readonly arrays: RarityArrays;
  readonly documentFrequencies: Uint32Array;
  private readonly direct: Float64Array;

  /** @param documentFrequencies of each term. */
  constructor(arrays: RarityArrays, documentFrequencies: Uint32Array) {
    this.arrays = arrays;
    this.documentFrequencies = documentFrequencies;
    const { frequencies, rarities } = arrays;
    const most = documentFrequencies.length < FEW_TERMS ? 0 : Math.min(MOST_DIRECT, frequencies.at(-1)! + 1);
    this.direct = new Float64Array(most);
    for (let i = 0; i < frequencies.length && frequencies[i]! < most; i++) {
      this.direct[frequencies[i]!] = rarities[i]!;
    }
  }

  /** Those of some terms, in a collection of `count` records. */
  static of(documentFrequencies: Uint32Array, count: number): Rarities {
    return last(Rarities.steps(documentFrequencies, count));
  }

  /** The same in steps. */
  static *steps(documentFrequencies: Uint32Array, count: number): Steps<Rarities> {
    const different = new Set<number>();
    for (const [start, end] of ranges(documentFrequencies.length, TERMS_A_TURN)) {
      for (let id = start, before = -1; id < end; id++) {
        const frequency = documentFrequencies[id]!;
        if (frequency !== before) different.add(frequency);
        before = frequency;
      }
      yield 0;
    }
    const frequencies = Uint32Array.from(different).sort();
    const rarities = Float64Array.from(frequencies, (frequency) => idfWeight(count, frequency));
    return new Rarities({ frequencies, rarities }, documentFrequencies);
  }

  /** That of a term. */
  of(id: number): number {
    const frequency = this.documentFrequencies[id]!;
    return frequency < this.direct.length ? this.direct[frequency]! : this.search(frequency);
  }

  private search(frequency: number): number {
    const { frequencies, rarities } = this.arrays;
    let low = 0;
    for (let high = frequencies.length - 1; low < high; ) {
      const middle = (low + high) >>> 1;
      if (frequencies[middle]! < frequency) low = middle + 1;
      else high = middle;
    }
    return rarities[low]!;
  }
}
