import type { Bilingual } from '../../base/bilingual.ts';
import type { TrlRange } from '../../core/records/stages.ts';
import type { MatchRecord } from '../../core/records/types.ts';

/** Where a range of levels comes from: the record's `trl`, its `stage`, its kind, an assumption, or nowhere. */
export type ReadinessSource = 'trl' | 'stage' | 'kind' | 'assumed' | 'unknown';

/** How mature a result is, or has to be. */
export interface Readiness {
  /** Readiness levels (TRL 1–9), lowest and highest; absent where nothing tells. */
  readonly trl?: TrlRange;
  readonly source: ReadinessSource;
  /** The wording that decided (中试): evidence of the source `stage`. */
  readonly phrase?: string;
}

/** The readiness that a record states; the level goes before the wording, as in ranking. */
export function statedReadiness({ trl, stage }: MatchRecord): Readiness {
  if (trl !== undefined) return { trl: typeof trl === 'number' ? [trl, trl] : trl, source: 'trl' };
  if (stage?.trl === undefined) return { source: 'unknown' };
  return { trl: stage.trl, source: 'stage', phrase: stage.evidence ?? stage.raw };
}

/** The readiness for people: “中试”（TRL 6–7）. */
export function describeReadiness({ trl, phrase, source }: Readiness): Bilingual {
  if (trl === undefined) return { zh: '阶段未注明', en: 'an unknown stage' };
  const levels = `TRL ${rangeText(trl)}`;
  if (phrase !== undefined) return { zh: `“${phrase}”（${levels}）`, en: `“${phrase}” (${levels})` };
  return source === 'kind'
    ? { zh: `按类别估为${levels}`, en: `${levels}, judged by its kind` }
    : { zh: levels, en: levels };
}

/** 3 or 4–5, digits as short as they are. */
export function rangeText([low, high]: TrlRange): string {
  return low === high ? String(low) : `${low}–${high}`;
}
