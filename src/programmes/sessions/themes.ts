import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { Taxonomy } from '../../core/records/taxonomy.ts';
import type { Demand } from '../../core/records/types.ts';
import { checkOptions, FROM_1, optionsOf, type ShapeOf } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { RUN } from '../common/matching.ts';
import { type LeftOut, OPEN, type OpenOptions, openOf } from '../common/open-records.ts';
import { byId } from '../planning/planning.ts';
import { themeClusters } from './theme-clusters.ts';
import { type ThemeEvidence, themeEvidence } from './theme-evidence.ts';
import { themeName, themePhrases } from './theme-name.ts';

/** What one session is about. */
export interface SessionTheme {
  readonly name: Bilingual;
  /** Codes of its chains, that of most demands first; none for demands of no chain. */
  readonly chains: readonly string[];
  /** What its demands share, in their words, most telling first; may be empty. */
  readonly phrases: readonly string[];
  /** By id. */
  readonly demandIds: readonly string[];
}

/** Themes, and the demands that take no part. */
export interface SessionThemes {
  /** Largest first, then by the chains' order in the taxonomy, then by the first id. */
  readonly themes: readonly SessionTheme[];
  /** Demands that take no part. */
  readonly leftOut: LeftOut;
}

/** How themes are formed. */
export interface ThemeOptions extends OpenOptions, RunOptions {
  /** A theme with fewer demands is joined with another where one has room. Default 3. */
  readonly minDemands?: number;
  /** Most demands of a theme; a chain with more is split by topic. At least `minDemands`. Default 12. */
  readonly maxDemands?: number;
}

const MIN_DEMANDS = 3;
/** What people can take in of one topic. */
export const MAX_DEMANDS = 12;

/** Shapes of {@link ThemeOptions}. */
export const THEMES = {
  ...RUN,
  ...OPEN,
  minDemands: z.optional(FROM_1),
  maxDemands: z.optional(FROM_1),
} satisfies ShapeOf<ThemeOptions>;

/** Checks that a theme of the least size is no larger than one of the greatest. */
export const sizesFit = z.refine<{
  readonly minDemands?: number | undefined;
  readonly maxDemands?: number | undefined;
}>(
  ({ minDemands = MIN_DEMANDS, maxDemands = MAX_DEMANDS }) => minDemands <= maxDemands,
  `minDemands (default ${MIN_DEMANDS}) at most maxDemands (default ${MAX_DEMANDS})`,
);

const OPTIONS = optionsOf<ThemeOptions>(THEMES).check(sizesFit);

/**
 * Groups the open demands of an index into themes: by the chain that speaks loudest, chains with many demands by topic,
 * chains with few joined with their upstream or downstream chains, what remains with whatever is nearest. Each open
 * demand is in one theme. A demand's likeness to others is the matcher's score.
 * serves: 「分行业、分专题开展精准化对接，组织新材料、精细化工……等领域专场对接和项目路演19场」.
 *
 * One query a demand, then about O(n²) in the demands of one chain. The order of records does not matter.
 * @param demands index of demands (`side: 'demand'`).
 * @throws InputError `INVALID_OPTIONS` naming every bad option; the signal's reason when stopped.
 */
export async function sessionThemes(
  demands: Matcher<unknown>,
  options: ThemeOptions,
): Promise<SessionThemes> {
  checkOptions(options, OPTIONS);
  const { asOf, clearance = 'public', minDemands = MIN_DEMANDS, maxDemands = MAX_DEMANDS } = options;
  const all = Array.from({ length: demands.size }, (_, i) => demands.parsed(i) as Demand).sort(byId);
  const { open, leftOut } = openOf(all, options);
  const evidence = await themeEvidence(open, demands, { asOf, clearance }, options);
  const themes = themeClusters(evidence, demands.taxonomy, minDemands, maxDemands).map((members) =>
    themeOf(
      members.map((i) => evidence[i]!),
      demands.taxonomy,
    ),
  );
  const place = new Map(demands.taxonomy.chains.map(({ code }, i) => [code, i]));
  const placeOf = ({ chains }: SessionTheme) => place.get(chains[0] ?? '') ?? place.size;
  // Sorting is stable, and clusters come by their first ids.
  themes.sort((a, b) => b.demandIds.length - a.demandIds.length || placeOf(a) - placeOf(b));
  return { themes, leftOut };
}

function themeOf(members: readonly ThemeEvidence[], taxonomy: Taxonomy): SessionTheme {
  const counts = groupBy(members, ({ chains }) => chains[0]);
  const weight = (code: string) => counts.get(code)?.length ?? 0;
  const chains = taxonomy.chains
    .filter(({ code }) => weight(code) > 0)
    .sort((a, b) => weight(b.code) - weight(a.code));
  const shared = members.flatMap(({ demand, phrases }) =>
    members.flatMap((other) => (other.demand === demand ? [] : (phrases.get(other.demand.id) ?? []))),
  );
  const common = themePhrases(shared);
  const phrases = common.length > 0 ? common : themePhrases(members.flatMap(({ words }) => words));
  return {
    name: themeName(chains, phrases),
    chains: chains.map(({ code }) => code),
    phrases,
    demandIds: members.map(({ demand }) => demand.id),
  };
}

/** Themes of one session as one: their chains, that of most demands first, and the most telling phrase of each. */
export function joinedTheme(themes: readonly SessionTheme[], taxonomy: Taxonomy): SessionTheme {
  if (themes.length === 1) return themes[0]!;
  const counts = new Map<string, number>();
  for (const { chains, demandIds } of themes) {
    for (const code of chains) counts.set(code, (counts.get(code) ?? 0) + demandIds.length);
  }
  const chains = taxonomy.chains
    .filter(({ code }) => counts.has(code))
    .sort((a, b) => counts.get(b.code)! - counts.get(a.code)!);
  const phrases = [...new Set(themes.flatMap((theme) => theme.phrases.slice(0, 1)))].slice(0, 3);
  return {
    name: themeName(chains, phrases),
    chains: chains.map(({ code }) => code),
    phrases,
    demandIds: themes.flatMap(({ demandIds }) => demandIds).sort(),
  };
}
