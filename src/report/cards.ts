import { OUTCOME_LABELS } from '../charts/part-names.ts';
import { scoreParts } from '../charts/score-parts.ts';
import type { LeanMatch, Match } from '../core/matcher/match.ts';
import type { Side } from '../core/records/parse.ts';
import type { FieldSpan } from '../core/terms/span.ts';
import { maskContacts } from './contacts.ts';
import type { PageCard, PageMatch, PageRecord } from './data.ts';
import type { ReportModel } from './model.ts';
import { placesOf } from './places.ts';
import { otherSide } from './read.ts';
import { type ShownRecord, shownRecord } from './shown-record.ts';

/** The cards of a report: each query with its matches, and the records that they show. */
export interface Cards {
  readonly records: readonly PageRecord[];
  readonly cards: readonly PageCard[];
}

/** Values below are shown as 0.000, and a table of them says nothing. */
const DIGITS = 6;

/** All cards, in the order of the results. */
export function cardsOf(model: ReportModel): Cards {
  const { results, queries, options } = model;
  const { language, contacts } = options;
  const open = contacts ? (text: string) => text : maskContacts;
  const list = new RecordList(model);
  const fieldsOf = (matches: readonly LeanMatch[], side: 'querySpans' | 'recordSpans') =>
    matches.flatMap((match) => spansOf(match, side).map(({ field }) => field.replace(/\[\d+\]$/, '')));
  for (const { queryId, matches } of results) {
    list.note(queries, queryId, fieldsOf(matches, 'querySpans'));
    for (const match of matches) list.note(otherSide(queries), match.id, fieldsOf([match], 'recordSpans'));
  }
  const cardOf = (result: (typeof results)[number]): PageCard => {
    const query = list.shown(queries, result.queryId);
    const { answer } = result;
    return {
      query: query.place,
      ...(answer === undefined ? {} : { answered: answer.answered, answer: answer[language] }),
      needs: (result.needs ?? []).map(({ text }) => open(text)),
      matches: result.matches.map((match): PageMatch => {
        const record = list.shown(otherSide(queries), match.id);
        const { conditions = [] } = match as Partial<Match>;
        return {
          record: record.place,
          rank: match.rank,
          score: rounded(match.score),
          ...(match.level === undefined ? {} : { level: match.level.level }),
          ...(match.probability === undefined ? {} : { probability: rounded(match.probability) }),
          ...(match.need === undefined ? {} : { need: match.need }),
          reason: open(match.reason[language]),
          queryPlaces: placesOf(spansOf(match, 'querySpans'), query.texts),
          recordPlaces: placesOf(spansOf(match, 'recordSpans'), record.texts),
          parts: partsOf(match, language),
          conditions: conditions.map((one) => [OUTCOME_LABELS[one.outcome][language], open(one[language])]),
        };
      }),
    };
  };
  const cards = results.map(cardOf);
  return { cards, records: list.records };
}

/** The parts of the score, which sum to it; none of a lean match. */
function partsOf(match: LeanMatch, language: 'zh' | 'en'): [string, number][] {
  const { signals } = match as Partial<Match>;
  if (signals === undefined) return [];
  return scoreParts(match as Match).map((part) => [part[language], rounded(part.value)]);
}

function spansOf(match: LeanMatch, side: 'querySpans' | 'recordSpans'): FieldSpan[] {
  const { phrases = [] } = match as Partial<Match>;
  return phrases.flatMap((phrase) => phrase[side]);
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}

/** Records that cards show, each once. */
class RecordList {
  readonly records: PageRecord[] = [];
  readonly #model: ReportModel;
  readonly #fields = new Map<string, Set<string>>();
  readonly #shown = new Map<string, ShownRecord & { readonly place: number }>();

  constructor(model: ReportModel) {
    this.#model = model;
  }

  /** Notes fields of a record that highlights name. */
  note(side: Side, id: string, fields: readonly string[]): void {
    const key = `${side} ${id}`;
    const known = this.#fields.get(key) ?? new Set();
    this.#fields.set(key, known);
    for (const field of fields) known.add(field);
  }

  /** A record as it is shown, and its place among the records. */
  shown(side: Side, id: string): ShownRecord & { readonly place: number } {
    const key = `${side} ${id}`;
    const known = this.#shown.get(key);
    if (known !== undefined) return known;
    const { options, chainsOf, recordOf } = this.#model;
    const { language, contacts } = options;
    const showing = { language, contacts, chainsOf };
    const made = {
      ...shownRecord(recordOf(side, id), showing, this.#fields.get(key)),
      place: this.records.length,
    };
    this.records.push(made.page);
    this.#shown.set(key, made);
    return made;
  }
}
