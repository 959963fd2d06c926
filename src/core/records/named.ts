import type { Issues } from '../../base/issues.ts';
import { nearest } from '../../base/options.ts';
import { REGION_NAMES } from './region-names.ts';
import { isRegionCode, regionKey } from './regions.ts';
import type { Taxonomy } from './taxonomy.ts';

/** Chains and regions as people name them: by code, or by name in either language. */

/** Names and codes of the chains of a taxonomy → code. */
export type ChainNames = ReadonlyMap<string, string>;

/** All that may be said for a chain: a code goes before the name of another chain, and a name before an alias. */
export function chainNames(taxonomy: Taxonomy): Map<string, string> {
  const known = new Map<string, string>();
  // What is set last counts.
  for (const { code, aliases = [] } of taxonomy.chains)
    for (const name of aliases) known.set(folded(name), code);
  for (const { code, nameZh, nameEn } of taxonomy.chains)
    for (const name of [nameEn, nameZh]) known.set(folded(name), code);
  for (const { code } of taxonomy.chains) known.set(folded(code), code);
  known.delete('');
  return known;
}

/** The code of a chain that is named: SY15, 航空装备, 航空装备产业链, Aviation equipment. */
export function chainCode(name: string, known: ChainNames): string | undefined {
  return known.get(folded(name)) ?? known.get(folded(name.replace(/产业链$|产业$|链$/, '')));
}

/**
 * Codes of chains. Notes every name that the taxonomy does not know, with the nearest that it does: an unknown chain
 * would keep no record, and nobody would know why.
 * @param others codes outside of the taxonomy that records were given by their host.
 */
export function chainCodesOf(
  names: readonly string[],
  taxonomy: Taxonomy,
  others: readonly string[],
  issues: Issues,
  path: string,
): string[] {
  const known = chainNames(taxonomy);
  for (const code of others) if (!known.has(folded(code))) known.set(folded(code), code);
  return names.flatMap((name, i) => {
    const code = chainCode(name, known);
    if (code !== undefined) return [code];
    const told = taxonomy.chains.map((chain) => `${chain.code} ${chain.nameZh}`);
    issues.add(`${path}[${i}]`, expectation(name, told, [...known.keys()], known), name);
    return [];
  });
}

/** Shenyang City, Liaoning Province. */
const ENGLISH_KIND = /(?:province|city|municipality|prefecture)$/;

/**
 * Keys of regions. Notes every text that is neither a GB/T 2260 code, nor a name that the library knows, nor an area that
 * some record of the collection has as its own. A name that is both stands for both: records say 沈阳 or 210100.
 * @param own keys of the regions that records have.
 */
export function regionKeysOf(
  names: readonly (string | number)[],
  own: readonly string[],
  issues: Issues,
  path: string,
): string[] {
  const areas = new Set(own);
  const known = new Map<string, string>();
  for (const [key, spellings] of REGION_NAMES) for (const name of spellings) known.set(folded(name), key);
  return names.flatMap((name, i) => {
    const key = regionKey(String(name));
    if (isRegionCode(key)) return [key];
    const named = known.get(folded(key)) ?? known.get(folded(key).replace(ENGLISH_KIND, ''));
    const keys = key !== '' && areas.has(key) ? [key] : [];
    if (named !== undefined) keys.push(named);
    if (keys.length > 0) return keys;
    const told = [
      'a GB/T 2260 code',
      'a province',
      'a city of Liaoning or Shandong',
      'an area that a record has',
    ];
    issues.add(`${path}[${i}]`, expectation(key, told, [...known.keys(), ...areas], known), name);
    return [];
  });
}

function expectation(
  name: string,
  all: readonly string[],
  spellings: readonly string[],
  known: ReadonlyMap<string, string>,
): string {
  const meant = nearest(folded(name), spellings);
  if (meant === undefined) return `one of ${all.join(', ')}`;
  const code = known.get(meant) ?? meant;
  return `a known name: did you mean ${folded(code) === meant ? code : `${meant} (${code})`}?`;
}

function folded(name: string): string {
  // Tai'an, Taian and TAI’AN are one name.
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’-]+/g, '');
}
