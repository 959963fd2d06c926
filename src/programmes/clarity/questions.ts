import type { Bilingual } from '../../base/bilingual.ts';
import { isQuantityName } from '../../core/indicators/name-behind.ts';
import { indicatorsOf, OFFER_FIELDS } from '../../core/indicators/record-indicators.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Achievement, MatchRecord } from '../../core/records/types.ts';
import { DEMAND_ELEMENTS, type DemandElement, type DemandElementCode, STATE_VALUES } from './elements.ts';
import { isNamedThing } from './everyday.ts';

/** A question to the firm. */
export interface ClarifyingQuestion {
  readonly element: DemandElementCode;
  /** What a full answer adds to the clarity score. */
  readonly gain: number;
  readonly text: Bilingual;
  /** Quantities that close matches state: what one could ask about. Only of the element `indicator`. */
  readonly examples?: readonly string[];
}

const MOST_EXAMPLES = 4;
/** Quantities are those of results, not of people. */
const RESULTS: readonly string[] = ['achievement', 'patent', 'direction', 'service'];
/** A longer name is a clause. */
const LONGEST_NAME = 16;

/** Questions where nothing is said, by element; `it` is the object in words. */
const QUESTIONS: Readonly<Record<DemandElementCode, (it: Bilingual) => Bilingual>> = {
  object: () => ({
    zh: '要解决问题的是什么产品、设备或材料？请写出名称、型号规格，以及用在哪个环节。',
    en: 'Which product, machine or material is it about? Give its name, model and where it is used.',
  }),
  problem: (it) => ({
    zh: `${it.zh}目前出了什么问题？在什么工况下出现，多久一次，造成多大损失？`,
    en: `What is wrong with ${it.en}? Under which conditions, how often, and at what loss?`,
  }),
  indicator: (it) => ({
    zh: `${it.zh}做到什么程度算解决？请给出可检验的指标，以及目前的数值和目标值。`,
    en: `What counts as solved for ${it.en}? Give quantities that can be checked, with today's value and the target.`,
  }),
  technology: () => ({
    zh: '希望（或不希望）采用哪些技术路线？以前试过什么办法，为什么不行？',
    en: 'Which approaches are wanted or ruled out? What has been tried, and why did it fail?',
  }),
  constraint: () => ({
    zh: '有哪些条件不能改变？例如现有设备和产线、节拍、场地、安全环保要求、行业标准。',
    en: 'What must not change? For example equipment, cycle time, space, safety rules, standards.',
  }),
  budget: () => ({
    zh: '计划投入多少资金？给出大致区间即可。',
    en: 'How much can be spent? A rough range is enough.',
  }),
  deadline: () => ({
    zh: '希望什么时候见到结果？有没有必须赶上的时间节点？',
    en: 'By when is a result needed? Is there a date that must be met?',
  }),
  cooperation: () => ({
    zh: '可以接受哪些合作方式：技术转让、许可、委托开发、合作开发、技术服务、作价入股？',
    en: 'Which ways of cooperation are possible: assignment, licence, commissioned or joint development, service, equity?',
  }),
};

/** Questions where something is said that does not suffice; `said` are its words. */
const FOLLOW_UPS: Readonly<Partial<Record<DemandElementCode, (said: string) => Bilingual>>> = {
  object: (said) => ({
    zh: `“${said}”具体指什么产品、设备或材料？请写出名称和型号规格。`,
    en: `Which product, machine or material is “${said}”? Give its name and model.`,
  }),
  problem: (said) => ({
    zh: `“${said}”：在什么工况下出现，多久一次，造成多大损失？`,
    en: `“${said}”: under which conditions, how often, and at what loss?`,
  }),
  indicator: (said) => ({
    zh: `“${said}”是目前的情况还是希望达到的目标？请分别给出现状和目标的数值。`,
    en: `Is “${said}” the situation today or the target? Give both.`,
  }),
  technology: (said) => ({
    zh: `提到“${said}”，希望用什么技术路线实现？以前试过什么办法，为什么不行？`,
    en: `You mention “${said}”: by which approach? What has been tried, and why did it fail?`,
  }),
  budget: (said) => ({
    zh: `关于资金只写了“${said}”，能否给出大致区间？`,
    en: `Of money it only says “${said}”: can you give a rough range?`,
  }),
  deadline: (said) => ({
    zh: `关于时间只写了“${said}”，能否给出具体日期？`,
    en: `Of time it only says “${said}”: can you give a date?`,
  }),
};

/**
 * Questions for what is missing or only hinted at, by what a full answer adds to the clarity score, then in the order
 * of the elements.
 */
export function questionsFor(
  elements: readonly DemandElement[],
  close: readonly Match<MatchRecord>[],
): ClarifyingQuestion[] {
  // A whole sentence is no object: “你好”目前出了什么问题 asks nothing.
  const object = elements.find(({ element }) => element === 'object');
  const objects = (object?.evidence ?? []).map(({ text }) => text).filter(isNamedThing);
  const named = objects[0];
  const it = named === undefined ? { zh: '该产品或设备', en: 'it' } : { zh: `“${named}”`, en: `“${named}”` };
  return elements
    .filter(({ state }) => state !== 'present')
    .map(({ element, state, weight, evidence }): ClarifyingQuestion => {
      const said = evidence[0]?.text;
      const isQuoted = said !== undefined && (element !== 'object' || isNamedThing(said));
      const followUp = isQuoted ? FOLLOW_UPS[element]?.(said) : undefined;
      const text = followUp ?? QUESTIONS[element](it);
      const gain = Math.round(weight * (1 - STATE_VALUES[state]) * 1e6) / 1e6;
      const examples = element === 'indicator' ? examplesOf(close, objects) : [];
      return examples.length === 0
        ? { element, gain, text }
        : { element, gain, text: withExamples(text, examples), examples };
    })
    .sort((a, b) => b.gain - a.gain || orderOf(a) - orderOf(b));
}

function orderOf({ element }: ClarifyingQuestion): number {
  return DEMAND_ELEMENTS.indexOf(element);
}

/** Only results that name the object are called similar: the best matches of a vague demand may be of any matter. */
function examplesOf(close: readonly Match<MatchRecord>[], objects: readonly string[]): string[] {
  const names = new Set<string>();
  for (const { record } of close) {
    if (!RESULTS.includes(record.kind) || !objects.some((object) => isAbout(record, object))) continue;
    for (const { name = '', comparator, change } of indicatorsOf(record, OFFER_FIELDS)) {
      // A bare number may be anything; what is bounded or changed is a performance.
      const isPerformance = change !== undefined || comparator !== '=';
      if (isPerformance && name.length <= LONGEST_NAME && isQuantityName(name)) names.add(name);
    }
  }
  return [...names].slice(0, MOST_EXAMPLES);
}

function isAbout(record: MatchRecord, object: string): boolean {
  const { abstract, keywords = [], title } = record as Partial<Achievement>;
  return [title, abstract, ...keywords].some((text) => typeof text === 'string' && text.includes(object));
}

function withExamples({ zh, en }: Bilingual, examples: readonly string[]): Bilingual {
  return {
    zh: `${zh}（相近成果给出的指标有：${examples.join('、')}）`,
    en: `${en} (Similar results state: ${examples.join(', ')})`,
  };
}
