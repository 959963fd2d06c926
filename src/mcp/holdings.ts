import * as z from 'zod/mini';
import { CuoheError } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { optionsOf } from '../base/shapes.ts';
import { toInputIssues } from '../base/zod-issues.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import type { MatchFilter } from '../core/matches/filters.ts';
import type { Side } from '../core/records/parse.ts';
import type { MatchRecord } from '../core/records/types.ts';

/** What tools answer from. */

/** What a server is made of. */
export interface McpOptions {
  /** Index of achievements and other supply. */
  readonly achievements: Matcher<unknown>;
  /** Index of demands; without it, demands are told in the call. */
  readonly demands?: Matcher<unknown>;
  /** The day on which records must be valid, `YYYY-MM-DD`. Default: that of each call. */
  readonly asOf?: string;
  /** Language of the short texts beside the data. Default `zh`. */
  readonly language?: 'zh' | 'en';
}

const isOf = (side: Side) => (value: unknown) => {
  const matcher = value as Partial<Matcher> | null;
  return typeof matcher?.match === 'function' && matcher.side === side;
};
const OPTIONS = optionsOf<McpOptions>({
  achievements: z.custom<Matcher<unknown>>(isOf('achievement'), { error: 'a matcher of achievements' }),
  demands: z.optional(
    z.custom<Matcher<unknown>>(isOf('demand'), { error: "a matcher of demands (side: 'demand')" }),
  ),
  asOf: z.optional(z.iso.date()),
  language: z.optional(z.enum(['zh', 'en'])),
});

/** @throws InputError `INVALID_OPTIONS` naming every bad option. */
export function checkMcpOptions(options: McpOptions): void {
  const issues = new Issues();
  const parsed = OPTIONS.safeParse(options);
  if (!parsed.success) issues.take(toInputIssues(parsed.error.issues, options, -1));
  issues.throwAsOptions();
}

/** The indexes of a server, as its tools see them: public and valid records, and nothing that lifts that. */
export class Holdings {
  readonly language: 'zh' | 'en';
  readonly #options: McpOptions;

  constructor(options: McpOptions) {
    this.#options = options;
    this.language = options.language ?? 'zh';
  }

  /** Who may be seen: public records that are valid on the day. */
  get filter(): MatchFilter<unknown> {
    const { asOf = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length) } = this.#options;
    return { asOf, clearance: 'public' };
  }

  /**
   * The index of a side.
   * @throws CuoheError `INVALID_OPTIONS` where there is none.
   */
  index(side: Side): Matcher<unknown> {
    const matcher = side === 'achievement' ? this.#options.achievements : this.#options.demands;
    if (matcher === undefined)
      throw new CuoheError(
        'INVALID_OPTIONS',
        'No demands are indexed here: give the demand itself, not its id',
      );
    return matcher;
  }

  /**
   * An indexed record that may be seen.
   * @throws CuoheError `UNKNOWN_RECORD` for any other id, in the same words whether it is there or not.
   */
  record(side: Side, id: string): MatchRecord {
    const matcher = this.index(side);
    const place = matcher.indexOf(id);
    const isOpen =
      place >= 0 &&
      matcher.passing({ ...this.filter, where: (_, index) => index === place }).indices.length > 0;
    if (!isOpen)
      throw new CuoheError('UNKNOWN_RECORD', `No ${side} with the id ${JSON.stringify(id)} may be shown`);
    return matcher.parsed(place);
  }
}
