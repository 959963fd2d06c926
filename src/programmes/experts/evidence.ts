import { ownValue } from '../../base/own-value.ts';
import type { MatchedPhrase } from '../../core/explanation/phrases.ts';
import { FIELD_WEIGHTS, textFields } from '../../core/records/fields.ts';
import type { AchievementInput, MatchRecord } from '../../core/records/types.ts';
import { normalize } from '../../core/terms/normalize.ts';
import type { FieldSpan } from '../../core/terms/span.ts';
import type { ProfileEvidence } from './profile.ts';

/** A record behind an expert that says what the demand says. */
export interface ExpertEvidence {
  readonly recordId: string;
  readonly title: string;
  /** Shared phrases as this record writes them (synonyms included), those of the best first. */
  readonly phrases: readonly string[];
  /** Sum of the values of the phrases that it holds at least a word of; one of several records counts in each. */
  readonly value: number;
  /** Score of the record by itself with the demand, in [0, 1]; 0 for those beyond the twelve with the greatest values. */
  readonly score: number;
  /** How much it says of the person, in [0, 1]; see `buildExpertProfiles`. */
  readonly weight: number;
}

/** The same before it is scored. */
export interface FoundEvidence extends Omit<ExpertEvidence, 'score'> {
  /** What the record brought to the profile, as a record. */
  readonly part: AchievementInput;
}

/** The records behind a profile that hold shared phrases, the one with the greatest value first, then in their order. */
export function evidenceOf(record: MatchRecord, phrases: readonly MatchedPhrase[]): FoundEvidence[] {
  if (phrases.length === 0) return [];
  const words = phrases.map(({ value, recordSpans }) => ({ value, wordings: wordingsOf(recordSpans) }));
  // 涂层 and 层失效 are one piece of 涂层失效, though phrases of the demand keep them apart.
  const joined = wordingsOf(phrases.flatMap(({ recordSpans }) => recordSpans));
  return partsOf(record)
    .map(({ recordId, title, texts, weight, part }) => {
      const isHere = (wording: string) => texts.some((text) => text.includes(wording));
      const held = words.filter(({ wordings }) => wordings.some(isHere));
      const value = held.reduce((sum, word) => sum + word.value, 0);
      const said = held.flatMap(({ wordings }) => wordings.filter(isHere));
      return { recordId, title, phrases: longest(said, joined.filter(isHere)), value, weight, part };
    })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
}

/** Texts, each within the longest of the pieces that hold it, in their order and each once. */
function longest(texts: readonly string[], pieces: readonly string[]): string[] {
  const all = [...texts, ...pieces];
  const grown = texts.map((text) =>
    all.reduce((best, other) => (other.length > best.length && other.includes(text) ? other : best), text),
  );
  return [...new Set(grown)];
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
  readonly weight: number;
  readonly part: AchievementInput;
}

/** Of an expert's record that is no profile it is all one part. */
function partsOf(record: MatchRecord): Part[] {
  const { evidence } = record as { readonly evidence?: readonly ProfileEvidence[] };
  if (!Array.isArray(evidence)) {
    const texts = textFields(record, FIELD_WEIGHTS).map(({ text }) => normalize(text).text);
    return [{ recordId: record.id, title: record.title, texts, weight: 1, part: record as AchievementInput }];
  }
  return (evidence as readonly ProfileEvidence[]).map(({ recordId, title, parts, weight = 1 }) => {
    const cuts = Object.entries(parts).map(([field, [from, to]]) => {
      const value = ownValue<string | readonly string[]>(record as never, field) ?? '';
      return [field, value.slice(from, to)] as const;
    });
    return {
      recordId,
      title,
      texts: cuts.flatMap(([, cut]) => [cut].flat().map((piece) => normalize(piece).text)),
      weight,
      part: { id: recordId, kind: 'expert', title, ...Object.fromEntries(cuts) } as AchievementInput,
    };
  });
}
