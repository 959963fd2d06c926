import * as z from 'zod/mini';
import { cut } from '../base/printable.ts';
import type { Match } from '../core/matcher/match.ts';
import type { MatchFilter } from '../core/matches/filters.ts';
import type { Side } from '../core/records/parse.ts';
import type { QueryInput } from '../core/records/types.ts';
import { ASKED, ASKED_TOLD, type Asked, askedOf, ID, SIDE, TEXT } from './asked.ts';
import type { Holdings } from './holdings.ts';
import { BILINGUAL, lineOf, MATCH, MOST_RECORDS, PART, shownMatch, shownParts } from './shown.ts';
import { type McpTool, type ToolAnswer, toolOf } from './tool.ts';

/** Tools that rank: search, match, explain. */

const LIMIT = z.optional(z.int().check(z.minimum(1), z.maximum(MOST_RECORDS)));
const OFFSET = z.optional(z.int().check(z.minimum(0)));
const CODES = z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(64)));
const DEFAULT_LIMIT = 10;

const RESULT = z.strictObject({
  /** Of the records that are listed. */
  side: z.string(),
  /** The day on which they are valid. */
  asOf: z.string(),
  answer: z.optional(z.strictObject({ answered: z.boolean(), probability: z.number(), ...BILINGUAL.shape })),
  candidates: z.int(),
  matches: z.array(MATCH),
});

interface Narrowing {
  readonly chains?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

const NARROWING = { chains: CODES, regions: CODES, limit: LIMIT, offset: OFFSET };
const NARROWING_TOLD =
  'chains: codes of industry chains; regions: GB/T 2260 codes; limit: at most 20 (default 10); offset: from which rank on.';

/** The best records of a side, as an answer. */
function ranked(holdings: Holdings, side: Side, query: QueryInput, narrowing: Narrowing): ToolAnswer {
  const { chains, regions, limit = DEFAULT_LIMIT, offset = 0 } = narrowing;
  const matcher = holdings.index(side);
  const filter: MatchFilter<unknown> = {
    ...holdings.filter,
    ...(chains === undefined ? {} : { chains }),
    ...(regions === undefined ? {} : { regions }),
  };
  const { matches, answer, candidates } = matcher.match(query, { limit, offset, filter });
  const shown = matches.map((match) => shownMatch(matcher, match));
  const { language } = holdings;
  const none = { zh: '没有找到。', en: 'Nothing was found.' }[language];
  return {
    data: {
      side,
      asOf: filter.asOf,
      ...(answer === undefined ? {} : { answer: { ...answer } }),
      candidates,
      matches: shown,
    },
    lines: [
      ...(answer === undefined ? [] : [answer[language]]),
      ...(shown.length === 0 && answer === undefined ? [none] : []),
      ...shown.map((match) => lineOf(match, language)),
    ],
  };
}

const search = toolOf<Narrowing & { readonly text: string; readonly side?: Side | undefined }>({
  name: 'search',
  title: '检索 Search',
  description: `Finds achievements 科技成果 (default) or demands 技术需求 (side: "demand") for a text, best first, each with score, level and reason. ${NARROWING_TOLD}`,
  input: { text: TEXT, side: z.optional(SIDE), ...NARROWING },
  output: RESULT,
  answer: (holdings, { text, side = 'achievement', ...narrowing }) => ranked(holdings, side, text, narrowing),
});

const match = toolOf<Asked & Narrowing & { readonly side: Side }>({
  name: 'match',
  title: '匹配 Match',
  description: `Finds the counterparts of a record: achievements for a demand (side: "demand"), demands for an achievement (side: "achievement"). side is what the record is. ${ASKED_TOLD} ${NARROWING_TOLD}`,
  input: { side: SIDE, ...ASKED, ...NARROWING },
  output: RESULT,
  answer(holdings, { side, id, record, text, ...narrowing }) {
    const query = askedOf(holdings, side, { id, record, text });
    return ranked(holdings, side === 'demand' ? 'achievement' : 'demand', query, narrowing);
  },
});

const SPAN = z.strictObject({ field: z.string(), start: z.int(), end: z.int(), text: z.string() });
const PHRASE = z.strictObject({
  phrase: z.string(),
  value: z.number(),
  demand: z.array(SPAN),
  achievement: z.array(SPAN),
});
const MOST_SPANS = 3;

const explain = toolOf<Asked & { readonly achievementId: string }>({
  name: 'explain',
  title: '说明 Explain',
  description: `Says why an achievement scores as it does for a demand: the reason, the parts that sum to the score, conditions, and the phrases that both have, with their places. ${ASKED_TOLD} This is the demand; achievementId is the id of an indexed achievement.`,
  input: { ...ASKED, achievementId: ID },
  output: z.strictObject({
    achievementId: z.string(),
    score: z.number(),
    level: z.optional(z.int()),
    label: z.optional(BILINGUAL),
    probability: z.optional(z.number()),
    reason: BILINGUAL,
    parts: z.array(PART),
    phrases: z.array(PHRASE),
  }),
  answer(holdings, { achievementId, ...asked }) {
    const query = askedOf(holdings, 'demand', asked);
    holdings.record('achievement', achievementId);
    const matcher = holdings.index('achievement');
    const [found] = matcher.reasons(query, [achievementId]) as [Match<unknown>];
    const { score, level, label, probability, reason } = shownMatch(matcher, found);
    const parts = shownParts(found);
    const { language } = holdings;
    return {
      data: {
        achievementId,
        score,
        ...(level === undefined ? {} : { level, label, probability }),
        reason,
        parts,
        phrases: found.phrases.map(({ phrase, value, querySpans, recordSpans }) => ({
          phrase,
          value,
          demand: querySpans.slice(0, MOST_SPANS).map(spanOf),
          achievement: recordSpans.slice(0, MOST_SPANS).map(spanOf),
        })),
      },
      lines: [
        `${score.toFixed(3)}${label === undefined ? '' : ` ${label[language]}`} · ${reason[language]}`,
        ...parts.map(
          (part) =>
            `${part[language]} ${part.value < 0 ? '−' : '+'}${Math.abs(part.value).toFixed(3)}${part.clause === undefined ? '' : ` ${cut(part.clause[language], 200)}`}`,
        ),
      ],
    };
  },
});

function spanOf({ field, start, end, text }: { field: string; start: number; end: number; text: string }) {
  return { field, start, end, text };
}

export const RANKING_TOOLS: readonly McpTool[] = [search, match, explain];
