import type { Collection } from '../collection/collection.ts';
import type { Segments } from './segments.ts';

/** How heavy an index is. */
export interface IndexStats {
  readonly records: number;
  /** Different terms of each part, added up; those of records that were removed count until their part is folded. */
  readonly terms: number;
  /** Terms of each record, added up in the same way. */
  readonly postings: number;
  /** Parts that every query is ranked in. */
  readonly parts: number;
}

export function statsOf({ all, size }: Segments): IndexStats {
  const sum = (count: (collection: Collection) => number) =>
    all.reduce((total, { part }) => total + count(part.collection), 0);
  return {
    records: size,
    terms: sum(({ vectorizer }) => vectorizer.parts.vocabulary.size),
    postings: sum(({ rows }) => rows.entries),
    parts: all.length,
  };
}
