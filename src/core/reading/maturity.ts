import { isDenied, isPlanned } from '../records/negation.ts';
import type { TrlRange } from '../records/stages.ts';

/** What a text says of readiness, in passing: 已在三家钢厂批量应用, 实验室阶段, 要求可直接上线. */
export interface ReadMaturity {
  readonly trl: TrlRange;
  /** Place of the wording, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

interface Wording {
  readonly trl: TrlRange;
  readonly words: RegExp;
}

/**
 * How far something has come. The levels are those of `STAGE_RULES`; these wordings stand in sentences, those in a cell of
 * their own.
 */
const REACHED: readonly Wording[] = [
  {
    trl: [9, 9],
    words:
      /已(?:经)?(?:成功|广泛|大?规模化?|批量|全面|正式|实际|稳定|连续)?(?:应用|使用|投用|投产|投运|量产|推广|上线|装机|运行|产业化|供货|销售)|已?在[^,;，；。]{1,14}(?:企业|工厂|钢厂|电厂|油田|矿山|煤矿|水厂|医院|港口|车间|产线|基地|公司|家)[^,;，；。]{0,6}(?:应用|运行|投用|投运|使用|推广|落地)|(?:批量|规模化?)(?:生产|供货|应用|供应)|(?:稳定|连续)运行[^,;，；。]{0,4}\d+(?:年|个月|小时)|(?:实现|完成)(?:了)?(?:产业化|工业化应用|规模化应用)|现货供应|成熟产品|应用案例\d|(?:累计)?(?:已)?推广(?:应用)?(?:了|至|到)?(?:\d+|[一二两三四五六七八九十百千万]+[个家亩台套])|商品化|现货|成套供货|量产供货|已售/g,
  },
  {
    trl: [6, 8],
    words:
      /(?:完成|通过|处于|进入|已|现)(?:了)?(?![^,;，；。]{0,6}(?:实验室|原理))[^,;，；。]{0,6}(?:中试|工程样机|样机|示范|小批量|试生产|试用)|中试(?:阶段|规模|验证|线|装置|成功)|示范(?:工程|线|应用|装置)|(?<!实验室|原理)样机(?:阶段|试验|研制)|小批量(?:试制|生产|试用)/g,
  },
  {
    trl: [3, 5],
    words:
      /实验室[^,;，；。]{0,10}(?:小试|研究)|实验室(?:阶段|样品|样机|验证|研究|水平|条件下|规模|制备|测试|小试|级)|小试(?:阶段|验证|成功|规模)?|实验样品|原理样机|概念验证|(?:仅|只|尚|还)(?:处于|在|完成|有)?[^,;，；。]{0,6}(?:仿真|模拟|理论|论文|实验|研究阶段)|动物(?:实验|试验)|处于研(?:究|发)阶段|(?:理论|原理|机理)研究|(?:盆栽|小区|台架|仿真|体外)(?:试验|实验)(?:阶段)?/g,
  },
];

/** What asks for something ready. */
const WANTED: readonly Wording[] = [
  {
    trl: [7, 9],
    words:
      /(?:成熟|现成|定型)的?(?:可靠的?)?(?:技术|工艺|设备|产品|方案|装备|案例|应用|系统)|技术(?:要)?成熟|可?直接(?:上线|投产|使用|应用|落地|安装|用上)|(?:能|可|要)(?:马上|立即|尽快|直接)(?:上线|投产|投用|用|落地|见效)|(?:有|具备|提供)[^,;，；。]{0,8}(?:成功|应用|工程|使用|同行业?)(?:案例|业绩|实例|经验)|已(?:有|经)?[^,;，；。]{0,6}(?:应用|使用|投用|运行|量产|产业化|验证)(?:过的?|案例|业绩)|拿来就能?用|(?:要|买|想要?|找|求|有)[^,;，；。]{0,4}现[成货]|不(?:做|搞|参与)研[发究]|(?:已|要)[^,;，；。]{0,4}(?:大面积|大规模|广泛)(?:用|应用|推广)过?|(?:不接受|不要|不考虑|拒绝)[^,;，；。]{0,6}(?:实验室|小试|样机|论文|研究|研发|半成品|概念)|经过(?:工业|现场|工程|生产)(?:化)?(?:验证|检验|应用)|能落地的|可产业化的?|可工业化应用|规模化应用经验/g,
  },
];

/** How ready the thing of a supply record is, as its text says; of several wordings the most ready. */
export function maturityOf(text: string): ReadMaturity | undefined {
  return firstOf(text, REACHED, (at, end) => !isDenied(text, at, end) && !isPlanned(text, at, end));
}

/** How ready a demand wants it, as its text says. */
export function wantedMaturity(text: string): ReadMaturity | undefined {
  return firstOf(text, WANTED, () => true);
}

function firstOf(
  text: string,
  wordings: readonly Wording[],
  holds: (start: number, end: number) => boolean,
): ReadMaturity | undefined {
  for (const { trl, words } of wordings) {
    for (const found of text.matchAll(words)) {
      const end = found.index + found[0].length;
      if (holds(found.index, end)) return { trl, start: found.index, end };
    }
  }
  return undefined;
}
