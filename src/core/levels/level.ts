import { frozenCopy } from '../../base/frozen.ts';

/** How well a match probably answers the demand. */
export interface MatchLevel {
  /** 3 强, 2 较强, 1 弱, 0 无. */
  readonly level: 0 | 1 | 2 | 3;
  readonly labelZh: string;
  readonly labelEn: string;
}

/** The levels, by number; frozen, as every match has one of them. */
export const LEVELS = frozenCopy([
  { level: 0, labelZh: '无', labelEn: 'none' },
  { level: 1, labelZh: '弱', labelEn: 'weak' },
  { level: 2, labelZh: '较强', labelEn: 'fairly strong' },
  { level: 3, labelZh: '强', labelEn: 'strong' },
] as const satisfies readonly MatchLevel[]);

/** From this level on a match answers the demand: the grade that counts as relevant in every measure. */
export const ANSWERING = 2;
