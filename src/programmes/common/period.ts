import * as z from 'zod/mini';
import { DAY, optionsOf } from './check.ts';

/**
 * Days that count, both ends included, `YYYY-MM-DD`. Absent: without a beginning, without an end. One that ends before it
 * begins is refused by `optionsOf`.
 */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** Shapes of a {@link Period}. */
export const PERIOD_SHAPES = { from: z.optional(DAY), to: z.optional(DAY) };

/** Shape of a {@link Period} alone. */
export const PERIOD = optionsOf<Period>(PERIOD_SHAPES);

/** Whether a day lies in a period. */
export function isIn({ from = '', to = '9999-12-31' }: Period, day: string): boolean {
  return day >= from && day <= to;
}
