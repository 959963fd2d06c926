import type { Name } from './names.ts';

/** Words of comparison and change around a number. */

/** How the number bounds the quantity; `≈` 约, `~` a range, `±` a tolerance. */
export type IndicatorComparator = '≥' | '≤' | '>' | '<' | '=' | '±' | '~' | '≈';
export type ChangeDirection = 'up' | 'down';

/** What a word before a number says. */
type Role =
  | { readonly is: 'comparator'; readonly comparator: IndicatorComparator }
  | {
      readonly is: 'change';
      readonly direction: ChangeDirection;
      readonly use: 'verb' | 'target' | 'short' | 'name' | 'share';
    }
  /** 达到, 低至: a value that is reached. */
  | { readonly is: 'reached'; readonly direction: ChangeDirection; readonly isNot?: boolean }
  /** 至, 到, 为: the number is where a change ends. */
  | { readonly is: 'to' }
  /** 降低幅度为30%: the number is the amount after all. */
  | { readonly is: 'amount' }
  /** 年产, 日处理: what passes in a time; bounded where a comparator stands before it. */
  | { readonly is: 'rate' }
  /** 难以, 尚未: what stands behind it is not reached. */
  | { readonly is: 'not' }
  /** 优于 */
  | { readonly is: 'better' }
  /** 原来的 */
  | { readonly is: 'old' }
  | { readonly is: 'filler' }
  /** A word that ends like one of the others: 附近, 功能. */
  | { readonly is: 'stop' };

const ROLES = new Map<string, Role>();
/** Roles of words directly before a share: 快一倍, 轻20%. */
const SHARE_ROLES = new Map<string, Role>();
/** Lengths of the words that end with a character, the longest first. */
const LENGTHS = new Map<string, readonly number[]>();

function define(words: string, role: Role, roles = ROLES): void {
  for (const word of words.split(' ')) defineOne(word, role, roles);
}

function defineOne(word: string, role: Role, roles: Map<string, Role>): void {
  roles.set(word, role);
  const last = word.at(-1)!;
  const lengths = new Set([...(LENGTHS.get(last) ?? []), word.length]);
  LENGTHS.set(
    last,
    [...lengths].sort((a, b) => b - a),
  );
}

const MORE = '大于 高于 超过 多于 超出 高出 长于 强于';
const LESS = '小于 低于 少于 短于 不足 不到 不满 弱于';
const NOT = '不 无 不得 不应 不能 不可 不会 不允许 未 不宜 不再 没有 未能 无法 难以 很难 尚未 无需 不必 不用';
const negated = (words: string) =>
  NOT.split(' ')
    .flatMap((no) => words.split(' ').map((word) => no + word))
    .join(' ');
const comparator = (words: string, sign: IndicatorComparator) =>
  define(words, { is: 'comparator', comparator: sign });
comparator(`> ${MORE} 超 逾`, '>');
comparator(`< ${LESS}`, '<');
comparator(
  `≥ >= => ${negated('小于 低于 少于 短于 弱于 亚于')} 至少 最少 起码 最起码 至少用 起码用 大于等于 大于或等于 高于或等于`,
  '≥',
);
comparator(`≤ <= =< ${negated(MORE)} 不超 至多 最多 小于等于 小于或等于 低于或等于`, '≤');
for (const [sign, phrases] of [
  ['≥', ['at least', 'no less than', 'not less than', 'no lower than', 'not lower than', 'not below']],
  [
    '≤',
    ['at most', 'no more than', 'not more than', 'not exceeding', 'not exceed', 'no higher than', 'not over'],
  ],
  ['<', ['less than', 'lower than', 'below', 'smaller than', 'shorter than']],
  ['>', ['more than', 'greater than', 'higher than', 'above', 'over', 'exceeding', 'longer than']],
] as const) {
  for (const phrase of phrases) defineOne(phrase, { is: 'comparator', comparator: sign }, ROLES);
}
comparator('约 约为 大约 大概 近 接近 ≈ 约等于', '≈');
const filler = { is: 'filler' } as const;
define(
  '是 = : 等于 做到 做到了 在 了 有 可 能 仅 只 仅为 只有 保持 保持在 维持在 稳定在 控制 控制在 控制到 限制在 限定在 处于 分别为 均为 需 应 要 须 应为 而 能用 可用 能使用 可使用 要用 能用到 可用到 要求',
  filler,
);
define('达到 达 可达 可达到 能达到 达成 高达 长达', { is: 'reached', direction: 'up' });
define('不 未 没 不能 未能 没能 无法 难以 很难 尚未 还未 没有 尚不能', { is: 'not' });
define('达不到 到不了 达不了', { is: 'reached', direction: 'up', isNot: true });
define('低至 低到', { is: 'reached', direction: 'down' });
define('至 到 为', { is: 'to' });
define('幅度 幅度为', { is: 'amount' });
define('优于 好于', { is: 'better' });
define('原来 原来的 原有的 原先的 现有的 现在的 目前的 当前的 以前的 过去的 之前的 改造前的', { is: 'old' });
define('年产 年产量 年处理 年处理量 年加工 年产能 日产 日产量 日处理 日处理量 日加工 月产 月产量 月处理', {
  is: 'rate',
});
const change = (
  words: string,
  direction: ChangeDirection,
  use: 'verb' | 'target' | 'short' | 'name' = 'verb',
) => define(words, { is: 'change', direction, use });
const share = (words: string, direction: ChangeDirection) =>
  define(words, { is: 'change', direction, use: 'share' }, SHARE_ROLES);
change('提高 提升 增加 增长 增大 增强 升高 上升 延长 扩大 放大 加快', 'up');
change('降低 下降 减少 减小 减轻 减薄 缩短 缩小 压缩 削减 节约 节省 下调', 'down');
// As a word, because 低到 ends it too.
change('降低到 降低至', 'down', 'target');
// Alone these end other words (本省, 递增); with 至 or 到 behind them they are verbs.
change('增 升 提', 'up', 'short');
change('降 减 缩', 'down', 'short');
// Adjectives compare shares: 快一倍, but 高3米 is a height.
share('快 高 多 长 大 高出 多出 快出', 'up');
share('慢 低 少 短 小 轻 便宜 省 低出 少用 节约', 'down');
// What rises or falls is in the word itself, and names the quantity.
change('增重 增产 增效 提速 提效', 'up', 'name');
change(
  '减重 减排 降噪 降本 降耗 节能 节水 节电 节材 节油 节煤 节气 节肥 节药 省电 省水 省油 省煤 省工 省时 减阻',
  'down',
  'name',
);
define(
  '附近 最近 邻近 功能 性能 智能 动能 储能 主要 重要 供应 反应 响应 效应 适应 感应 行为 作为 所有 具有 拥有 存在 现在 赶超 反超 高超 产能 耗能 热能 电能 光能 势能 潜能 效能 机能 职能 阳能 固有 特有 含有 内在 潜在',
  { is: 'stop' },
);
define(
  '最高 最低 最大 最小 最长 最短 最快 最慢 最轻 大小 高低 长短 快慢 多少 年长 身高 楼高 总长 全长 周长 波长 特长 专长 过高 过低 过大 过小 太高 太低 偏高 偏低 较高 较低 很高 很低',
  { is: 'stop' },
  SHARE_ROLES,
);

/** What stands before a number. */
export interface Before {
  /** Where these words begin: the name of the quantity ends here. */
  readonly start: number;
  readonly comparator: IndicatorComparator | undefined;
  readonly direction: ChangeDirection | undefined;
  /** The number is the end of the change (提高到), not its amount. */
  readonly isTarget: boolean;
  /** 提高到原来的3倍 */
  readonly ofOld: boolean;
  /** 达到, 低至 */
  readonly reached: ChangeDirection | undefined;
  readonly better: boolean;
  /** 难以达到, 未降到: what is told is not reached. */
  readonly isUnreached: boolean;
  /** The word of a rate behind the comparator: 不少于年产2万吨. */
  readonly rate: Name | undefined;
}

/** Words looked at before one number. */
const MOST_WORDS = 6;

/**
 * Reads backwards from a number, no further than `from`; looks at a bounded number of characters.
 *
 * @param isShare whether the number is a share (30%, 一倍), which adjectives compare too.
 */
export function readBefore(text: string, from: number, at: number, isShare = false): Before {
  let start = at;
  let found: IndicatorComparator | undefined;
  let direction: ChangeDirection | undefined;
  let reached: Before['reached'];
  let rate: Before['rate'];
  let [isTo, ofOld, better, isUnreached] = [false, false, false, false];
  for (let count = 0; count < MOST_WORDS; count++) {
    const end = skipBack(text, from, start);
    const word = longestWord(text, from, end, isShare);
    if (word === undefined) break;
    const role = (isShare ? SHARE_ROLES.get(word) : undefined) ?? ROLES.get(word)!;
    if (word === '省' && !SAVES.test(text[end - 2] ?? ' ')) break;
    // 提高30% reads the verb; what stands before it may only bound it (至少提高30%).
    const isBound = role.is === 'comparator' || role.is === 'not';
    if (role.is === 'stop' || (direction !== undefined && !isBound)) break;
    if (role.is === 'not' && direction === undefined && reached === undefined) break;
    if (role.is === 'change' && role.use === 'short' && !isTo) break;
    if (role.is === 'rate') {
      const bound = longestWord(text, from, end - word.length, false);
      if (bound === undefined || ROLES.get(bound)!.is !== 'comparator') break;
      rate = { start: end - word.length, end };
    }
    if (role.is === 'change' && role.use === 'name') {
      direction = role.direction;
      // The name includes the word.
      start = end;
      break;
    }
    start = end - word.length;
    if (role.is === 'comparator') {
      if (found === undefined || found === '≈') found = role.comparator;
    } else if (role.is === 'change') {
      direction = role.direction;
      isTo ||= role.use === 'target';
    } else if (role.is === 'to') isTo = true;
    else if (role.is === 'amount') isTo = false;
    else if (role.is === 'old') ofOld = true;
    else if (role.is === 'better') better = true;
    else if (role.is === 'not') isUnreached = true;
    else if (role.is === 'reached') {
      reached = role.direction;
      isUnreached ||= role.isNot === true;
    }
  }
  const isTarget = direction !== undefined && (isTo || reached !== undefined);
  return { start, comparator: found, direction, isTarget, ofOld, reached, better, isUnreached, rate };
}

/** Before 省 the verb; 江苏省30% is a part of a province. */
const SAVES = /[^\p{L}]|[能可以够要更少码约电煤油气水本用耗工钱料费]/u;

function longestWord(text: string, from: number, end: number, isShare: boolean): string | undefined {
  if (end <= from) return undefined;
  for (const length of LENGTHS.get(text[end - 1]!) ?? []) {
    if (length > end - from) continue;
    const word = text.slice(end - length, end);
    if (ROLES.has(word) || (isShare && SHARE_ROLES.has(word))) return word;
  }
  return undefined;
}

function skipBack(text: string, from: number, at: number): number {
  let end = at;
  while (end > from && end > at - 3 && text[end - 1] === ' ') end--;
  return end;
}

const AFTER: readonly (readonly [string, IndicatorComparator])[] = [
  ['及以上', '≥'],
  ['或以上', '≥'],
  ['以上', '≥'],
  ['及以下', '≤'],
  ['或以下', '≤'],
  ['以下', '≤'],
  ['以内', '≤'],
  ['之内', '≤'],
  ['左右', '≈'],
  ['上下', '≈'],
  ['+', '≥'],
];

/** 以上, 以内, 左右 behind a number and its unit. */
export function readAfter(
  text: string,
  at: number,
): { readonly comparator: IndicatorComparator | undefined; readonly end: number } {
  let begin = text[at] === ' ' ? at + 1 : at;
  // 30MW级以上
  if (text[begin] === '级') begin++;
  for (const [word, sign] of AFTER) {
    if (text.startsWith(word, begin)) return { comparator: sign, end: begin + word.length };
  }
  // 10分钟内, but not 5mm内径.
  if (text[begin] === '内' && !/[部外径腔壁表置存孔陷衬胆]/.test(text[begin + 1] ?? '')) {
    return { comparator: '≤', end: begin + 1 };
  }
  return { comparator: undefined, end: text[at] === '级' ? at + 1 : at };
}
