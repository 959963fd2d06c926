import * as z from 'zod/mini';
import { cut } from '../base/printable.ts';
import { scoreParts } from '../charts/score-parts.ts';
import type { Match } from '../core/matcher/match.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import { textFields } from '../core/records/fields.ts';
import { regionOf } from '../core/records/region.ts';
import type { MatchRecord } from '../core/records/types.ts';

/** What of records and matches an answer has: bounded, and enough to compute it again. */

/** Most records of an answer. */
export const MOST_RECORDS = 20;
/** Units of a title, a name, and of the beginning of a text. */
const LONGEST = { title: 300, name: 120, summary: 400, reason: 1000 } as const;

const BILINGUAL = z.strictObject({ zh: z.string(), en: z.string() });

export const RECORD = {
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  organization: z.optional(z.string()),
  region: z.optional(z.string()),
  chains: z.array(z.string()),
  summary: z.optional(z.string()),
};

export const MATCH = z.strictObject({
  rank: z.int(),
  ...RECORD,
  score: z.number(),
  level: z.optional(z.int()),
  label: z.optional(BILINGUAL),
  probability: z.optional(z.number()),
  reason: BILINGUAL,
});

export const PART = z.strictObject({
  kind: z.string(),
  code: z.string(),
  value: z.number(),
  zh: z.string(),
  en: z.string(),
  clause: z.optional(BILINGUAL),
});

export { BILINGUAL };

/** A record in a few fields. */
export function shownRecord(matcher: Matcher<unknown>, record: MatchRecord) {
  const { organization } = record;
  const name = typeof organization === 'string' ? organization : organization?.name;
  const region = regionOf(record);
  const text = textFields(record, matcher.fields).find(
    ({ field }) => field !== 'title' && field !== 'keywords',
  )?.text;
  return {
    id: record.id,
    kind: record.kind,
    title: cut(record.title, LONGEST.title),
    ...(name === undefined ? {} : { organization: cut(name, LONGEST.name) }),
    ...(region === undefined ? {} : { region: cut(region, LONGEST.name) }),
    chains: matcher.chainsOf(record.id).map(({ code }) => code),
    ...(text === undefined ? {} : { summary: cut(text, LONGEST.summary) }),
  };
}

/** A match with its record. */
export function shownMatch(matcher: Matcher<unknown>, match: Match<unknown>) {
  const { rank, score, level, probability, reason } = match;
  return {
    rank,
    ...shownRecord(matcher, matcher.parsed(match.index)),
    score,
    ...(level === undefined
      ? {}
      : { level: level.level, label: { zh: level.labelZh, en: level.labelEn }, probability }),
    reason: { zh: cut(reason.zh, LONGEST.reason), en: cut(reason.en, LONGEST.reason) },
  };
}

/** The parts of a score. */
export function shownParts(match: Match<unknown>) {
  return scoreParts(match).map(({ from: _from, to: _to, ...part }) => part);
}

/** A line for people. */
export function lineOf(match: ReturnType<typeof shownMatch>, language: 'zh' | 'en'): string {
  const { rank, id, title, score, label, reason } = match;
  const level = label === undefined ? '' : ` ${label[language]}`;
  return `${rank}. ${id} ${cut(title, 60)} · ${score.toFixed(3)}${level} · ${reason[language]}`;
}
