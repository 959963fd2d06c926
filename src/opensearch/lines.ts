import type { AskedRow, Feature, Question } from './question.ts';

/** Limit of clauses of an engine that says no other. */
export const DEFAULT_CLAUSES = 1024;
/** Clauses that filters, and what the engine adds by itself, may be. */
const OTHER_CLAUSES = 16;

/** A part of a row that one search asks for. */
export interface Line {
  /** Number of the row in the question. */
  readonly row: number;
  readonly features: readonly Feature[];
}

/**
 * The searches of a question: one for each row. A row of more features than the engine takes is asked for in several: the
 * heaviest features first, so that what the others add is little, and known.
 */
export function linesOf({ rows, hasNeeds }: Question, clauses: number): Line[] {
  const most = Math.max(1, Math.floor((clauses - OTHER_CLAUSES) / (hasNeeds ? 2 : 1)));
  return rows.flatMap((asked, row) => parts(asked, most).map((features) => ({ row, features })));
}

function parts({ features }: AskedRow, most: number): (readonly Feature[])[] {
  if (features.length <= most) return [features];
  const heaviest = [...features].sort((a, b) => b.weight - a.weight);
  const found: Feature[][] = [];
  for (let i = 0; i < heaviest.length; i += most) found.push(heaviest.slice(i, i + most));
  return found;
}

/** Whether a row needs more than the engine takes by default. */
export function isLong(question: Question): boolean {
  return linesOf(question, DEFAULT_CLAUSES).length > question.rows.length;
}
