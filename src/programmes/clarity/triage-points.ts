import type { Bilingual } from '../../base/bilingual.ts';
import type { ChainTag } from '../../core/chains/tagger.ts';
import { indicatorsOf, TARGET_FIELDS } from '../../core/indicators/record-indicators.ts';
import type { MatchResult } from '../../core/matcher/match.ts';
import type { Role } from '../../core/reading/roles.ts';
import { readStatements } from '../../core/reading/statements.ts';
import type { Demand } from '../../core/records/types.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { organizationOf } from '../common/organization.ts';
import type { DemandElement, DemandElementCode } from './elements.ts';

/** What speaks for and against a demand being genuine, and for it being hard, point by point. */

/** A point of the one side or the other. */
export type TriagePointCode =
  | 'unit'
  | 'object'
  | 'problem'
  | 'indicator'
  | 'budget'
  | 'deadline'
  | 'cooperation'
  | 'copy'
  | 'promotional'
  | 'offer'
  | 'several-chains'
  | 'several-needs'
  | 'many-indicators'
  | 'no-answer';

/** Whether a demand is genuine (真实性), how hard it is (复杂度). */
export type TriageSide = 'authenticity' | 'complexity';

/** Labels of {@link TriageSide}. */
export const TRIAGE_SIDE_LABELS: Readonly<Record<TriageSide, Bilingual>> = {
  authenticity: { zh: '真实性', en: 'authenticity' },
  complexity: { zh: '复杂度', en: 'complexity' },
};

/** Labels of {@link TriagePointCode}. */
export const TRIAGE_POINT_LABELS: Readonly<Record<TriagePointCode, Bilingual>> = {
  unit: { zh: '注明单位', en: 'a unit is named' },
  object: { zh: '说清对象', en: 'the object is told' },
  problem: { zh: '说明问题', en: 'a problem is told' },
  indicator: { zh: '有指标', en: 'there are indicators' },
  budget: { zh: '有预算', en: 'there is a budget' },
  deadline: { zh: '有时限', en: 'there is a deadline' },
  cooperation: { zh: '有合作方式', en: 'a way of cooperation is told' },
  copy: { zh: '与另一项需求文字相同', en: 'worded as another demand' },
  promotional: { zh: '多为宣传介绍', en: 'mostly introduction and praise' },
  offer: { zh: '像是推介成果', en: 'reads like an offer' },
  'several-chains': { zh: '跨多条产业链', en: 'more than one chain' },
  'several-needs': { zh: '含多项需求', en: 'several needs in one' },
  'many-indicators': { zh: '指标较多', en: 'many indicators' },
  'no-answer': { zh: '没有看出库内有可用的', en: 'nothing in the library seems to answer it' },
};

/**
 * What a point counts where it holds. A demand that tells its unit, object, problem and one thing more is worth an
 * office's time; one that is a copy, praise or an offer is not, until somebody has asked. Where the library has no
 * answer, the office has nothing to send, which is enough to ask experts. A proposal of this project.
 */
export const TRIAGE_WEIGHTS: Readonly<Record<TriagePointCode, number>> = {
  unit: 1,
  object: 1,
  problem: 1,
  indicator: 1,
  budget: 1,
  deadline: 1,
  cooperation: 1,
  copy: -4,
  promotional: -2,
  offer: -2,
  'several-chains': 1,
  'several-needs': 1,
  'many-indicators': 1,
  'no-answer': 2,
};

/** One point: whether it holds, what it adds, and what it rests on. */
export interface TriagePoint {
  readonly code: TriagePointCode;
  readonly side: TriageSide;
  /**
   * `partly` where it is only hinted at; `null` where it cannot be told. A point may speak against a demand (a copy, an
   * offer), so that it holds or not; it is no condition to be met.
   */
  readonly holds: boolean | 'partly' | null;
  /** Its weight where it holds, half of it where it does so partly, else 0. */
  readonly adds: number;
  /** Words of the demand, codes of chains, ids of the copy or of what is nearest; none where it does not hold. */
  readonly evidence: readonly (string | Bilingual)[];
}

/** What the points are read from. */
export interface TriageInput {
  readonly demand: Demand;
  readonly elements: readonly DemandElement[];
  readonly chains: readonly ChainTag[];
  readonly result: Pick<MatchResult, 'answer' | 'needs' | 'matches'>;
  /** The demand that is worded alike and comes before it. */
  readonly copyOf: string | undefined;
}

const TEXTS = ['title', 'problem', 'keyTechnology', 'expectedOutcome', 'text'] as const;
/** Who writes, and how good it is. */
const PRAISING: ReadonlySet<Role> = new Set(['company', 'praise']);
/** What asks; figures an offer has as well. */
const ASKING: ReadonlySet<Role> = new Set(['need', 'problem']);
/** Of the text, so much is introduction or praise where it is mostly that. */
const MOSTLY = 0.6;
/** A challenge of so many targets is more than one test. */
const MANY = 4;
const MOST_EVIDENCE = 3;
const QUOTED = 40;

/** Elements that a point is made of, in the order of points. */
const ELEMENTS = [
  'object',
  'problem',
  'indicator',
  'budget',
  'deadline',
  'cooperation',
] as const satisfies readonly (DemandElementCode & TriagePointCode)[];

/** All points of a demand, those of authenticity first. O(text). */
export function triagePoints({ demand, elements, chains, result, copyOf }: TriageInput): TriagePoint[] {
  const organization = organizationOf(demand)?.name;
  const { roles, offers } = rolesOf(demand);
  const isAsked = [...roles.keys()].some((role) => ASKING.has(role));
  const length = [...roles.values()].reduce((sum, one) => sum + one.length, 0);
  const praised = [...roles].filter(([role]) => PRAISING.has(role)).map(([, text]) => text);
  const praise = praised.reduce((sum, one) => sum + one.length, 0);
  const isPraise = length > 0 && praise > MOSTLY * length;
  const { needs = [], answer, matches } = result;
  const targets = indicatorsOf(demand, TARGET_FIELDS).filter(({ name }) => name !== undefined);
  const apart = chainsApart(chains);
  const nothing = answer === undefined ? null : matches.length === 0 || matches[0]!.level?.level === 0;
  return [
    point('unit', organization !== undefined, organization === undefined ? [] : [organization]),
    ...ELEMENTS.map((code) => elementPoint(code, elements)),
    point('copy', copyOf !== undefined, copyOf === undefined ? [] : [copyOf]),
    point('promotional', isPraise, praised),
    point('offer', offers.length > 0 && !isAsked, offers),
    point('several-chains', apart.length > 1, apart, Number.POSITIVE_INFINITY),
    point(
      'several-needs',
      needs.length > 1,
      needs.map(({ text }) => text),
    ),
    point(
      'many-indicators',
      targets.length >= MANY,
      targets.map(({ raw }) => raw),
      MANY,
    ),
    point('no-answer', nothing, [nearestText(matches[0]?.id)]),
  ];
}

function point(
  code: TriagePointCode,
  holds: TriagePoint['holds'],
  evidence: readonly (string | Bilingual)[],
  most = MOST_EVIDENCE,
): TriagePoint {
  const side = SIDES[code] ?? 'authenticity';
  const quoted = evidence
    .slice(0, most)
    .map((one) => (typeof one === 'string' && one.length > QUOTED ? `${one.slice(0, QUOTED)}…` : one));
  const share = holds === true ? 1 : holds === 'partly' ? 0.5 : 0;
  const adds = share === 0 ? 0 : share * TRIAGE_WEIGHTS[code];
  return { code, side, holds, adds, evidence: share === 0 ? [] : quoted };
}

const SIDES: Readonly<Partial<Record<TriagePointCode, TriageSide>>> = {
  'several-chains': 'complexity',
  'several-needs': 'complexity',
  'many-indicators': 'complexity',
  'no-answer': 'complexity',
};

function nearestText(id: string | undefined): Bilingual {
  return id === undefined
    ? { zh: '库中没有相关的', en: 'nothing here has to do with it' }
    : { zh: `最接近的${id}也看不出能解决`, en: `not even the nearest, ${id}, seems to answer it` };
}

/** An element of the diagnosis. */
function elementPoint(code: (typeof ELEMENTS)[number], elements: readonly DemandElement[]): TriagePoint {
  const found = elements.find(({ element }) => element === code);
  return point(
    code,
    found?.state === 'partial' ? 'partly' : found?.state === 'present',
    (found?.evidence ?? []).map(({ text }) => text),
  );
}

/**
 * Chains that a word speaks for which speaks for none of the others, or that the host gave: 轴承 is of two chains, and
 * one thing.
 */
function chainsApart(chains: readonly ChainTag[]): string[] {
  const speaking = new Map<string, number>();
  for (const { evidence } of chains) {
    for (const text of new Set(evidence.map((one) => one.text)))
      speaking.set(text, (speaking.get(text) ?? 0) + 1);
  }
  return chains
    .filter(({ given, evidence }) => given || evidence.some(({ text }) => speaking.get(text) === 1))
    .map(({ code }) => code);
}

/** The words of a demand by their role, and its sentences that offer something. */
function rolesOf(demand: Demand): { roles: Map<Role, string>; offers: string[] } {
  const roles = new Map<Role, string>();
  const offers: string[] = [];
  for (const field of TEXTS) {
    const given = demand[field];
    if (given === undefined) continue;
    const { text } = normalize(given);
    for (const { start, end, role } of readStatements(text)) {
      const piece = text.slice(start, end).trim();
      roles.set(role, `${roles.get(role) ?? ''}${piece}`);
      if (role === 'offer') offers.push(piece);
    }
  }
  return { roles, offers };
}
