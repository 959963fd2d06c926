import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { DemandInput } from '../../core/records/types.ts';
import { COUNT, checkOptions, optionsOf } from '../common/check.ts';
import { forMatch, given, type OfDay, ofDay, onlyAt, type Ranking } from '../common/matching.ts';
import type { NameDirectory } from './directory.ts';
import { LINKING, type LinkOptions, linkNames, type NameLink } from './link-names.ts';
import {
  byStrength,
  type ExpertHit,
  hitsFor,
  identityOf,
  LIMIT,
  poolOf,
  RANKING,
  type RankOptions,
  withoutReasons,
} from './rank-experts.ts';

/** Options of a recommendation: those of `match` (`limit` is for alternates) and of `linkNames`. */
export interface RecommendOptions<R = unknown> extends RankOptions<R>, LinkOptions {
  /** Experts of an organisation that the demand names, a whole number ≥ 0. Default 3. */
  readonly perOrganization?: number;
}

/** An expert whom the demand names, or whose organisation it names. */
export interface PinnedExpert extends ExpertHit {
  readonly link: NameLink;
}

/** Experts for a demand: those named first, then others. Nobody twice; ranks run through both. */
export interface ExpertRecommendation extends OfDay {
  /** People in the order of the links, then the best of organisations, by strength within each. */
  readonly pinned: readonly PinnedExpert[];
  /** The best of all others, by strength. */
  readonly alternates: readonly ExpertHit[];
  /** Every name in the demand, linked or not. */
  readonly links: readonly NameLink[];
  /** Linked names for which there is nobody to show: no profile, filtered out, or an organisation without a match. */
  readonly absent: readonly NameLink[];
}

const PER_ORGANIZATION = 3;
const OPTIONS = optionsOf<RecommendOptions<never>>({
  ...RANKING,
  ...LINKING,
  perOrganization: z.optional(COUNT),
});
const NOTHING_SHARED: Bilingual = {
  zh: '需求点名；其材料与需求没有共同的用词。',
  en: 'Named by the demand; the records share no words with it.',
};

/**
 * Recommends experts for a demand: whom it names comes first, even without a shared word (score 0); then the best of
 * the organisations that it names; then, as alternates, the best of all others. Names that are ambiguous or unknown
 * are in `links` with their candidates and pin nobody. Filters hold for named people too: what they remove is not
 * shown, and the name is in `absent`.
 *
 * Serves: 「及时联系所指的具体大学、科研院所和点名专家」.
 *
 * O(cost of a match × names); a filter looks at every profile once a name.
 * @param matcher over profiles of `buildExpertProfiles`.
 * @param directory whose people have the ids of the profiles, as `directoryOf` makes it.
 * @throws InputError `INVALID_RECORDS` for a bad demand, `INVALID_OPTIONS` naming every bad option.
 */
export function recommendExperts<R>(
  demand: DemandInput,
  matcher: Matcher<R>,
  directory: NameDirectory,
  options: RecommendOptions<R> = {},
): ExpertRecommendation {
  checkOptions(options, OPTIONS);
  const { perOrganization = PER_ORGANIZATION, limit = LIMIT, threshold, suggestFrom, suggestions } = options;
  const links = linkNames(demand, directory, given({ threshold, suggestFrom, suggestions }));
  const finder = new Finder(demand, matcher, forMatch(options));
  const taken = new Set<string>();
  const pinned: PinnedExpert[] = [];
  const absent: NameLink[] = [];
  const linked = links.flatMap((link) => (link.entry === undefined ? [] : [{ link, entry: link.entry }]));
  const [people, organizations] = ['person', 'organization'].map((kind) =>
    linked.filter(({ entry }) => entry.kind === kind),
  );
  for (const { link, entry } of [...people!, ...organizations!]) {
    const hits =
      entry.kind === 'person'
        ? finder.person(entry.id)
        : finder.best(new Set(directory.membersOf(entry)), perOrganization);
    if (hits.length === 0) absent.push(link);
    for (const hit of hits) {
      if (taken.has(hit.id)) continue;
      taken.add(hit.id);
      pinned.push({ ...hit, rank: taken.size, link });
    }
  }
  const alternates = finder.others(taken, limit).map((hit, i) => ({ ...hit, rank: taken.size + i + 1 }));
  const shown = <T extends ExpertHit>(hits: readonly T[]) =>
    options.explain === false ? hits.map(withoutReasons) : hits;
  return {
    pinned: shown(pinned),
    alternates: shown(alternates),
    links,
    absent,
    ...ofDay(options.filter),
  };
}

/** Looks for experts for one demand. */
class Finder<R> {
  private readonly demand: DemandInput;
  private readonly matcher: Matcher<R>;
  private readonly options: Ranking<R>;
  private readonly hitOf: ReturnType<typeof hitsFor>;

  constructor(demand: DemandInput, matcher: Matcher<R>, options: Ranking<R>) {
    this.demand = demand;
    this.matcher = matcher;
    this.options = { ...options, kinds: ['expert'], explain: true };
    this.hitOf = hitsFor(demand, matcher);
  }

  /** One person, whatever the score; nobody where there is no such profile, or filters remove it. */
  person(id: string): ExpertHit[] {
    const index = this.matcher.indexOf(id);
    if (index < 0) return [];
    const { candidates, hits } = this.match(1, (other) => other === index, 0);
    if (candidates === 0) return [];
    if (hits.length > 0) return hits;
    const identity = identityOf(this.matcher.parsed(index));
    return [
      { rank: 1, id, ...identity, score: 0, strength: 0, reason: NOTHING_SHARED, phrases: [], evidence: [] },
    ];
  }

  /** The best of some people. */
  best(ids: ReadonlySet<string>, limit: number): ExpertHit[] {
    const indices = new Set(Array.from(ids, (id) => this.matcher.indexOf(id)));
    return this.match(limit, (index) => indices.has(index)).hits;
  }

  /** The best but for some people. */
  others(taken: ReadonlySet<string>, limit: number): ExpertHit[] {
    const { matches } = this.matcher.match(this.demand, {
      ...this.options,
      limit: poolOf(limit) + taken.size,
    });
    const others = matches.filter(({ id }) => !taken.has(id)).slice(0, poolOf(limit));
    return byStrength(others, this.hitOf).slice(0, limit);
  }

  private match(
    limit: number,
    isWanted: (index: number) => boolean,
    minScore = this.options.minScore ?? 0,
  ): { readonly candidates: number; readonly hits: ExpertHit[] } {
    const filter = onlyAt(this.options.filter, isWanted);
    const { candidates, matches } = this.matcher.match(this.demand, {
      ...this.options,
      limit: poolOf(limit),
      minScore,
      filter,
    });
    return { candidates, hits: byStrength(matches, this.hitOf).slice(0, limit) };
  }
}
