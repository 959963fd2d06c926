import { clausesOf } from './clauses.ts';
import { cueFinder } from './cue-finder.ts';
import { ROLES, type Role } from './roles.ts';
import type { Statements } from './statements.ts';

/** Who writes, and how one would cooperate: 解决客户难题 in an introduction is no problem. */
const NOT_THE_MATTER: ReadonlySet<Role> = new Set(['company', 'praise', 'cooperation', 'contact']);
/** What a word of each strength counts, and what is enough. */
const POINTS = [0, 1, 2, 4];
const ENOUGH = 2;

/** A piece of a normalised text, end exclusive. */
export interface Telling {
  readonly start: number;
  readonly end: number;
}

/**
 * The clauses whose own words tell a role, whatever else they tell: 希望解决磨损快的问题 is a need, and tells a problem too.
 * Not those of introductions, honours, ways of cooperation and contacts. Without the signs at their ends. O(length).
 */
export function clausesTelling(text: string, statements: Statements, role: Role): Telling[] {
  const wanted = ROLES.indexOf(role);
  const found: Telling[] = [];
  let i = 0;
  for (const { start, end } of clausesOf(text)) {
    while (i + 1 < statements.length && statements[i]!.end <= start) i++;
    if (NOT_THE_MATTER.has(statements[i]?.role ?? 'other')) continue;
    let points = 0;
    cueFinder().eachCue(text, start, end, start, (cue) => {
      if (cue.role === wanted) points += POINTS[cue.strength]!;
    });
    if (points < ENOUGH) continue;
    let [from, to] = [start, end];
    while (to > from && EDGE.test(text.charAt(to - 1))) to--;
    while (from < to && EDGE.test(text.charAt(from))) from++;
    if (to > from) found.push({ start: from, end: to });
  }
  return found;
}

const EDGE = /[\s,;:。、!?]/;
