import type { ChainTag } from '../chains/tagger.ts';
import type { Attributes } from '../collection/attributes.ts';
import { partyOf } from '../conditions/pair.ts';
import { mayState } from '../conditions/stated.ts';
import type { DenseVector } from '../dense/vector.ts';
import type { ExplainedSide } from '../explanation/explain.ts';
import { RECORD_KINDS } from '../records/kinds.ts';
import type { MatchRecord } from '../records/types.ts';
import { termFrequencies } from '../terms/term-frequencies.ts';
import { featuresOf } from '../vectors/signals.ts';
import { type SparseRow, translated } from '../vectors/vectorizer.ts';
import type { Reading } from '../weigher/reading.ts';
import { once } from './cache.ts';
import type { Part } from './part.ts';
import type { Segments } from './segments.ts';

/** A validated query as a side of a pair, with its row by the ids of each segment. */
export interface QuerySide extends ExplainedSide {
  readonly rows: readonly SparseRow[];
}

/** A validated query as a side of a pair. */
export function querySideOf(
  record: MatchRecord,
  dense: DenseVector | undefined,
  reading: Reading,
  segments: Segments,
): QuerySide {
  const fields = reading.analyzer.analyze(record);
  const tags = reading.tagger.tag(record, fields);
  const [base, ...others] = segments.all.map(({ part }) => part.collection.vectorizer);
  const features = featuresOf(record, termFrequencies(fields), tags);
  const rows = base!.rows(
    features,
    others.map(({ parts }) => parts.vocabulary),
  );
  const isDemand = record.kind === 'demand';
  const stating = { isDemand, record: () => record, fields: () => fields };
  const states = once(() => mayState(record, fields));
  const party = once(() => partyOf(stating, states(), reading.analyzer.lexicon));
  return { row: rows[0]!, rows, dense, isDemand, states, tags, fields: () => fields, party };
}

/** An indexed record as a query. */
export function indexedQueryOf(index: number, segments: Segments): QuerySide {
  const { segment, row } = segments.at(index);
  const side = sideAt(segments.all[segment]!.part, row);
  const all = segments.all.map(({ part }) => part.collection.vectorizer.parts.vocabulary);
  const own = all[segment]!;
  const rows = all.map((other) => (other === own ? side.row : translated(side.row, own, other)));
  return { ...side, rows };
}

/** A query by the ids of a segment. */
export function inSegment(query: QuerySide, segment: number): QuerySide {
  return segment === 0 && query.row === query.rows[0] ? query : { ...query, row: query.rows[segment]! };
}

/** A row of a part as a side of an explanation. */
export function sideAt(part: Part, row: number): ExplainedSide {
  const { rows, dense, attributes } = part.collection;
  return {
    row: rows.row(row),
    dense: dense?.at(row),
    isDemand: RECORD_KINDS[attributes.kinds[row]!] === 'demand',
    tags: tagsAt(attributes, row),
    fields: () => part.fields(row),
    states: () => attributes.states[row]!,
    party: () => part.party(row),
  };
}

/** Stored chain tags of a row. */
export function tagsAt(
  { tagOffsets, tagChains, tagConfidences, chainCodes }: Attributes,
  row: number,
): ChainTag[] {
  const tags: ChainTag[] = [];
  for (let i = tagOffsets[row]!; i < tagOffsets[row + 1]!; i++) {
    const code = chainCodes[tagChains[i]!]!;
    tags.push({ code, confidence: tagConfidences[i]!, given: false, evidence: [] });
  }
  return tags;
}
