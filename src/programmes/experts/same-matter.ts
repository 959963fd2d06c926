import { normalize } from '../../core/terms/normalize.ts';

/** Share of pairs of characters from which two records of one person say the same: one figure or word differs. */
const SAME = 0.8;
/** Records that another one is compared with, the last ones: so that a long list stays linear. */
const COMPARED = 200;

/** The pairs of characters of a text, without what only its writing adds. */
function pairsOf(text: string): ReadonlySet<string> {
  const bare = normalize(text).text.replace(/[\s\p{P}\d]/gu, '');
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, i) => bare.slice(i, i + 2)));
}

/**
 * For each text the position of the first one that says the same, its own for what nothing before it says: by the share of
 * pairs of characters that both have, figures left out. O(texts × 200 × length).
 */
export function firstOfSame(texts: readonly string[]): number[] {
  const kept: { readonly at: number; readonly pairs: ReadonlySet<string> }[] = [];
  return texts.map((text, at) => {
    const pairs = pairsOf(text);
    const same = kept.slice(-COMPARED).find((other) => isSame(other.pairs, pairs));
    if (same !== undefined) return same.at;
    kept.push({ at, pairs });
    return at;
  });
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  // As many as the smaller has, at the most.
  if (few.size < SAME * many.size || few.size === 0) return few.size === many.size;
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared++;
  return shared >= SAME * (few.size + many.size - shared);
}
