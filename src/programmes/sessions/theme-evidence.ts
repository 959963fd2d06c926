import type { Matcher } from '../../core/matcher/matcher.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { Demand } from '../../core/records/types.ts';
import type { SharedPhrase } from './theme-name.ts';

/** A demand and what ties it to others. */
export interface ThemeEvidence {
  readonly demand: Demand;
  /** Codes, the first decides; none for a demand of no chain. */
  readonly chains: readonly string[];
  /** Words that speak for the first chain, strongest first. */
  readonly words: readonly SharedPhrase[];
  /** Score of each similar demand, by id. */
  readonly scores: ReadonlyMap<string, number>;
  /** Phrases shared with the most similar ones, by id. */
  readonly phrases: ReadonlyMap<string, readonly SharedPhrase[]>;
}

/** Similar demands that are looked at; what is further down hardly shares a topic. */
const SIMILAR = 60;
/** Of these also the phrases. */
const EXPLAINED = 6;

/** Asks the index of demands about each of them. One query a demand. */
export async function themeEvidence(
  demands: readonly Demand[],
  matcher: Matcher<unknown>,
  filter: MatchFilter<unknown>,
  run: RunOptions,
): Promise<ThemeEvidence[]> {
  const pacer = new Pacer(demands.length, run);
  const found: ThemeEvidence[] = [];
  for (const demand of demands) {
    const similar = matcher.match(demand, { filter, limit: SIMILAR, explain: false }).matches;
    const best = similar.slice(0, EXPLAINED).map(({ id }) => id);
    const explained = matcher.reasons(demand, best);
    const tags = matcher.tagChains(demand);
    found.push({
      demand,
      chains: tags.map(({ code }) => code),
      words: (tags[0]?.evidence ?? []).map(({ text }, i) => ({ phrase: text, value: 1 / (i + 1) })),
      scores: new Map(similar.map(({ id, score }) => [id, score])),
      phrases: new Map(explained.map(({ id, phrases }) => [id, phrases])),
    });
    await pacer.step(found.length);
  }
  pacer.finish(found.length);
  return found;
}
