import { compareIndicator, type IndicatorFinding } from '../../core/indicators/compare-indicators.ts';
import {
  indicatorsOf,
  type RecordIndicator,
  TARGET_FIELDS,
} from '../../core/indicators/record-indicators.ts';
import { isSameQuantity } from '../../core/indicators/same-quantity.ts';
import { apart, type Placed } from '../../core/indicators/same-thing.ts';
import { placed as placedIn, toldOf } from '../../core/indicators/told-things.ts';
import type { Demand, DemandInput } from '../../core/records/types.ts';
import { readRecords } from '../common/check.ts';

/** What one demand asks of a quantity. */
export interface DemandedIndicator extends RecordIndicator {
  readonly demandId: string;
}

/** A quantity that several demands set a target for. */
export interface SharedIndicator {
  /** The shortest of the names. */
  readonly name: string;
  /** One a demand, in the order of demands. */
  readonly targets: readonly DemandedIndicator[];
  /** The target that meets all the others; absent where none is known to. */
  readonly strictest?: DemandedIndicator;
}

/**
 * Quantities that at least two of several demands set a target for, with the strictest target.
 *
 * serves: 「基于海量企业个性需求,汇总、凝练行业共性需求」
 *
 * Quantities are the same if their names are alike, of one thing (`apart`), and their units convert; what is strict is told as by
 * `compareIndicator`. Targets come from the indicators, the expected outcome and the key technology. Of several targets
 * of one demand for one quantity the first counts. Most shared first, then in the order of demands.
 * O(indicators × quantities).
 * @throws InputError `INVALID_RECORDS` naming every bad demand.
 */
export function sharedIndicators(demands: readonly DemandInput[]): SharedIndicator[] {
  return indicatorsShared(readRecords({ what: 'demands', items: demands, side: 'demand' }));
}

/** The same of demands that were read. */
export function indicatorsShared(demands: readonly Demand[]): SharedIndicator[] {
  const groups: { readonly first: Placed; readonly targets: DemandedIndicator[] }[] = [];
  for (const demand of demands) {
    const holds = toldOf(() => demand);
    for (const indicator of indicatorsOf(demand, TARGET_FIELDS)) {
      if (indicator.name === undefined) continue;
      const target = { ...indicator, demandId: demand.id };
      const placed = placedIn(() => demand, indicator, holds);
      const group = groups.find(
        ({ first, targets }) => isComparable(targets[0]!, target) && isOfOne(first, placed),
      );
      if (group === undefined) groups.push({ first: placed, targets: [target] });
      else if (group.targets.every(({ demandId }) => demandId !== demand.id)) group.targets.push(target);
    }
  }
  return groups
    .map(({ targets }) => targets)
    .filter((targets) => targets.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((targets) => {
      const strictest = targets.find((one) => targets.every((other) => other === one || meets(one, other)));
      const [name] = targets.map((target) => target.name!).sort((a, b) => a.length - b.length);
      return { name: name!, targets, ...(strictest === undefined ? {} : { strictest }) };
    });
}

/** Under the same circumstances, whichever was read first. What a demand asks for is its own, whatever it names beside. */
function isOfOne(a: Placed, b: Placed): boolean {
  const [one, two] = [a, b].map(asked) as [Placed, Placed];
  return apart(one, two) === undefined && apart(two, one) === undefined;
}

function asked(placed: Placed): Placed {
  return { ...placed, circumstances: () => ({ ...placed.circumstances!(), isOwn: true }) };
}

const APART: readonly IndicatorFinding[] = ['other-unit', 'other-kind'];

function isComparable(a: RecordIndicator, b: RecordIndicator): boolean {
  return isSameQuantity(a, b) && !APART.includes(compareIndicator(a, b).finding);
}

/** Whether who reaches the one target reaches the other. */
function meets(one: RecordIndicator, other: RecordIndicator): boolean {
  return compareIndicator(other, one).status === 'met';
}
