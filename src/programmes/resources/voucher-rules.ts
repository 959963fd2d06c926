import * as z from 'zod/mini';
import { SUPPLY_KINDS, type SupplyKind } from '../../core/records/kinds.ts';
import { DAY, ID, itemOf, optionsOf, TEXT, TEXTS } from '../common/check.ts';

/**
 * One rule of an innovation voucher (创新券), as the host writes it down: plain data. Of the conditions that it
 * states all must hold; one that it leaves out is none. The library has no rule of its own.
 */
export interface VoucherRule {
  readonly id: string;
  /** As people know it: 科技创新券实施细则第五条. Default: the id. */
  readonly name?: string;
  /** Kinds of records that it pays for. */
  readonly kinds?: readonly SupplyKind[];
  /** Types of service that it pays for, compared with the record's `serviceTypes`; one that agrees will do. */
  readonly serviceTypes?: readonly string[];
  /** Where the provider must be: GB/T 2260 codes with all below them, or names of the host's own areas. */
  readonly providerRegions?: readonly string[];
  /** Where the applicant must be. */
  readonly applicantRegions?: readonly string[];
  /** What the applicant must be (科技型中小企业), compared with its `types`; one that agrees will do. */
  readonly applicantTypes?: readonly string[];
  /** First day of the rule, `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** Last day of the rule, `YYYY-MM-DD`. */
  readonly validTo?: string;
  /** Least cost of an order in yuan. */
  readonly leastCost?: number;
  /** Share of the cost that the voucher pays, in (0, 1]. */
  readonly share: number;
  /** Most that it pays for one order, in yuan. */
  readonly most?: number;
  /** Most that it pays one applicant in a calendar year, in yuan. */
  readonly yearlyCeiling?: number;
}

/** A voucher that the applicant had before. */
export interface VoucherGrant {
  readonly ruleId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Yuan. */
  readonly amount: number;
}

/** The firm that asks. What it leaves out is not known, and leaves conditions open. */
export interface VoucherApplicant {
  readonly regionCode?: string;
  readonly types?: readonly string[];
  /** Earlier grants, for yearly ceilings. Default: none. */
  readonly grants?: readonly VoucherGrant[];
}

const SUM = z.number().check(z.gte(0));
const SOME = z.optional(z.array(TEXT).check(z.minLength(1)));

/** A condition with a misspelt name would hold for everybody: unknown names are refused. */
export const VOUCHER_RULE = optionsOf<VoucherRule>({
  id: ID,
  name: z.optional(TEXT),
  kinds: z.optional(z.array(z.enum(SUPPLY_KINDS)).check(z.minLength(1))),
  serviceTypes: SOME,
  providerRegions: SOME,
  applicantRegions: SOME,
  applicantTypes: SOME,
  validFrom: z.optional(DAY),
  validTo: z.optional(DAY),
  leastCost: z.optional(SUM),
  share: z.number().check(z.gt(0), z.lte(1)),
  most: z.optional(SUM),
  yearlyCeiling: z.optional(SUM),
}).check(
  z.refine(({ validFrom = '', validTo = '9' }) => validFrom <= validTo, {
    error: 'a first day before the last day',
    path: ['validTo'],
  }),
);

export const VOUCHER_APPLICANT = itemOf<VoucherApplicant>({
  regionCode: z.optional(TEXT),
  types: TEXTS,
  grants: z.optional(z.array(itemOf<VoucherGrant>({ ruleId: ID, date: DAY, amount: SUM }))),
});
