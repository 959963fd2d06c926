import type { Bilingual } from '../../base/bilingual.ts';
import { FILTER_NAMES, type FilteredCounts, type FilterName } from '../../core/matches/filters.ts';

/** What each filter looks at, in words. */
const FILTER_LABELS: Readonly<Record<FilterName, Bilingual>> = {
  secrecy: { zh: '密级超出范围', en: 'above the clearance' },
  expired: { zh: '已过有效期', en: 'has ended' },
  kind: { zh: '不是所要的类型', en: 'another kind' },
  region: { zh: '不在所要的地区', en: 'another region' },
  chain: { zh: '不属所要的产业链', en: 'another chain' },
  where: { zh: '不符合其他条件', en: 'another condition' },
};

/** Facts: how many records each filter removed. */
export function filteredFacts(filtered: FilteredCounts) {
  return FILTER_NAMES.map((name) => {
    const { zh, en } = FILTER_LABELS[name];
    return [`未参与：${zh}`, `filtered out: ${en}`, filtered[name]] as const;
  });
}

/** The filters that removed something, with how many: `密级超出范围 2`. */
export function filteredText(filtered: FilteredCounts): readonly Bilingual[] {
  return FILTER_NAMES.filter((name) => filtered[name] > 0).map((name) => {
    const { zh, en } = FILTER_LABELS[name];
    return { zh: `${zh} ${filtered[name]}`, en: `${en} ${filtered[name]}` };
  });
}
