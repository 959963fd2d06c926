import type { Bilingual } from '../base/bilingual.ts';
import { CONDITION_STATUS_LABELS } from '../base/condition-status.ts';
import type { ConditionKind, ConditionOutcome } from '../core/conditions/condition.ts';
import type { SignalName } from '../core/vectors/signals.ts';

/** What the parts of a score are called, for people who read no documentation. */

/** What both texts have in common, signal by signal. */
export const SIGNAL_LABELS: Readonly<Record<SignalName, Bilingual>> = {
  characters: { zh: '用字相同', en: 'same characters' },
  pairs: { zh: '相邻两字相同', en: 'same pairs of characters' },
  words: { zh: '词语相同或同义', en: 'same words, or other names of them' },
  title: { zh: '标题相近', en: 'similar titles' },
  latin: { zh: '英文词和型号相同', en: 'same Latin words and models' },
  functions: { zh: '功能类别相同', en: 'same class of function' },
  chains: { zh: '同属产业链', en: 'same industry chain' },
  region: { zh: '地区相同', en: 'same region' },
  stage: { zh: '成熟度相近', en: 'similar maturity' },
  modes: { zh: '合作方式相合', en: 'ways of cooperation agree' },
};

/** What a demand asks for beside its matter. */
export const CONDITION_LABELS: Readonly<Record<ConditionKind, Bilingual>> = {
  exclusion: { zh: '不要的事物', en: 'what is ruled out' },
  limit: { zh: '成果所缺', en: 'what the achievement lacks' },
  maturity: { zh: '成熟度要求', en: 'maturity asked for' },
  purpose: { zh: '用途', en: 'purpose' },
  quantity: { zh: '指标', en: 'figure' },
};

/** How an achievement stands to that; what is met or failed is called as everywhere. */
export const OUTCOME_LABELS: Readonly<Record<ConditionOutcome, Bilingual>> = {
  met: CONDITION_STATUS_LABELS.met,
  near: { zh: '接近', en: 'near' },
  failed: CONDITION_STATUS_LABELS.failed,
};

/** What the vectors of the host say. */
export const VECTORS_LABEL: Bilingual = { zh: '意思相近（向量）', en: 'near in meaning (vectors)' };
