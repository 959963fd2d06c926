/**
 * Regions: GB/T 2260 codes (six digits, hierarchy by two digits) or any name of the host's own for areas
 * without a code.
 */

/** The code without the zero pairs that only fill up: 210100 → 2101, 210000 → 21. */
export function regionKey(code: string): string {
  const text = code.normalize('NFKC').trim();
  if (!isRegionCode(text)) return text;
  let key = text;
  while (key.endsWith('00')) key = key.slice(0, -2);
  return key || text;
}

/** Whether a key is a code of two, four or six digits, not a name. */
export function isRegionCode(key: string): boolean {
  return /^\d{2}(\d{2}){0,2}$/.test(key);
}

/** A region and those that contain it, widest first: 210112 → 21, 2101, 210112. */
export function regionLevels(code: string): string[] {
  const key = regionKey(code);
  if (!isRegionCode(key)) return key === '' ? [] : [key];
  const levels: string[] = [];
  for (let length = 2; length <= key.length; length += 2) levels.push(key.slice(0, length));
  return levels;
}

/** Whether a region holds another, or is it, both by keys of codes: 21 and 2101 hold 210112. */
export function holds(wide: string, key: string): boolean {
  return key.startsWith(wide);
}

/**
 * Whether a place lies in a region, or is it: 210112 lies in 210100 and 21, a name in the same name only. A place that is
 * not told ('') lies nowhere.
 * @param place code, key or name.
 */
export function liesIn(place: string, region: string): boolean {
  const [key, wide] = [regionKey(place), regionKey(region)];
  return isRegionCode(key) && isRegionCode(wide) ? holds(wide, key) : key !== '' && key === wide;
}

/** The regions that hold both places, widest first: 210112 and 210200 share 21. */
export function sharedLevels(one: string, other: string): string[] {
  const levels = new Set(regionLevels(other));
  return regionLevels(one).filter((level) => levels.has(level));
}
