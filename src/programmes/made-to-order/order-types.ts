import type { Bilingual } from '../../base/bilingual.ts';
import type { MatchLevel } from '../../core/levels/level.ts';
import type { ReadyKind } from '../common/ready-kinds.ts';
import type { DeveloperUnit } from './units.ts';

/** Whether something that was found may do after all: somebody must look at it, or nothing shows that it does. */
export type OrderStanding = 'uncertain' | 'none';

/** What people read of each. */
export const ORDER_STANDING_LABELS: Readonly<Record<OrderStanding, Bilingual>> = {
  uncertain: { zh: '是否适用需核实', en: 'to be looked at' },
  none: { zh: '没有看出可用的', en: 'nothing that shows it would do' },
};

/** The nearest of what can be taken over as it is. */
export interface NearestResult {
  readonly id: string;
  readonly kind: ReadyKind;
  readonly title: string;
  readonly score: number;
  /** Absent where the matcher has no levels. */
  readonly level?: MatchLevel;
}

/** A demand that no achievement or patent serves for sure. */
export interface MadeToOrder {
  readonly demandId: string;
  /** `none` only where the nearest result is not near either. */
  readonly standing: OrderStanding;
  /** The best achievement or patent, which does not serve it for sure; absent where none shares anything. */
  readonly best?: NearestResult;
  /** Who could develop it, the owner of the best record first; empty where nobody is near. */
  readonly units: readonly DeveloperUnit[];
  readonly reason: Bilingual;
}
