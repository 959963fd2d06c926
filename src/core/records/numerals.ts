/** Numbers in Chinese numerals: 一百五十, 壹佰万元整, 三十至五十, 二〇二六. */

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...'零一二三四五六七八九'].map((char, i) => [char, i] as const),
  ...[...'壹贰叁肆伍陆柒捌玖'].map((char, i) => [char, i + 1] as const),
  ['〇', 0],
  ['两', 2],
]);
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
  ['亿', 1e8],
]);
const DIGIT = '零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖';
/** A number is begun by a digit or by ten: 百万级 and 千万 name no number. */
const NUMERAL = `[${DIGIT}十拾][${DIGIT}十拾百佰千仟万亿]*`;
const TO = '[-~—至到]+';
/** What may follow a sum: 三十人 and 一百多万 are none. */
const AFTER = String.raw`(?=\s|$|[元美港欧日英澳加整正左上以起之内封])(?!上市|日)|(?=[,.;:、。()/+~<>-]|—|至|到|每)`;
const SUMS = new RegExp(
  `(?<![第几数近好上${DIGIT}十拾百佰千仟万亿\\d])(${NUMERAL})(元?)(?:(${TO})(${NUMERAL}))?(?:${AFTER})`,
  'g',
);

/**
 * The text with digits where it has sums in Chinese numerals, the last 万 or 亿 kept: 壹佰万元整 → 100万元整. A digit
 * alone (第一年付一半) is left as it is, unless it begins a range. O(length).
 */
export function plainNumerals(text: string): string {
  return text.replace(SUMS, (whole: string, first: string, unit: string, to?: string, second?: string) => {
    const last = second ?? first;
    if (last.length === 1 && !/[十拾]/.test(last) && unit === '' && text.trim() !== whole) return whole;
    const [low, high] = [plain(first), second === undefined ? '' : plain(second)];
    if (low === undefined || high === undefined) return whole;
    return `${low}${unit}${to ?? ''}${high}`;
  });
}

/** 五十万 → 50万, so that a range shares its scale; 一亿二千万 → 120000000元. */
function plain(numeral: string): string | undefined {
  const end = numeral.at(-1)!;
  if (BIG.has(end)) {
    const head = numeral.slice(0, -1);
    if (/[万亿]/.test(head)) {
      const value = numeralValue(numeral);
      return value === undefined ? undefined : `${value}元`;
    }
    const value = numeralValue(head);
    return value === undefined ? undefined : `${value}${end}`;
  }
  const value = numeralValue(numeral);
  return value === undefined ? undefined : `${value}${/[万亿]/.test(numeral) ? '元' : ''}`;
}

/** 一百五十 → 150, 二百五 → 250, 二〇二六 → 2026; `undefined` for what is no number (万万). O(length). */
export function numeralValue(numeral: string): number | undefined {
  if (numeral === '') return undefined;
  if ([...numeral].every((char) => DIGITS.has(char)))
    return Number([...numeral].map((char) => DIGITS.get(char)).join(''));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  // Of 二百五 the five are tens, of 二百零五 they are ones.
  let place = 1;
  for (const char of numeral) {
    const big = BIG.get(char);
    const step = STEPS.get(char);
    if (big !== undefined) {
      section += digit ?? 0;
      if (section === 0 && total === 0) return undefined;
      total = big === 1e8 ? (total + section) * big : total + section * big;
      section = 0;
      digit = undefined;
      place = big / 10;
    } else if (step !== undefined) {
      section += (digit ?? 1) * step;
      digit = undefined;
      place = step / 10;
    } else {
      // Two digits in a row are no number beside steps: 一二百.
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS.get(char)!;
      if (digit === 0) place = 1;
    }
  }
  return total + section + (digit ?? 0) * place;
}
