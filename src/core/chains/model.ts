/**
 * How evidence becomes the confidence of a chain tag: a logistic model,
 *
 *     confidence = 1 / (1 + exp(−(intercept + Σ coefficient · evidence))).
 *
 * One set of coefficients serves all chains, so that it fits any taxonomy. They were fitted by logistic regression on
 * 299 titles labelled by two readers; tenfold cross-validation over titles, five times, gave a micro F1 of .782 and .766
 * of first codes.
 */
export interface ChainModel {
  readonly intercept: number;
  /** Words of strength 1, 2 and 3, each counted up to its cap. */
  readonly hints: number;
  readonly strong: number;
  readonly settling: number;
  /** Strengths of compound heads. */
  readonly heads: number;
  /** Share of the chain's points in those of the best chain, in [0, 1]. */
  readonly share: number;
  /** Words that speak beside a chain: of clinical practice, teaching, law, markets. */
  readonly beside: number;
  /** Log odds of the chain's profile against words of no chain. */
  readonly profileOdds: number;
  /** Share of the chain's profile. */
  readonly profileShare: number;
  /** Share of the words of no chain. */
  readonly profileNone: number;
  /** In place of the three, for texts of which no ideograph is known (TBC, SLM): about their mean for right tags. */
  readonly profileUnknown: number;
  /** The least sum under the exponent for the best chain where a settling word is a good part of the title. */
  readonly settled: number;
  /** How much of the title that is, by length, in [0, 1]; in cross-validation .2 to .5 are the same, 0 takes .005 of F1. */
  readonly settlingPart: number;
  /**
   * Log odds for each unit of strength of the symbols of the IPC. No judged titles have symbols: the value is that of a
   * likelihood ratio of 90 for a settling part, 20 for a strong one, 4 for a hint.
   */
  readonly ipc: number;
  /** The least sum under the exponent for a chain of a strong part of the IPC is `settled`; for a settling one, this more. */
  readonly ipcSettled: number;
  /** What the points of a horizontal chain count beside an application chain. */
  readonly horizontalFactor: number;
  /** What evidence outside of the title counts: in keywords, in other fields. */
  readonly keywordFactor: number;
  readonly bodyFactor: number;
  /** Tags below this confidence are dropped, in [0, 1]. */
  readonly minConfidence: number;
  /** Tags below this share of the best tag's confidence are dropped, in [0, 1]. */
  readonly minShare: number;
  /** Most tags of one record. */
  readonly maxTags: number;
}

/** Default model. */
export const CHAIN_MODEL: ChainModel = {
  intercept: -5.48,
  hints: 0.58,
  strong: 0.06,
  settling: 0.84,
  heads: 0.98,
  share: 3.44,
  beside: -2.07,
  profileOdds: 0.131,
  profileShare: 8.5,
  profileNone: -3,
  profileUnknown: 2.2,
  settled: 0.2,
  settlingPart: 0.25,
  ipc: 1.5,
  ipcSettled: 0.9,
  horizontalFactor: 0.5,
  keywordFactor: 0.7,
  bodyFactor: 0.25,
  minConfidence: 0.45,
  minShare: 0.4,
  maxTags: 3,
};

/** Evidence counts no further than this. */
export const CAPS = { hints: 3, strong: 2, settling: 2, heads: 3, beside: 2 } as const;

/** Points of evidence, to compare chains: a settling word is worth two strong ones. */
export const POINTS = { hints: 0.4, strong: 1, settling: 2, heads: 0.8 } as const;
