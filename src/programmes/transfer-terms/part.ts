import type { Bilingual } from '../../base/bilingual.ts';
import type { CheckedCondition } from '../common/conditions.ts';

/** What is compared. */
export const COMPATIBILITY_COMPONENTS = ['ip', 'mode', 'exclusivity', 'price'] as const;
export type CompatibilityComponent = (typeof COMPATIBILITY_COMPONENTS)[number];

/** Labels of {@link COMPATIBILITY_COMPONENTS}. */
export const COMPATIBILITY_COMPONENT_LABELS: Readonly<Record<CompatibilityComponent, Bilingual>> = {
  ip: { zh: '知识产权', en: 'Intellectual property' },
  mode: { zh: '合作方式', en: 'Way of transfer' },
  exclusivity: { zh: '独占要求', en: 'Exclusivity' },
  price: { zh: '价格与预算', en: 'Price and budget' },
};

/** Why a part is as it is. */
export type CompatibilityCode =
  | 'not-stated'
  // ip
  | 'rights-fit'
  | 'lapsed'
  | 'other-right'
  | 'pending'
  | 'licence-needs-patent'
  | 'co-owned'
  // mode
  | 'shared-mode'
  | 'near-mode'
  | 'other-mode'
  // exclusivity
  | 'not-asked'
  | 'exclusivity-fits'
  | 'ordinary-only'
  | 'exclusive-only'
  // price
  | 'within-budget'
  | 'over-budget'
  | 'partly-over'
  | 'by-equity'
  | 'per-unit'
  | 'negotiable'
  | 'open-end'
  | 'other-currency';

/** One component of a pair: `failed` where the two exclude each other, `unknown` where the records do not say enough. */
export interface CompatibilityPart extends CheckedCondition {
  readonly component: CompatibilityComponent;
  readonly code: CompatibilityCode;
  /** What would have to change, where that can be said. */
  readonly advice?: Bilingual;
  /** Price above the budget, in units of the budget's currency; with `over-budget` and `partly-over`. */
  readonly gap?: number;
}

/** The other half of a part, without its component. */
export type PartBody = Omit<CompatibilityPart, 'component'>;

/** A text in both languages, made from a list of names. */
export function listed(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(' or ') };
}
