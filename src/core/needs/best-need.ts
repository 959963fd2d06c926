import { innerProduct } from '../vectors/inner-product.ts';
import type { SparseRow } from '../vectors/vectorizer.ts';
import type { NeedRows } from './need-rows.ts';

/** One side of a pair. */
export interface NeedingSide {
  readonly row: SparseRow;
  readonly isDemand: boolean;
  /** Of a demand with several needs; asked for only where the other side is none. Default: none. */
  readonly needs?: (() => NeedRows | undefined) | undefined;
}

/** What words say of a pair. */
export interface BestNeed {
  /** The greatest inner product of the supply row with those of the demand: of the whole, and of each need. */
  readonly product: number;
  /** The need whose product that is, from 0, where {@link isAnswer}; undefined where it is that of the whole. */
  readonly need: number | undefined;
  /** The rows whose product that is. */
  readonly query: SparseRow;
  readonly record: SparseRow;
}

/**
 * A demand with several needs is answered by whoever answers one of them: the best of its rows counts. The same for both
 * directions; of equal products that of the whole, then that of the earlier need.
 */
export function bestNeed(query: NeedingSide, record: NeedingSide): BestNeed {
  let best: BestNeed = {
    product: innerProduct(query.row, record.row),
    need: undefined,
    query: query.row,
    record: record.row,
  };
  if (query.isDemand === record.isDemand) return best;
  const needs = (query.isDemand ? query : record).needs?.();
  for (const [need, row] of (needs?.rows ?? []).entries()) {
    const [one, other] = query.isDemand ? [row, record.row] : [query.row, row];
    const product = innerProduct(one, other);
    if (product > best.product) best = { product, need, query: one, record: other };
  }
  if (best.need === undefined || isAnswer(needs!, best.need, query.isDemand ? record.row : query.row))
    return best;
  return { ...best, need: undefined };
}

/** A record answers a need where at least this share of what their rows have in common is what the need brings itself. */
const LEAST_OWN = 1 / 3;

/**
 * Whether a supply row shares more with a need than single characters, and more than what all needs share: a word, a pair
 * of characters, a function or a Latin word that the need brings itself.
 */
export function isAnswer({ rows, own, words }: NeedRows, need: number, supply: SparseRow): boolean {
  if (!meet(words[need]!, supply.ids)) return false;
  const share = innerProduct(own[need]!, supply);
  return share > 0 && share >= LEAST_OWN * innerProduct(rows[need]!, supply);
}

function meet(a: Uint32Array, b: Uint32Array): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! === b[j]!) return true;
    if (a[i]! < b[j]!) i++;
    else j++;
  }
  return false;
}
