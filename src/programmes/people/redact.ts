import { normalize } from '../../core/terms/normalize.ts';

/**
 * What identifies a private person, as it stands in texts that were folded (width, case, white space). Better a number
 * too many than a telephone: runs of fifteen digits and more are no technical data.
 */

/** Labels of numbers and addresses of the net; what follows them is no Chinese. */
const CODES = [
  '(?:居民)?身份证(?:件)?(?:号码?|编号)?|证件号码?|护照号?码?|军官证号?|社保卡?号码?|银行(?:卡|账)号|工号',
  '(?:联系|办公|家庭|移动|固定|手机)?(?:电话|手机)(?:号码?)?|联系方式|传真|tel|phone|mobile|fax',
  '(?:电子)?(?:邮箱|邮件)(?:地址)?|e-?mail|微信号?|wechat|qq号?',
].join('|');
/** Labels of particulars in words. */
const WORDS = [
  '联系人|(?:家庭|通讯|通信|联系|邮寄)(?:地址|住址)|住址|户籍地?|籍贯|出生(?:年月日?|日期|年份|地)?|生日',
  '性别|民族|政治面貌|党派|婚姻(?:状况)?|宗教(?:信仰)?|健康状况',
].join('|');
const PARTIES = '中共|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟';
/** Where an item of a list begins and ends: 王某,男,汉族,1965年生,中共党员 */
const [BEGIN, END] = ['(?<=^|[,;。、\\n ])', '(?=[,;。、\\n ]|$)'];
const PATTERNS = [
  new RegExp(`(?<![\\da-z])(?:${CODES}) ?: ?[\\da-z@._+/#() -]*(?:转 ?\\d+)?`, 'g'),
  new RegExp(`(?:${WORDS}) ?: ?[^,;。、|\\n() ]*`, 'g'),
  new RegExp(`${BEGIN}(?:[男女]性?|[\\u4e00-\\u9fff]{1,4}族|无党派人士|共青团员)${END}`, 'g'),
  new RegExp(`(?:${PARTIES})(?:预备)?(?:党员|成员|社员|盟员|会员)`, 'g'),
  /(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?出?生(?![\u4e00-\u9fff])/g,
  /(?<![\w.%+-])[\w.%+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?: ?\. ?[\w-]+)+/g,
  // Mobile telephones, 138 1234 5678.
  /(?<![\da-z.])(?:\+?(?:86|852|853|886)[- ]?)?1[3-9]\d(?:[- ]?\d{4}[- ]?\d{4}|[- ]?\d{3}[- ]?\d{5})(?!\d)/g,
  // Telephones with an area code, (024)8888-6666转801.
  /(?<![\da-z.])\(?0\d{2,3}\)?[- ]?\d{3,4}[- ]?\d{4}(?:(?: ?转 ?|-)\d{1,6})?(?!\d)/g,
  // Identity cards and bank cards, in one piece or in groups.
  /(?<![\da-z.])\d{14,}[\dx](?![\da-z])/g,
  /(?<![\da-z.])\d{6}[- ]\d{8}[- ]\d{3}[\dx](?![\da-z])/g,
  /(?<![\da-z.])\d{4}(?:[- ]\d{4}){3}(?:[- ]?\d{1,3})?(?!\d)/g,
];

/** Without any of these no pattern applies; most texts have none, and folding them would be in vain. */
const SUSPECT =
  /[@:<&男女族]|[([]at[)\]]|党员|[成社盟会]员|党派|共青团|年[\d月日\s]*出?生|\d(?:[^\p{L}\d]*\d){9}/u;

/**
 * A text without telephone numbers, e-mail addresses, identity and bank card numbers, and without personal particulars
 * that a label names (联系电话：…, 民族：…, 住址：…); a space stands where one was. The rest is as given. Full-width
 * characters are seen through. Names stay: who is meant must be readable.
 *
 * O(length). Applied twice it gives the same. Of a text in which numbers are nested in numbers, more than twenty deep, nothing
 * is left: nobody writes so but to get through.
 */
export function redactPersonalData(text: string): string {
  let left = text;
  for (let round = 0; SUSPECT.test(left.normalize('NFKC')); round++) {
    if (round === MOST_ROUNDS) return '';
    const next = redactOnce(left);
    if (next === left) break;
    // What stood apart may have come together.
    left = next;
  }
  return left;
}

const MOST_ROUNDS = 20;

function redactOnce(text: string): string {
  const { text: folded, starts, ends } = normalize(text);
  const removed = PATTERNS.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ index, 0: found }) => ({
      from: starts[index]!,
      to: ends[index + found.length - 1]!,
    })),
  ).sort((a, b) => a.from - b.from);
  let result = '';
  let at = 0;
  for (const { from, to } of removed) {
    if (from >= at) result += `${text.slice(at, from)} `;
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}
