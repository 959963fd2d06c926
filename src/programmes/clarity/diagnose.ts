import * as z from 'zod/mini';
import type { ChainTag } from '../../core/chains/tagger.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import type { Achievement, Demand, DemandInput } from '../../core/records/types.ts';
import { COUNT, checkOptions, FROM_1, optionsOf } from '../common/check.ts';
import { forMatch, MATCHING, type OfDay, ofDay, withParsed } from '../common/matching.ts';
import { type TermToAdd, termsToAdd } from './added-terms.ts';
import {
  CLARITY_WEIGHTS,
  clarityOf,
  DEMAND_ELEMENTS,
  type DemandElement,
  type DemandElementCode,
} from './elements.ts';
import { findElements } from './find-elements.ts';
import { type OtherMatter, otherMatterOf } from './other-matter.ts';
import { type ClarifyingQuestion, questionsFor } from './questions.ts';

/** Matches that score at least this share of the best one are taken to be about the same thing. */
const CLOSE = 0.5;

/** How to look at a demand. */
export interface DiagnosisOptions<R = unknown>
  extends Pick<MatchOptions<R>, 'kinds' | 'filter' | 'minScore'> {
  /** Matches that are looked at, and among which a term may change something; at least 1. Default 10. */
  readonly matches?: number;
  /** Most terms to add. Default 6; 0 tries none. */
  readonly terms?: number;
  /** How many of the close matches must share a term, at least 1. Default 2. */
  readonly minShared?: number;
}

/** What a demand tells and what it leaves out. Where it is of another matter, nothing is asked and no term offered. */
export interface DemandDiagnosis extends OfDay {
  readonly demandId: string;
  /** What is asked for and where to go, where no technical demand is told; absent else. */
  readonly otherMatter?: OtherMatter;
  /** In [0, 1]: Σ weight × (1 stated, ½ hinted at, 0 missing) over the elements. */
  readonly clarity: number;
  /** Each of `DEMAND_ELEMENTS`, in their order. */
  readonly elements: readonly DemandElement[];
  readonly missing: readonly DemandElementCode[];
  /** What to ask, by what the answer would bring. */
  readonly questions: readonly ClarifyingQuestion[];
  /** Terms to ask about, by how much they would change the list. */
  readonly terms: readonly TermToAdd[];
}

const OPTIONS = optionsOf<DiagnosisOptions<never>>({
  matches: z.optional(FROM_1),
  terms: z.optional(COUNT),
  minShared: z.optional(FROM_1),
  kinds: MATCHING.kinds,
  filter: MATCHING.filter,
  minScore: MATCHING.minScore,
});

/**
 * Says what a vague demand tells and what it leaves out, what to ask, and which further terms would change its matches.
 *
 * serves: 「针对中小企业需求“想不出”“说不清”等问题」, 「帮助中小企业挖掘需求」
 *
 * Elements are found by the words that tell them: the object by words that speak for a chain; indicators by
 * {@link parseIndicators}; problem and constraint by the reader of texts that the ranking uses, problems also in everyday
 * words (老掉皮, 放不住, 冒黑烟); technology by a list of words; budget, deadline and way of cooperation by their fields, in
 * texts by a sum (50万以内) or a term (三个月要见效), else only as a hint. A text that tells nothing but another matter
 * (你好, 求贷款, 招聘工程师) is no technical demand: `otherMatter` says so, and where to go. A word that is there by chance counts as well, and a problem told
 * without any of the words is missed: the score says how complete a demand is, not whether it is true.
 *
 * A term is a keyword of a close match (half the score of the best one or more), or a word that speaks for its chain,
 * that others of them share and the demand lacks. What it would change is the list of the same length with the term as
 * one more keyword; the demand is not changed.
 *
 * @param matcher over the supply side.
 * @throws InputError `INVALID_RECORDS` naming what is wrong with the demand, `INVALID_OPTIONS`.
 *
 * 1 + 2 × `terms` matches of the matcher.
 */
export function diagnoseDemand<R>(
  matcher: Matcher<R>,
  demand: DemandInput,
  options: DiagnosisOptions<R> = {},
): DemandDiagnosis {
  checkOptions(options, OPTIONS);
  const { matches: limit = 10, terms = 6, minShared = 2, kinds, filter, minScore = 0 } = options;
  const parsed = matcher.read(demand) as Demand;
  const chains = chainsOf(matcher, parsed);
  const words = chains.flatMap(({ evidence }) => evidence.map(({ text }) => text));
  const otherMatter = otherMatterOfDemand(parsed, words);
  if (otherMatter !== undefined) return nothingTold(parsed.id, filter, otherMatter);
  const matchOptions = forMatch({ limit, minScore, kinds, filter });
  const matches = withParsed<Achievement>(matcher, matcher.match(parsed, matchOptions).matches);
  const close = matches.filter(({ score }) => score >= CLOSE * matches[0]!.score);
  const elements = findElements(parsed, chains, close);
  return {
    demandId: parsed.id,
    ...ofDay(filter),
    clarity: clarityOf(elements),
    elements,
    missing: elements.filter(({ state }) => state === 'missing').map(({ element }) => element),
    questions: questionsFor(elements, close),
    terms: termsToAdd(matcher, { demand: parsed, matches, close, options: matchOptions }, terms, minShared),
  };
}

/**
 * Chains of a demand, and those of it without its technology: a technology that is none of the object's chain makes the
 * tagger doubt, but the object is named all the same.
 */
function chainsOf<R>(matcher: Matcher<R>, demand: Demand): ChainTag[] {
  const chains = matcher.tagChains(demand);
  if ((demand.keyTechnology ?? '').trim() === '') return chains;
  return [...chains, ...matcher.tagChains({ ...demand, keyTechnology: undefined })];
}

/** Fields that tell what a demand is about. */
const TOLD = ['title', 'problem', 'text', 'expectedOutcome'] as const;

function otherMatterOfDemand(demand: Demand, words: readonly string[]): OtherMatter | undefined {
  if ((demand.keyTechnology ?? '').trim() !== '' || (demand.indicators ?? []).length > 0) return undefined;
  return otherMatterOf(TOLD.map((field) => demand[field] ?? '').join('。'), words);
}

function nothingTold<R>(
  demandId: string,
  filter: DiagnosisOptions<R>['filter'],
  otherMatter: OtherMatter,
): DemandDiagnosis {
  const elements = DEMAND_ELEMENTS.map(
    (element): DemandElement => ({
      element,
      state: 'missing',
      weight: CLARITY_WEIGHTS[element],
      evidence: [],
    }),
  );
  const missing = [...DEMAND_ELEMENTS];
  return {
    demandId,
    otherMatter,
    ...ofDay(filter),
    clarity: 0,
    elements,
    missing,
    questions: [],
    terms: [],
  };
}
