import type { ChartTexts, Language } from './chart-texts.ts';
import type { ChainPair, SupplyAndDemand } from './figures.ts';

/** Chains that a picture has room for; of more, those with the most, and the others in one. */
const MOST_CHAINS = 40;

/** Chains of one side as a picture shows them. */
export interface ShownChains {
  readonly names: string[];
  /** Position of the chain with a code in `names`; undefined for one that has nothing to show. */
  placeOf(code: string): number | undefined;
}

/** The chains that weigh anything, in their order; what there is no room for comes last, in one. */
export function shownChains(
  { chains }: SupplyAndDemand,
  weightOf: (code: string) => number,
  texts: ChartTexts,
  language: Language,
): ShownChains {
  const weights = new Map(chains.map(({ code }) => [code, weightOf(code)]));
  const some = chains.filter(({ code }) => weights.get(code)! > 0);
  const isTooMany = some.length > MOST_CHAINS;
  const heaviest = [...some].sort((a, b) => weights.get(b.code)! - weights.get(a.code)!);
  const kept = new Set(isTooMany ? heaviest.slice(0, MOST_CHAINS - 1) : some);
  const shown = some.filter((chain) => kept.has(chain));
  const places = new Map(shown.map(({ code }, i) => [code, i]));
  for (const { code } of some) if (!places.has(code)) places.set(code, shown.length);
  const names = shown.map(({ nameZh, nameEn }) => (language === 'zh' ? nameZh : nameEn));
  return {
    names: [
      // Chains of one name are told apart by their codes.
      ...names.map((name, i) =>
        names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} ${shown[i]!.code}`,
      ),
      ...(isTooMany ? [texts.rest(some.length - shown.length)] : []),
    ],
    placeOf: (code) => places.get(code),
  };
}

/** A cell of a matrix: its places among the shown chains, and the matches in it. */
export interface ShownPair {
  readonly demand: number;
  readonly supply: number;
  readonly value: number;
}

/**
 * Both sides of a matrix or a flow, and the pairs with matches that answer.
 * @param hasEmpty whether chains with records and without such a match are there too.
 */
export function shownPairs(
  figures: SupplyAndDemand,
  texts: ChartTexts,
  language: Language,
  hasEmpty: boolean,
): { readonly demands: ShownChains; readonly supply: ShownChains; readonly pairs: ShownPair[] } {
  const answering = figures.pairs.filter((pair) => pair.answering > 0);
  const counts = new Map(figures.chains.map((chain) => [chain.code, chain.demands + chain.achievements]));
  const side = (key: 'demandChain' | 'supplyChain') => {
    if (hasEmpty) return shownChains(figures, (code) => counts.get(code)!, texts, language);
    const sums = new Map<string, number>();
    for (const pair of answering) sums.set(pair[key], (sums.get(pair[key]) ?? 0) + pair.answering);
    return shownChains(figures, (code) => sums.get(code) ?? 0, texts, language);
  };
  const demands = side('demandChain');
  const supply = side('supplyChain');
  const values = new Map<number, number>();
  const width = supply.names.length;
  const keyOf = ({ demandChain, supplyChain }: ChainPair) =>
    demands.placeOf(demandChain)! * width + supply.placeOf(supplyChain)!;
  for (const pair of answering) values.set(keyOf(pair), (values.get(keyOf(pair)) ?? 0) + pair.answering);
  const pairs = [...values].map(([key, value]) => ({
    demand: Math.floor(key / width),
    supply: key % width,
    value,
  }));
  return { demands, supply, pairs };
}

/** The pair with most matches, in words; undefined where there is none, or more than one. */
export function mostOf(
  { demands, supply, pairs }: ReturnType<typeof shownPairs>,
  texts: ChartTexts,
): string | undefined {
  const [first, second] = [...pairs].sort((a, b) => b.value - a.value);
  if (first === undefined || first.value === second?.value) return undefined;
  return texts.pair(demands.names[first.demand]!, supply.names[first.supply]!);
}
