import type { Bilingual } from '../../base/bilingual.ts';
import { compareIndicator, type IndicatorFinding } from '../../core/indicators/compare-indicators.ts';
import {
  indicatorsOf,
  OFFER_FIELDS,
  type RecordIndicator,
  TARGET_FIELDS,
} from '../../core/indicators/record-indicators.ts';
import { isSameQuantity } from '../../core/indicators/same-quantity.ts';
import { apart, type Placed } from '../../core/indicators/same-thing.ts';
import { placed, toldOf } from '../../core/indicators/told-things.ts';
import type { Role } from '../../core/reading/roles.ts';
import { readStatements } from '../../core/reading/statements.ts';
import type { Demand } from '../../core/records/types.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { CONDITION_STATUSES, type ConditionStatus } from '../common/conditions.ts';
import type { UnitEvidence } from './standing.ts';

/** Where a unit says something about a quantity. */
export interface IndicatorSource {
  readonly recordId: string;
  /** The matcher's score of the record with the challenge: a weak match may speak of another thing's quantity. */
  readonly score: number;
  readonly offered: RecordIndicator;
}

/** What a unit's records say about one target of a challenge. */
export interface IndicatorCoverage {
  readonly target: RecordIndicator;
  /** `unknown` where no record says anything about the quantity, or what it says does not decide. */
  readonly status: ConditionStatus;
  /** Better than the target by so much (≥ 0) or worse (< 0), in the unit of the target, of changes in percent. */
  readonly margin?: number;
  /** The record and its words that decide; absent where no record says anything about the quantity. */
  readonly source?: IndicatorSource;
  readonly text: Bilingual;
}

/** Targets of a challenge, and what its text measures without naming it (1150℃, 50%以上): conditions, mostly. */
export interface ChallengeTargets {
  readonly targets: readonly RecordIndicator[];
  readonly conditions: readonly RecordIndicator[];
}

/**
 * The indicators that a challenge sets: of its indicators, expected outcome and key technology; where these hold none,
 * those of its text and problem that a comparator or a change marks as targets, and that are not said of the firm.
 */
export function targetsOf(challenge: Demand): ChallengeTargets {
  const stated = indicatorsOf(challenge, TARGET_FIELDS);
  const all = stated.length > 0 ? stated : TEXTS.flatMap((field) => askedIn(challenge, field));
  return {
    targets: all.filter(({ name }) => name !== undefined),
    conditions: all.filter(({ name }) => name === undefined),
  };
}

const TEXTS = ['text', 'problem'] as const;
/** What a firm says of itself (年产不低于5万吨) sets no target. */
const INTRODUCING: ReadonlySet<Role> = new Set(['company', 'praise', 'cooperation', 'contact', 'background']);

/** The bounded figures of a text, but those of introductions, honours, backgrounds and ways of cooperation. O(text). */
function askedIn(challenge: Demand, field: (typeof TEXTS)[number]): RecordIndicator[] {
  const given = challenge[field];
  if (typeof given !== 'string') return [];
  const { text, ends } = normalize(given);
  const statements = readStatements(text);
  let at = 0;
  return indicatorsOf(challenge, [field]).filter(({ comparator, change, start }) => {
    // Both are in order; each statement ends behind its last unit.
    while (at < statements.length && ends[statements[at]!.end - 1]! <= start) at++;
    const isSaidOfFirm = INTRODUCING.has(statements[at]?.role ?? 'other');
    return !isSaidOfFirm && (change !== undefined || !['=', '≈', '~'].includes(comparator));
  });
}

/** An indicator with what its record tells of the thing that it is said of. */
export interface PlacedIndicator {
  readonly indicator: RecordIndicator;
  readonly placed: Placed;
}

/** The targets of a challenge with what it tells of their things: any of its words may name them. */
export function placedTargets(
  challenge: Demand,
  targets: readonly RecordIndicator[],
): readonly PlacedIndicator[] {
  const holds = toldOf(() => challenge);
  return targets.map((indicator) => ({ indicator, placed: placed(() => challenge, indicator, holds) }));
}

/** The indicators of records, each read once. */
export type IndicatorReader = (evidence: UnitEvidence) => readonly PlacedIndicator[];

/** A reader that keeps what it read. */
export function indicatorReader(): IndicatorReader {
  const known = new Map<string, readonly PlacedIndicator[]>();
  return ({ recordId, record }) => {
    const found =
      known.get(recordId) ??
      indicatorsOf(record, OFFER_FIELDS).map((indicator) => ({
        indicator,
        placed: placed(() => record, indicator),
      }));
    known.set(recordId, found);
    return found;
  };
}

const ORDER: readonly ConditionStatus[] = CONDITION_STATUSES;

/**
 * The best that any record of a unit says about a target: reached before missed before open, then the record that
 * matches better, then the greater margin. A figure that may be one of another thing (脱粘检出率 for the 检出率 of a
 * strip, `apart`), in another state or not of the result itself, leaves the target open. O(records × indicators).
 */
export function coverageOf(
  { indicator: target, placed: asked }: PlacedIndicator,
  evidence: readonly UnitEvidence[],
  read: IndicatorReader,
): IndicatorCoverage {
  let best: (Omit<IndicatorCoverage, 'text'> & { readonly finding: IndicatorFinding }) | undefined;
  for (const item of evidence) {
    for (const { indicator: offered, placed: place } of read(item)) {
      if (!isSameQuantity(target, offered)) continue;
      const plain = compareIndicator(target, offered);
      // 崩刃率 in percent is another quantity than 崩刃 in seconds.
      if (plain.finding === 'other-unit') continue;
      const why = plain.status === 'unknown' ? undefined : apart(asked, place);
      const compared = why === undefined ? plain : ({ status: 'unknown', finding: why } as const);
      const { recordId, score } = item;
      const found = { target, ...compared, source: { recordId, score, offered } };
      if (best === undefined || rank(found) < rank(best) || isNearer(found, best)) best = found;
    }
  }
  if (best === undefined) return { target, status: 'unknown', text: nothing(target) };
  const { finding, ...coverage } = best;
  return { ...coverage, text: describe(coverage, finding) };
}

function rank({ status }: { readonly status: ConditionStatus }): number {
  return ORDER.indexOf(status);
}

type Compared = Pick<IndicatorCoverage, 'status' | 'margin' | 'source'>;

/** Of the same record. */
function isNearer(a: Compared, b: Compared): boolean {
  const isSame = a.status === b.status && a.source?.recordId === b.source?.recordId;
  return isSame && (a.margin ?? 0) > (b.margin ?? 0);
}

function nothing({ raw }: RecordIndicator): Bilingual {
  return { zh: `${raw}：材料中没有找到这一指标。`, en: `${raw}: not found in the records.` };
}

const OPEN: Readonly<Partial<Record<IndicatorFinding, Bilingual>>> = {
  'other-kind': { zh: '口径不同，无法比较', en: 'stated in another way' },
  'no-direction': { zh: '高低好坏不明，需核实', en: 'which side is better is not known' },
  'open-bound': { zh: '只给出范围，需核实', en: 'only a range is stated' },
  'range-use': {
    zh: '应覆盖该范围还是落在其内不明，需核实',
    en: 'whether it is to contain the range or to lie inside is not told',
  },
  'other-thing': { zh: '可能是另一对象的指标，需核实', en: 'which may be a figure of another thing' },
  'other-state': { zh: '测试条件或统计口径可能不同，需核实', en: 'which may be stated for other conditions' },
  'not-own': {
    zh: '可能是现状、对照或目标的数值，需核实',
    en: 'which may be a figure of what is there already, of others, or a plan',
  },
};

function describe(
  { target, status, margin, source }: Omit<IndicatorCoverage, 'text'>,
  finding: IndicatorFinding,
): Bilingual {
  const { recordId, offered } = source!;
  const { zh, en } =
    margin === undefined ? OPEN[finding]! : verdict(status === 'met', margin, target, offered);
  return {
    zh: `${target.raw}：“${offered.raw}”（${recordId}）${zh}。`,
    en: `${target.raw}: “${offered.raw}” (${recordId}), ${en}.`,
  };
}

function verdict(
  isMet: boolean,
  margin: number,
  target: RecordIndicator,
  offered: RecordIndicator,
): Bilingual {
  if (margin === 0) {
    return isMet
      ? { zh: '正好达到', en: 'just met' }
      : { zh: '只到界限，未达到', en: 'at the bound, which is not enough' };
  }
  if (target.comparator === '~' && target.change === undefined && isMet) {
    return { zh: '达到要求的范围', en: 'within what the range asks for' };
  }
  const amount = Number(Math.abs(margin).toPrecision(4));
  const isShare = target.change?.ratio !== undefined && offered.change?.ratio !== undefined;
  const isPoints = target.unitKey === '%' || (target.change?.kind === 'by' && isShare);
  const [zh, en] = isPoints ? ['个百分点', ' points'] : [target.unit, ` ${target.unit}`];
  return isMet
    ? { zh: `达到，优于要求${amount}${zh}`, en: `met, better by ${amount}${en}`.trimEnd() }
    : { zh: `未达到，差${amount}${zh}`, en: `short by ${amount}${en}`.trimEnd() };
}
