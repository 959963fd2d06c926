import { Issues } from '../base/issues.ts';
import type { Weigher } from '../core/weigher/weigher.ts';
import { insideOf, type WeigherInside } from '../core/weigher/weigher-inside.ts';

/**
 * What stands behind a weigher.
 * @throws InputError `INVALID_OPTIONS` for anything else, and for one whose scores count vectors: the engine would have to
 * bound what it does not know.
 */
export function requireWeigher(weigher: Weigher): WeigherInside {
  const issues = new Issues();
  const inside = insideOf(weigher);
  if (inside === undefined) issues.add('weigher', 'a weigher of createWeigher', weigher);
  else if (inside.hasVectors)
    issues.addText('weigher', 'one without `vectors`: a cluster ranks by words', 'one with vectors');
  issues.throwAsOptions();
  return inside!;
}
