import * as z from 'zod/mini';
import { describeValue, InputError } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { optionsOf, type ShapeOf } from '../base/shapes.ts';
import { describeThrown, toInputIssues } from '../base/zod-issues.ts';
import type { ChainSource } from '../charts/figures.ts';
import type { LeanMatch, MatchResult } from '../core/matcher/match.ts';
import type { Side } from '../core/records/parse.ts';
import { SECRECY_LEVELS, type SecrecyLevel } from '../core/records/secrecy.ts';
import type { AchievementInput, DemandInput, MatchRecord } from '../core/records/types.ts';
import type { ImportReport } from '../io/report.ts';
import { checkTable, type Table } from '../io/written-table.ts';

/** What a report is made of, and how; all of it is checked before anything is made. */

/** A table with the heading that it stands under: what `rowTable` of `cuohe/io` makes of a programme's result. */
export interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** What a report tells of. */
export interface ReportContents {
  /** What `matchAll` gave; queries are demands, or achievements. Lean results have no highlights and no parts. */
  readonly results: readonly MatchResult<unknown, LeanMatch>[];
  /** The records of both sides, as they were given to the matcher and asked about. */
  readonly records: {
    readonly achievements: readonly (AchievementInput | MatchRecord)[];
    readonly demands: readonly (DemandInput | MatchRecord)[];
  };
  /** What tags the records: a `Matcher`, or `{ taxonomy, tagChains }`. Default: the default chains. */
  readonly chains?: ChainSource | undefined;
  /** Heading → `report` of what `readAchievements` and `readDemands` of `cuohe/io` gave. */
  readonly imports?: Readonly<Record<string, ImportReport>> | undefined;
  /** Results of programmes, and other tables. */
  readonly programmes?: readonly NamedTable[] | undefined;
}

/** How a report is made. */
export interface ReportOptions {
  /** Default `zh`. */
  readonly language?: 'zh' | 'en' | undefined;
  /** Default: 科技成果与技术需求撮合报告, or what that is in English. */
  readonly title?: string | undefined;
  /**
   * Which side the queries are of. Default: by the ids and rows of the results; it must be said only where the ids of both
   * sides are the same and the rows are not those of `records`.
   */
  readonly queries?: Side | undefined;
  /**
   * Whether people and ways to reach them are shown: fields and columns such as 联系人 and 电话, and what looks like one
   * in a text. Default false; then they are nowhere in the file.
   */
  readonly contacts?: boolean | undefined;
  /** The day of the report, `YYYY-MM-DD`: what has ended before is left out, and counted. Default: nothing has ended. */
  readonly asOf?: string | undefined;
  /** Highest secrecy level that may be shown; records above are left out, and counted. Default `public`. */
  readonly clearance?: SecrecyLevel | undefined;
}

/** Options with their defaults. */
export interface ResolvedOptions {
  readonly language: 'zh' | 'en';
  readonly title: string | undefined;
  readonly queries: Side | undefined;
  readonly contacts: boolean;
  readonly asOf: string | undefined;
  readonly clearance: SecrecyLevel;
}

const OPTIONS = optionsOf<ReportOptions>({
  language: z.optional(z.enum(['zh', 'en'])),
  title: z.optional(z.string()),
  queries: z.optional(z.enum(['demand', 'achievement'])),
  contacts: z.optional(z.boolean()),
  asOf: z.optional(z.iso.date()),
  clearance: z.optional(z.enum(SECRECY_LEVELS)),
} satisfies ShapeOf<ReportOptions>);

const MATCH = z.looseObject({
  rank: z.int().check(z.minimum(1)),
  id: z.string(),
  score: z.number(),
  level: z.optional(z.looseObject({ level: z.union([0, 1, 2, 3].map((level) => z.literal(level))) })),
  reason: z.looseObject({ zh: z.string(), en: z.string() }),
});
const RESULT = z.looseObject({ queryId: z.string(), matches: z.array(MATCH) });
const NOTICE = z.looseObject({
  level: z.enum(['info', 'warning']),
  text: z.looseObject({ zh: z.string(), en: z.string() }),
});
const IMPORT = z.looseObject({ records: z.number(), leftOut: z.number(), notices: z.array(NOTICE) });

const CONTENTS = optionsOf<ReportContents>({
  results: z.array(RESULT) as unknown as z.ZodMiniType<ReportContents['results']>,
  // Read by what reads records everywhere.
  records: optionsOf<ReportContents['records']>({ achievements: z.any(), demands: z.any() }),
  chains: z.optional(
    z.custom<ChainSource>(
      (value) =>
        typeof (value as ChainSource | null)?.tagChains === 'function' &&
        Array.isArray((value as ChainSource).taxonomy?.chains),
      { error: 'a matcher, or { taxonomy, tagChains }' },
    ),
  ),
  imports: z.optional(z.record(z.string(), IMPORT)) as unknown as z.ZodMiniType<ReportContents['imports']>,
  programmes: z.optional(
    z.array(
      z.looseObject({ name: z.string(), table: z.any().check(tableIssues) }),
    ) as unknown as z.ZodMiniType<readonly NamedTable[]>,
  ),
} satisfies ShapeOf<ReportContents>);

/** Notes what of a table could not be written. */
function tableIssues({ value, issues }: z.core.ParsePayload<Table>): void {
  try {
    checkTable(value, false);
  } catch (error) {
    const found = error instanceof InputError ? error.issues : undefined;
    for (const { path, expected, received } of found ?? [
      { path: '', expected: 'a table that can be read', received: describeThrown(error) },
    ])
      issues.push({ code: 'custom', path: [path], message: expected, params: { received }, input: value });
  }
}

/**
 * Options with their defaults.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function resolveOptions(options: ReportOptions = {}): ResolvedOptions {
  const issues = new Issues();
  const parsed = OPTIONS.safeParse(options);
  if (!parsed.success) issues.take(toInputIssues(parsed.error.issues, options, -1));
  issues.throwAsOptions();
  const { language = 'zh', title, queries, contacts = false, asOf, clearance = 'public' } = options;
  return { language, title, queries, contacts, asOf, clearance };
}

/**
 * Looks at all but the records.
 * @throws InputError `INVALID_RECORDS` naming everything that is wrong.
 */
export function requireContents(contents: ReportContents): void {
  const issues = new Issues();
  const parsed = CONTENTS.safeParse(contents);
  if (!parsed.success) issues.take(toInputIssues(parsed.error.issues, contents, -1));
  const ids = new Set<string>();
  if (parsed.success)
    for (const [index, { queryId }] of contents.results.entries()) {
      if (ids.has(queryId))
        issues.addText(`results[${index}].queryId`, 'an id of one result only', describeValue(queryId));
      ids.add(queryId);
    }
  issues.throwAs('INVALID_RECORDS', 'Bad contents of a report');
}
