import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { DAY, ID, type ShapeOf } from '../common/check.ts';

/** States of a case: a pair in the hands of a broker. */
export const CASE_STATES = ['recommended', 'contacted', 'negotiating', 'signed', 'failed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_STATE_LABELS: Readonly<Record<CaseState, Bilingual>> = {
  recommended: { zh: '推荐', en: 'recommended' },
  contacted: { zh: '接洽', en: 'contacted' },
  negotiating: { zh: '洽谈', en: 'negotiating' },
  signed: { zh: '签约', en: 'signed' },
  failed: { zh: '失败', en: 'failed' },
};

/** States that may follow each. A failed case may be recommended again, by the same broker or another. */
export const CASE_TRANSITIONS: Readonly<Record<CaseState, readonly CaseState[]>> = {
  recommended: ['contacted', 'failed'],
  contacted: ['negotiating', 'failed'],
  negotiating: ['signed', 'failed'],
  signed: [],
  failed: ['recommended'],
};

/** Why a case failed. */
export const FAILURE_LABELS = {
  price: { zh: '价格谈不拢', en: 'no agreement on the price' },
  terms: { zh: '知识产权或合作方式谈不拢', en: 'no agreement on rights or the way of cooperation' },
  technology: { zh: '技术达不到要求', en: 'the technology does not do what is needed' },
  funds: { zh: '资金不到位', en: 'no funds' },
  'need-gone': { zh: '需求取消或改变', en: 'the need is gone or has changed' },
  'other-partner': { zh: '已与他方合作', en: 'another partner was chosen' },
  'no-answer': { zh: '联系不上或未答复', en: 'no answer' },
  other: { zh: '其他', en: 'another reason' },
} as const satisfies Record<string, Bilingual>;
export type FailureReason = keyof typeof FAILURE_LABELS;

interface CommonEvent {
  /** Unique in the ledger. */
  readonly id: string;
  readonly brokerId: string;
  /** The day on which it happened, `YYYY-MM-DD`. */
  readonly on: string;
  /** Code of the chain under which it counts; of a case that of its recommendation. */
  readonly chain?: string;
}

/** A broker found out about a demand (需求挖掘). A demand is found once. */
export interface MinedEvent extends CommonEvent {
  readonly kind: 'mined';
  readonly demandId: string;
}

/** A case enters a state. */
export interface CaseEvent extends CommonEvent {
  readonly kind: CaseState;
  readonly pairId: string;
  /** Of a signed case: the sum of the contract in yuan, ≥ 0. */
  readonly amount?: number;
  /** Of a failed case. */
  readonly reason?: FailureReason;
}

/** An open case goes to another broker; its state stays. */
export interface HandOverEvent extends CommonEvent {
  readonly kind: 'handed-over';
  readonly pairId: string;
  /** Id of the broker who takes it, from `brokerId`. */
  readonly to: string;
}

/** The sum of a signed contract was wrong or unknown: this one counts, on the day of the contract. */
export interface CorrectionEvent extends CommonEvent {
  readonly kind: 'corrected';
  readonly pairId: string;
  /** In yuan, ≥ 0. */
  readonly amount: number;
}

/** Labels of events that are no state. */
export const EVENT_LABELS = {
  mined: { zh: '挖掘需求', en: 'demand found' },
  'handed-over': { zh: '移交', en: 'handed over' },
  corrected: { zh: '更正金额', en: 'sum corrected' },
} as const satisfies Record<string, Bilingual>;

/** An event of the ledger: a demand that was found, a step of a case, its hand-over, or a correction. */
export type LedgerEvent = MinedEvent | CaseEvent | HandOverEvent | CorrectionEvent;

const common = { id: ID, brokerId: ID, on: DAY, chain: z.optional(ID) } satisfies ShapeOf<CommonEvent>;
const AMOUNT = z.number().check(z.minimum(0), z.maximum(1e15));

export const LEDGER_EVENT = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('mined'), demandId: ID }),
  z.object({ ...common, kind: z.literal('signed'), pairId: ID, amount: z.optional(AMOUNT) }),
  z.object({
    ...common,
    kind: z.enum(['recommended', 'contacted', 'negotiating']),
    pairId: ID,
    amount: z.optional(z.undefined()),
  }),
  z.object({
    ...common,
    kind: z.literal('failed'),
    pairId: ID,
    amount: z.optional(z.undefined()),
    reason: z.optional(z.enum(Object.keys(FAILURE_LABELS) as FailureReason[])),
  }),
  z.object({ ...common, kind: z.literal('handed-over'), pairId: ID, to: ID }),
  z.object({ ...common, kind: z.literal('corrected'), pairId: ID, amount: AMOUNT }),
]);
