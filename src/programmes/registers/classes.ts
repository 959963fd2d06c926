import type { Bilingual } from '../../base/bilingual.ts';
import { ownValue } from '../../base/own-value.ts';
import type { MatchRecord, RecordInput } from '../../core/records/types.ts';
import { foldWording } from '../../core/records/wording.ts';

/** The three classes of supply, from great platforms to the market. */
export const SUPPLY_CLASSES = ['major-innovation', 'industrial-innovation', 'enterprise-demand'] as const;
export type SupplyClass = (typeof SUPPLY_CLASSES)[number];

/** Labels of {@link SupplyClass}. */
export const SUPPLY_CLASS_LABELS: Readonly<Record<SupplyClass, Bilingual>> = {
  'major-innovation': { zh: '自主创新重大成果', en: 'major achievement of independent innovation' },
  'industrial-innovation': { zh: '产业科技创新成果', en: 'industrial innovation achievement' },
  'enterprise-demand': { zh: '企业需求技术成果', en: 'achievement for an enterprise demand' },
};

/** A record that may say its class. */
export interface Classed {
  /** A code of {@link SUPPLY_CLASSES}, or wording. */
  readonly supplyClass?: unknown;
}

/** What in a wording names a class. */
const WORDS: Readonly<Record<SupplyClass, RegExp>> = {
  'major-innovation': /自主创新|重大成果/,
  'industrial-innovation': /产业科技|产业创新/,
  'enterprise-demand': /企业需求/,
};

/**
 * The class of a record: its field `supplyClass`, as a code or in Chinese; demands that give none are of the class of
 * enterprise demands. Other wording, and wording that names two classes, gives none.
 *
 * serves: 「针对…3大类科技成果,分类施策、精准转化」.
 *
 * Complexity: O(1).
 */
export function supplyClassOf(record: (RecordInput & Classed) | MatchRecord): SupplyClass | undefined {
  const { kind } = record;
  const supplyClass = ownValue(record, 'supplyClass');
  if (typeof supplyClass !== 'string') return kind === 'demand' ? 'enterprise-demand' : undefined;
  const text = foldWording(supplyClass);
  const named = SUPPLY_CLASSES.filter((code) => code === text || WORDS[code].test(text));
  return named.length === 1 ? named[0] : undefined;
}
