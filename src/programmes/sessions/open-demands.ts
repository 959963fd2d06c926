import type { Bilingual } from '../../base/bilingual.ts';
import type { ClosedCode } from '../common/open-records.ts';

/** Why a demand takes no part, in words. */
export const CLOSED_DEMAND_LABELS: Readonly<Record<ClosedCode, Bilingual>> = {
  expired: { zh: '需求已过有效期', en: 'the demand has expired' },
  secret: { zh: '需求密级超出范围', en: 'the secrecy of the demand is above the clearance' },
};
