/**
 * What a text of an achievement says it cannot do or does not have: 不具备防爆条件, 尚未取得防爆证, 不耐蒸汽, 不适用于高盐废水.
 */

/** A limit. Places in UTF-16 units, ends exclusive. */
export interface Limit {
  /** Where the wording begins. */
  readonly start: number;
  /** Where what is lacking stands. */
  readonly from: number;
  readonly end: number;
}

const LACKS =
  /(?:不具备|不具有|不适用于?|不适合|不宜用?于?|不能用于|不可用于|不支持|无法(?:用于|适应|承受|耐受|在)?|(?:尚|还|暂)?未(?:取得|通过|获得|考虑|涉及|验证|解决|具备)|没有(?:取得|通过|考虑|解决)|(?:尚|还|暂)无|不耐|不抗|不防|不包括|不包含|不能(?:承受|耐受|适应|在)|缺乏|缺少)/g;
const END = /[,;:!?，。；：！？\n()（）的]|条件|能力|功能|要求|环境|场合|工况/g;
/** Longest thing that is lacking. */
const LONGEST = 10;

/** The limits of a normalised text, in order. Time grows with the length of the text. */
export function limitsOf(text: string): Limit[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: Limit[] = [];
  for (const lack of text.matchAll(LACKS)) {
    const from = lack.index + lack[0].length;
    const window = text.slice(from, from + LONGEST + 2);
    END.lastIndex = 0;
    const end = from + Math.min(END.exec(window)?.index ?? window.length, LONGEST);
    if (end - from >= 2 || /[水油酸碱火尘爆磁盐]/.test(text.slice(from, end)))
      found.push({ start: lack.index, from, end });
  }
  return found;
}

const MAY_HOLD = /[不未无没缺]/;
