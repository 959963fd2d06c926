import { placed, toldOf } from '../indicators/told-things.ts';
import { asksFor, type Purpose } from '../reading/purpose.ts';
import type { Role } from '../reading/roles.ts';
import type { ReadField } from '../terms/analyzer.ts';
import { spanOf } from '../terms/span.ts';
import type { ConditionKind, ConditionOutcome, ConditionWeights, JudgedCondition } from './condition.ts';
import { judgeQuantities } from './quantities.ts';
import { exclusionSentence, limitSentence, maturitySentence, purposeSentence } from './sentences.ts';
import { SHIFTS } from './shift.ts';
import type { Stated, StatedExclusion, StatingRecord } from './stated.ts';
import { namedIn, restsOn } from './thing.ts';

/** A record that was read for conditions. */
export interface Party extends StatingRecord {
  readonly stated: Stated;
}

/** Most conditions of one kind that count for a pair: a list of forty figures is no forty reasons. */
const MOST_OF_A_KIND = 4;
/** What is ruled out in the text alone counts this share of what is ruled out and stands in the title. */
const IN_TEXT = 0.7;
/** Readiness levels below what is wanted that are near it. */
const NEAR_LEVELS = 1;

/**
 * The conditions of a demand that a supply record speaks to, the most decisive first. A pure function of both records,
 * whichever was asked for the other. Time grows with the length of the texts.
 */
export function judge(demand: Party, supply: Party, weights: ConditionWeights): readonly JudgedCondition[] {
  const holds = toldOf(demand.record);
  const found = [
    ...limited(exclusions(demand, supply, weights.exclusion)),
    ...limited(
      judgeQuantities(
        demand.stated.indicators,
        supply.stated.indicators,
        weights.quantity,
        {
          demand: textsOf(demand),
          supply: textsOf(supply),
        },
        {
          demand: (target) => placed(demand.record, target, holds),
          supply: (offer) => placed(supply.record, offer),
        },
      ),
    ),
    ...limited(limits(demand, supply, weights.limit)),
    ...purposes(demand, supply, weights.purpose),
    ...maturity(demand, supply, weights.maturity),
  ];
  return found
    .filter(({ shift }) => shift !== 0)
    .sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** The texts of a record by the paths of their fields. */
function textsOf({ fields }: Party): (path: string) => string | undefined {
  return (path) => fields().find(({ field }) => field.path === path)?.field.text;
}

const KINDS: readonly ConditionKind[] = ['exclusion', 'quantity', 'limit', 'purpose', 'maturity'];

function limited(conditions: readonly JudgedCondition[]): readonly JudgedCondition[] {
  if (conditions.length <= MOST_OF_A_KIND) return conditions;
  return [...conditions].sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift)).slice(0, MOST_OF_A_KIND);
}

function exclusions(demand: Party, supply: Party, weight: number): JudgedCondition[] {
  if (weight === 0) return [];
  const asked = demand.stated.exclusions.filter(
    (one, i, all) => !all.some((other, j) => i !== j && holds(other.thing, one.thing, j < i)),
  );
  return asked.flatMap((one): JudgedCondition[] => {
    const also = supply.stated.exclusions.find((other) => isSameThing(one, other));
    const make = (
      outcome: ConditionOutcome,
      span: JudgedCondition['supply'],
      share = 1,
    ): JudgedCondition => ({
      kind: 'exclusion',
      outcome,
      shift: weight * share * SHIFTS.exclusion[outcome],
      demand: one.span,
      supply: span!,
      ...exclusionSentence(one.span.text, span!.text, outcome === 'met'),
    });
    if (also !== undefined) return [make('met', also.span)];
    const resting = restsOn(supply.fields(), one.thing, one.terms);
    if (resting === undefined) return [];
    // What is to be replaced is mostly named by what replaces it.
    const share = (resting.inTitle ? 1 : IN_TEXT) * (one.replaced ? IN_TEXT : 1);
    return [make('failed', resting.span, share)];
  });
}

/** Of 标定 and 手眼标定 one is enough: the wider word; of two alike the first. */
function holds(piece: string, thing: string, isEarlier: boolean): boolean {
  return thing === piece ? isEarlier : thing.includes(piece);
}

function isSameThing(a: StatedExclusion, b: StatedExclusion): boolean {
  return (
    a.thing.includes(b.thing) || b.thing.includes(a.thing) || a.terms.some((term) => b.terms.includes(term))
  );
}

/** What a supply record says it lacks and the demand names without ruling it out. */
function limits(demand: Party, supply: Party, weight: number): JudgedCondition[] {
  if (weight === 0 || supply.stated.limits.length === 0) return [];
  const fields = demand.fields();
  return supply.stated.limits.flatMap(({ thing, span }): JudgedCondition[] => {
    const named = namedIn(fields, thing);
    if (named === undefined) return [];
    return [
      {
        kind: 'limit',
        outcome: 'failed',
        shift: weight * SHIFTS.limit.failed,
        demand: named,
        supply: span,
        ...limitSentence(named.text, span.text),
      },
    ];
  });
}

/** A supply record that only measures or manages, where the demand asks for neither. */
function purposes(demand: Party, supply: Party, weight: number): JudgedCondition[] {
  const { purpose } = supply.stated;
  const [first] = demand.fields();
  if (weight === 0 || purpose === undefined || first === undefined) return [];
  const asked = demand.fields().some((field) => isAskedIn(field, purpose.purpose));
  if (asked) return [];
  return [
    {
      kind: 'purpose',
      outcome: 'failed',
      shift: weight * SHIFTS.purpose.failed,
      demand: spanOf(first, 0, first.normalized.text.length),
      supply: purpose.span,
      ...purposeSentence(purpose),
    },
  ];
}

/** Statements that tell of the company and not of what it asks for. */
const NOT_ASKED: readonly Role[] = ['company', 'praise', 'background', 'cooperation', 'contact'];

function isAskedIn({ normalized, statements }: ReadField, purpose: Purpose): boolean {
  return statements.some(
    ({ role, start, end }) =>
      !NOT_ASKED.includes(role) && asksFor(normalized.text.slice(start, end), purpose),
  );
}

function maturity(demand: Party, supply: Party, weight: number): JudgedCondition[] {
  const [wanted, offered] = [demand.stated.maturity, supply.stated.maturity];
  if (wanted?.span === undefined || offered === undefined || weight === 0) return [];
  const missing = wanted.trl[0] - offered.trl[1];
  const outcome = missing <= 0 ? 'met' : missing <= NEAR_LEVELS ? 'near' : 'failed';
  return [
    {
      kind: 'maturity',
      outcome,
      shift: weight * SHIFTS.maturity[outcome],
      demand: wanted.span,
      ...(offered.span && { supply: offered.span }),
      ...maturitySentence(wanted.span.text, offered, outcome),
    },
  ];
}
