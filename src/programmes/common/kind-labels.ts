import type { Bilingual } from '../../base/bilingual.ts';
import type { SupplyKind } from '../../core/records/kinds.ts';

/** Kinds of supply in words. */
export const KIND_LABELS: Readonly<Record<SupplyKind, Bilingual>> = {
  achievement: { zh: '科技成果', en: 'achievements' },
  expert: { zh: '专家', en: 'experts' },
  team: { zh: '团队', en: 'teams' },
  direction: { zh: '研发方向', en: 'research directions' },
  patent: { zh: '专利', en: 'patents' },
  instrument: { zh: '仪器设备', en: 'instruments' },
  service: { zh: '服务', en: 'services' },
  institution: { zh: '机构', en: 'institutions' },
  'pilot-base': { zh: '中试基地', en: 'pilot bases' },
};
