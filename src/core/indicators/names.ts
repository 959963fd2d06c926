/** The name of a quantity: what stands before its number in the same clause. */

import { knownEnd } from './polarity.ts';

/** A name in a folded text; empty where `start` is `end`. */
export interface Name {
  readonly start: number;
  readonly end: number;
}

const BREAKS = '，。；;!?！？\n、“”"‘’\'《》【】[]{}|…:()';
/** Names are looked for in this many characters. */
const WINDOW = 40;
/** A clause as long as this names the quantity behind its last 的. */
const LONG = 12;
const LONGEST = 20;
const LEADING =
  /^(?:[ ]|并(?![网联发行])|且|和|与|以及|及|或|其中|其|使得|使(?!用)|要求|需要|希望|实现|保证|确保|同时|将|把|让|则|而|但|可以|可(?![靠逆溶见塑用])|能够|能(?![耗量源效级])|应(?![力变用急答])|须|最终|在(?![线位役])|对(?![比称流中])|请|想|做到|满足|下(?![限降游]))/;
const TRAILING =
  /(?:[ ]|的|(?<![适反响效感供])应|须|需要|需|要求|能够|(?<![性功节智动储效产热光电潜势耗])能|可以|可|(?<![主重])要|也|均|都|分别|平均|稳定|总体|仅|只|已|再|还|则|将|就|是|为|[由从自]|(?<![固液气两多单三物])相|每层)$/;
const JOINING = /^(?:和|与|及|以及|或|并|且|而|但|其|将|把|被|又)$/;
/** 磨损量较常规刀圈降低40%: what it is compared with is no part of the name. */
const COMPARED = /(?:相较于?|较|相比于?|比)[^比较]{2,}$/;

/** Behind 相比 in 与传统工艺相比: what follows is compared; 相比于 goes before what it is compared with. */
const BEHIND_BESIDE = /^相比(?:较|之下)?[,: ]?/;
const AGAINST = /^(?:相较于?|较之?|相比于?|比起?)/;
/** Words that what is compared with ends with: 比现有产品, 较国外同类设备, 比原来. */
const OLD_THINGS =
  '产品 设备 技术 工艺 方法 方式 方案 水平 系统 装置 机型 型号 材料 同类 国外 国内 进口 进口的 传统 传统的 原来 原先 以前 目前 现在 现有 现有的 常规 常规的 普通 普通的 人工 手工 去年 同期 上年 往年 竞品 市场 市面上 改造前'.split(
    ' ',
  );

/** A name that says itself what changes: 比传统窑炉节煤. */
const CHANGING = /(?:节[能水电材油煤气肥药]|省[电水油煤工时]|降[噪本耗]|减[重排阻]|增[重产效]|提[速效])$/;

/** A name of a change without what it is compared with, which stands around or before it; empty where nothing else does. */
function withoutComparison(text: string, { start, end }: Name): Name {
  const piece = text.slice(start, end);
  const beside = piece.indexOf('相比');
  if (beside > 0 && piece[beside + 2] !== '于') {
    const after = start + beside + BEHIND_BESIDE.exec(piece.slice(beside))![0].length;
    if (after < end) return { start: after, end };
    const joins = Math.max(...['与', '和', '同', '跟'].map((word) => piece.lastIndexOf(word, beside - 1)));
    return { start, end: start + Math.max(joins, 0) };
  }
  const against = AGAINST.exec(piece);
  if (against === null || against[0].length === piece.length) {
    const compared = COMPARED.exec(piece);
    return { start, end: compared !== null && compared.index >= 2 ? start + compared.index : end };
  }
  if (CHANGING.test(piece)) return { start: end - 2, end };
  let from = -1;
  for (const thing of OLD_THINGS) {
    const at = piece.lastIndexOf(thing);
    if (at >= 0) from = Math.max(from, at + thing.length);
  }
  if (from >= 0) return { start: start + from, end };
  const known = knownEnd(piece);
  return { start: end - known, end };
}

/** The name that ends at `end`, no further back than `from`. */
export function nameBefore(text: string, from: number, end: number, isChange: boolean): Name {
  let start = end;
  const least = Math.max(from, end - WINDOW);
  while (start > least && !isBreak(text, start - 1)) start--;
  let stop = end;
  for (let count = 0; count < 8; count++) {
    const piece = text.slice(start, stop);
    const leading = LEADING.exec(piece)?.[0].length ?? 0;
    if (leading > 0 && leading < piece.length) {
      start += leading;
      continue;
    }
    const trailing = TRAILING.exec(piece)?.[0].length ?? 0;
    if (trailing === 0) break;
    stop -= trailing;
  }
  if (isChange) ({ start, end: stop } = withoutComparison(text, { start, end: stop }));
  if (stop - start > LONG) {
    const of = text.slice(start, stop - 1).lastIndexOf('的');
    if (of > 0) start += of + 1;
    start = Math.max(start, stop - LONGEST);
  }
  // A name is made of letters, and more than a word that joins.
  const called = text.slice(start, stop);
  if (!/\p{L}/u.test(called) || JOINING.test(called)) return { start: end, end };
  return { start, end: stop };
}

function isBreak(text: string, at: number): boolean {
  const char = text[at]!;
  if (char === ',' || char === '.') return !/\d/.test(text[at + 1] ?? '') || !/\d/.test(text[at - 1] ?? '');
  return BREAKS.includes(char);
}

/** The bracket that closes directly before a place: 抽速(L/s)≥500. */
export function bracketBefore(
  text: string,
  from: number,
  at: number,
): { readonly open: number; readonly inner: string } | undefined {
  const close = text[at - 1] === ' ' ? at - 2 : at - 1;
  if (close < from || text[close] !== ')') return undefined;
  const least = Math.max(from, close - LONGEST);
  const open = least + text.slice(least, close).lastIndexOf('(');
  return open < least ? undefined : { open, inner: text.slice(open + 1, close) };
}
