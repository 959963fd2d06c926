/**
 * Room `programmes/places`: how near two regions are, for all programmes that ask.
 * Begin: `regions.ts` is what a host declares, `nearness.ts` compares, `containment.ts` tells whether one holds the other;
 * `cuohe/programmes/region` is their door.
 * Order: stands on `common`.
 */

import { holds } from '../../core/records/regions.ts';
import type { ConditionStatus } from '../common/conditions.ts';
import { placeOf } from './place.ts';
import { PLAIN_REGIONS, type Regions } from './regions.ts';

/**
 * Whether a place lies in a region, codes or wordings of areas: `partly` where an area lies there in part, or a place wider
 * than the region is told; `unknown` where the place of either is not told. A county of a zone lies in it partly, as zones
 * lie in counties in part; a circle holds its cities.
 */
export function containment(
  place: string | undefined,
  region: string,
  regions: Regions = PLAIN_REGIONS,
): 'within' | 'partly' | 'outside' | 'unknown' {
  const [at, wanted] = [placeOf(place, regions), placeOf(region, regions)];
  if (at === undefined || wanted === undefined) return 'unknown';
  if (at.key === wanted.key || (at.area !== undefined && at.area === wanted.area)) return 'within';
  if (at.codes.length === 0 || wanted.codes.length === 0) return 'unknown';
  const isHeld = (code: string) => wanted.codes.some((other) => holds(other, code));
  const held = at.codes.filter(isHeld).length;
  if (held === at.codes.length) return wanted.area?.isZone === true ? 'partly' : 'within';
  const isWider = at.codes.some((code) => wanted.codes.some((other) => holds(code, other)));
  return held > 0 || isWider ? 'partly' : 'outside';
}

/**
 * The condition that something is in one of several regions: `met` where one of its places is within one of them, `failed`
 * where all of its places are outside of all. Where no place is told, or one is too coarse to tell, it is `unknown`.
 * @param places where it is, any of which will do. O(places × wanted).
 */
export function isInOneOf(
  places: readonly string[],
  wanted: readonly string[],
  regions?: Regions,
): ConditionStatus {
  const all = places.flatMap((place) => wanted.map((region) => containment(place, region, regions)));
  if (all.includes('within')) return 'met';
  if (wanted.length === 0) return 'failed';
  return places.length > 0 && all.every((one) => one === 'outside') ? 'failed' : 'unknown';
}
