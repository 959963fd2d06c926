import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { dayNumber } from '../../core/records/dates.ts';
import { SECRECY_LEVELS, type SecrecyLevel, secrecyRank } from '../../core/records/secrecy.ts';
import type { Demand } from '../../core/records/types.ts';
import { DAY, type ShapeOf } from '../common/check.ts';

/** Why a demand is not open. */
export type ClosedDemandCode = 'expired' | 'secret';

export const CLOSED_DEMAND_LABELS: Readonly<Record<ClosedDemandCode, Bilingual>> = {
  expired: { zh: '需求已过有效期', en: 'the demand has expired' },
  secret: { zh: '需求密级超出范围', en: 'the secrecy of the demand is above the clearance' },
};

/** Which records take part. */
export interface OpenOptions {
  /** The day on which they must be valid, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Highest secrecy level that takes part. Default `public`. */
  readonly clearance?: SecrecyLevel;
}

/** Shapes of {@link OpenOptions}. */
export const OPEN = {
  asOf: DAY,
  clearance: z.optional(z.enum(SECRECY_LEVELS)),
} satisfies ShapeOf<OpenOptions>;

/** Why a demand takes no part; nothing for an open one. The same gates as those of a matcher. */
export function closedBy(
  demand: Demand,
  { asOf, clearance = 'public' }: OpenOptions,
): ClosedDemandCode | undefined {
  if (secrecyRank(demand.secrecyLevel) > SECRECY_LEVELS.indexOf(clearance)) return 'secret';
  const last = demand.validTo?.to;
  return last !== undefined && dayNumber(last) < dayNumber(asOf) ? 'expired' : undefined;
}
