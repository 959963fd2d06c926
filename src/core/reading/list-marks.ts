/** A number or word that begins a point of a list: 1. (2) 三、 ④ 一是 第二, 需求三: */
export interface ListMark {
  /** Where it stands, and where the point behind it begins. */
  readonly at: number;
  readonly from: number;
  /** Marks of one style make a list. */
  readonly style: string;
  /** From 1; 0 for the next one, whichever that is (最后, ●). */
  readonly number: number;
  /** Line that it stands in. */
  readonly line: number;
}

const HAN = '一二三四五六七八九十';
/** What a mark stands behind, beside the beginning of a text. */
const BEFORE = /[\s。;,:!?、)】”"]/;
const LABEL =
  /(?:技术)?(?:需求|难题|问题|难点|课题|方向|项目|任务)(?:之)?([0-9]{1,2}|[一二三四五六七八九十])(?![0-9个项种类些下旦)般致])[是为 .、:,)]?|(?:技术)?(?:需求|难题)之([一二三四五六七八九十])[:,、]?/y;
const ORDINAL =
  /(?:第([一二三四五六七八九十])[,、:是]|其([一二三四五六七八九十])[,、:是]|([一二三四五六七八九十])是(?!个|种|般|种|的|否))/y;
const HAN_MARK = /(?:([一二三四五六七八九十])[、.](?!\d)|\(([一二三四五六七八九十])\)[、.,:]?)/y;
const ARABIC = /(?:\(([0-9]{1,2})\)[、.,:]?|([0-9]{1,2})(?:[、):]|\.(?![0-9])|,(?![0-9])))/y;
/** ① is 1 in a normalised text: a number right before a word that counts nothing, and no unit. */
const BARE =
  /([0-9]{1,2}) ?(?=[\u4e00-\u9fff]|[a-z]{3})(?!(?:[kmg]pa|pp[mb]|rpm|kwh|min|[kmg]hz|mah|kva|dpi|fps|mol|bar|[kmg]bps)(?![a-z]))(?![年月日个台套种项万亿吨米号层次家条名级类度天小时分秒元人代株亩期倍以余多克千百至到到])/y;
const LETTER = /(?:\(([a-h])\)|([a-h])[.、)])(?![a-z0-9])/y;
const IN_ORDER = /(首先|其次|再次|再者|最后)[,、:]?/y;
/** Before a line of its own. */
const BULLET = /([●•■◆▪·*-]) ?(?![\d*-])/y;
/** A mark, with all that is looked at behind it, is no longer. */
const READERS = [
  ['label', LABEL],
  ['ordinal', ORDINAL],
  ['han', HAN_MARK],
  ['arabic', ARABIC],
  ['letter', LETTER],
  ['order', IN_ORDER],
  ['bullet', BULLET],
  ['bare', BARE],
] as const;
/** Numbers of words; the others come next. */
const ORDER: Readonly<Record<string, number>> = { 首先: 1, 其次: 2 };

/** The marks of lists in a normalised text, in order. No decimals, dates or quantities. O(length). */
export function listMarks(text: string): ListMark[] {
  const marks: ListMark[] = [];
  let line = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) === 0x0a) line++;
    if (!mayBegin(text.charCodeAt(at))) continue;
    if (at > 0 && !BEFORE.test(text.charAt(at - 1))) continue;
    const mark = markAt(text, at, line);
    if (mark === undefined) continue;
    marks.push(mark);
    at = mark.from - 1;
  }
  return marks;
}

function mayBegin(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x68) || BEGINNINGS.has(unit);
}

const BEGINNINGS = new Set(
  Array.from(`(${HAN}第其技需难问课方项任首再最●•■◆▪·*-`, (char) => char.charCodeAt(0)),
);

function markAt(text: string, at: number, line: number): ListMark | undefined {
  for (const [style, pattern] of READERS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const group = found.findIndex((piece, i) => i > 0 && piece !== undefined);
    const digits = found[group]!;
    if (style === 'bullet' && at > 0 && text.charAt(at - 1) !== '\n') continue;
    const mark = style === 'bullet' ? digits : group;
    return {
      at,
      from: at + found[0].length,
      style: `${style}${mark}`,
      number: numberOf(style, digits),
      line,
    };
  }
  return undefined;
}

function numberOf(style: (typeof READERS)[number][0], digits: string): number {
  if (style === 'bullet') return 0;
  if (style === 'order') return ORDER[digits] ?? 0;
  if (style === 'letter') return digits.charCodeAt(0) - 0x60;
  return HAN.includes(digits) ? HAN.indexOf(digits) + 1 : Number(digits);
}

/**
 * Marks that count from 1 upwards in one style are a list, of two points or more, and so are lines that follow each other
 * behind one sign; in the order of their first points. O(marks).
 */
export function listsOf(marks: readonly ListMark[]): (readonly ListMark[])[] {
  const open = new Map<string, ListMark[]>();
  const lists: ListMark[][] = [];
  for (const mark of marks) {
    const list = open.get(mark.style);
    const isBullet = mark.style.startsWith('bullet');
    const isNext = isBullet ? list?.at(-1)?.line === mark.line - 1 : mark.number === 0 && list !== undefined;
    if (isNext) list!.push(mark);
    else if (mark.number === 1 || isBullet) {
      const begun = [mark];
      open.set(mark.style, begun);
      lists.push(begun);
    } else if (list?.length === mark.number - 1) list.push(mark);
  }
  return lists.filter((list) => list.length > 1);
}
