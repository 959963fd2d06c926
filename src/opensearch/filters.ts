import { Issues } from '../base/issues.ts';
import { type FilteredCounts, type MatchFilter, MS_PER_DAY } from '../core/matches/filters.ts';
import { dayNumber } from '../core/records/dates.ts';
import type { RecordKind } from '../core/records/kinds.ts';
import { chainCodesOf, regionKeysOf } from '../core/records/named.ts';
import { isRegionCode, regionKey } from '../core/records/regions.ts';
import { clearanceOf, SECRECY_LEVELS } from '../core/records/secrecy.ts';
import type { Taxonomy } from '../core/records/taxonomy.ts';

/** What filters are pushed down to the engine: `where` is a function of the host's, which stays. */
export type ClusterFilter = Omit<MatchFilter, 'where'>;

/** Filters in the values of documents. */
export interface PlainFilter {
  /** Highest secrecy. */
  readonly secrecy: number;
  /** First day of validity that is kept, in days from 1970-01-01; undefined where expired ones are too. */
  readonly day: number | undefined;
  readonly kinds: readonly RecordKind[] | undefined;
  readonly regions: readonly string[] | undefined;
  readonly chains: readonly string[] | undefined;
}

/** What documents have, beside what everybody knows: areas without a code, chains of their host. */
export interface OwnNames {
  readonly regions: readonly string[];
  readonly chains: readonly string[];
}

export const NO_OWN_NAMES: OwnNames = { regions: [], chains: [] };

/**
 * Checked filters in the values of documents.
 * @throws InputError `INVALID_OPTIONS` for chains and regions that nobody knows.
 */
export function plainFilter(
  filter: ClusterFilter,
  kinds: readonly RecordKind[] | undefined,
  taxonomy: Taxonomy,
  own: OwnNames,
): PlainFilter {
  const issues = new Issues();
  const { clearance = 'public', asOf, includeExpired = false } = filter;
  const chains = filter.chains && chainCodesOf(filter.chains, taxonomy, own.chains, issues, 'filter.chains');
  const regions = filter.regions && regionKeysOf(filter.regions, own.regions, issues, 'filter.regions');
  issues.throwAsOptions();
  const today = asOf ?? new Date();
  const day = typeof today === 'string' ? dayNumber(today) : Math.floor(today.getTime() / MS_PER_DAY);
  return {
    secrecy: SECRECY_LEVELS.indexOf(clearanceOf(clearance) ?? 'public'),
    day: includeExpired ? undefined : day,
    kinds,
    regions,
    chains,
  };
}

/** Keys of the regions in a filter that are no codes: perhaps areas that documents alone have. */
export function areasIn({ regions = [] }: ClusterFilter): string[] {
  const keys = regions.map((region) => regionKey(String(region)));
  return keys.filter((key) => key !== '' && !isRegionCode(key));
}

/** A filter as the engine takes it. */
type Clause = Readonly<Record<string, unknown>>;

/** The clauses of filters by their names, in the order in which they are applied. */
function clausesOf({ secrecy, day, kinds, regions, chains }: PlainFilter): [keyof FilteredCounts, Clause][] {
  const clauses: [keyof FilteredCounts, Clause | undefined][] = [
    ['secrecy', { range: { secrecy: { lte: secrecy } } }],
    ['expired', day === undefined ? undefined : { range: { lastDay: { gte: day } } }],
    ['kind', kinds && { terms: { kind: kinds } }],
    ['region', regions && { terms: { regions } }],
    ['chain', chains && { terms: { chains } }],
  ];
  return clauses.filter((one): one is [keyof FilteredCounts, Clause] => one[1] !== undefined);
}

/** Names of the filters that may remove anything. */
export function removingFilters(filter: PlainFilter): (keyof FilteredCounts)[] {
  return clausesOf(filter).map(([name]) => name);
}

/** What a document must be to be ranked. */
export function filterClauses(version: string, filter: PlainFilter): Clause[] {
  return [{ term: { v: version } }, ...clausesOf(filter).map(([, clause]) => clause)];
}

/** The name of the aggregation of documents that another weigher made. */
export const OTHERS = 'others';

/** Aggregations that count how many documents each filter removes, by its name, of those that the ones before it kept. */
export function removalAggregations(version: string, filter: PlainFilter): Record<string, unknown> {
  const own = { term: { v: version } };
  const aggregations: Record<string, unknown> = { [OTHERS]: { filter: { bool: { must_not: [own] } } } };
  const kept: Clause[] = [own];
  for (const [name, clause] of clausesOf(filter)) {
    aggregations[name] = { filter: { bool: { filter: [...kept], must_not: [clause] } } };
    kept.push(clause);
  }
  return aggregations;
}
