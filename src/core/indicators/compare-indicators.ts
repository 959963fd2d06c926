import type { ConditionStatus } from '../../base/condition-status.ts';
import type { IndicatorComparator, QuantifiedIndicator } from './indicators.ts';
import { betterWhen } from './polarity.ts';
import { DEVIATION, type RangeUse, rangeUse } from './range-use.ts';
import type { Apart } from './same-thing.ts';

/**
 * Why it is so. `other-unit` and the codes after it come with `unknown`. `range-use`: whether an offer is to contain the
 * range or to lie inside is not told. The codes of {@link Apart} are those that only texts tell: {@link compareIndicator}
 * never says so.
 */
export type IndicatorFinding =
  | 'reached'
  | 'missed'
  | 'other-unit'
  | 'other-kind'
  | 'no-direction'
  | 'open-bound'
  | 'range-use'
  | Apart;

/** Outcome of {@link compareIndicator}. */
export interface IndicatorComparison {
  /** Whether the offer reaches the target. */
  readonly status: ConditionStatus;
  readonly finding: IndicatorFinding;
  /**
   * By how much the offer is better than the target (≥ 0) or worse (< 0), in the unit of the target; for changes in
   * percent of the old value. 0 and `failed` means: the bound itself is offered, and is not enough (低于30 against
   * 30). Absent where the status is `unknown`.
   */
  readonly margin?: number;
}

/** Numbers nearer than this share are the same: 0.1 + 0.2 is 0.3. */
const SAME = 1e-9;

/** What a statement leaves possible. */
interface Bounds {
  readonly kind: 'lower' | 'upper' | 'exact' | 'range';
  readonly low: number;
  readonly high: number;
  /** The bound itself is not included. */
  readonly isStrict: boolean;
}

/**
 * Compares what a target requires with what an offer states about the same quantity; whether they are of the same
 * quantity is the caller's to know ({@link isSameQuantity}).
 *
 * A value or a bound on the same side must reach the bound of the target (required ≥15, offered ≥20 or 18: met;
 * offered ≥12: failed). A bound on the other side decides only where it excludes the target (required ≥15,
 * offered ≤10: failed; ≤20: unknown). A target that is a range is contained by what meets it, or contains it, as the
 * name tells (`rangeUse`): 工作温度-40～85℃ is met by -55～125℃, 误差 and 含量 by what lies inside, 寿命5～8年 by 10年;
 * where the name does not tell, only what either reading gives is known. A target that is a bare number is
 * at least or at most that number where the name tells which is better (寿命十年, 误检率5%), else only the same number
 * is known to meet it, and a range around it where ranges of the name contain. 约 counts as its number. A tolerance ±x bounds the deviation as ≤x does, and is compared with a
 * bare number only where the name speaks of a deviation. Changes are compared with changes, in shares of the old value
 * where both have them (提高一倍 = 提高100%); a change with a value: unknown. Units of one dimension are converted, other
 * units: unknown.
 *
 * serves: 「择优确定项目承担单位」. Constant time.
 */
export function compareIndicator(
  required: QuantifiedIndicator,
  offered: QuantifiedIndicator,
): IndicatorComparison {
  if (required.change?.kind === 'by') return compareChanges(required, offered);
  if (offered.change?.kind === 'by') return unknown('other-kind');
  const factor = conversion(required, offered);
  const use = isSpan(required) || isSpan(offered) ? rangeUse(required) : undefined;
  const isRange = required.comparator === '~';
  if (factor !== undefined && use !== 'within' && (isRange || use === 'covers')) {
    const covered = compareCover(required, offered, factor);
    if (use === 'covers' && covered !== undefined) return covered;
    const [target, offer] = [boundsOf(required), boundsOf(offered, factor)];
    if (isRange && use !== undefined) return judge(oneEnd(target, use), offer);
    if (isRange) return ofBoth(covered!, judge(target, offer), offer);
  }
  if (!areBothDeviations(required, offered)) return unknown('other-kind');
  if (factor === undefined) return unknown('other-unit');
  const target = boundsOf(required);
  const offer = boundsOf(offered, factor);
  if (target.kind !== 'exact') return judge(target, offer);
  const better = betterWhen(required.name, required.base?.unit);
  if (better !== undefined) return judge({ ...target, kind: better === 'higher' ? 'lower' : 'upper' }, offer);
  const isReached = offer.kind === 'exact' && isSame(target.low, offer.low);
  return isReached ? reached(0) : unknown('no-direction');
}

/** A range, or a tolerance, which spans as much on both sides of 0. */
function isSpan({ comparator }: QuantifiedIndicator): boolean {
  return comparator === '~' || comparator === '±';
}

/** From where to where a statement goes; without end where it does not tell. */
function endsOf(indicator: QuantifiedIndicator, factor: number): readonly [low: number, high: number] {
  const { value, comparator } = indicator;
  if (comparator === '±') return [-value * factor, value * factor];
  const { low, high } = boundsOf(indicator, factor);
  return [low, high];
}

/** Whether an offer holds all of a target; nothing where the target is a bound, which asks for no range. */
function compareCover(
  required: QuantifiedIndicator,
  offered: QuantifiedIndicator,
  factor: number,
): IndicatorComparison | undefined {
  const [low, high] = endsOf(required, 1);
  if (!Number.isFinite(high - low)) return undefined;
  // Where ±x lies is not told.
  if (offered.comparator === '±' && required.comparator !== '±') return unknown('other-kind');
  // 85℃ alone may be the end of a range, or a place in it.
  if (isNumber(offered.comparator)) return unknown('open-bound');
  const [from, to] = endsOf(offered, factor);
  const room = Math.min(isSame(low, from) ? 0 : low - from, isSame(to, high) ? 0 : to - high);
  if (room < 0) return missed(room);
  // Of 工作温度≤85℃ one end is not told.
  return isSpan(offered) ? reached(tidy(room)) : unknown('open-bound');
}

/** A range of which one end is a bound, and beyond the other all is better. */
function oneEnd(target: Bounds, use: RangeUse): Bounds {
  return { ...target, kind: use === 'at-least' ? 'lower' : 'upper' };
}

/** What is known though it is not told whether an offer is to hold a target or to lie inside. */
function ofBoth(
  covered: IndicatorComparison,
  inside: IndicatorComparison,
  offer: Bounds,
): IndicatorComparison {
  // A number outside neither holds the range nor lies inside.
  if (offer.kind === 'exact' && inside.status === 'failed') return inside;
  if (covered.status !== inside.status) return unknown('range-use');
  return covered.status === 'met' ? covered : inside;
}

/** False where one is a tolerance and the other is not known to bound a deviation. */
function areBothDeviations(a: QuantifiedIndicator, b: QuantifiedIndicator): boolean {
  if ((a.comparator === '±') === (b.comparator === '±')) return true;
  const { name = '', comparator } = a.comparator === '±' ? b : a;
  return comparator === '≤' || comparator === '<' || (isNumber(comparator) && DEVIATION.test(name));
}

function isNumber(comparator: IndicatorComparator): boolean {
  return comparator === '=' || comparator === '≈';
}

/** Offered unit → unit of the target; nothing where they measure different things. */
function conversion(required: QuantifiedIndicator, offered: QuantifiedIndicator): number | undefined {
  if (required.base === undefined || offered.base === undefined) {
    return required.unitKey === offered.unitKey ? 1 : undefined;
  }
  if (required.base.unit !== offered.base.unit) return undefined;
  return offered.base.factor / required.base.factor;
}

function boundsOf(
  { comparator, value, high = value }: Pick<QuantifiedIndicator, 'comparator' | 'value' | 'high'>,
  factor = 1,
): Bounds {
  const [low, top] = [value * factor, high * factor];
  if (comparator === '≥' || comparator === '>') {
    return { kind: 'lower', low, high: Number.POSITIVE_INFINITY, isStrict: comparator === '>' };
  }
  if (isNumber(comparator)) return { kind: 'exact', low, high: low, isStrict: false };
  if (comparator === '~') return { kind: 'range', low, high: top, isStrict: false };
  return { kind: 'upper', low: Number.NEGATIVE_INFINITY, high: low, isStrict: comparator === '<' };
}

/** Amounts of changes: in percent of the old value where both tell, else in a unit that both have. */
function compareChanges(required: QuantifiedIndicator, offered: QuantifiedIndicator): IndicatorComparison {
  const { change } = offered;
  if (change?.direction !== required.change!.direction) return unknown('other-kind');
  const [target, offer] = [percentOf(required), percentOf(offered)];
  if (target !== undefined && offer !== undefined) return judgeChange(boundsOf(target), boundsOf(offer));
  if (change.kind === 'to') return unknown('other-kind');
  const factor = target === offer ? conversion(required, offered) : undefined;
  if (factor === undefined) return unknown('other-unit');
  return judgeChange(boundsOf(required), boundsOf(offered, factor));
}

/** A change of 30%, or of 30～40%, is asked for as at least 30%. */
function judgeChange(target: Bounds, offer: Bounds): IndicatorComparison {
  const isAtLeast = target.kind === 'exact' || target.kind === 'range';
  return judge(isAtLeast ? { ...target, kind: 'lower' } : target, offer);
}

function percentOf({ change, comparator, base }: QuantifiedIndicator) {
  // 20～40% is a share of the old value too, if not one.
  if (change?.kind === 'by' && comparator === '~' && base?.unit === '%') return { ...base, comparator };
  if (change?.ratio === undefined) return undefined;
  const value = tidy(Math.abs(change.ratio - 1) * 100);
  // Of 由62%提高到91% the comparator bounds the 91%.
  return { value, comparator: change.kind === 'to' ? ('=' as const) : comparator };
}

function judge(target: Bounds, offer: Bounds): IndicatorComparison {
  if (target.kind === 'range') return judgeRange(target, offer);
  // An upper bound is a lower bound of the negative numbers.
  const sign = target.kind === 'lower' ? 1 : -1;
  const goal = target.kind === 'lower' ? target.low : -target.high;
  const [worst, best] = sign === 1 ? [offer.low, offer.high] : [-offer.high, -offer.low];
  const opposite = sign === 1 ? 'upper' : 'lower';
  if (offer.kind === opposite || offer.kind === 'range') {
    if (best < goal && !isSame(best, goal)) return missed(best - goal);
    // Below 90 is never 90.
    const isShut = offer.kind === opposite && (offer.isStrict || target.isStrict);
    if (isShut && isSame(best, goal)) return missed(0);
    if (offer.kind === opposite || (worst < goal && !isSame(worst, goal))) return unknown('open-bound');
  }
  const isAtBound = isSame(worst, goal);
  const isEnough = isAtBound ? !target.isStrict || (offer.isStrict && offer.kind !== 'range') : worst > goal;
  const margin = isAtBound ? 0 : tidy(worst - goal);
  return isEnough ? reached(margin) : missed(margin);
}

function judgeRange(target: Bounds, offer: Bounds): IndicatorComparison {
  if (offer.low > target.high && !isSame(offer.low, target.high)) return missed(target.high - offer.low);
  if (offer.high < target.low && !isSame(offer.high, target.low)) return missed(offer.high - target.low);
  const isInside =
    (offer.low > target.low || isSame(offer.low, target.low)) &&
    (offer.high < target.high || isSame(offer.high, target.high));
  if (!isInside) return unknown('open-bound');
  return reached(Math.max(0, tidy(Math.min(offer.low - target.low, target.high - offer.high))));
}

function reached(margin: number): IndicatorComparison {
  return { status: 'met', finding: 'reached', margin };
}

function missed(margin: number): IndicatorComparison {
  return { status: 'failed', finding: 'missed', margin: tidy(margin) };
}

function unknown(finding: IndicatorFinding): IndicatorComparison {
  return { status: 'unknown', finding };
}

function isSame(a: number, b: number): boolean {
  const scale = Math.max(Math.abs(a), Math.abs(b));
  return a === b || (Number.isFinite(scale) && Math.abs(a - b) <= SAME * scale);
}

/** Without the noise of the last bits. */
function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(9)) : value;
}
