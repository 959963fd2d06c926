import type { SessionTheme } from './themes.ts';

/** A room with so many seats: meetings that can be held in all its slots together. */
export interface Hall {
  readonly seats: number;
}

/**
 * Gives the demands of themes to halls, so that each can have a meeting. The most valuable themes take the halls in their
 * order; a further theme goes to a hall that has room for it, of those to one with a theme of the same chain, of those to
 * the emptiest; where none has, as many of its demands as the emptiest has room for, and on with the rest. O(themes × halls).
 * @param themes the most valuable first.
 * @param worthOf what a demand is worth in meetings; one that is worth nothing takes no seat.
 * @returns hall of each demand by its id; none for what there is no room for.
 */
export function allotted(
  themes: readonly SessionTheme[],
  halls: readonly Hall[],
  worthOf: (demandId: string) => number,
): Map<string, number> {
  const hallOf = new Map<string, number>();
  const free = halls.map(({ seats }) => seats);
  const chains = halls.map(() => new Set<string>());
  const isTaken = halls.map(() => false);
  const numbers = [...halls.keys()];
  for (const theme of themes) {
    let rest = theme.demandIds.toSorted((a, b) => worthOf(b) - worthOf(a));
    const isRelated = (h: number) => theme.chains.some((code) => chains[h]!.has(code));
    while (rest.length > 0) {
      const need = rest.filter((id) => worthOf(id) > 0).length;
      const open = numbers.filter((h) => free[h]! > 0);
      const roomy = open.filter((h) => free[h]! >= need);
      const related = roomy.filter(isRelated);
      const emptiest = (some: readonly number[]) =>
        some.reduce((best, h) => (best === undefined || free[h]! > free[best]! ? h : best), some[0]);
      const hall =
        open.find((h) => !isTaken[h]) ??
        emptiest(related.length > 0 ? related : roomy.length > 0 ? roomy : open);
      if (hall === undefined) break;
      const room = free[hall]!;
      const ids = need <= room ? rest : rest.slice(0, room);
      for (const id of ids) {
        hallOf.set(id, hall);
        if (worthOf(id) > 0) free[hall]!--;
      }
      isTaken[hall] = true;
      for (const code of theme.chains) chains[hall]!.add(code);
      rest = rest.slice(ids.length);
    }
  }
  return hallOf;
}
