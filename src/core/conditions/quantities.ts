import { compareIndicator, type IndicatorComparison } from '../indicators/compare-indicators.ts';
import type { RecordIndicator } from '../indicators/record-indicators.ts';
import { nameSimilarity, SAME_NAME } from '../indicators/same-quantity.ts';
import { apart, type Placed } from '../indicators/same-thing.ts';
import type { ConditionOutcome, JudgedCondition } from './condition.ts';
import { quantitySentence } from './sentences.ts';
import { SHIFTS } from './shift.ts';

/** A figure that misses what is asked for by less than this share of it is a near miss. */
const NEAR_MISS = 0.15;
/** Units so general that only the name tells whether two figures are of one quantity. */
const GENERAL_UNITS: readonly string[] = ['%', '元', '', 's', '月', 'm', 'kg/m3'];

/**
 * Figures that a demand asks for, beside those that a supply record states.
 * @param told what either tells of the things that its figures are said of.
 */
export function judgeQuantities(
  targets: readonly RecordIndicator[],
  offers: readonly RecordIndicator[],
  weight: number,
  texts: { readonly demand: TextOf; readonly supply: TextOf },
  told: { readonly demand: PlacedOf; readonly supply: PlacedOf },
): JudgedCondition[] {
  if (weight === 0 || offers.length === 0) return [];
  return targets.flatMap((target): JudgedCondition[] => {
    const best = bestOffer(target, targets, offers, (offer) => isOfOneThing(target, offer, told));
    if (best === undefined) return [];
    const { offer, outcome } = best;
    return [
      {
        kind: 'quantity',
        outcome,
        shift: weight * sureness(best.alike) * SHIFTS.quantity[outcome],
        demand: spanOf(target),
        supply: spanOf(offer),
        ...quantitySentence(wholeOf(target, texts.demand), wholeOf(offer, texts.supply), outcome),
      },
    ];
  });
}

type PlacedOf = (indicator: RecordIndicator) => Placed;

/** The text of a field as given, by its path. */
type TextOf = (field: string) => string | undefined;

/** Figures and units that a name begins behind: 50%~100%|负荷NOx低于30mg/m³. */
const FIGURES_BEFORE = /[\d.~～—–+±°℃%％-]{0,15}[%％℃]$/;
/** What is to happen within a time: 崩刃1秒内|报警. */
const REST = /^[^\s,，;；。、!！?？()（）\d]{1,6}(?=[\s,，;；。、!！?？()（）]|$)/;

/** A figure with the words that it cannot be understood without. */
function wholeOf({ raw, field, start, end, base }: RecordIndicator, textOf: TextOf): string {
  const text = textOf(field);
  if (text === undefined || text.slice(start, end) !== raw) return raw;
  const before = /^\d/.test(raw)
    ? ''
    : (FIGURES_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[0] ?? '');
  const behind =
    base?.unit === 's' && /内$/.test(raw) ? (REST.exec(text.slice(end, end + 7))?.[0] ?? '') : '';
  return before + raw + behind;
}

interface Judged {
  readonly offer: RecordIndicator;
  readonly outcome: ConditionOutcome;
  readonly alike: number;
}

/** The offer whose name is nearest to the target's; of several, the one that does best. */
function bestOffer(
  target: RecordIndicator,
  targets: readonly RecordIndicator[],
  offers: readonly RecordIndicator[],
  isOfOne: (offer: RecordIndicator) => boolean,
): Judged | undefined {
  let best: Judged | undefined;
  for (const offer of offers) {
    const alike = alikeness(target, offer, targets, offers);
    if (alike === 0) continue;
    const outcome = outcomeOf(target, compareIndicator(target, offer), offer);
    if (outcome === undefined) continue;
    const isBetter =
      best === undefined ||
      alike > best.alike ||
      (alike === best.alike && RANK[outcome] > RANK[best.outcome]);
    // The texts are looked through last: it takes the longest.
    if (isBetter && isOfOne(offer)) best = { offer, outcome, alike };
  }
  return best;
}

/** False where a figure may be one of another thing: what is not known is no condition. */
function isOfOneThing(
  target: RecordIndicator,
  offer: RecordIndicator,
  told: Parameters<typeof judgeQuantities>[4],
): boolean {
  if (nameSimilarity(target.name, offer.name) < SAME_NAME) return true;
  return apart(told.demand(target), told.supply(offer)) === undefined;
}

/** What a condition counts by how sure it is that both figures are of one quantity. */
function sureness(alike: number): number {
  if (alike >= 2) return 1;
  return alike > 1 ? 0.7 : 0.5;
}

const RANK: Readonly<Record<ConditionOutcome, number>> = { met: 2, near: 1, failed: 0 };

/**
 * How sure it is that two figures are of one quantity: their names agree, or one of them has none and
 * they are the only ones of a telling unit.
 */
function alikeness(
  target: RecordIndicator,
  offer: RecordIndicator,
  targets: readonly RecordIndicator[],
  offers: readonly RecordIndicator[],
): number {
  const byName = nameSimilarity(target.name, offer.name);
  const unit = target.base?.unit ?? '';
  if (byName < SAME_NAME && (unit !== offer.base?.unit || GENERAL_UNITS.includes(unit))) return 0;
  if (isInput(target.name) !== isInput(offer.name)) return 0;
  if (byName >= SAME_NAME) return 1 + byName;
  const isOnly = (list: readonly RecordIndicator[]) =>
    list.filter(({ base }) => base?.unit === unit).length === 1;
  if (isUnnamed(offer) && isOnly(offers)) return 0.5;
  return isUnnamed(target) && isOnly(targets) && isOnly(offers) ? 0.5 : 0;
}

/** 进水COD is no 出水COD. */
function isInput(name = ''): boolean {
  return /进水|原水|入口|来料|进料|进气|处理前|改造前/.test(name);
}

/** 可在280℃长期工作 names no quantity. */
function isUnnamed({ name = '' }: RecordIndicator): boolean {
  return /^(?:可|能|在|长期|于|为|至|达|零下)*$/.test(name);
}

function outcomeOf(
  target: RecordIndicator,
  { status, margin }: IndicatorComparison,
  offer: RecordIndicator,
): ConditionOutcome | undefined {
  if (status === 'unknown') return undefined;
  if (status === 'met') return 'met';
  const scale = Math.abs(target.change !== undefined && margin !== undefined ? offer.value : target.value);
  return margin !== undefined && scale > 0 && Math.abs(margin) <= NEAR_MISS * scale ? 'near' : 'failed';
}

function spanOf({ field, start, end, raw }: RecordIndicator) {
  return { field, start, end, text: raw };
}
