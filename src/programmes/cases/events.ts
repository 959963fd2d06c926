import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { DAY, ID, itemOf, type ShapeOf, TEXTS } from '../common/check.ts';
import type { Pair, Parties } from '../common/pair.ts';
import type { Party } from '../common/party.ts';
import { CONTRACT_TYPES, type ContractType } from './contract.ts';

/** States of a case: a pair from the day on which an office took it up. */
export const CASE_STATES = [
  'paired',
  'invited',
  'met',
  'contacted',
  'negotiating',
  'signed',
  'failed',
] as const;
/** A state of a case, a code of `CASE_LABELS.state`. */
export type CaseState = (typeof CASE_STATES)[number];

/** The states that a case goes through, in their order; `failed` may come after each but the last. */
export const CASE_STEPS: readonly Exclude<CaseState, 'failed'>[] = [
  'paired',
  'invited',
  'met',
  'contacted',
  'negotiating',
  'signed',
];

export const CASE_STATE_LABELS: Readonly<Record<CaseState, Bilingual>> = {
  paired: { zh: '推荐', en: 'paired' },
  invited: { zh: '邀约', en: 'invited' },
  met: { zh: '见面', en: 'met' },
  contacted: { zh: '接洽', en: 'contacted' },
  negotiating: { zh: '洽谈', en: 'negotiating' },
  signed: { zh: '签约', en: 'signed' },
  failed: { zh: '失败', en: 'failed' },
};

/** States that may follow each: forward, also over steps that nobody noted. A failed case may be taken up again. */
export const CASE_TRANSITIONS: Readonly<Record<CaseState, readonly CaseState[]>> = {
  paired: ['invited', 'met', 'contacted', 'negotiating', 'signed', 'failed'],
  invited: ['met', 'contacted', 'negotiating', 'signed', 'failed'],
  met: ['contacted', 'negotiating', 'signed', 'failed'],
  contacted: ['negotiating', 'signed', 'failed'],
  negotiating: ['signed', 'failed'],
  signed: [],
  failed: ['paired'],
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
/** A code of {@link FAILURE_LABELS}. */
export type FailureReason = keyof typeof FAILURE_LABELS;

interface CommonEvent {
  /** Unique in the ledger. */
  readonly id: string;
  /** The day on which it happened, `YYYY-MM-DD`. */
  readonly on: string;
  /** Code of the chain under which it counts; of a case that of its pairing. */
  readonly chain?: string;
}

/** A broker found out about a demand (需求挖掘). A demand is found once. */
export interface MinedEvent extends CommonEvent {
  readonly kind: 'mined';
  readonly demandId: string;
  readonly brokerId: string;
}

/** What a case keeps of its pair. */
export type CasePair = Pick<Pair, 'demandId' | 'supplyId'> &
  Partial<Pick<Pair, 'value' | 'chains' | 'regionCode'>> & { readonly parties?: Partial<Parties> };

/** A case enters a state. */
export interface CaseEvent extends CommonEvent {
  readonly kind: CaseState;
  readonly pairId: string;
  /** Who has the case. Absent: who had it before, or nobody yet. */
  readonly brokerId?: string;
  /** Of a paired case: what is known of the pair. Reports know nothing of a case without. */
  readonly pair?: CasePair;
  /** Of a signed case: the sum of the contract in yuan, ≥ 0. */
  readonly amount?: number;
  /** Of a signed case: the type of the contract. */
  readonly contract?: ContractType;
  /** Of a failed case. */
  readonly reason?: FailureReason;
}

/** An open case that nobody had goes to a broker (派单); its state stays. */
export interface AssignedEvent extends CommonEvent {
  readonly kind: 'assigned';
  readonly pairId: string;
  readonly brokerId: string;
}

/** An open case goes to another broker; its state stays. */
export interface HandOverEvent extends CommonEvent {
  readonly kind: 'handed-over';
  readonly pairId: string;
  readonly brokerId: string;
  /** Id of the broker who takes it, from `brokerId`. */
  readonly to: string;
}

/** The sum or type of a signed contract was wrong or unknown: this one counts, on the day of the contract. */
export interface CorrectionEvent extends CommonEvent {
  readonly kind: 'corrected';
  readonly pairId: string;
  readonly brokerId?: string;
  /** In yuan, ≥ 0. Absent: as it was. */
  readonly amount?: number;
  /** Absent: as it was. */
  readonly contract?: ContractType;
}

/** Labels of events that are no state. */
export const EVENT_LABELS = {
  mined: { zh: '挖掘需求', en: 'demand found' },
  assigned: { zh: '派单', en: 'assigned' },
  'handed-over': { zh: '移交', en: 'handed over' },
  corrected: { zh: '更正合同', en: 'contract corrected' },
} as const satisfies Record<string, Bilingual>;

/** An event of the ledger: a demand that was found, a step of a case, who has it, or a correction. */
export type LedgerEvent = MinedEvent | CaseEvent | AssignedEvent | HandOverEvent | CorrectionEvent;

const common = { id: ID, on: DAY, chain: z.optional(ID) } satisfies ShapeOf<CommonEvent>;
const NONE = z.optional(z.undefined());
const AMOUNT = z.number().check(z.minimum(0), z.maximum(1e11));
const PARTY = itemOf<Party>({
  id: ID,
  name: z.string(),
  uscc: z.optional(z.string()),
  kind: z.optional(z.string()),
  regionCode: z.optional(z.string()),
  organization: z.optional(z.string()),
});
const PAIR = itemOf<CasePair>({
  demandId: ID,
  supplyId: ID,
  value: z.optional(z.number().check(z.gt(0), z.maximum(1e9))),
  chains: TEXTS,
  regionCode: z.optional(z.string()),
  parties: z.optional(itemOf<Partial<Parties>>({ demander: z.optional(PARTY), supplier: z.optional(PARTY) })),
});
const ofCase = { ...common, pairId: ID, brokerId: z.optional(ID) };
const contract = { amount: z.optional(AMOUNT), contract: z.optional(z.enum(CONTRACT_TYPES)) };
const noContract = { amount: NONE, contract: NONE };

/** Reads every event field by field. */
export const EVENT_SHAPE = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('mined'), brokerId: ID, demandId: ID }),
  z.object({ ...ofCase, ...noContract, kind: z.literal('paired'), pair: z.optional(PAIR) }),
  z.object({
    ...ofCase,
    ...noContract,
    kind: z.enum(['invited', 'met', 'contacted', 'negotiating']),
    pair: NONE,
  }),
  z.object({ ...ofCase, ...contract, kind: z.literal('signed'), pair: NONE }),
  z.object({
    ...ofCase,
    ...noContract,
    kind: z.literal('failed'),
    pair: NONE,
    reason: z.optional(z.enum(Object.keys(FAILURE_LABELS) as FailureReason[])),
  }),
  z.object({ ...ofCase, kind: z.literal('assigned'), brokerId: ID }),
  z.object({ ...ofCase, kind: z.literal('handed-over'), brokerId: ID, to: ID }),
  z.object({ ...ofCase, ...contract, kind: z.literal('corrected') }).check(
    z.refine(({ amount, contract: type }) => amount !== undefined || type !== undefined, {
      error: 'a sum or a type of contract',
    }),
  ),
]);

/** The shape of an event. Most are steps with nothing to them but a chain: these are not read field by field. */
export const LEDGER_EVENT = z.custom<LedgerEvent>().check(({ value, issues }) => {
  if (isPlainStep(value)) return;
  for (const issue of EVENT_SHAPE.safeParse(value).error?.issues ?? []) {
    issues.push({ ...issue, input: value } as (typeof issues)[0]);
  }
});

const STEPS: ReadonlySet<unknown> = new Set(CASE_STATES);
/** Days that every month has. */
const PLAIN_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** Whether a value is a step of a case without pair, contract and reason, of good shape beyond doubt. */
export function isPlainStep(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, on, chain, pairId, brokerId, pair, amount, contract, reason } =
    value as Partial<CaseEvent>;
  return (
    STEPS.has(kind) &&
    isId(id) &&
    isId(pairId) &&
    (brokerId === undefined || isId(brokerId)) &&
    (chain === undefined || isId(chain)) &&
    typeof on === 'string' &&
    PLAIN_DAY.test(on) &&
    pair === undefined &&
    amount === undefined &&
    contract === undefined &&
    reason === undefined
  );
}

/** As {@link ID} has it. */
function isId(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 1024;
}
