import type { Bilingual } from '../../base/bilingual.ts';
import { isRegionCode } from '../../core/records/regions.ts';
import { cityOf, keyOfRegion, nameOfRegion, type Regions } from '../places/regions.ts';

/** Levels of the network, from the ground up. */
export const OFFICE_LEVELS = ['county', 'zone', 'city', 'circle', 'province', 'nation'] as const;
export type OfficeLevel = (typeof OFFICE_LEVELS)[number];

/** The office that works for a region. */
export interface Office {
  readonly level: OfficeLevel;
  /** Key of its region; empty for the nation. */
  readonly key: string;
  readonly name: Bilingual;
}

const NATION: Office = { level: 'nation', key: '', name: { zh: '全国', en: 'the nation' } };

/**
 * The office that a region belongs to, of at least a level: a county's own, or that of its city or province. Never
 * that of the nation.
 * @returns undefined for no region and for wordings whose place is not told.
 */
export function officeOf(
  region: string | undefined,
  level: 'county' | 'city' | 'province',
  regions: Regions,
): Office | undefined {
  const key = keyOfRegion(region ?? '', regions);
  const area = regions.areas.get(key);
  if (!isRegionCode(key) && area === undefined) return undefined;
  const own: OfficeLevel =
    area !== undefined ? (area.isZone ? 'zone' : 'circle') : key.length === 6 ? 'county' : levelOf(key);
  let office: Office = { level: own, key, name: nameOfRegion(key, regions) };
  while (OFFICE_LEVELS.indexOf(office.level) < OFFICE_LEVELS.indexOf(level)) {
    const above = officeAbove(office, regions);
    // A municipality is its own province; an area across provinces has no office of that level.
    if (above.level === 'nation') break;
    office = above;
  }
  return office;
}

/** The office one level up: county or zone → city → province → nation. What lies in several goes to what holds all. */
export function officeAbove({ level, key }: Office, regions: Regions): Office {
  const codes = regions.areas.get(key)?.members ?? [key];
  const city = level === 'county' || level === 'zone' ? only(codes.map(cityOf)) : undefined;
  const above = city ?? only(codes.map((code) => code.slice(0, 2)));
  if (above === undefined || above === key || level === 'nation') return NATION;
  return { level: levelOf(above), key: above, name: nameOfRegion(above, regions) };
}

/** A municipality is a city: above it is the nation. */
function levelOf(key: string): 'city' | 'province' {
  return cityOf(key) === key ? 'city' : 'province';
}

/** The value that all have. */
function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
