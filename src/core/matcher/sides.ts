import { tagsAt } from '../collection/attributes.ts';
import { partyOf } from '../conditions/pair.ts';
import { mayState } from '../conditions/stated.ts';
import type { DenseVector } from '../dense/vector.ts';
import type { ExplainedSide } from '../explanation/explain.ts';
import { MAY_ASK_SEVERAL } from '../needs/asked.ts';
import { RECORD_KINDS } from '../records/kinds.ts';
import type { MatchRecord } from '../records/types.ts';
import { termFrequencies } from '../terms/term-frequencies.ts';
import { featuresOf } from '../vectors/signals.ts';
import { translated } from '../vectors/vectorizer.ts';
import type { Reading } from '../weigher/reading.ts';
import { once } from './cache.ts';
import { needRowsIn } from './need-rows-in.ts';
import type { Part } from './part.ts';
import type { Segments } from './segments.ts';

/** A query as a side of a pair, and as that of pairs with the records of each segment: by the ids of these. */
export interface QuerySide extends ExplainedSide {
  readonly sides: readonly ExplainedSide[];
  /** The squared length of what of its row the statistics know. */
  readonly own: number;
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
  const { rows, known } = base!.rows(
    features,
    others.map(({ parts }) => parts.vocabulary),
  );
  const isDemand = record.kind === 'demand';
  const stating = { isDemand, record: () => record, fields: () => fields };
  const states = once(() => mayState(record, fields));
  const party = once(() => partyOf(stating, states(), reading.analyzer.lexicon));
  const analyzed = () => fields;
  const told = { dense, isDemand, states, tags, fields: analyzed, analyzed, party };
  const sides = segments.all.map(({ part }, segment): ExplainedSide => {
    const row = rows[segment]!;
    const needs = isDemand ? once(() => needRowsIn(part.collection.vectorizer, fields, row)) : undefined;
    return { ...told, row, needs };
  });
  return { ...sides[0]!, sides, own: known };
}

/** An indexed record as a query. */
export function indexedQueryOf(index: number, segments: Segments): QuerySide {
  const { segment, row } = segments.at(index);
  const side = sideAt(segments.all[segment]!.part, row);
  const all = segments.all.map(({ part }) => part.collection.vectorizer.parts.vocabulary);
  const own = all[segment]!;
  const sides = all.map((other) =>
    other === own ? side : { ...side, row: translated(side.row, own, other), needs: undefined },
  );
  return { ...side, sides, own: 0 };
}

/** A row of a part as a side of an explanation; what is not asked for is not read: conditions look at many rows. */
export function sideAt(part: Part, row: number): ExplainedSide {
  const { rows, dense, attributes } = part.collection;
  const sparse = once(() => rows.row(row));
  const tags = once(() => tagsAt(attributes, row));
  return {
    get row() {
      return sparse();
    },
    get dense() {
      return dense?.at(row);
    },
    get tags() {
      return tags();
    },
    isDemand: RECORD_KINDS[attributes.kinds[row]!] === 'demand',
    fields: () => part.fields(row),
    analyzed: once(() => part.analyzed(row)),
    states: () => attributes.states[row]!,
    party: () => part.party(row),
    needs: (attributes.states[row]! & MAY_ASK_SEVERAL) === 0 ? undefined : () => part.needs(row),
  };
}
