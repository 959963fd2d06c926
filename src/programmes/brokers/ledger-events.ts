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
}

/** An event of the ledger: pairs that were found, or a step of a case. */
export type LedgerEvent = MinedEvent | CaseEvent;

const common = { id: ID, brokerId: ID, on: DAY, chain: z.optional(ID) } satisfies ShapeOf<CommonEvent>;
const AMOUNT = z.number().check(z.minimum(0), z.maximum(1e15));

export const LEDGER_EVENT = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('mined'), demandId: ID }),
  z.object({ ...common, kind: z.literal('signed'), pairId: ID, amount: z.optional(AMOUNT) }),
  z.object({
    ...common,
    kind: z.enum(['recommended', 'contacted', 'negotiating', 'failed']),
    pairId: ID,
    amount: z.optional(z.undefined()),
  }),
]);
