import type { Bilingual } from '../../base/bilingual.ts';
import { regionLevels } from '../../core/records/regions.ts';

/** How near two places are, nearest first; `unknown` where one of them is not told. */
export const BASE_RINGS = ['county', 'city', 'province', 'outside', 'unknown'] as const;
export type BaseRing = (typeof BASE_RINGS)[number];

/** Labels of {@link BaseRing}. */
export const BASE_RING_LABELS: Readonly<Record<BaseRing, Bilingual>> = {
  county: { zh: '同县区', en: 'same county' },
  city: { zh: '同市', en: 'same city' },
  province: { zh: '同省', en: 'same province' },
  outside: { zh: '不同省', en: 'not the same province' },
  unknown: { zh: '地区未知', en: 'region unknown' },
};

/** The ring in which two regions see each other; an area of the host's own without a code is its own county. */
export function ringBetween(one: string | undefined, other: string | undefined): BaseRing {
  const [a, b] = [one ?? '', other ?? ''].map(regionLevels) as [string[], string[]];
  if (a.length === 0 || b.length === 0) return 'unknown';
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  if (shared === 0) return 'outside';
  return shared === 3 || !/^\d\d$/.test(a[0]!) ? 'county' : shared === 2 ? 'city' : 'province';
}
