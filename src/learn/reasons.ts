/**
 * Feedback in the words of a portal → grade. A grade says how well the technology answers the demand, so a "no" for
 * a reason other than the topic is still a good match: too early is too early for this enterprise, on the topic that
 * it asked for. How sure such a conclusion is, is the weight.
 */

/** What a reason says about the match. */
export interface ReasonGrade {
  /** 3 强, 2 较强, 1 弱, 0 无. */
  readonly grade: 0 | 1 | 2 | 3;
  /** How much it counts beside a grade given by a person, in (0, 100]. Default 1. */
  readonly weight?: number;
}

/** The table of defaults; the `reasons` option lays other lines over it, and adds codes. */
export const REASON_GRADES = {
  /** Signed a contract. 签约 */
  signed: { grade: 3, weight: 1 },
  /** Got in touch with the other side. 已对接 */
  contacted: { grade: 2, weight: 1 },
  /** Accepted the recommendation. 采纳推荐 */
  accepted: { grade: 2, weight: 1 },
  /** The topic fits, the maturity does not. 成熟度不够 */
  'too-early': { grade: 2, weight: 0.5 },
  /** The topic fits, the price does not. 价格过高 */
  'too-expensive': { grade: 2, weight: 0.5 },
  /** The topic fits, the demand is met. 需求已解决 */
  'already-solved': { grade: 2, weight: 0.5 },
  /** The topic fits, what it would bring is open. 效益不明 */
  'benefit-unclear': { grade: 2, weight: 0.5 },
  /** The topic fits, the way to market is open. 转化路径不明 */
  'commercial-route-unclear': { grade: 2, weight: 0.5 },
  /** Near the topic, but nobody believes that it solves the problem. 科学性存疑 */
  'scientific-doubt': { grade: 1, weight: 0.5 },
  /** Nobody could tell. 描述不清 */
  'description-unclear': { grade: 1, weight: 0.25 },
  /** Another field. 领域不符 */
  'other-field': { grade: 0, weight: 1 },
} as const satisfies Readonly<Record<string, ReasonGrade>>;

/** A code of {@link REASON_GRADES}, or one of the caller's own table. */
export type ReasonCode = keyof typeof REASON_GRADES | (string & {});
