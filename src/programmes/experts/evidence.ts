import type { MatchedPhrase } from '../../explanation/phrases.ts';
import { FIELD_WEIGHTS, textFields } from '../../records/fields.ts';
import type { MatchRecord } from '../../records/types.ts';
import { normalize } from '../../terms/normalize.ts';
import type { FieldSpan } from '../../terms/span.ts';
import type { ProfileEvidence } from './profile.ts';

/** A record behind an expert that says what the demand says. */
export interface ExpertEvidence {
  readonly recordId: string;
  readonly title: string;
  /** Shared phrases as this record writes them (synonyms included), those of the best first. */
  readonly phrases: readonly string[];
  /** Sum of the values of the phrases that it holds at least a word of; one of several records counts in each. */
  readonly value: number;
}

/** The records behind a profile that hold shared phrases, the one with the greatest value first, then in their order. */
export function evidenceOf(record: MatchRecord, phrases: readonly MatchedPhrase[]): ExpertEvidence[] {
  if (phrases.length === 0) return [];
  const words = phrases.map(({ value, recordSpans }) => ({ value, wordings: wordingsOf(recordSpans) }));
  return partsOf(record)
    .map(({ recordId, title, texts }) => {
      const held: string[] = [];
      let value = 0;
      for (const word of words) {
        const here = word.wordings.filter((wording) => texts.some((text) => text.includes(wording)));
        if (here.length > 0) value += word.value;
        held.push(...here);
      }
      return { recordId, title, phrases: longest(held), value };
    })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
}

/** Texts that are no part of another one, each once. */
function longest(texts: readonly string[]): string[] {
  const different = [...new Set(texts)];
  return different.filter((text) => !different.some((other) => other !== text && other.includes(text)));
}

/** What the profile says for a phrase: pieces that overlap are one; a single character is no word. */
function wordingsOf(spans: readonly FieldSpan[]): string[] {
  const pieces: FieldSpan[] = [];
  const words = spans.filter(({ text }) => normalize(text).text.length > 1);
  const inOrder = words.sort((a, b) =>
    a.field === b.field ? a.start - b.start : a.field < b.field ? -1 : 1,
  );
  for (const span of inOrder) {
    const last = pieces.at(-1);
    if (last === undefined || last.field !== span.field || span.start >= last.end) pieces.push(span);
    else if (span.end > last.end) {
      const text = last.text + span.text.slice(last.end - span.start);
      pieces[pieces.length - 1] = { ...last, end: span.end, text };
    }
  }
  return [...new Set(pieces.map(({ text }) => normalize(text).text))];
}

interface Part {
  readonly recordId: string;
  readonly title: string;
  /** What the record brought to the profile, normalised. */
  readonly texts: readonly string[];
}

/** Of an expert's record that is no profile it is all one part. */
function partsOf(record: MatchRecord): Part[] {
  const { evidence } = record as { readonly evidence?: readonly ProfileEvidence[] };
  if (!Array.isArray(evidence)) {
    const texts = textFields(record, FIELD_WEIGHTS).map(({ text }) => normalize(text).text);
    return [{ recordId: record.id, title: record.title, texts }];
  }
  return (evidence as readonly ProfileEvidence[]).map(({ recordId, title, parts }) => ({
    recordId,
    title,
    texts: Object.entries(parts).flatMap(([field, [from, to]]) => {
      const value = record[field] as string | readonly string[];
      const cut = typeof value === 'string' ? [value.slice(from, to)] : value.slice(from, to);
      return cut.map((piece) => normalize(piece).text);
    }),
  }));
}
