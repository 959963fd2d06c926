import { once } from '../base/once.ts';
import type { conditionsOf } from '../core/conditions/pair.ts';
import { mostShift } from '../core/matcher/refining.ts';
import type { Side } from '../core/records/parse.ts';
import { parseQuery } from '../core/records/query.ts';
import type { MatchRecord, QueryInput } from '../core/records/types.ts';
import { sideOf } from '../core/weigher/reading.ts';
import type { WeigherInside, WeightedRow } from '../core/weigher/weigher-inside.ts';
import { featureName, told } from './names.ts';

/** A feature that is asked for. */
export interface Feature {
  readonly name: string;
  /** Its weight in the query, as the engine and JSON have it. */
  readonly boost: number;
  /** Its weight in the query. */
  readonly weight: number;
}

/** A row of the query: its features, in the order of their terms. */
export interface AskedRow {
  readonly features: readonly Feature[];
}

/** A query as the engine is asked. */
export interface Question {
  readonly record: MatchRecord;
  /** The row of the whole, then of a demand with several needs the row of each. */
  readonly rows: readonly AskedRow[];
  /** Whether records are scored by the best of their own rows: demands of another side's query may have several. */
  readonly hasNeeds: boolean;
  /** The most that conditions may shift the log-odds of a score upwards. */
  readonly mostShift: number;
  /** The query as conditions see it; undefined where records are of its own side, and none are asked. */
  readonly stating: StatingSide | undefined;
}

/** One side of a pair, as conditions see it. */
export type StatingSide = Parameters<typeof conditionsOf>[0];

/** What any record of an index may state: all of it. */
const ANYTHING = 0xff;

/**
 * Reads a query: of its own `kind` where it has one, else of the side that is not indexed.
 * @throws InputError for a bad query.
 */
export function questionOf(
  { reading, weighting, weighed }: WeigherInside,
  query: QueryInput,
  indexed: Side,
): Question {
  const other: Side = indexed === 'achievement' ? 'demand' : 'achievement';
  const record = parseQuery(query, sideOf(query, other), reading.parsing);
  const { row, needs = [], side } = weighed(record);
  const isOfDemands = indexed === 'demand';
  const isOther = side.isDemand !== isOfDemands;
  const collection = { isOfDemands, anyStates: ANYTHING, weights: weighting.conditionWeights };
  const empty = { ids: new Uint32Array(0), weights: new Float32Array(0) };
  return {
    record,
    rows: [row, ...(isOther ? needs : [])].map(askedRow),
    hasNeeds: isOther && isOfDemands,
    mostShift: mostShift({ ...side, row: empty }, collection),
    stating: isOther
      ? { isDemand: side.isDemand, states: once(side.states), party: once(side.party) }
      : undefined,
  };
}

function askedRow({ terms, weights }: WeightedRow): AskedRow {
  const features = terms.map((term, i) => {
    const weight = weights[i]!;
    return { name: featureName(term), boost: told(weight), weight };
  });
  return { features };
}
