import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import { describeValue } from './errors.ts';
import type { Issues } from './issues.ts';
import { shorten } from './printable.ts';

/** Options are objects of known keys. What a host mistyped is refused: an option that is ignored is a filter that is off. */

/** Names that are this alike are likely meant: it takes `regoin` for `region`, and not `topK` for `kernel`. */
const LIKELY = 0.8;

/** Where a name of another library, or of another place, is found here: `topK` → `limit`. */
export type OtherNames = Readonly<Record<string, string>>;

/**
 * Notes every key of an object that is not known, with the nearest one that is.
 * @param given what was received; anything but an object is noted and leaves nothing to look at.
 * @param path of the object in the options: '' for the options themselves, `filter`.
 * @returns whether it is an object.
 */
export function expectKeys(
  issues: Issues,
  given: unknown,
  known: readonly string[],
  path = '',
  otherNames: OtherNames = {},
): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    issues.add(path, 'an object', given);
    return false;
  }
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const value = (given as Readonly<Record<string, unknown>>)[key];
    // A key that is there without a value asks for nothing: spreads of optional options leave such.
    if (value === undefined) continue;
    const meant = Object.hasOwn(otherNames, key) ? otherNames[key] : nearest(key, known);
    const expected =
      meant === undefined ? `one of ${known.join(', ')}` : `a known option: did you mean ${meant}?`;
    issues.addText(joined(path, shorten(key)), expected, describeValue(value));
  }
  return true;
}

/** The known name that a mistyped one is likely to stand for. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const folded = name.toLowerCase();
  let best: string | undefined;
  let most = LIKELY;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    // A singular for a plural, whatever its length.
    const similarity = `${folded}s` === other || folded === `${other}s` ? 1 : jaroWinkler(folded, other);
    if (similarity > most) {
      most = similarity;
      best = candidate;
    }
  }
  return best;
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
