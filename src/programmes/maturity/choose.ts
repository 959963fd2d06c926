import type { Bilingual } from '../../base/bilingual.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { Achievement } from '../../core/records/types.ts';
import { REGION_NEARNESS_LABELS } from '../places/nearness.ts';
import { type BaseCandidate, type BaseTest, fits, missingTest } from './fitting.ts';
import { describeReadiness } from './readiness.ts';
import type { ChosenBase, MaturityRoute, RoutedBase } from './route-types.ts';
import type { MaturityStep } from './steps.ts';

/** What choosing a base adds to a route. */
export type BaseChoice = Omit<MaturityRoute, 'demandId' | 'supplyId' | 'maturity'>;

/** Phrases that a reason names. */
const NAMED = 3;

/**
 * Chooses the first candidate that passes all tests, or tells what is missing.
 * @param candidates nearest first.
 * @param most further bases, or near misses, to name.
 */
export function chooseBase(
  candidates: readonly BaseCandidate[],
  supply: Achievement,
  bases: Matcher<unknown>,
  step: MaturityStep,
  most: number,
): BaseChoice {
  const [best, ...others] = candidates.filter(fits);
  if (best !== undefined) {
    const base = explained(best, supply, bases);
    return {
      outcome: 'routed',
      base,
      alternatives: others.slice(0, most).map(routed),
      nearMisses: [],
      reason: routedReason(base, step),
    };
  }
  const { test: missing, open } = missingTest(candidates)!;
  const nearMisses = candidates
    .filter(({ failed }) => !failed.includes('domain'))
    // Sorting is stable: of those that fail as many, and leave as many open, the nearest comes first.
    .sort((a, b) => a.failed.length - b.failed.length || a.unknown.length - b.unknown.length)
    .slice(0, most)
    .map((one) => ({ ...routed(one), failed: one.failed, unknown: one.unknown }));
  const outcome = step.atEnterprise === true ? 'at-enterprise' : 'no-base';
  return { outcome, alternatives: [], missing, nearMisses, reason: missingReason(missing, open, step) };
}

function routed({ base, score, nearDemand, nearSupply }: BaseCandidate): RoutedBase {
  return { id: base.id, name: base.name, serves: base.serves, score, nearDemand, nearSupply };
}

function explained(best: BaseCandidate, supply: Achievement, bases: Matcher<unknown>): ChosenBase {
  const [{ phrases, chains }] = bases.reasons(supply, [best.base.id]) as [Match];
  return {
    ...routed(best),
    phrases: phrases.map(({ phrase }) => phrase),
    chains: chains.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
  };
}

function routedReason(base: ChosenBase, step: MaturityStep): Bilingual {
  const serves = describeReadiness(base.serves);
  const named = base.phrases.slice(0, NAMED).map((phrase) => `“${phrase}”`);
  const zh = [`到“${base.name}”做${step.name.zh}`, `该处承接${serves.zh}`];
  const en = [`${step.name.en} at “${base.name}”`, `it serves ${serves.en}`];
  if (named.length > 0) {
    zh.push(`与成果都涉及${named.join('、')}`);
    en.push(`it shares ${named.join(', ')} with the result`);
  }
  if (base.chains.length > 0) {
    zh.push(`同属${base.chains.map((chain) => chain.zh).join('、')}产业链`);
    en.push(`of the same chain: ${base.chains.map((chain) => chain.en).join(', ')}`);
  }
  if (base.nearDemand !== 'unknown') {
    zh.push(`与需求方${REGION_NEARNESS_LABELS[base.nearDemand].zh}`);
    en.push(`${REGION_NEARNESS_LABELS[base.nearDemand].en} as the demand`);
  }
  return { zh: `${zh.join('，')}。`, en: `${capital(en.join('; '))}.` };
}

/** What it means that no base passes a test. */
const MISSING: Readonly<Record<BaseTest, Bilingual>> = {
  domain: { zh: '没有相近领域的平台或基地', en: 'no base of this domain' },
  stage: { zh: '相近领域的平台或基地都不承接这一阶段', en: 'no base of this domain that serves the step' },
  region: { zh: '能承接的平台或基地都在限定范围之外', en: 'no such base within the area' },
  capacity: { zh: '能承接的平台或基地已满', en: 'no such base with room' },
};

/** The same where some do not tell: nobody knows that none passes. */
const OPEN: Readonly<Partial<Record<BaseTest, Bilingual>>> = {
  stage: {
    zh: '没有写明承接这一阶段的相近领域平台或基地',
    en: 'no base of this domain that is known to serve the step',
  },
  region: {
    zh: '没有写明在限定范围内的此类平台或基地',
    en: 'no such base that is known to be within the area',
  },
};

/** @param open bases of which the test is unknown. */
function missingReason(
  test: BaseTest,
  open: number,
  { name, atEnterprise = false }: MaturityStep,
): Bilingual {
  const none = open > 0 ? OPEN[test]! : MISSING[test];
  const zh = `${none.zh}${open > 0 ? `（${open}处待核实）` : ''}`;
  const en = `${none.en}${open > 0 ? ` (${open} to be asked)` : ''}`;
  return atEnterprise
    ? {
        zh: `下一步${name.zh}，${zh}，可由企业现场实施。`,
        en: `${capital(name.en)} comes next; there is ${en}, and the enterprise can do it on its own site.`,
      }
    : { zh: `需要${name.zh}，但${zh}。`, en: `It needs ${name.en}, but there is ${en}.` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
