import type { Match, MatchRecord } from 'cuohe';
import type { Question, RecordAnswer, ScorePart } from './api.ts';
import { itemOf } from './item.ts';
import { hasMeaning } from './look-up.ts';
import { SIGNAL_NAMES } from './names.ts';
import type { Portal } from './portal.ts';
import { fieldsOf, titleOf } from './shown.ts';
import { subjectOf, visibleRecord } from './subject.ts';

/**
 * A record in full; where something was asked, with what speaks for the pair on both sides.
 * @throws Refused 404 for a record that there is not, or that not everybody may see.
 */
export function detail(portal: Portal, question: Question, id: string): RecordAnswer {
  const collection = portal.side(question.side);
  const record = visibleRecord(collection, id);
  const index = collection.indexOf(id);
  const subject = subjectOf(portal, question);
  const match = subject?.reasons([id])[0];
  const spans = match?.phrases.flatMap(({ recordSpans }) => recordSpans) ?? [];
  const { level, ...item } = itemOf(collection, index, match, 1);
  return {
    item: level !== undefined && hasMeaning(question, level.level) ? { ...item, level } : item,
    fields: fieldsOf(record, spans),
    ...(match && match.score > 0 && { pair: pairOf(subject!.query, match) }),
  };
}

function pairOf(query: MatchRecord, match: Match): NonNullable<RecordAnswer['pair']> {
  const spans = match.phrases.flatMap(({ querySpans }) => querySpans);
  return {
    query: fieldsOf(query, spans),
    queryTitle: titleOf(query, spans),
    score: match.score,
    parts: partsOf(match),
    phrases: match.phrases.map(({ phrase, relation, recordSpans, value }) => ({
      phrase,
      ...(relation === undefined ? {} : { other: recordSpans[0]?.text ?? '' }),
      value,
    })),
    conditions: match.conditions.map(({ zh, en, value, outcome }) => ({
      zh,
      en,
      value,
      met: outcome !== 'failed',
    })),
  };
}

/** The parts of a score: they sum to it. Conditions may take away. */
function partsOf({ signals, vectors, conditions }: Match): ScorePart[] {
  const parts = Object.entries(SIGNAL_NAMES).map(([key, name]) => ({
    key,
    ...name,
    value: signals[key as keyof typeof signals],
  }));
  if (vectors !== undefined)
    parts.push({ key: 'vectors', zh: '语义相近', en: 'vectors', value: vectors.value });
  const shift = conditions.reduce((sum, { value }) => sum + value, 0);
  if (shift !== 0) parts.push({ key: 'conditions', zh: '条件', en: 'conditions', value: shift });
  return parts.filter(({ value }) => value !== 0);
}
