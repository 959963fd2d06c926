import { last, type Steps } from '../../base/steps.ts';
import type { Collection } from '../collection/collection.ts';
import type { Party } from '../conditions/judge.ts';
import { partyOf } from '../conditions/pair.ts';
import type { NeedRows } from '../needs/need-rows.ts';
import { FEW_ROWS } from '../postings/postings.ts';
import { RECORD_KINDS } from '../records/kinds.ts';
import { rowScorer } from '../scores/few-rows.ts';
import type { KernelName, Scorer } from '../scores/scorer.ts';
import type { AnalyzedField, ReadField } from '../terms/analyzer.ts';
import type { Reading } from '../weigher/reading.ts';
import { once, remember } from './cache.ts';
import { needRowsAt } from './need-rows-in.ts';
import { type KernelOptions, scorerSteps } from './scorer.ts';

/** Texts of a part that are kept read for explanations, in UTF-16 units; some twenty bytes each. */
const KEPT_UNITS = 2 ** 20;
/** What a record costs beside its texts, in the same units. */
const FIELDS_COST = 100;
/**
 * Records of a part whose statements are kept for conditions: a few hundred bytes each. Demands that ask for figures look at
 * thousands of records, other ones each time: with less than that, 12,500 records were read again and again, a sixth of the
 * time of common demands.
 */
const KEPT_PARTIES = 2 ** 16;

/** A row of the host, where it was given. */
export interface RowPlace {
  readonly read: (row: number) => unknown;
  readonly row: number;
}

/** What a part of an index is made of. */
export interface PartOptions {
  readonly collection: Collection;
  readonly reading: Reading;
  /** The host's row of each record. */
  readonly row: (row: number) => unknown;
  /** Where these lie, of a part that is made of others. */
  readonly places?: readonly RowPlace[];
  readonly kernel?: KernelOptions['kernel'] | undefined;
  /** The kernel of the index that this part comes to: where it has few rows, each is scored and no kernel is made. */
  readonly joins?: KernelName | undefined;
  /** Number of the kernel among those that work in the same memory at the same time, from 0. */
  readonly place?: number | undefined;
}

/**
 * A collection with what is made of it while it is asked: its scorer, and what was read of its records. An index is one
 * part or several; the indexes before and after a change share the parts that it left as they were.
 */
export class Part {
  readonly collection: Collection;
  readonly row: (row: number) => unknown;
  private readonly places: readonly RowPlace[] | undefined;
  /** What each record states that conditions are made of. */
  readonly party: (row: number) => Party;
  /** The texts of each record, read as far as they are asked for. */
  readonly fields: (row: number) => readonly ReadField[];
  /** The analysed texts of a record. */
  readonly analyzed: (row: number) => readonly AnalyzedField[];
  /** The rows of the needs of a demand that has several. */
  readonly needs: (row: number) => NeedRows | undefined;
  /** What any of the records may state. */
  readonly anyStates: () => number;
  /** Made when first asked for: an index that was opened may have to move its postings for it. */
  readonly scorer: () => Scorer;
  /** What the first question and the first change have to wait for, in steps. */
  readonly prepare: () => Steps<void>;

  constructor({ collection, reading, row, places, kernel, place, joins }: PartOptions) {
    this.collection = collection;
    this.row = row;
    this.places = places;
    let scorer: Scorer | undefined;
    const make = function* (): Steps<Scorer> {
      const hasFewRows = joins !== undefined && collection.rows.size <= FEW_ROWS;
      scorer ??= hasFewRows
        ? rowScorer(collection.rows, joins)
        : yield* scorerSteps(collection, kernel, place);
      return scorer;
    };
    this.scorer = () => scorer ?? last(make());
    this.prepare = function* () {
      yield* make();
      yield* collection.records.prepareIds();
    };
    this.anyStates = once(() => collection.attributes.states.reduce((all, bits) => all | bits, 0));
    const { analyzer } = reading;
    this.analyzed = (at) => analyzer.analyze(collection.records.at(at));
    this.fields = remember(
      KEPT_UNITS,
      (at) => analyzer.skim(collection.records.at(at)),
      (fields) => fields.reduce((sum, { normalized }) => sum + normalized.text.length, FIELDS_COST),
    );
    this.needs = needRowsAt(collection, this.analyzed);
    this.party = remember(KEPT_PARTIES, (at) => {
      const { kinds, states } = collection.attributes;
      const stating = {
        isDemand: RECORD_KINDS[kinds[at]!] === 'demand',
        record: () => collection.records.at(at),
        fields: () => this.fields(at),
      };
      return partyOf(stating, states[at]!, reading.analyzer.lexicon);
    });
  }

  /** Where the host's row of a record was given: parts of parts of parts would keep all of them. */
  rowPlace(row: number): RowPlace {
    return this.places?.[row] ?? { read: this.row, row };
  }
}
