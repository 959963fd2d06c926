import type { Child } from '../../harness/child.ts';

/** Most time of one engine in one round, in milliseconds. */
const BUDGET = 10_000;
const LEAST = 5;
const PROBED = 2;

/** How many queries of a round an engine can afford: from 5 to `most`, by the time of two that it has answered before. */
export async function affordable(child: Child, most: number): Promise<number> {
  const probed = Math.min(PROBED, most);
  await child.ask('search', probed);
  const { ms } = await child.ask('search', probed);
  return Math.min(most, Math.max(LEAST, Math.floor((BUDGET * probed) / ms)));
}
