import type { Circumstances } from './circumstances.ts';
import type { QuantifiedIndicator } from './types.ts';

/** An indicator and the texts that tell what it is said of: titles, keywords, what is told around it. */
export interface Placed {
  readonly name?: QuantifiedIndicator['name'];
  /** Whether the texts hold a piece of a name, which is folded in width and case. */
  readonly holds: (piece: string) => boolean;
  /** Under what circumstances, where its text is known. */
  readonly circumstances?: () => Circumstances;
}

/**
 * Why a figure may not be the one that is asked for. `other-thing`: of another thing; `other-state`: in another state
 * (高温, 老化后, 28天) or the mean of what is asked at its most; `not-own`: of what is there already, of others, or planned.
 */
export type Apart = 'other-thing' | 'other-state' | 'not-own';

/**
 * Words at an end of a piece that tell how a quantity is taken, or name the thing as a whole, and not which thing it is:
 * 平均寿命, 整机寿命 and 寿命 may be one figure.
 */
const NO_THING =
  '烟气|尾气|废气|废水|污水|尾水|处理后|出水|出口|产水|外排|外输|输出|排放|常温|室温|同等|相同|同样|负荷|工况|改造后|全|平均|最大|最小|最高|最低|最长|最短|最佳|额定|标称|名义|综合|总体|整体|整机|单位|单机|单台|典型|实测|实际|设计|使用|工作|运行|连续|有效|累计|累积|预期|理论|正常|常规|长期|全年|稳态|瞬时|在线|自动|系统|设备|装置|产品|样机|样品|成品|仪器|机器|材料|技术|工艺|目标|要求|指标|性能|水平|范围|数值|达到|实现|预计|年|月|日|总|单|每|各|其|该|本|所|的|值|率|量|性|度|为|在|求|要|需|能|后|仍|均|达|至';
const NO_THING_FIRST = new RegExp(`^(?:${NO_THING})`);
const NO_THING_LAST = new RegExp(`(?:${NO_THING})$`);
/** Longest end of a name that is looked at, in UTF-16 units. */
const LONGEST = 32;

/**
 * Why two indicators of like names may not be taken as figures of one thing; nothing where they may. What only one name
 * holds (轴承 of 轴承寿命, beside 寿命; 脱粘 of 脱粘检出率) must stand in the texts of the other, where what they share is a
 * quantity that anything may have; where each holds something that the other does not (铁含量, 钠含量) they are figures of
 * two. A state (高温强度) that only one tells leaves it open, but for one of the offer that the texts of the target tell;
 * so does what the target measures (28天强度) and the offer does not. An answer means: it is not known, never that they are of two things. Names without anything of their own are
 * taken as one: what the records are about is for the caller to compare.
 * Time grows with the length of the names, and with that of the texts for each piece that only one of them holds.
 */
export function apart(target: Placed, offer: Placed): Apart | undefined {
  if (offer.circumstances?.().isOwn === false) return 'not-own';
  const named = namedApart(target, offer);
  if (named !== undefined) return named;
  const asked = target.circumstances?.().at ?? [];
  const told = offer.circumstances?.().at ?? [];
  // 150℃剪切强度 says little of 剪切强度, at 25℃ much.
  const isHot = told.some((at) => /°C$/.test(at) && !/^(?:1[5-9]|2\d|30)°C$/.test(at) && !asked.includes(at));
  return isHot || asked.some((at) => !told.includes(at)) ? 'other-state' : undefined;
}

function namedApart(a: Placed, b: Placed): Apart | undefined {
  const [one, two] = [a.name ?? '', b.name ?? ''].map((name) => fold(name.slice(-LONGEST))) as [
    string,
    string,
  ];
  // Nothing stands beside what they share.
  if (one === two) return undefined;
  if (isMean(one) !== isMean(two) && (EXTREME.test(one) || EXTREME.test(two))) return 'other-state';
  const [mine, theirs] = [beside(one, two), beside(two, one)];
  if (mine.states.length > 0 || theirs.states.some((state) => INPUT.test(state) || !a.holds(state))) {
    return 'other-state';
  }
  // 盘面温差 and 盘面温度均匀性 end in two words for one quantity, 寿命 and 寿命预测误差 in two quantities.
  if ((mine.end === '') !== (theirs.end === '') && OF_IT.test(mine.end + theirs.end)) return 'other-thing';
  if (mine.pieces.length > 0 && theirs.pieces.length > 0) return 'other-thing';
  if (mine.pieces.length === 0 && theirs.pieces.length === 0) return undefined;
  // 中心碳偏析指数 tells of its thing itself: what else another name holds is around it.
  if (!BARE.test(trimmed(mine.shared, false))) return undefined;
  return mine.pieces.every(b.holds) && theirs.pieces.every(a.holds) ? undefined : 'other-thing';
}

function isMean(name: string): boolean {
  return /平均|均值/.test(name);
}

const EXTREME = /最[大小高低长短多少]|峰值|极限/;
/** What a quantity is taken in, at the end of what stands before it: 高温强度, 老化后强度, 静态功耗 … */
const STATE =
  /(?:[高低超]温|湿态?|干态|[静动瞬稳]态|峰值?|瞬[时间]|[空满]载|[老炭碳]化后?|冻融后?|浸[水泡]后?|腐蚀后?|疲劳|循环后?|盐雾后?|重复|相对|单[个项次]|早期|[热冷]态)$/;
/** … or what it was before anything was done: 进水COD. */
const INPUT = /(?:初始|起始|进[水料口气]|原[水料液]|入[口炉料]|来[料水]|[^目当提空以之事]前)$/;

/**
 * Looks for pieces in texts, which are asked for and folded when a piece is first looked for.
 * @param near texts in which half of a piece's characters are enough: 灯 tells of 灯具.
 */
export function holding(texts: () => readonly string[], near?: () => readonly string[]): Placed['holds'] {
  let folded: string | undefined;
  let close: string | undefined;
  return (piece) => {
    folded ??= fold(texts().join('\n'));
    if (isMadeOf(piece, folded)) return true;
    close ??= near === undefined ? '' : fold(near().join('\n'));
    return 2 * [...piece].filter((char) => close!.includes(char)).length >= piece.length;
  };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** 带钢边裂 where a text tells of 带钢 and of 边裂: made of pieces of two characters and more that it holds. */
function isMadeOf(piece: string, text: string): boolean {
  if (text.includes(piece)) return true;
  let at = 0;
  while (at < piece.length) {
    let end = piece.length;
    while (end > at + 1 && !text.includes(piece.slice(at, end))) end--;
    if (end === at + 1) return false;
    at = end;
  }
  return true;
}

/** What a name has beside the pairs of ideographs and the Latin words that it shares with another. */
interface Beside {
  /** What stands before the last that is shared, without words of no thing. */
  readonly pieces: readonly string[];
  /** What stands behind it: other words for the quantity, or a quantity of it. */
  readonly end: string;
  /** All that is shared. */
  readonly shared: string;
  /** States that end what only this name holds. */
  readonly states: readonly string[];
}

function beside(name: string, other: string): Beside {
  const isShared = new Uint8Array(name.length);
  for (const { 0: word, index } of name.matchAll(WORD)) {
    if (/^[a-z0-9]/.test(word)) {
      if (other.includes(word)) isShared.fill(1, index, index + word.length);
      continue;
    }
    for (let i = index + 1; i < index + word.length; i++) {
      if (other.includes(name.slice(i - 1, i + 1))) isShared.fill(1, i - 1, i + 1);
    }
  }
  const last = isShared.lastIndexOf(1) + 1;
  const open = Array.from({ length: last }, (_, i) => (isShared[i] === 1 ? ' ' : name[i])).join('');
  const words = open.match(WORD) ?? [];
  const pieces = words.map((piece) => trimmed(piece, true));
  const shared = Array.from(name, (char, i) => (isShared[i] === 1 ? char : '')).join('');
  return {
    pieces: pieces.filter((piece) => piece !== ''),
    end: name.slice(last),
    shared,
    states: words.flatMap((word) => STATE.exec(word)?.[0] ?? INPUT.exec(word)?.[0] ?? []),
  };
}

const WORD = /[a-z0-9]+|\p{Script=Han}+/gu;
/** Names of quantities that anything may have: 寿命, 检出率, 识别准确率. */
const BARE =
  /^(?:识别|检测|测量|预测|定位|加工|处理|分类|诊断|监测)?(?:寿命|噪声|噪音|能耗|电耗|功耗|水耗|油耗|成本|费用|价格|自重|时间|周期|节拍|误差|偏差|精度|产能|续航|容量保持率|响应时间|停机时间|.{1,2}[率度力量比速重])$/;
/** What is measured of a quantity, and not the quantity. */
const OF_IT = /误差|偏差|不确定度|波动|稳定性|保持率|变化率|衰减|损失|预测|标准差/;

/** @param atEnd also the end, which of a whole name is the quantity. */
function trimmed(piece: string, atEnd: boolean): string {
  let rest = piece;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(NO_THING_FIRST, '');
    if (atEnd) rest = rest.replace(NO_THING_LAST, '');
  }
  return rest;
}
