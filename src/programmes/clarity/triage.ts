import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { MatchOptions, RunOptions } from '../../core/matches/match-options.ts';
import type { Demand, DemandInput } from '../../core/records/types.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { COUNT, checkOptions, optionsOf, readRecords } from '../common/check.ts';
import { forMatch, forRun, MATCHING, type OfDay, ofDay, queryOf, RUN } from '../common/matching.ts';
import { closedBy, gatesOf } from '../common/open-records.ts';
import { organizationOf } from '../common/organization.ts';
import { diagnoseDemand } from './diagnose.ts';
import type { OtherMatter } from './other-matter.ts';
import type { ClarifyingQuestion } from './questions.ts';
import {
  TRIAGE_POINT_LABELS,
  type TriagePoint,
  type TriagePointCode,
  triagePoints,
} from './triage-points.ts';

/** Who goes on with a demand. */
export type TriageDesk = 'office' | 'experts' | 'ask-back' | 'join' | 'other-office';

/** Labels of {@link TriageDesk}. */
export const TRIAGE_DESK_LABELS: Readonly<Record<TriageDesk, Bilingual>> = {
  office: { zh: '工作人员直接办理', en: 'the office itself' },
  experts: { zh: '提交专家会诊', en: 'experts' },
  'ask-back': { zh: '退回补充、核实', en: 'asked back' },
  join: { zh: '并入另一项需求', en: 'joined to another demand' },
  'other-office': { zh: '转其他部门', en: 'another office' },
};

/** How demands are sorted. */
export interface TriageOptions<R = unknown> extends Pick<MatchOptions<R>, 'kinds' | 'filter'>, RunOptions {
  /** Least sum of the points of authenticity of a demand that is not asked back, a whole number. Default 4. */
  readonly genuine?: number;
  /** Least sum of the points of complexity of a demand that goes to experts, a whole number. Default 2. */
  readonly complex?: number;
}

/** Where a demand goes, and every point that says so. */
export interface DemandTriage extends OfDay {
  readonly demandId: string;
  readonly desk: TriageDesk;
  /** What decided, in words. */
  readonly reason: Bilingual;
  /** Points that decided. */
  readonly because: readonly TriagePointCode[];
  /** Sums of what the points of each side add. */
  readonly authenticity: number;
  readonly complexity: number;
  /** Every point, whether it holds or not. */
  readonly points: readonly TriagePoint[];
  /** What to ask the firm, by what the answer would bring. */
  readonly questions: readonly ClarifyingQuestion[];
  /** What is asked for where no technical demand is told, and where to go. */
  readonly otherMatter?: OtherMatter;
  /** The demand that is worded alike and comes before it in the list. */
  readonly copyOf?: string;
}

const OPTIONS = optionsOf<TriageOptions<never>>({
  genuine: z.optional(COUNT),
  complex: z.optional(COUNT),
  kinds: MATCHING.kinds,
  filter: MATCHING.filter,
  ...RUN,
});

/**
 * Sorts demands by authenticity and complexity, with every point named: which the office handles itself, which go to
 * experts, which are to be asked back first, joined to another, or sent to another office.
 *
 * serves: 「针对中小企业需求“想不出”“说不清”等问题」, 「凝练产业关键技术需求」
 *
 * Each point rests on words of the demand, its chains, its needs, or what the library answers; what is only hinted at
 * counts half, and what cannot be told (`null`) nothing. Copies are demands of the same words, whatever the signs, short ones
 * only of the same unit; the first in the list is the one that stays. A demand above the clearance of the filter (default
 * `public`) or that has ended on its day is no copy and has none: nobody is told of it, or sent to it. `findDuplicates` finds those that are worded a little otherwise. What
 * is not genuine is asked back however hard it seems. The weights are a proposal (`TRIAGE_WEIGHTS`).
 *
 * Two matches of the matcher a demand.
 * @param matcher over the supply side.
 * @throws InputError `INVALID_RECORDS` naming every bad demand, `INVALID_OPTIONS`; the signal's reason when stopped.
 */
export async function triageDemands<R>(
  matcher: Matcher<R>,
  demands: readonly DemandInput[],
  options: TriageOptions<R> = {},
): Promise<DemandTriage[]> {
  checkOptions(options, OPTIONS);
  const { genuine = 4, complex = 2, kinds, filter } = options;
  const read = readRecords({ what: 'demands', items: demands, side: 'demand' });
  const gates = gatesOf(filter);
  const copies = copiesOf(read.filter((demand) => closedBy(demand, gates) === undefined));
  const pacer = new Pacer(read.length, forRun(options));
  const matching = forMatch<R>({ kinds, filter, limit: 1, explain: false });
  const found: DemandTriage[] = [];
  for (const [i, demand] of read.entries()) {
    await pacer.step(i);
    const query = queryOf(demand, demands[i]) as DemandInput;
    const diagnosis = diagnoseDemand(matcher, query, { ...forMatch<R>({ kinds, filter }), terms: 0 });
    const copyOf = copies.get(demand.id);
    const points = triagePoints({
      demand,
      elements: diagnosis.elements,
      chains: matcher.tagChains(query),
      result: matcher.match(query, matching),
      copyOf,
    });
    const sum = (side: TriagePoint['side']) =>
      points.reduce((total, point) => total + (point.side === side ? point.adds : 0), 0);
    const [authenticity, complexity] = [sum('authenticity'), sum('complexity')];
    const { otherMatter, questions } = diagnosis;
    found.push({
      demandId: demand.id,
      ...ofDay(filter),
      ...deskOf({ points, authenticity, complexity, copyOf, otherMatter }, { genuine, complex }),
      authenticity,
      complexity,
      points,
      questions,
      ...(otherMatter === undefined ? {} : { otherMatter }),
      ...(copyOf === undefined ? {} : { copyOf }),
    });
  }
  return found;
}

/** Words of so many letters are not chosen twice by chance. */
const LONG = 20;

/** Demands whose words are those of an earlier one: the id of that. */
function copiesOf(demands: readonly Demand[]): Map<string, string> {
  const first = new Map<string, string>();
  const copies = new Map<string, string>();
  for (const demand of demands) {
    const { title, problem = '', text = '', expectedOutcome = '', keyTechnology = '' } = demand;
    const words = [title, problem, text, expectedOutcome, keyTechnology].join('\n');
    const bare = normalize(words).text.replace(/[^\p{L}\p{N}]/gu, '');
    // 苹果放不住 may be the trouble of many.
    const key = bare.length < LONG ? `${bare} ${organizationOf(demand)?.key}` : bare;
    const known = first.get(key);
    if (known === undefined) first.set(key, demand.id);
    else copies.set(demand.id, known);
  }
  return copies;
}

type Judged = Pick<DemandTriage, 'points' | 'authenticity' | 'complexity'> & {
  readonly copyOf: string | undefined;
  readonly otherMatter: OtherMatter | undefined;
};

/** Points without which nobody knows what is asked for. */
const NEEDED: ReadonlySet<TriagePointCode> = new Set(['object', 'problem']);

/** The first that applies: no technical demand, a copy, not genuine or not told, hard; else the office does it. */
function deskOf(
  { points, authenticity, complexity, copyOf, otherMatter }: Judged,
  { genuine, complex }: { readonly genuine: number; readonly complex: number },
): Pick<DemandTriage, 'desk' | 'reason' | 'because'> {
  if (otherMatter !== undefined) return { desk: 'other-office', reason: otherMatter.verdict, because: [] };
  if (copyOf !== undefined) {
    const reason = {
      zh: `文字与需求${copyOf}相同，建议合并办理。`,
      en: `Worded as demand ${copyOf}: handle both as one.`,
    };
    return { desk: 'join', reason, because: ['copy'] };
  }
  const codes = (test: (point: TriagePoint) => boolean) => points.filter(test).map(({ code }) => code);
  const untold = codes(({ code, holds }) => NEEDED.has(code) && holds === false);
  if (authenticity < genuine || untold.length === NEEDED.size) {
    const against = codes(({ adds }) => adds < 0);
    const missing = codes(
      ({ side, code, holds }) => side === 'authenticity' && holds === false && weighs(code),
    );
    const because = [...against, ...missing];
    return {
      desk: 'ask-back',
      reason: {
        zh: `真实性${authenticity}分（${genuine}分以上可受理）${told('，', against, 'zh')}${lacking(missing, 'zh')}。`,
        en: `Authenticity ${authenticity}, ${genuine} wanted${told('; ', against, 'en')}${lacking(missing, 'en')}.`,
      },
      because,
    };
  }
  const hard = codes(({ side, adds }) => side === 'complexity' && adds > 0);
  const isHard = complexity >= complex;
  return {
    desk: isHard ? 'experts' : 'office',
    reason: {
      zh: `真实性${authenticity}分，复杂度${complexity}分（${complex}分以上送专家）${told('：', hard, 'zh')}。`,
      en: `Authenticity ${authenticity}, complexity ${complexity} (experts from ${complex})${told(': ', hard, 'en')}.`,
    },
    because: hard,
  };
}

const weighs = (code: TriagePointCode) => !['copy', 'promotional', 'offer'].includes(code);

function told(before: string, codes: readonly TriagePointCode[], language: 'zh' | 'en'): string {
  if (codes.length === 0) return '';
  return `${before}${codes.map((code) => TRIAGE_POINT_LABELS[code][language]).join(language === 'zh' ? '、' : ', ')}`;
}

function lacking(codes: readonly TriagePointCode[], language: 'zh' | 'en'): string {
  if (codes.length === 0) return '';
  const names = codes.map((code) => TRIAGE_POINT_LABELS[code][language]);
  return language === 'zh' ? `，尚缺：${names.join('、')}` : `; not so: ${names.join(', ')}`;
}
