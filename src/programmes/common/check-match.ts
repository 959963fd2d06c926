import type * as z from 'zod/mini';
import { badOptions, InputError, type InputIssue } from '../../base/errors.ts';
import { type MatchOptions, resolveMatchOptions } from '../../core/matches/match-options.ts';
import { checkOptions } from './check.ts';

/**
 * Checks options of a programme that go on to `match` beside its own.
 * @throws InputError `INVALID_OPTIONS` naming every bad one of both.
 */
export function checkMatchOptions(options: MatchOptions, schema: z.ZodMiniType): void {
  const issues = [
    ...issuesOf(() => checkOptions(options, schema)),
    ...issuesOf(() => resolveMatchOptions(options)),
  ];
  if (issues.length > 0) throw badOptions(issues);
}

function issuesOf(act: () => unknown): readonly InputIssue[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
}
