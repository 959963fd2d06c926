import { Issues } from '../base/issues.ts';
import { last, type Steps } from '../base/steps.ts';
import { countSteps } from '../core/matcher/build.ts';
import { FeatureCollector, type PlacedTerms } from '../core/vectors/fit.ts';
import { ValueCounts } from '../core/vectors/value-codes.ts';
import { Vectorizer } from '../core/vectors/vectorizer.ts';
import { type Terms, Vocabulary, VocabularyBuilder } from '../core/vectors/vocabulary.ts';
import { createReading, type Reading } from '../core/weigher/reading.ts';
import { complete } from '../defaults/defaults.ts';
import type { FromBuilder, ToBuilder } from './build-messages.ts';
import { partsOf } from './parts.ts';

type Asked<T extends ToBuilder['type']> = Extract<ToBuilder, { type: T }>;

/** An answer, and the buffers that are given away with it. */
export interface Told {
  readonly message: FromBuilder;
  readonly moved: ArrayBuffer[];
}

/** Milliseconds between two signs of life. */
const SIGN = 1000;

/**
 * What a worker does for an index: reads a part of the records, numbers their terms by itself, and weighs their rows once
 * it is told what the terms weigh among all records. What it counts stays here; only sorted terms and rows are sent.
 */
export class Builder {
  private readonly reading: Reading;
  private readonly features = new FeatureCollector();
  private sorted: { readonly terms: Terms; readonly ids: PlacedTerms } | undefined;

  private constructor(reading: Reading) {
    this.reading = reading;
  }

  /**
   * @throws InputError `INVALID_OPTIONS` where the parts are not those that the matcher is made with, and for a module without
   * any.
   */
  static async prepare({ parts, fieldWeights, prints }: Asked<'prepare'>): Promise<Builder> {
    const options = complete(parts === undefined ? {} : await partsOf(parts));
    const reading = createReading(options, fieldWeights);
    const issues = new Issues();
    const own: Readonly<Record<string, string>> = { ...reading.prints };
    for (const [part, print] of Object.entries(prints)) {
      if (own[part] !== print)
        issues.addText('parts', `the ${part} of the options, ${print}`, `${own[part]}`);
    }
    issues.throwAsOptions();
    return new Builder(reading);
  }

  /** @param busy is called about once a second while it takes longer. */
  answer(asked: Exclude<ToBuilder, { type: 'prepare' }>, busy: () => void): Told {
    if (asked.type === 'read') return this.read(asked);
    return asked.type === 'sort' ? this.sort(asked, busy) : this.weigh(asked, busy);
  }

  private read({ records }: Asked<'read'>): Told {
    const read = records.map((record) => {
      const { tags, states } = last(countSteps(record, this.reading, this.features));
      return { tags: tags.map(({ code, confidence }) => ({ code, confidence })), states };
    });
    return { message: { type: 'read', read }, moved: [] };
  }

  private sort({ sampled }: Asked<'sort'>, busy: () => void): Told {
    const builder = new VocabularyBuilder();
    const ids = lastOf(this.features.sorted(builder), busy);
    const terms = builder.terms();
    const frequencies = lastOf(this.features.frequencies(ids, terms.offsets.length - 1), busy);
    this.sorted = { terms, ids };
    const values = new ValueCounts();
    lastOf(this.features.countTexts(sampled, values), busy);
    // The terms are needed here no more but for where each signal begins, which takes few looks: they are copied.
    const sent = { pool: terms.pool.slice(), offsets: terms.offsets.slice(), frequencies };
    return {
      message: { type: 'sorted', terms: sent, values: values.counts },
      moved: [sent.pool.buffer, sent.offsets.buffer, frequencies.buffer as ArrayBuffer],
    };
  }

  private weigh({ places, frequencies, scheme, textValues }: Asked<'weigh'>, busy: () => void): Told {
    const { terms, ids } = this.sorted!;
    // Nobody looks a term up here.
    const vocabulary = new Vocabulary({ ...terms, slots: new Uint32Array(0) });
    const vectorizer = new Vectorizer({ ...scheme, vocabulary, documentFrequencies: frequencies });
    const rows = lastOf(this.features.weighed(vectorizer, ids, textValues), busy);
    for (let i = 0; i < rows.ids.length; i++) rows.ids[i] = places[rows.ids[i]!]!;
    const { offsets, weights, codes, scales } = rows;
    const moved = [offsets, rows.ids, weights, codes, scales].map(({ buffer }) => buffer as ArrayBuffer);
    return { message: { type: 'weighed', rows }, moved };
  }
}

/** What steps end with, with signs of life between them. */
function lastOf<T>(steps: Steps<T>, busy: () => void): T {
  let told = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const now = performance.now();
    if (now - told < SIGN) continue;
    told = now;
    busy();
  }
}
