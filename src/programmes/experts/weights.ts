import * as z from 'zod/mini';
import { dayNumber } from '../../core/records/dates.ts';
import type { MatchRecord } from '../../core/records/types.ts';
import { ID, optionsOf, SHARE, type ShapeOf } from '../common/check.ts';
import { recordDay } from '../common/record-day.ts';

/** As what a record names a person: first of those who made it, one of the others, or the person whose own record it is. */
export type ProfileSource = 'lead' | 'member' | 'own-record';

/** How much a record says of a person, by {@link ProfileSource}: who led it can do it, who was of it was there. */
export const SOURCE_WEIGHTS: Readonly<Record<ProfileSource, number>> = {
  lead: 1,
  member: 0.6,
  'own-record': 0.8,
};

/** How age takes from what a record says. */
export interface Recency {
  /** Field of the records with their day or year: `completedOn`. */
  readonly field: string;
  /** Years that halve it, above 0. Default {@link HALF_LIFE}. */
  readonly halfLife?: number;
}

/** Years that halve what a record says: half of a skill is not lost sooner. */
export const HALF_LIFE = 8;
/** What was made once is evidence still. */
export const LEAST_RECENCY = 0.25;
const DAYS_A_YEAR = 365.25;

/** What weighs the records of a profile. */
export interface ProfileWeights {
  /** Weights in [0, 1] in place of some of lead 1, own-record .8, member .6. */
  readonly sources?: Readonly<Partial<Record<ProfileSource, number>>>;
  /** Default: age takes nothing. Needs `asOf`, as nothing reads the clock. */
  readonly recency?: Recency;
}

const weight = z.optional(SHARE);

/** Shapes of {@link ProfileWeights}. */
export const PROFILE_WEIGHTS = {
  sources: z.optional(
    optionsOf<NonNullable<ProfileWeights['sources']>>({ lead: weight, member: weight, 'own-record': weight }),
  ),
  recency: z.optional(optionsOf<Recency>({ field: ID, halfLife: z.optional(z.number().check(z.gt(0))) })),
} satisfies ShapeOf<ProfileWeights>;

/**
 * How much age leaves: 1 on the day, halved every half-life, never below a quarter. A record without a day is taken to be one
 * half-life old; one of a later day is new.
 */
export function recencyOf(
  record: MatchRecord,
  { field, halfLife = HALF_LIFE }: Recency,
  asOf: string,
): number {
  const day = recordDay(record, field);
  const years = day === undefined ? halfLife : (dayNumber(asOf) - dayNumber(day)) / DAYS_A_YEAR;
  return Math.max(LEAST_RECENCY, 2 ** (-Math.max(0, years) / halfLife));
}
