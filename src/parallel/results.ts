import type { BareResult } from '../core/matcher/match.ts';

/** What a worker found, of its JSON. @throws for a text that is no results. */
export function resultsOf(found: string): BareResult[] {
  const results = JSON.parse(found) as BareResult[];
  const isResults = Array.isArray(results) && results.every((result) => Array.isArray(result?.matches));
  if (!isResults) throw new TypeError('no results');
  return results;
}
