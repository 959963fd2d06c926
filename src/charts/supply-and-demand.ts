import { ANSWERING } from '../core/levels/level.ts';
import type { LeanMatch } from '../core/matcher/match.ts';
import type { Side } from '../core/records/parse.ts';
import { regionOf } from '../core/records/region.ts';
import { regionName } from '../core/records/region-names.ts';
import { isRegionCode, regionLevels } from '../core/records/regions.ts';
import type { Taxonomy } from '../core/records/taxonomy.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { NO_CHAIN, NO_REGION, noteOf } from './figure-names.ts';
import type { SupplyAndDemand, SupplyAndDemandInput, SupplyFigures } from './figures.ts';
import { checkInput, sideOf } from './read-figures.ts';

/**
 * Counts supply and demand by chain and by region, and their matches by pairs of chains. Each record counts once: under its
 * first chain (that of the host, or the tagger's; application chains go before horizontal ones) and under its province, so
 * that every column sums to the number of records. Counted are the records that are handed in; O(records + matches), and
 * the time that `tagChains` takes for each record.
 * @throws InputError `INVALID_OPTIONS` for bad input: other names, no lists, results of records that are not there, or
 *   ids that do not tell which side was asked for.
 */
export function supplyAndDemand(input: SupplyAndDemandInput): SupplyAndDemand {
  checkInput(input);
  const { results, records, chains } = input;
  const queries = sideOf(input);
  const asked = new Set(results.map(({ queryId }) => queryId));
  const isCounted = (side: Side) => (record: MatchRecord) => side !== queries || asked.has(record.id);
  const demands = records.demands.filter(isCounted('demand'));
  const achievements = records.achievements.filter(isCounted('achievement'));

  const basis = results.some(
    ({ answer, matches }) => answer !== undefined || matches.some(({ level }) => level !== undefined),
  )
    ? 'levels'
    : 'matches';
  const answers = ({ level }: LeanMatch) => basis === 'matches' || (level?.level ?? 0) >= ANSWERING;

  const known = new Map(chains.taxonomy.chains.map((chain, i) => [chain.code, i]));
  const none = known.size;
  const chainOf = (record: MatchRecord) => {
    for (const { code } of chains.tagChains(record)) {
      const place = known.get(code);
      if (place !== undefined) return place;
    }
    return none;
  };
  const chainOfDemand = new Map(demands.map((record) => [record.id, chainOf(record)]));
  const chainOfSupply = new Map(achievements.map((record) => [record.id, chainOf(record)]));

  const answered = new Set<string>();
  const wanted = new Set<string>();
  const pairs = new Map<number, { matches: number; answering: number }>();
  for (const { queryId, matches, answer } of results) {
    // The answer is of all pages, the matches may be of a later one.
    if (basis === 'levels' && answer?.answered) (queries === 'demand' ? answered : wanted).add(queryId);
    for (const match of matches) {
      const [demand, supply] = queries === 'demand' ? [queryId, match.id] : [match.id, queryId];
      const key = chainOfDemand.get(demand)! * (none + 1) + chainOfSupply.get(supply)!;
      const pair = pairs.get(key) ?? { matches: 0, answering: 0 };
      pairs.set(key, pair);
      pair.matches++;
      if (!answers(match)) continue;
      pair.answering++;
      answered.add(demand);
      wanted.add(supply);
    }
  }

  const codes = [...chains.taxonomy.chains.map(({ code }) => code), ''];
  const byChain = codes.map(() => new Tally());
  const byRegion = new Map<string, Tally>();
  const total = new Tally();
  const count = (record: MatchRecord, chain: number, add: (tally: Tally) => void) => {
    const region = provinceOf(record);
    const tally = byRegion.get(region) ?? new Tally();
    byRegion.set(region, tally);
    for (const one of [byChain[chain]!, tally, total]) add(one);
  };
  for (const record of demands) {
    count(record, chainOfDemand.get(record.id)!, (tally) => tally.addDemand(answered.has(record.id)));
  }
  for (const record of achievements) {
    count(record, chainOfSupply.get(record.id)!, (tally) => tally.addAchievement(wanted.has(record.id)));
  }

  const cells = [...pairs]
    .sort(([a], [b]) => a - b)
    .map(([key, counts]) => ({
      demandChain: codes[Math.floor(key / (none + 1))]!,
      supplyChain: codes[key % (none + 1)]!,
      ...counts,
    }));
  const sum = (what: 'matches' | 'answering') => cells.reduce((all, cell) => all + cell[what], 0);
  return {
    basis,
    note: noteOf(basis, queries),
    chains: byChain.map((tally, i) => ({ ...nameOfChain(chains.taxonomy.chains[i]), ...tally.figures })),
    regions: [...byRegion.keys()]
      .sort(byKey)
      .map((key) => ({ key, ...(key === '' ? NO_REGION : regionName(key)), ...byRegion.get(key)!.figures })),
    pairs: cells,
    total: { ...total.figures, matches: sum('matches'), answering: sum('answering') },
    unasked: records.demands.length + records.achievements.length - demands.length - achievements.length,
  };
}

/** Counts what is asked for and what is offered. */
class Tally {
  #demands = 0;
  #achievements = 0;
  #answered = 0;
  #wanted = 0;

  addDemand(isAnswered: boolean): void {
    this.#demands++;
    if (isAnswered) this.#answered++;
  }

  addAchievement(isWanted: boolean): void {
    this.#achievements++;
    if (isWanted) this.#wanted++;
  }

  get figures(): SupplyFigures {
    return {
      demands: this.#demands,
      achievements: this.#achievements,
      answered: this.#answered,
      gap: this.#demands - this.#answered,
      wanted: this.#wanted,
    };
  }
}

function nameOfChain(chain: Taxonomy['chains'][number] | undefined) {
  if (chain === undefined) return { code: '', nameZh: NO_CHAIN.zh, nameEn: NO_CHAIN.en };
  const { code, nameZh, nameEn, advancedManufacturing } = chain;
  return { code, nameZh, nameEn, ...(advancedManufacturing === undefined ? {} : { advancedManufacturing }) };
}

/** The widest region that holds the place of a record; empty where it tells none. */
function provinceOf(record: MatchRecord): string {
  const region = regionOf(record);
  return region === undefined ? '' : (regionLevels(region)[0] ?? '');
}

/** Codes, then names, then nothing. */
function byKey(one: string, other: string): number {
  const rank = (key: string) => (isRegionCode(key) ? 0 : key === '' ? 2 : 1);
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}
