/** Numbers in Chinese numerals: 一百五十, 壹佰万元整, 三十至五十. */

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零〇一二三四五六七八九']
    .map((char, i) => [char, Math.max(0, i - 1)] as const)
    .concat([['两', 2], ...[...'壹贰叁肆伍陆柒捌玖'].map((char, i) => [char, i + 1] as const)]),
);
const STEPS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const BIG: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);
const NUMERAL = '[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万萬亿億]+';
/** A sum and nothing but a sum: 第一年付一半 holds numerals, and is none. */
const SUM = new RegExp(
  `^(?:人民币|约|大约|不超过|不低于|不高于|不少于|至少|最高|至多|预计)?(${NUMERAL})(?:元)?(?:(?:[-~—至到]+)(${NUMERAL}))?(元|圆)?(整|正|左右|以上|以下|以内)?$`,
);

/** A text that is a sum in Chinese numerals, with digits instead; any other as it is. */
export function plainNumerals(text: string): string {
  if (/\d/.test(text) || text.length > 40) return text;
  const compact = text.replace(/\s+/g, '');
  const found = SUM.exec(compact);
  if (found === null) return text;
  const [, first = '', second] = found;
  const [low, high] = [numeralValue(first), second === undefined ? undefined : numeralValue(second)];
  if (low === undefined || (second !== undefined && high === undefined)) return text;
  const isWhole = [...BIG.keys()].some((char) => compact.includes(char)) || found[3] !== undefined;
  const before = compact.slice(0, compact.indexOf(first));
  // 三十至五十万: the scale of the end is that of both.
  const scale =
    high !== undefined && low < 1000 && high >= 1e4 && /[万萬亿億]/.test(second!) && !/[万萬亿億]/.test(first)
      ? scaleOf(second!)
      : 1;
  const sum = high === undefined ? `${low}` : `${low * scale}-${high}`;
  return `${before}${sum}${isWhole ? '元' : ''}${found[4] ?? ''}`;
}

function scaleOf(numeral: string): number {
  return BIG.get([...numeral].findLast((char) => BIG.has(char))!)!;
}

/** 一百五十 → 150, 二〇 → 20; `undefined` for what is no number (万万). */
export function numeralValue(numeral: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  // 二〇二六: digits one after the other.
  if ([...numeral].every((char) => DIGITS.has(char)))
    return Number([...numeral].map((char) => DIGITS.get(char)).join(''));
  for (const char of numeral) {
    const big = BIG.get(char);
    const step = STEPS.get(char);
    if (big !== undefined) {
      section += digit ?? 0;
      if (section === 0 && total === 0) return undefined;
      total = (total + section) * big;
      section = 0;
      digit = undefined;
    } else if (step !== undefined) {
      section += (digit ?? 1) * step;
      digit = undefined;
    } else digit = DIGITS.get(char);
  }
  return total + section + (digit ?? 0);
}
