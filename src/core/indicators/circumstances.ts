import { isOwnFigure } from './own-figures.ts';
import type { QuantifiedIndicator } from './types.ts';

/** Under what circumstances a figure was taken, and whether a record tells it of its own result. */
export interface Circumstances {
  /** What the text measures directly before the name or in brackets behind it: 28d of 28天抗压强度, 700°C, 1000次. */
  readonly at: readonly string[];
  /** False for what is there already, what others have, what is still to be reached: `isOwnFigure`. */
  readonly isOwn: boolean;
}

const MEASURED = String.raw`(-?\d{1,6}(?:\.\d{1,3})?) ?(天|日龄|日|d|周|小时|h|次|℃|°C|度|MPa|kPa|Hz|C)`;
const STATES = '(?:龄期|循环|条件|环境|高温|低温|以?[时后下的])';
/** Directly before a name, with up to a few words of its own: 1000次循环后. */
const AHEAD = new RegExp(String.raw`(?<![\d.a-zA-Z~～—–-])${MEASURED}${STATES}{0,3}$`);
/** In brackets, alone. */
const INSIDE = new RegExp(`[(（]${MEASURED}${STATES}{0,3}[)）]`, 'g');
const KEYS: Readonly<Record<string, string>> = {
  天: 'd',
  日: 'd',
  日龄: 'd',
  小时: 'h',
  '℃': '°C',
  度: '°C',
};
/** Before a name this many UTF-16 units are looked at. */
const BACK = 18;
/** Of a bracket behind a number. */
const BEHIND = 10;

/** Looks at a bounded number of characters around an indicator, beside its own. */
export function circumstancesOf(
  text: string,
  { start, end, raw, change }: Pick<QuantifiedIndicator, 'start' | 'end' | 'raw' | 'change'>,
): Circumstances {
  // What a host gave as an object stands in no text.
  if (text.slice(start, end) !== raw) return { at: [], isOwn: true };
  const isOwn = isOwnFigure(text, start, end);
  // What rises by a third is held against what it was under the same circumstances.
  if (change?.kind === 'by') return { at: [], isOwn };
  const ahead = AHEAD.exec(text.slice(Math.max(0, start - BACK), start));
  const behind = /^[(（][^()（）]{1,8}[)）]/.exec(text.slice(end, end + BEHIND))?.[0] ?? '';
  const found = [...(ahead === null ? [] : [ahead]), ...(raw + behind).matchAll(INSIDE)];
  const at = found.map(([, number, unit]) => `${Number(number)}${KEYS[unit!] ?? unit}`);
  return { at: [...new Set(at)].sort(), isOwn };
}
