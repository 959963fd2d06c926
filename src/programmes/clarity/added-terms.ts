import type { Bilingual } from '../../base/bilingual.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import { textFields } from '../../core/records/fields.ts';
import type { Demand, MatchRecord } from '../../core/records/types.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { withParsed } from '../common/matching.ts';

/** A record that comes into the list, or falls out of it. */
export interface RankChange {
  readonly id: string;
  readonly title: string;
  /** Its place in the list in which it stands: the new one for what comes in, the old one for what falls out. */
  readonly rank: number;
}

/** A term that close matches share and the demand lacks, with what it would change. */
export interface TermToAdd {
  readonly term: string;
  /** Ids of the close matches that hold it. */
  readonly sharedBy: readonly string[];
  /** What comes into the list when the term is a keyword of the demand. */
  readonly enters: readonly RankChange[];
  /** What falls out of it. */
  readonly leaves: readonly RankChange[];
  /** The first of the new list; `null` where nothing scores enough any more. */
  readonly first: string | null;
  /** Score of the first of the list before and after; 0 for an empty list. */
  readonly bestScore: readonly [before: number, after: number];
  readonly question: Bilingual;
}

/** A demand with its matches. */
export interface MatchedDemand<R> {
  readonly demand: Demand;
  /** Its matches with `options`, with their records as they were read. */
  readonly matches: readonly Match<MatchRecord>[];
  /** Those that are about the same thing. */
  readonly close: readonly Match<MatchRecord>[];
  readonly options: MatchOptions<R>;
}

/** Shorter is no term, longer a sentence. In UTF-16 units. */
const [SHORTEST, LONGEST] = [2, 12];
/** Close matches whose terms are taken, the best ones; how many hold a term is counted over all. */
const SOURCES = 4;
/** Terms tried for each that is returned: many change nothing. */
const TRIES = 2;

/**
 * Terms of the closest matches (their keywords and the words that speak for their chains) that at least `minShared` of
 * the close ones hold and the demand does not, each tried as a further keyword: most changes first, then the greatest
 * rise of the best score, then most shared. A match of the matcher for each term tried.
 */
export function termsToAdd<R>(
  matcher: Matcher<R>,
  matched: MatchedDemand<R>,
  most: number,
  minShared: number,
): TermToAdd[] {
  const { demand, close } = matched;
  const own = textOf(demand, matcher);
  const texts = close.map(({ id, record }) => ({ id, text: textOf(record, matcher) }));
  const candidates = new Map<string, { readonly term: string; readonly sharedBy: string[] }>();
  for (const { record } of close.slice(0, SOURCES)) {
    for (const term of termsOf(record, matcher)) {
      const folded = normalize(term).text;
      if (!isTerm(folded) || candidates.has(folded) || own.includes(folded)) continue;
      const sharedBy = texts.filter(({ text }) => text.includes(folded)).map(({ id }) => id);
      candidates.set(folded, { term: term.trim(), sharedBy });
    }
  }
  // Sorting is stable: of terms as much shared, those of the better match come first.
  const tried = [...candidates.values()]
    .filter(({ sharedBy }) => sharedBy.length >= minShared)
    .sort((a, b) => b.sharedBy.length - a.sharedBy.length)
    .slice(0, most * TRIES);
  return tried
    .map(({ term, sharedBy }) => tryTerm(matcher, matched, term, sharedBy))
    .sort((a, b) => b.enters.length - a.enters.length || riseOf(b) - riseOf(a))
    .slice(0, most);
}

function textOf(record: MatchRecord, { fields }: Matcher<unknown>): string {
  return normalize(
    textFields(record, fields)
      .map(({ text }) => text)
      .join('\n'),
  ).text;
}

function termsOf(record: MatchRecord, matcher: Matcher<unknown>): string[] {
  const words = matcher.tagChains(record).flatMap(({ evidence }) => evidence.map(({ text }) => text));
  return [...(record.keywords ?? []), ...words];
}

function isTerm(text: string): boolean {
  return text.length >= SHORTEST && text.length <= LONGEST && /\p{L}/u.test(text);
}

function tryTerm<R>(
  matcher: Matcher<R>,
  { demand, matches: before, options }: MatchedDemand<R>,
  term: string,
  sharedBy: readonly string[],
): TermToAdd {
  const keywords = [...(demand.keywords ?? []), term];
  const { matches } = matcher.match({ ...demand, keywords }, { ...options, explain: false });
  const after = withParsed(matcher, matches);
  return {
    term,
    sharedBy,
    enters: missingFrom(after, before),
    leaves: missingFrom(before, after),
    first: after[0]?.id ?? null,
    bestScore: [before[0]?.score ?? 0, after[0]?.score ?? 0],
    question: {
      zh: `您的需求是否涉及“${term}”？`,
      en: `Is it about “${term}”?`,
    },
  };
}

function riseOf({ bestScore: [before, after] }: TermToAdd): number {
  return after - before;
}

function missingFrom(
  list: readonly Match<MatchRecord>[],
  other: readonly Match<MatchRecord>[],
): RankChange[] {
  const known = new Set(other.map(({ id }) => id));
  return list
    .filter(({ id }) => !known.has(id))
    .map(({ id, record, rank }) => ({ id, title: record.title, rank }));
}
