/**
 * Regions: GB/T 2260 codes (six digits, hierarchy by two digits) or any name of the host's own for areas
 * without a code.
 */

/** The code without the zero pairs that only fill up: 210100 → 2101, 210000 → 21. */
export function regionKey(code: string): string {
  const text = code.normalize('NFKC').trim();
  return /^\d{2}(\d{2}){0,2}$/.test(text) ? text.replace(/(00)+$/, '') || text : text;
}

/** A region and those that contain it, widest first: 210112 → 21, 2101, 210112. */
export function regionLevels(code: string): string[] {
  const key = regionKey(code);
  if (!/^\d{2}(\d{2}){0,2}$/.test(key)) return key === '' ? [] : [key];
  const levels: string[] = [];
  for (let length = 2; length <= key.length; length += 2) levels.push(key.slice(0, length));
  return levels;
}

/** Whether a region lies in another, or is it; both as {@link regionKey} gives them. A name of the host's own is no code: it holds itself. */
export function liesIn(key: string, wide: string): boolean {
  return key === wide || (isCode(wide) && isCode(key) && key.startsWith(wide));
}

function isCode(key: string): boolean {
  return /^\d+$/.test(key);
}
