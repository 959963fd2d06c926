import { Random } from '../../random.ts';
import { RowBuilder } from './row-builder.ts';
import type { CountedData } from './vectors.ts';

/**
 * Rows of terms drawn from a mixture: common terms by a Zipf–Mandelbrot law, the rest from the row's own topic. The
 * numbers were fitted to the single ideographs and pairs of 14,600 Chinese abstracts. At 20,000 records, terms in fewer
 * than 64 of them are 43 % of a query (there 40 %), lists of 10 % of the records or more hold 59 % of the touched
 * postings (57 %), lists of 5 % or more 82 % (81 %), and 70 terms touch 2.4 postings a record (2.6).
 */
const COMMON = { shift: 100, exponent: 1.3 };
const SHARE_OF_COMMON = 0.8;
const TOPICS = 300;
const TOPIC_TERMS = 2000;
const TOPIC = { shift: 20, exponent: 1.0001 };
/** Terms of topics begin behind the most common ones, and grow rarer in the square. */
const TOPIC_FIRST = 0.02;
const TOPIC_SPREAD = 0.8;
/** Draws of a record and of a query: 120 and 75 different terms on average, without the most frequent ones. */
const RECORD_DRAWS = [75, 225] as const;
const QUERY_DRAWS = [45, 135] as const;
/** Vocabularies grow with the root of the collection: 2^18 terms for 20,000 records, rounded to a power of two. */
const TERMS_OF = { records: 20_000, bits: 18 };
/** Odd, so that products modulo a power of two are a permutation: how common a term is does not show in its id. */
const SCATTER = 0x9e3779b1;

/** Draws ranks below `size` with P(rank) ∝ (rank + shift)^−exponent, by the inverse of the distribution. */
function ranks(random: Random, size: number, { shift, exponent }: typeof COMMON): () => number {
  const power = 1 - exponent;
  const first = (1 + shift) ** power;
  const range = (size + 1 + shift) ** power - first;
  return () => Math.floor((first + range * random.next()) ** (1 / power) - shift - 1);
}

/** Makes records and queries; the same numbers give the same rows on every machine. */
export function topicRows(records: number, queries: number, seed = 1): CountedData {
  const bits = Math.max(10, Math.round(TERMS_OF.bits + Math.log2(records / TERMS_OF.records) / 2));
  const terms = 2 ** bits;
  const random = new Random(seed);
  const common = ranks(random, terms, COMMON);
  const ofTopic = ranks(random, TOPIC_TERMS, TOPIC);
  const own = (topic: number) => {
    const place = (Math.imul(topic * TOPIC_TERMS + ofTopic(), SCATTER) >>> 0) / 2 ** 32;
    return Math.floor(terms * (TOPIC_FIRST + TOPIC_SPREAD * place * place));
  };
  const rows = (count: number, [least, most]: readonly [number, number]) => {
    const builder = new RowBuilder();
    for (let row = 0; row < count; row++) {
      const topic = random.between(0, TOPICS - 1);
      const drawn = new Uint32Array(random.between(least, most));
      for (let i = 0; i < drawn.length; i++) {
        const rank = random.next() < SHARE_OF_COMMON ? common() : own(topic);
        drawn[i] = (Math.imul(rank, SCATTER) >>> 0) & (terms - 1);
      }
      builder.add(drawn);
    }
    return builder.finish();
  };
  return { terms, records: rows(records, RECORD_DRAWS), queries: rows(queries, QUERY_DRAWS) };
}
