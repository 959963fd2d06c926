import { CuoheError, describeValue } from '../base/errors.ts';
import { quote } from '../base/printable.ts';
import type { DocumentSource } from './document.ts';
import type { FeatureRow } from './names.ts';
import type { Question } from './question.ts';

/** A document that may be among the best. */
export interface Candidate {
  readonly id: string;
  /** Index that holds it. */
  readonly index: string;
  readonly revision: number;
  /** The record as it was given. */
  readonly record: unknown;
  /** What it may state that conditions are made of, as bits. */
  readonly states: number;
  /** What filters ask of it: secrecy, last day, kind, regions, chains, stage. */
  readonly filtered: Filtered;
  /** Its exact inner product with each row of the question: of a demand with several needs that of its best row. */
  readonly products: Float64Array;
}

/** A hit of the engine, as far as it is used. */
export interface Hit {
  readonly _id?: unknown;
  readonly _index?: unknown;
  readonly _score?: unknown;
  readonly sort?: unknown;
  readonly _source?: unknown;
}

/** The fields of a document that filters ask. */
export type Filtered = Pick<DocumentSource, 'secrecy' | 'lastDay' | 'kind' | 'regions' | 'chains' | 'stage'>;

interface Source extends Filtered {
  readonly id: string;
  readonly revision: number;
  readonly states: number;
  readonly row: FeatureRow;
  readonly needs?: readonly { readonly row: FeatureRow }[];
  readonly record: unknown;
}

/**
 * Scores a hit against all rows of a question: products of weights as they are stored, added in the order of terms, as the
 * kernels do.
 * @throws CuoheError `ENGINE_FAILED` for what is no document of `toDocument`.
 */
export function candidateOf(hit: Hit, { rows, hasNeeds }: Question): Candidate {
  const { id, revision, states, row, needs = [], record, ...filtered } = sourceOf(hit);
  const own = hasNeeds ? [row, ...needs.map((need) => need.row)] : [row];
  const products = Float64Array.from(rows, ({ features }) => {
    let best = 0;
    for (const stored of own) {
      let product = 0;
      for (const { name, weight } of features) {
        const other = stored[name];
        if (typeof other === 'number') product += weight * Math.fround(other);
      }
      if (product > best) best = product;
    }
    return best;
  });
  return { id, index: String(hit._index), revision, record, states, filtered, products };
}

function sourceOf({ _id, _source }: Hit): Source {
  const source = _source as Partial<Source> | null | undefined;
  const isRow = (row: unknown) => typeof row === 'object' && row !== null;
  const isDocument =
    typeof source?.id === 'string' &&
    source.id === _id &&
    typeof source.revision === 'number' &&
    typeof source.states === 'number' &&
    isRow(source.row) &&
    isRow(source.record) &&
    (source.needs === undefined || (Array.isArray(source.needs) && source.needs.every((n) => isRow(n?.row))));
  if (isDocument) return source as Source;
  const name = typeof _id === 'string' ? quote(_id) : describeValue(_id);
  throw new CuoheError(
    'ENGINE_FAILED',
    `Document ${name} is none of toDocument: its fields are not as mapped`,
  );
}
