import type { Bilingual } from '../../base/bilingual.ts';
import type { CanonicalCriterion } from './canonical.ts';
import type { ExpiryState } from './expiry.ts';
import type { LikelyKind } from './likely.ts';
import type { FieldAgreement } from './merge.ts';
import type { WithholdingReason } from './withheld.ts';

/** What decided which record stands for a group, in words. */
export const CANONICAL_CRITERION_LABELS: Readonly<Record<CanonicalCriterion | 'order', Bilingual>> = {
  source: { zh: '来源优先', en: 'trusted source' },
  completeness: { zh: '内容较全', en: 'most complete' },
  freshness: { zh: '更新较近', en: 'last changed' },
  order: { zh: '登记在前', en: 'first in the list' },
};

/** How the sources agree on a field, in words. */
export const FIELD_AGREEMENT_LABELS: Readonly<Record<FieldAgreement, Bilingual>> = {
  single: { zh: '仅一处有', en: 'from one source only' },
  agreed: { zh: '各处一致', en: 'all sources agree' },
  wording: { zh: '表述不同', en: 'worded differently' },
  numbers: { zh: '数字不一致', en: 'numbers disagree' },
};

/** Why a record of a group is not part of the merged one, in words. */
export const WITHHOLDING_LABELS: Readonly<Record<WithholdingReason, Bilingual>> = {
  secrecy: { zh: '密级较高，未并入', en: 'more secret, not merged' },
  source: { zh: '来源不在可用之列，未并入', en: 'of a source that may not be shown, not merged' },
};

/** In what two records that are likely one thing differ, in words. */
export const LIKELY_LABELS: Readonly<Record<LikelyKind, Bilingual>> = {
  reworded: { zh: '疑似换了说法', en: 'likely reworded' },
  translated: { zh: '疑似另一语种', en: 'likely in another language' },
};

/** Where a record stands in its validity, in words. */
export const EXPIRY_LABELS: Readonly<Record<ExpiryState, Bilingual>> = {
  expired: { zh: '已到期', en: 'expired' },
  expiring: { zh: '即将到期', en: 'expiring' },
  renewed: { zh: '已续期', en: 'renewed' },
  valid: { zh: '有效', en: 'valid' },
  'open-ended': { zh: '未定期限', en: 'no end stated' },
};

/** What the codes in the answers are called, by the name of the code. */
export const DEDUPLICATION_LABELS = {
  agreement: FIELD_AGREEMENT_LABELS,
  criterion: CANONICAL_CRITERION_LABELS,
  expiry: EXPIRY_LABELS,
  likely: LIKELY_LABELS,
  withheld: WITHHOLDING_LABELS,
} as const;
