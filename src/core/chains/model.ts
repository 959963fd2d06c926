/**
 * How evidence becomes the confidence of a chain tag: a logistic model,
 *
 *     confidence = 1 / (1 + exp(−(intercept + Σ coefficient · evidence))).
 *
 * One set of coefficients serves all chains, so that it fits any taxonomy. They were fitted by logistic regression
 * on 299 titles labelled by two readers; in tenfold cross-validation over titles the fit reached a micro F1 of .76.
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
  /** The least sum under the exponent for the best chain where a settling word stands in the title. */
  readonly settled: number;
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
  hints: 0.7,
  strong: 0.32,
  settling: 0.87,
  heads: 0.5,
  share: 3.46,
  beside: -2.2,
  profileOdds: 0.129,
  profileShare: 6.9,
  profileNone: -2.7,
  profileUnknown: 1.9,
  settled: 0.2,
  ipc: 1.5,
  ipcSettled: 0.9,
  horizontalFactor: 0.5,
  keywordFactor: 0.7,
  bodyFactor: 0.25,
  minConfidence: 0.5,
  minShare: 0.4,
  maxTags: 3,
};

/** Evidence counts no further than this. */
export const CAPS = { hints: 3, strong: 2, settling: 2, heads: 3, beside: 2 } as const;

/** Points of evidence, to compare chains: a settling word is worth two strong ones. */
export const POINTS = { hints: 0.4, strong: 1, settling: 2, heads: 0.8 } as const;
