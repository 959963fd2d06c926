import { isDenied, isPlanned } from './negation.ts';
import { foldWording } from './wording.ts';

/**
 * Maturity: portal wording → stage → range of technology readiness levels (TRL 1–9).
 * The wording table is our proposal, because portals, the national registration form and TRL scales have no
 * published concordance; replace it with the `stages` option.
 */

/** Lowest and highest technology readiness level, 1–9, inclusive. */
export type TrlRange = readonly [low: number, high: number];

/** One stage and the wordings that mean it. */
export interface StageRule {
  readonly code: string;
  readonly trl: TrlRange;
  readonly words: readonly string[];
}

/** A maturity stage, its wording kept. */
export interface Stage {
  readonly raw: string;
  /** Code of the rule that applied; absent when no wording was known. */
  readonly code?: string;
  /** Range of technology readiness levels; absent when no wording was known. */
  readonly trl?: TrlRange;
  /** The piece of `raw` that decided. */
  readonly evidence?: string;
}

/** Default table, most mature first: of wordings as long as each other the most mature decides. */
export const STAGE_RULES: readonly StageRule[] = [
  {
    code: 'industrialised',
    trl: [9, 9],
    words: ['产业化', '量产', '规模化', '大规模应用', '批量生产', '已应用', '推广应用', 'industrialised'],
  },
  {
    code: 'mature',
    trl: [8, 9],
    words: ['成熟应用', '成熟', '定型', '小规模生产', '小范围转化', '可以量产', '可产业化', 'mature'],
  },
  {
    code: 'small-batch',
    trl: [8, 8],
    words: ['小批量生产', '小批量', '试生产', '示范线', '首台套', '示范应用', 'small-batch'],
  },
  { code: 'pilot-scale', trl: [6, 7], words: ['中试', '样机', '工程化', '完成中试', 'pilot-scale'] },
  { code: 'middle', trl: [5, 7], words: ['中期', 'middle'] },
  { code: 'lab-scale', trl: [4, 5], words: ['小试', '样品', 'lab-scale'] },
  { code: 'proof-of-concept', trl: [3, 3], words: ['概念验证', '原理样机', 'proof-of-concept'] },
  { code: 'early', trl: [1, 4], words: ['初期', '实验室', '研发', '研究', '在研', 'early'] },
  { code: 'concept', trl: [1, 2], words: ['概念', '设想', '理论', 'concept'] },
];

const TRL = /(?<![a-z])trl ?[-:=]? ?([1-9])(?![\d.])(?: ?[-~–—至到] ?(?:trl ?-? ?)?([1-9])(?![\d.]))?/g;
/** 成熟度 names the scale, no place on it. */
const SCALE_NAME = /成熟度/g;
/**
 * Reads a stage: a code of the table as it is, else a technology readiness level, else known wordings. Of several
 * wordings the longest decides, then the earlier rule. What is taken back or only planned (未开展中试, 拟中试) is no stage.
 */
export function parseStage(value: string, rules: readonly StageRule[] = STAGE_RULES): Stage {
  const coded = rules.find((rule) => rule.code === value);
  if (coded !== undefined) return { raw: value, code: coded.code, trl: copyOf(coded.trl), evidence: value };
  const text = foldWording(value).toLowerCase();
  const explicit = [...text.matchAll(TRL)].find(({ 0: { length }, index }) => isReached(text, index, length));
  if (explicit !== undefined) {
    const low = Number(explicit[1]);
    const high = Number(explicit[2] ?? low);
    return {
      raw: value,
      code: 'trl',
      trl: [Math.min(low, high), Math.max(low, high)],
      evidence: explicit[0],
    };
  }
  const wording = text.replace(SCALE_NAME, ' ');
  let best: StageWord | undefined;
  for (const one of wordsOf(rules)) {
    if (one.word.length > (best?.word.length ?? 0) && holds(wording, one.word)) best = one;
  }
  if (best === undefined) return { raw: value };
  return { raw: value, code: best.rule.code, trl: copyOf(best.rule.trl), evidence: best.word };
}

interface StageWord {
  readonly rule: StageRule;
  readonly word: string;
}

let own: readonly StageWord[] | undefined;

/** The words of all rules, folded: those of the library once, those of a host, who may change them, each time. */
function wordsOf(rules: readonly StageRule[]): readonly StageWord[] {
  if (rules !== STAGE_RULES) return foldedWords(rules);
  own ??= foldedWords(rules);
  return own;
}

function foldedWords(rules: readonly StageRule[]): StageWord[] {
  return rules.flatMap((rule) => rule.words.map((word) => ({ rule, word: foldWording(word).toLowerCase() })));
}

/** The record's own: rules are the host's. */
function copyOf([low, high]: TrlRange): TrlRange {
  return [low, high];
}

function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isReached(text, at, word.length)) return true;
  }
  return false;
}

function isReached(text: string, at: number, length: number): boolean {
  return !isDenied(text, at, at + length) && !isPlanned(text, at, at + length);
}
