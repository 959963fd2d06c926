import { DEFAULT_CLAUSES } from './lines.ts';
import type { EngineSession } from './session.ts';

const SETTING = 'indices.query.bool.max_clause_count';

/** How many clauses a search may have: what the engine says, or its default where it does not say it. */
export async function clauseLimit(session: EngineSession): Promise<number> {
  const path = `/_cluster/settings?include_defaults=true&flat_settings=true&filter_path=*.*max_clause_count`;
  const settings = (await session.ask({ method: 'GET', path })) as Readonly<
    Record<string, Readonly<Record<string, unknown>> | undefined>
  >;
  const told = ['transient', 'persistent', 'defaults'].map((scope) => settings?.[scope]?.[SETTING]);
  const limit = Number(told.find((value) => value !== undefined));
  return Number.isInteger(limit) && limit > 0 ? limit : DEFAULT_CLAUSES;
}

/** How engines say that a search has too many: their types of error, and what Lucene says. */
const TOO_MANY = /too_many_clauses|too_many_nested_clauses|maxClauseCount/;

/** Whether an error is that of a search with too many clauses. */
export function isClauseLimit(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  return code === 'ENGINE_FAILED' && TOO_MANY.test(String(message));
}
