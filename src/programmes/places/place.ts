import { holds, isRegionCode } from '../../core/records/regions.ts';
import { keyOfRegion, type RegionArea, type Regions } from './regions.ts';

/** A region as codes: its own, or those of an area's members; none for a wording that is not known. */
export interface Place {
  readonly key: string;
  readonly area: RegionArea | undefined;
  readonly codes: readonly string[];
}

/** A region as it is compared; nothing where none is told. */
export function placeOf(region: string | undefined, regions: Regions): Place | undefined {
  const key = keyOfRegion(region ?? '', regions);
  if (key === '') return undefined;
  const area = regions.areas.get(key);
  return { key, area, codes: isRegionCode(key) ? [key] : (area?.members ?? []) };
}

/** The codes that a region lies in: its own, or those of an area's members; none where its place is not told. */
export function codesOf(region: string | undefined, regions: Regions): readonly string[] {
  return placeOf(region, regions)?.codes ?? [];
}

/** Whether a place lies in an area, wholly or in part. */
export function liesIn(place: Place, area: RegionArea): boolean {
  return (
    place.area === area || place.codes.some((code) => area.members.some((member) => holds(member, code)))
  );
}

/** Whether a place lies in a region given by a key: a code, or a wording of an area. */
export function isIn(place: Place, key: string, regions: Regions): boolean {
  const area = regions.areas.get(key);
  return area === undefined
    ? place.codes.some((code) => isRegionCode(key) && holds(key, code))
    : liesIn(place, area);
}
