import type { Steps } from '../../base/steps.ts';
import { GrowableFloat64, GrowableUint8 } from '../vectors/growable.ts';
import { Rarities } from '../vectors/rarities.ts';
import type { WeightFactors } from '../vectors/row-matrix.ts';
import { FIRST_TEXT_SIGNAL } from '../vectors/signals.ts';
import { MOST_CODES, NO_CODE } from '../vectors/value-codes.ts';
import type { Vectorizer } from '../vectors/vectorizer.ts';
import type { CompactRows, FactoredRow } from './compact-rows.ts';

/** Collects what weights were made of from rows that are put together anew. Values keep their codes until there are too many. */
export class FactorsWriter {
  private readonly vectorizer: Vectorizer;
  private readonly codes = new GrowableUint8();
  private readonly scales = new GrowableFloat64();
  private readonly values: number[] = [];
  /** Codes of the values of text terms, and of the weights of others. */
  private readonly known = [new Map<number, number>(), new Map<number, number>()] as const;
  /** Of the rows that are being read: code → code here; 0 for one that was not met yet. */
  private places = new Uint16Array(0);
  private of: CompactRows | undefined;

  /** @param vectorizer of the rows to come. */
  constructor(vectorizer: Vectorizer) {
    this.vectorizer = vectorizer;
  }

  /** Rows of this collection come next. */
  begin(rows: CompactRows): void {
    this.of = rows;
    this.places = new Uint16Array(2 * (NO_CODE + 1));
  }

  /** Adds a row. @param id of each of its entries from now on. */
  add({ ids, codes, scales }: FactoredRow, id: (entry: number) => number): void {
    const { signalStarts } = this.vectorizer;
    const firstText = signalStarts[FIRST_TEXT_SIGNAL]!;
    let s = 0;
    let scale = 0;
    const signals = signalStarts.length - 1;
    for (let e = 0; e < ids.length; e++) {
      for (const at = id(e); at >= signalStarts[s + 1]!; s++) {
        this.scales.push(scale);
        scale = 0;
      }
      if (scales[e]! > 0) scale = scales[e]!;
      this.codes.push(this.codeOf(codes[e]!, id(e) < firstText));
    }
    for (; s < signals; s++) {
      this.scales.push(scale);
      scale = 0;
    }
  }

  *finishSteps(): Steps<WeightFactors> {
    const { signalStarts, parts, count } = this.vectorizer;
    return {
      codes: yield* this.codes.finishSteps(),
      values: Float64Array.from(this.values),
      scales: yield* this.scales.finishSteps(),
      starts: signalStarts,
      texts: FIRST_TEXT_SIGNAL,
      firstText: signalStarts[FIRST_TEXT_SIGNAL]!,
      rarities: yield* Rarities.steps(parts.documentFrequencies, count),
    };
  }

  /** The code here of a code of the rows that are being read. */
  private codeOf(code: number, isOther: boolean): number {
    if (code === NO_CODE) return NO_CODE;
    const place = isOther ? code + NO_CODE + 1 : code;
    if (this.places[place] === 0) {
      const value = this.of!.arrays.values[code]!;
      const known = this.known[isOther ? 1 : 0];
      if (!known.has(value)) {
        if (this.values.length === MOST_CODES) known.set(value, NO_CODE);
        else known.set(value, this.values.push(value) - 1);
      }
      this.places[place] = known.get(value)! + 1;
    }
    return this.places[place]! - 1;
  }
}
