import * as z from 'zod/mini';
import type { Taxonomy } from '../../core/records/taxonomy.ts';
import { DAY, optionsOf } from '../common/check.ts';
import { type ChainTable, type Entry, tableOf } from './rows.ts';

/** How records are put into periods. */
export interface ChainPeriods {
  /** Field that dates a record: wording that `parseDate` reads, such as `validFrom` or one of the host's own. */
  readonly field: string;
  /** Last days of the periods, `YYYY-MM-DD`, ascending. */
  readonly cutOffs: readonly string[];
}

/** The table of the records dated after one cut-off and up to the next. */
export interface ChainPeriod extends ChainTable {
  /** Records are dated after this day; `null` for the first period and for records without a date. */
  readonly after: string | null;
  /** Records are dated up to this day; `null` for what came after the last cut-off and for records without a date. */
  readonly until: string | null;
  /** True for records whose field names no date. */
  readonly undated: boolean;
}

/** Shape of {@link ChainPeriods}. */
export const CHAIN_PERIODS = optionsOf<ChainPeriods>({
  field: z.string().check(z.minLength(1)),
  cutOffs: z.array(DAY).check(
    z.minLength(1),
    z.refine((days) => days.every((day, i) => i === 0 || days[i - 1]! < day), { error: 'ascending days' }),
  ),
});

/** One table for each period, for what came after the last cut-off, and for records without a date. */
export function periodsOf(
  achievements: readonly Entry[],
  demands: readonly Entry[],
  taxonomy: Taxonomy,
  cutOffs: readonly string[],
  hasCases: boolean,
): ChainPeriod[] {
  const table = (belongs: (entry: Entry) => boolean) =>
    tableOf(achievements.filter(belongs), demands.filter(belongs), taxonomy, hasCases);
  const dated = [...cutOffs, null].map((until, i): ChainPeriod => {
    const after = cutOffs[i - 1] ?? null;
    const belongs = ({ day }: Entry) =>
      day !== undefined && (after === null || day > after) && (until === null || day <= until);
    return { after, until, undated: false, ...table(belongs) };
  });
  return [...dated, { after: null, until: null, undated: true, ...table(({ day }) => day === undefined) }];
}
