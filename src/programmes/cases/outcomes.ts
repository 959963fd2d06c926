import { checkOptions } from '../common/check.ts';
import type { Party } from '../common/party.ts';
import { isIn, PERIOD, type Period } from '../common/period.ts';
import type { ContractType } from './contract.ts';
import type { FailureReason } from './events.ts';
import type { Case, CaseLedger } from './ledger.ts';

/** A signed contract, as registers and rates count it; `localConversion` and `contractFigures` take it as it is. */
export interface SignedContract {
  /** Id of the pair. */
  readonly id: string;
  readonly demandId?: string;
  readonly supplyId?: string;
  readonly chain?: string;
  readonly brokerId?: string;
  /** Whose technology it is; absent where the ledger was not told. */
  readonly unit?: Party;
  /** Who takes it up. */
  readonly receiver?: Party;
  readonly contract?: ContractType;
  /** In yuan. */
  readonly amount?: number;
  /** The day of signing, `YYYY-MM-DD`. */
  readonly signed: string;
  readonly [field: string]: unknown;
}

/**
 * The contracts that cases ended with, in the order of the ledger.
 * serves: 「技术合同成交额」. O(cases).
 * @param period days of signing that count. Default: all.
 * @throws InputError `INVALID_OPTIONS`.
 */
export function contractsOf({ cases }: Pick<CaseLedger, 'cases'>, period: Period = {}): SignedContract[] {
  checkOptions(period, PERIOD);
  return cases.flatMap((one) =>
    one.contract !== undefined && isIn(period, one.contract.day)
      ? [signedContract(one, one.contract.day)]
      : [],
  );
}

function signedContract({ pairId, pair, chain, brokerId, contract }: Case, signed: string): SignedContract {
  const { demander, supplier } = pair?.parties ?? {};
  return {
    id: pairId,
    ...(pair === undefined ? {} : { demandId: pair.demandId, supplyId: pair.supplyId }),
    ...(chain === undefined ? {} : { chain }),
    ...(brokerId === undefined ? {} : { brokerId }),
    ...(supplier === undefined ? {} : { unit: unitOf(supplier) }),
    ...(demander === undefined ? {} : { receiver: demander }),
    ...(contract?.type === undefined ? {} : { contract: contract.type }),
    ...(contract?.amount === undefined ? {} : { amount: contract.amount }),
    signed,
  };
}

/** A contract with an expert is one of the expert's unit. */
function unitOf({ organization, ...party }: Party): Party {
  return organization === undefined ? party : { ...party, name: organization };
}

/** What became of a pair, in the words that `cuohe/learn` knows. */
export interface CaseFeedback {
  readonly demandId: string;
  readonly achievementId: string;
  readonly reason: 'signed' | 'contacted' | 'too-expensive' | 'already-solved' | 'scientific-doubt';
}

/** What a failure says of the match; the others say nothing of it. */
const LEARNED: Partial<Readonly<Record<FailureReason, CaseFeedback['reason']>>> = {
  price: 'too-expensive',
  'other-partner': 'already-solved',
  technology: 'scientific-doubt',
};

/**
 * What cases teach `learnWeights` of `cuohe/learn`: signed, talked about, failed for the price, for another partner or
 * for what the technology does. Cases that nobody acted on, meetings that an office arranged, and failures that tell nothing of the match (no funds, no
 * answer, terms), are left out: silence is no judgment. O(cases).
 */
export function feedbackOf({ cases }: Pick<CaseLedger, 'cases'>): CaseFeedback[] {
  return cases.flatMap((one) => {
    const reason = feedbackReason(one);
    if (reason === undefined || one.pair === undefined) return [];
    return [{ demandId: one.pair.demandId, achievementId: one.pair.supplyId, reason }];
  });
}

function feedbackReason({ state, reason }: Case): CaseFeedback['reason'] | undefined {
  if (state === 'signed') return 'signed';
  if (state === 'contacted' || state === 'negotiating') return 'contacted';
  return state === 'failed' && reason !== undefined ? LEARNED[reason] : undefined;
}

/** Demands and achievements that cases joined, for the registers of `publishRegisters`: those of signed contracts. O(cases). */
export function signedLinks({ cases }: Pick<CaseLedger, 'cases'>): {
  readonly achievement: string;
  readonly problem: string;
}[] {
  return cases.flatMap(({ state, pair }) =>
    state === 'signed' && pair !== undefined ? [{ achievement: pair.supplyId, problem: pair.demandId }] : [],
  );
}
