/** The name of a quantity: what stands before its number in the same clause. */

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
  /(?:[ ]|的|(?<![适反响效感供])应|须|需要|需|要求|能够|(?<![性功])能|可以|可|(?<![主重])要|也|均|都|分别|平均|稳定|总体|仅|只|已|再|还|则|将|就|是|为|[由从自]|相|每层)$/;
/** 磨损量较常规刀圈降低40%: what it is compared with is no part of the name. */
const COMPARED = /(?:相较于?|较|相比于?|比)[^比较]{2,}$/;

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
  if (isChange) {
    const compared = COMPARED.exec(text.slice(start, stop));
    if (compared !== null && compared.index >= 2) stop = start + compared.index;
  }
  if (stop - start > LONG) {
    const of = text.slice(start, stop - 1).lastIndexOf('的');
    if (of > 0) start += of + 1;
    start = Math.max(start, stop - LONGEST);
  }
  // A name is made of letters.
  if (!/\p{L}/u.test(text.slice(start, stop))) return { start: end, end };
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
