import { ROLE_WEIGHTS } from '../src/core/reading/roles.ts';
import type { AnalyzedField } from '../src/core/terms/analyzer.ts';

/** The score by its definition and nothing else: maps, cosines, sort, slice. */
type Vector = ReadonlyMap<string, number>;
export type Signals = Readonly<Record<string, Vector>>;

const TEXTS = ['characters', 'functions', 'latin', 'pairs', 'title', 'words'];

/** The text signals of a record: what each kind of term counts over all fields, and what the title alone counts. */
export function naiveTexts(fields: readonly AnalyzedField[]): Signals {
  const all = fields.flatMap(({ field, tokens }) =>
    tokens.map(({ term, start, end, weight = 1, kind = 'words' }) => ({
      term,
      start,
      end,
      weight,
      kind,
      field,
    })),
  );
  const sums = (list: readonly (readonly [string, number])[]): Vector =>
    new Map(
      list.map(([term]) => [
        term,
        list.filter(([other]) => other === term).reduce((sum, [, n]) => sum + n, 0),
      ]),
    );
  const ofKind = (wanted: string) =>
    sums(all.filter(({ kind }) => kind === wanted).map((one) => [one.term, one.weight * one.field.weight]));
  const titles = all.filter(({ field }) => field.field === 'title');
  const first = fields.find(({ tokens }) => tokens.length > 0);
  // The matter begins where a need or a problem does, else where anything is told.
  const roles = first?.statements ?? [];
  const matter =
    roles.find(({ role, start, end }) => ['need', 'problem'].includes(role) && end - start > 8) ??
    roles.find(({ role }) => ROLE_WEIGHTS[role] >= 0.5);
  const from = matter?.start ?? 0;
  const ofFirst = all.filter((one) => one.field === first?.field);
  const near = ofFirst.filter(({ start, end }) => start >= from && end <= from + 60);
  const lead = titles.length > 0 ? titles : near.length > 0 ? near : ofFirst.filter(({ end }) => end <= 60);
  const short = lead.filter(({ kind }) => kind === 'characters' || kind === 'latin');
  return {
    characters: ofKind('characters'),
    functions: ofKind('functions'),
    latin: ofKind('latin'),
    pairs: ofKind('pairs'),
    words: ofKind('words'),
    title: sums((short.length > 0 ? short : lead).map(({ term, weight }) => [term, weight])),
  };
}

/** For each record what each signal adds to its score: the signal's share of the weights × cosine. */
export function naiveParts(
  records: readonly Signals[],
  query: Signals,
  weights: Record<string, number>,
): Record<string, number>[] {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const holding = (signal: string, term: string) =>
    records.filter((record) => record[signal]!.has(term)).length;
  const tfIdf = (signal: string, [term, frequency]: [string, number]): [string, number] => [
    term,
    Math.log(1 + frequency) * (1 + Math.log((1 + records.length) / (1 + holding(signal, term)))),
  ];
  const vector = (record: Signals, signal: string): Vector =>
    TEXTS.includes(signal)
      ? new Map([...record[signal]!].map((entry) => tfIdf(signal, entry)))
      : record[signal]!;
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(weights).map(([signal, weight]) => [
        signal,
        (weight / total) * cosine(vector(query, signal), vector(record, signal)),
      ]),
    ),
  );
}

function cosine(a: Vector, b: Vector): number {
  const dot = [...a].reduce((sum, [term, value]) => sum + value * (b.get(term) ?? 0), 0);
  return dot === 0 ? 0 : dot / (Math.hypot(...a.values()) * Math.hypot(...b.values()));
}

/** Positions of the best scores above 0: by score, then by position. */
export function sortThenSlice(scores: ArrayLike<number>, limit: number, minScore = 0): number[] {
  return Array.from(scores, (score, position) => ({ score, position }))
    .filter(({ score }) => score > 0 && score >= minScore)
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, limit)
    .map(({ position }) => position);
}
