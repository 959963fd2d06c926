import type { Match } from '../../core/matcher/match.ts';
import { normalize } from '../../core/terms/normalize.ts';

/** A phrase of a label. */
export interface LabelPhrase {
  /** As the representative writes it. */
  readonly phrase: string;
  /** Members that share it, in its words or in a synonym's, the representative included. */
  readonly members: number;
}

const MOST_PHRASES = 3;
/** A longer phrase is a quotation. In UTF-16 units. */
const MAX_LENGTH = 10;
/** Next to the heaviest phrase, lighter ones than this share say little. */
const LEAST_SHARE = 0.3;

/**
 * The phrases that most members of a cluster share with its representative, at most three, none within another: the
 * weightiest first. The weight of a phrase is what it brings to the scores; a piece of a longer shared phrase has its
 * part of that. Quantities label nothing.
 * @param matches explained matches of the other members for the representative.
 * @param others number of other members; those that share nothing with it have no match.
 */
export function labelPhrases(matches: readonly Match<unknown>[], others: number): LabelPhrase[] {
  const shared = matches.map(({ phrases }) =>
    phrases.map(({ phrase, value }) => ({ key: keyOf(phrase), value })),
  );
  const written = new Map(
    matches.flatMap(({ phrases }) => phrases.map(({ phrase }) => [keyOf(phrase), phrase.trim()] as const)),
  );
  const weighed = [...written.keys()]
    .filter((key) => key.length > 1 && key.length <= MAX_LENGTH && !/\d/.test(key))
    .map((key) => ({ key, ...weigh(key, shared) }))
    .filter(({ members }) => members * 2 > others + 1)
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const chosen: typeof weighed = [];
  for (const candidate of weighed) {
    if (chosen.length === MOST_PHRASES || candidate.weight < weighed[0]!.weight * LEAST_SHARE) break;
    if (!chosen.some(({ key }) => key.includes(candidate.key) || candidate.key.includes(key)))
      chosen.push(candidate);
  }
  return chosen.map(({ key, members }) => ({ phrase: written.get(key)!, members }));
}

function weigh(
  key: string,
  shared: readonly (readonly { readonly key: string; readonly value: number }[])[],
): { readonly weight: number; readonly members: number } {
  let weight = 0;
  let members = 1;
  for (const phrases of shared) {
    const holding = phrases.filter((phrase) => phrase.key.includes(key));
    if (holding.length === 0) continue;
    members++;
    weight += Math.max(...holding.map((phrase) => (phrase.value * key.length) / phrase.key.length));
  }
  return { weight, members };
}

function keyOf(phrase: string): string {
  return normalize(phrase).text.trim();
}
