import type { Bilingual } from '../../base/bilingual.ts';
import { foldWording } from '../../core/records/wording.ts';

/**
 * Types of technology contracts, as they are registered (技术合同认定登记): development, transfer, licence, consulting and
 * service. Source: Civil Code (民法典), part 3 chapter 20.
 */
export const CONTRACT_TYPES = ['development', 'transfer', 'licence', 'consulting', 'service'] as const;
/** A type of contract, a code of `CASE_LABELS.contract`. */
export type ContractType = (typeof CONTRACT_TYPES)[number];

/** What people call each type. */
export const CONTRACT_TYPE_LABELS: Readonly<Record<ContractType, Bilingual>> = {
  development: { zh: '技术开发', en: 'development' },
  transfer: { zh: '技术转让', en: 'transfer' },
  licence: { zh: '技术许可', en: 'licence' },
  consulting: { zh: '技术咨询', en: 'consulting' },
  service: { zh: '技术服务', en: 'service' },
};

/** What in a wording names a type. */
const WORDS: Readonly<Record<ContractType, RegExp>> = {
  development: /开发|研发|develop/,
  transfer: /转让|让与|transfer|assign/,
  licence: /许可|licen[cs]/,
  consulting: /咨询|consult/,
  service: /服务|service/,
};

/** The type of a contract by its code or wording: 技术开发合同, 委托开发, 专利许可; nothing for wording that names none or two. */
export function contractTypeOf(wording: string): ContractType | undefined {
  const text = foldWording(wording).toLowerCase();
  const named = CONTRACT_TYPES.filter((type) => type === text || WORDS[type].test(text));
  return named.length === 1 ? named[0] : undefined;
}

/** The contract that a case ended with. */
export interface Contract {
  /** Absent where nobody told. */
  readonly type?: ContractType;
  /** In yuan; absent where nobody told. */
  readonly amount?: number;
  /** The day of signing, `YYYY-MM-DD`. */
  readonly day: string;
}
