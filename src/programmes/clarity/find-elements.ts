import type { ChainTag } from '../../core/chains/tagger.ts';
import {
  indicatorsOf,
  type RecordIndicator,
  TARGET_FIELDS,
} from '../../core/indicators/record-indicators.ts';
import type { Match } from '../../core/matcher/match.ts';
import { FORMS, PROCESSES, REACHES } from '../../core/reading/part-words.ts';
import type { Demand, MatchRecord } from '../../core/records/types.ts';
import type { FieldSpan } from '../../core/terms/span.ts';
import { type CUES, clausesOfRole, clausesWhere, clausesWith, problemsIn, tellsProblem } from './cues.ts';
import {
  CLARITY_WEIGHTS,
  DEMAND_ELEMENTS,
  type DemandElement,
  type DemandElementCode,
  type ElementState,
} from './elements.ts';
import {
  isLifetime,
  isNamedThing,
  isOtherMoney,
  problemStart,
  tellsBudget,
  tellsDeadline,
  thingOf,
} from './everyday.ts';

/** Most pieces quoted for one element. */
const MOST_EVIDENCE = 4;
/** A description as long as this tells a problem, whatever its words. In UTF-16 units. */
const FULL_PROBLEM = 20;
/** Fields in which a demand describes itself. */
const TEXTS = ['title', 'problem', 'text'] as const;
/** What is done, its form and its aim are no thing; nor is who asks. */
const NO_THING = new RegExp(
  [
    ...PROCESSES,
    ...FORMS,
    ...REACHES,
    '生产',
    '改造',
    '提前',
    '公司',
    '企业',
    '希望',
    '客户',
    '用户',
    '知道',
    '合作',
  ].join('|'),
  'g',
);
const WISHES = ['expectedOutcome', 'keyTechnology', 'text', 'problem', 'title'] as const;

type Found = Pick<DemandElement, 'state' | 'evidence'>;

/**
 * Each element of a demand, with the words that tell it.
 * @param chains of the demand, with their evidence.
 * @param close the best matches, explained: what they share with the demand the supply side has words for.
 */
export function findElements(
  demand: Demand,
  chains: readonly ChainTag[],
  close: readonly Match<MatchRecord>[],
): DemandElement[] {
  const finders: Readonly<Record<DemandElementCode, () => Found>> = {
    object: () => findObject(demand, chains, close),
    problem: () => findProblem(demand),
    indicator: () => findIndicators(demand),
    technology: () => stated(demand, 'keyTechnology') ?? hinted(demand, WISHES, 'technology'),
    constraint: () => findConstraints(demand),
    budget: () => findBudget(demand),
    deadline: () => findDeadline(demand),
    cooperation: () => findCooperation(demand),
  };
  return DEMAND_ELEMENTS.map((element) => ({
    element,
    weight: CLARITY_WEIGHTS[element],
    ...finders[element](),
  }));
}

const MISSING: Found = { state: 'missing', evidence: [] };

function textOf(demand: Demand, field: string): string {
  const value = demand[field];
  return typeof value === 'string' ? value : '';
}

function spanOf(demand: Demand, field: string, start: number, end: number): FieldSpan {
  return { field, start, end, text: textOf(demand, field).slice(start, end) };
}

/** A field that holds something is the element itself. */
function stated(demand: Demand, field: string): Found | undefined {
  const text = textOf(demand, field);
  if (text.trim() === '') return undefined;
  return { state: 'present', evidence: [spanOf(demand, field, 0, text.length)] };
}

/** Clauses by the words of an element, or by what the reader of texts says they are there for. */
function clauses(
  demand: Demand,
  fields: readonly string[],
  cue: keyof typeof CUES | 'problem' | 'condition',
): FieldSpan[] {
  const found: FieldSpan[] = [];
  for (const field of fields) {
    const text = textOf(demand, field);
    const most = MOST_EVIDENCE - found.length;
    const pieces =
      cue === 'problem'
        ? problemsIn(text, most)
        : cue === 'condition'
          ? clausesOfRole(text, cue, most)
          : clausesWith(text, cue, most);
    for (const { start, end } of pieces) {
      found.push(spanOf(demand, field, start, end));
    }
  }
  return found;
}

function hinted(
  demand: Demand,
  fields: readonly string[],
  cue: keyof typeof CUES,
  isOther: (clause: string) => boolean = () => false,
): Found {
  const evidence = clauses(demand, fields, cue).filter(({ text }) => !isOther(text));
  return evidence.length === 0 ? MISSING : { state: 'partial', evidence };
}

/**
 * Phrases that close matches share, by what they add to their scores, then words that speak for a chain. Phrases alone
 * may be of any matter: the object is then named by the title at best.
 */
function findObject(
  demand: Demand,
  chains: readonly ChainTag[],
  close: readonly Match<MatchRecord>[],
): Found {
  const words = chains.flatMap(({ evidence }) => evidence).filter(isThing);
  if (words.length > 0) {
    const things = new Set(namedThings(demand).map(({ text }) => text));
    const found = [...sharedThings(close), ...words];
    // 齿轮箱 of 齿轮箱噪音大 goes before 齿轮.
    const first = found.filter(({ text }) => things.has(text));
    return { state: 'present', evidence: distinct([...first, ...found]) };
  }
  const things = namedThings(demand);
  if (things.length > 0) return { state: 'partial', evidence: things };
  const title = demand.title.trim();
  if (title === '' || clausesWhere(title, saysAnything, 1).length === 0) return MISSING;
  return { state: 'partial', evidence: [spanOf(demand, 'title', 0, demand.title.length)] };
}

/** What stands before the words of a problem, of the first clauses that have it: 叶片 of 叶片老掉皮. */
function namedThings(demand: Demand): FieldSpan[] {
  const found: FieldSpan[] = [];
  for (const field of TEXTS) {
    const text = textOf(demand, field);
    for (const { start, end } of clausesWhere(
      text,
      (clause) => thingOf(clause) !== undefined,
      MOST_EVIDENCE,
    )) {
      const thing = thingOf(text.slice(start, end));
      if (thing !== undefined) found.push(spanOf(demand, field, start + thing.start, start + thing.end));
    }
  }
  return distinct(found);
}

/** A clause that is no sum, no term and no problem alone may say what it is about. */
function saysAnything(clause: string): boolean {
  return !tellsBudget(clause) && tellsDeadline(clause) === undefined && problemStart(clause) !== 0;
}

/** Phrases worth less than this share of the first one are torn pieces, mostly. */
const LEAST_VALUE = 0.25;

function sharedThings(close: readonly Match<MatchRecord>[]): FieldSpan[] {
  const found = new Map<string, { readonly span: FieldSpan; value: number }>();
  for (const phrase of close.flatMap(({ phrases }) => phrases)) {
    const span = phrase.querySpans[0];
    if (span === undefined || !isThing(span)) continue;
    const known = found.get(span.text) ?? { span, value: 0 };
    known.value += phrase.value;
    found.set(span.text, known);
  }
  const ranked = [...found.values()].sort((a, b) => b.value - a.value);
  return ranked.filter(({ value }) => value >= LEAST_VALUE * ranked[0]!.value).map(({ span }) => span);
}

/** 果树烂皮 is what is wrong, and of 改性方法 nothing is left without the words of what is done. */
function isThing({ text }: FieldSpan): boolean {
  return text.replace(NO_THING, '').trim().length > 1 && !tellsProblem(text) && isNamedThing(text);
}

function distinct(spans: readonly FieldSpan[]): FieldSpan[] {
  const byText = new Map<string, FieldSpan>();
  for (const span of spans) if (!byText.has(span.text)) byText.set(span.text, span);
  return [...byText.values()].slice(0, MOST_EVIDENCE);
}

function findProblem(demand: Demand): Found {
  const evidence = clauses(demand, ['problem', 'text', 'title'], 'problem');
  const own = textOf(demand, 'problem').trim();
  if (evidence.some(({ field }) => field !== 'title')) return { state: 'present', evidence };
  if (own.length >= FULL_PROBLEM) return stated(demand, 'problem')!;
  if (evidence.length > 0) return { state: 'partial', evidence };
  return own === '' ? MISSING : { ...stated(demand, 'problem')!, state: 'partial' };
}

/**
 * Targets are named and stand in a field for them, or are bounded; other measurements but of time, money and land tell
 * how things are.
 */
function findIndicators(demand: Demand): Found {
  const targets = indicatorsOf(demand, TARGET_FIELDS).filter(({ name }) => name !== undefined);
  const mentioned = indicatorsOf(demand, TEXTS);
  const bounded = mentioned.filter(
    ({ name, comparator, change }) =>
      name !== undefined && (change !== undefined || !['=', '≈', '~'].includes(comparator)),
  );
  const goals = targets.length > 0 ? targets : bounded;
  const found = goals.length > 0 ? goals : mentioned.filter(isMeasurement);
  const evidence = found
    .slice(0, MOST_EVIDENCE)
    .map(({ field, start, end, raw }) => ({ field, start, end, text: raw }));
  if (evidence.length === 0) return MISSING;
  return { state: goals.length > 0 ? 'present' : 'partial', evidence };
}

function isMeasurement({ name, base, unitKey }: RecordIndicator): boolean {
  const isOther = ['s', '月', '元'].includes(base?.unit ?? '元') || unitKey === '亩';
  return name !== undefined && !isOther;
}

function findConstraints(demand: Demand): Found {
  const evidence = clauses(demand, WISHES, 'condition');
  return evidence.length === 0 ? MISSING : { state: 'present', evidence };
}

function findBudget(demand: Demand): Found {
  const { budget } = demand;
  if (budget === undefined) {
    return told(demand, tellsBudget, 'present') ?? hinted(demand, WISHES, 'budget', isOtherMoney);
  }
  const isSum = budget.min !== undefined || budget.max !== undefined;
  return fromWording('budget', budget.raw, isSum ? 'present' : 'partial');
}

function findDeadline(demand: Demand): Found {
  const { validTo } = demand;
  if (validTo === undefined) {
    return (
      told(demand, (clause) => tellsDeadline(clause) === 'exact', 'present') ??
      told(demand, (clause) => tellsDeadline(clause) !== undefined, 'partial') ??
      hinted(demand, WISHES, 'deadline', isLifetime)
    );
  }
  return fromWording('validTo', validTo.raw, validTo.to === undefined ? 'partial' : 'present');
}

function findCooperation(demand: Demand): Found {
  const modes = demand.cooperationModes ?? [];
  if (modes.length === 0) return hinted(demand, WISHES, 'cooperation');
  const raw = modes.map((mode) => mode.raw).join('、');
  return fromWording(
    'cooperationModes',
    raw,
    modes.some(({ code }) => code !== undefined) ? 'present' : 'partial',
  );
}

/** The clauses of the texts of which something is true. */
function told(demand: Demand, test: (clause: string) => boolean, state: ElementState): Found | undefined {
  const evidence = WISHES.flatMap((field) =>
    clausesWhere(textOf(demand, field), test, MOST_EVIDENCE).map(({ start, end }) =>
      spanOf(demand, field, start, end),
    ),
  ).slice(0, MOST_EVIDENCE);
  return evidence.length === 0 ? undefined : { state, evidence };
}

function fromWording(field: string, raw: string, state: ElementState): Found {
  if (raw.trim() === '') return MISSING;
  return { state, evidence: [{ field, start: 0, end: raw.length, text: raw }] };
}
