import type { AnalyzedField } from '../terms/analyzer.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import { kindOf, titleOf } from '../terms/term-frequencies.ts';
import { SIGNAL_MARKS } from '../vectors/signals.ts';
import type { SparseRow } from '../vectors/vectorizer.ts';
import { floorToFloat32 } from '../vectors/weighting.ts';
import { type AskedNeeds, askedNeeds } from './asked.ts';

/** The needs of a demand that has several, and a row for each. */
export interface NeedRows {
  /** Where each stands, in its order. */
  readonly spans: readonly FieldSpan[];
  /** The row of the demand, if it had no other need than this one. */
  readonly rows: readonly SparseRow[];
  /** What of each row the need brings itself: the rest is what all needs share. */
  readonly own: readonly SparseRow[];
  /** Ids of what it brings beside single characters, ascending. */
  readonly words: readonly Uint32Array[];
}

/** No term counts in the row of a need more often than so many times what it counts in that of the whole. */
export const MOST_LIFT = 3;
/** Needs that repeat so much of the title, in shares of its row, are the parts of one that the title names. */
const ONE_PROJECT = 1 / 3;

/** What a term weighs before its signal is scaled, by the mark of its signal and how often it stands in the record. */
export type TermWeight = (mark: string, term: string, frequency: number) => number;

/** A term of a signal: how often it stands in a record in all, in what its needs share, and in each of them. */
interface Told {
  all: number;
  shared: number;
  readonly own: Float64Array;
  /** Before its signal is scaled. */
  weight: number;
}

/** Terms by the mark of their signal. */
type ToldBySignal = ReadonlyMap<string, ReadonlyMap<string, Told>>;

/**
 * The rows of the needs of a demand; undefined for one that tells a single need, and for one whose needs repeat what its
 * title names: these are the parts of one project, and whoever answers it answers all.
 *
 * What stands in no list of needs (title, keywords, other fields) is what they share, and counts in each row as it does
 * in the whole. What else stands in the same text counts in none. What a need brings itself is scaled, signal by
 * signal, to the length of what all of the text brings to the whole, but by no more than {@link MOST_LIFT} times, and no
 * signal becomes longer than it is. So no row is longer than that of the whole, and a term counts at most
 * {@link MOST_LIFT} times what it counts there, which bounds the scores. Lengths are those of all terms of the record,
 * whichever of them an index knows: the rows are the same for a query and in an index. O(terms × needs).
 * @param terms of the row by position, each behind the mark of its signal.
 */
export function needRowsOf(
  fields: readonly AnalyzedField[],
  row: SparseRow,
  terms: (position: number) => string,
  weightOf: TermWeight,
): NeedRows | undefined {
  const asked = askedNeeds(fields);
  if (asked === undefined) return undefined;
  const { field, needs } = asked;
  const told = countTold(fields, asked, weightOf);
  if (repeatsTitle(fields, told, needs.length, weightOf)) return undefined;
  const weights = needs.map(() => Float32Array.from(row.weights));
  const own = needs.map(() => new Float32Array(row.ids.length));
  const words = needs.map((): number[] => []);
  const scales = new Map<string, readonly Scale[]>();
  for (const [mark, ofSignal] of told) {
    scales.set(
      mark,
      needs.map((_, need) => scaleOf(need, ofSignal.values())),
    );
  }
  for (let position = 0; position < row.ids.length; position++) {
    const marked = terms(position);
    const mark = marked.charAt(0);
    const one = told.get(mark)?.get(marked.slice(1));
    // What stands in no text belongs to all needs.
    if (one === undefined) continue;
    for (const [need, count] of one.own.entries()) {
      const scale = scales.get(mark)![need]!;
      const whole = row.weights[position]!;
      weights[need]![position] = floorToFloat32(whole * partOf(one, need, scale));
      const context = Math.min(1, one.shared / one.all);
      const brought = Math.min(1 - context, count / one.all) * scale.own * scale.all;
      own[need]![position] = floorToFloat32(whole * Math.min(MOST_LIFT, brought));
      if (brought > 0 && mark !== SIGNAL_MARKS.characters) words[need]!.push(row.ids[position]!);
    }
  }
  return {
    spans: needs.map(({ start, end }) => spanOf(field, start, end)),
    rows: weights.map((some) => withoutZeros(row.ids, some)),
    own: own.map((some) => withoutZeros(row.ids, some)),
    words: words.map((some) => Uint32Array.from(some)),
  };
}

function countTold(
  fields: readonly AnalyzedField[],
  { field: asking, needs }: AskedNeeds,
  weightOf: TermWeight,
): ToldBySignal {
  const told = new Map<string, Map<string, Told>>();
  for (const field of fields) {
    let need = 0;
    for (const token of field.tokens) {
      // Finite sums, whatever the weights of fields are.
      const count = Math.min(LARGEST, (token.weight ?? 1) * field.field.weight);
      if (!(count > 0)) continue;
      const one = toldIn(told, SIGNAL_MARKS[kindOf(token)], token.term, needs.length);
      one.all += count;
      if (field !== asking) one.shared += count;
      else {
        // Tokens need not come in the order of their places.
        if (needs[need] === undefined || token.start < needs[need]!.start) need = 0;
        while (need < needs.length && needs[need]!.end <= token.start) need++;
        if (need < needs.length && token.start >= needs[need]!.start) one.own[need]! += count;
      }
    }
  }
  for (const [mark, ofSignal] of told)
    for (const [term, one] of ofSignal) one.weight = weightOf(mark, term, one.all);
  return told;
}

function toldIn(told: Map<string, Map<string, Told>>, mark: string, term: string, needs: number): Told {
  let ofSignal = told.get(mark);
  if (ofSignal === undefined) {
    ofSignal = new Map();
    told.set(mark, ofSignal);
  }
  let one = ofSignal.get(term);
  if (one === undefined) {
    one = { all: 0, shared: 0, own: new Float64Array(needs), weight: 0 };
    ofSignal.set(term, one);
  }
  return one;
}

/** Beyond this, frequencies count as this: about the largest 32-bit float, as `tfWeight` has it. */
const LARGEST = 3e38;

/** Whether the needs, on the average, repeat a good part of the title: the share of its squared length. */
function repeatsTitle(
  fields: readonly AnalyzedField[],
  told: ToldBySignal,
  needs: number,
  weightOf: TermWeight,
): boolean {
  const title = titleOf(fields);
  if (title?.field.field !== 'title') return false;
  const counts = new Map<string, number>();
  for (const { term, weight = 1 } of title.tokens) counts.set(term, (counts.get(term) ?? 0) + weight);
  let all = 0;
  let repeated = 0;
  for (const [term, count] of counts) {
    const square = weightOf(SIGNAL_MARKS.title, term, count) ** 2;
    const kinds = [SIGNAL_MARKS.characters, SIGNAL_MARKS.latin].map((mark) => told.get(mark)?.get(term)?.own);
    all += square;
    for (let need = 0; need < needs; need++)
      if (kinds.some((own) => own && own[need]! > 0)) repeated += square;
  }
  return all > 0 && repeated >= ONE_PROJECT * needs * all;
}

/** How one signal of the row of a need is scaled: what it brings itself, then all of it. */
interface Scale {
  readonly own: number;
  readonly all: number;
}

const AS_IT_IS: Scale = { own: 1, all: 1 };

function scaleOf(need: number, terms: Iterable<Told>): Scale {
  const some = [...terms];
  let [rest, brought, before, after] = [0, 0, 0, 0];
  for (const one of some) {
    const shared = Math.min(1, one.shared / one.all);
    rest += (one.weight * (1 - shared)) ** 2;
    brought += (one.weight * (partOf(one, need, AS_IT_IS) - shared)) ** 2;
    before += one.weight ** 2;
  }
  const own = brought > 0 ? Math.min(MOST_LIFT, Math.sqrt(rest / brought)) : 0;
  for (const one of some) after += (one.weight * partOf(one, need, { own, all: 1 })) ** 2;
  return { own, all: after > before ? Math.sqrt(before / after) : 1 };
}

/** What a term counts in the row of a need, of what it counts in that of the whole; at most {@link MOST_LIFT}. */
function partOf({ all, shared, own }: Told, need: number, scale: Scale): number {
  const context = Math.min(1, shared / all);
  const part = context + Math.min(1 - context, own[need]! / all) * scale.own;
  return Math.min(MOST_LIFT, part * scale.all);
}

function withoutZeros(ids: Uint32Array, weights: Float32Array): SparseRow {
  const kept = [...ids.keys()].filter((i) => weights[i]! > 0);
  return {
    ids: Uint32Array.from(kept, (i) => ids[i]!),
    weights: Float32Array.from(kept, (i) => weights[i]!),
  };
}
