import { normalize } from '../../core/terms/normalize.ts';

/**
 * What identifies a private person, as it stands in texts that were folded (width, case, white space). Better a number
 * too many than a telephone: runs of fifteen digits and more are no technical data.
 */

/** Labels of numbers and addresses of the net; what follows them is no Chinese. */
const CODES = [
  '(?:居民)?身份证(?:件)?(?:号码?|编号)?|证件号码?|护照号?码?|军官证号?|社保卡?号码?|银行(?:卡|账)号|工号',
  '(?:联系|办公|家庭|移动|固定|手机)?(?:电话|手机)(?:号码?)?|联系方式|传真|tel|phone|mobile|fax',
  '(?:電話|手機)(?:號碼?)?|傳真|身份證(?:號碼?)?|電子郵[箱件]',
  '(?:电子)?(?:邮箱|邮件)(?:地址)?|e-?mail|微信[号號]?|wechat|qq[号號群]?',
].join('|');
/** Labels of particulars in words. */
const WORDS = [
  '联系人|(?:家庭|通讯|通信|联系|邮寄|收件)(?:地址|住址)|住址|户籍地?|[籍祖][贯籍]|出生(?:年月日?|日期|年份|地)?|生日',
  '性别|民族|政治面貌|党派|婚姻(?:状况)?|宗教(?:信仰)?|健康状况',
].join('|');
const PARTIES = '中共|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟';
/** An account of a chat: a letter, then letters, digits and signs. Without a label one of them is no letter, or it is a word. */
const ACCOUNT = '[a-z][a-z\\d_-]{5,19}';
const ODD_ACCOUNT = `(?=[a-z_-]{0,19}[\\d_-])${ACCOUNT}`;
const IS = ' ?[:是为為]? ?';
/** A day, month or year: 1980年5月12日, 1980.5, 一九八〇年五月. */
const HAN_NUMBER = '[〇零○一二三四五六七八九十]';
const DATE = `(?:(?:1[89]|20)\\d{2}|${HAN_NUMBER}{4}) ?(?:年(?: ?(?:\\d{1,2}|${HAN_NUMBER}{1,3}) ?月(?: ?(?:\\d{1,2}|${HAN_NUMBER}{1,3}) ?[日号])?)?|[-./]\\d{1,2}(?:[-./]\\d{1,2})?(?!\\d))`;
/** What is born, and is no person: 出生缺陷, 出生人口. */
const OF_MANY = '缺陷|人口|率|队列|婴|体重|证|儿|数|前|后|总|性';
/** 文化路3号, 人民路10号2单元301室: a street and a number, and what stands before them. */
const HAN = '[\\u4e00-\\u9fff]';
const NUMBERED = `[\\u4e00-\\u9fff\\d]{2,30}?[路街道巷弄村里庄屯园苑坊寨]${HAN}{0,4}\\d{1,5}[-\\d号號栋幢楼单元室户组巷弄门层院东西南北内#]{0,20}`;
/** The same with a city, district or county before the street. */
const PLACED = `[\\u4e00-\\u9fff]{1,8}?[省市区县旗州]${NUMBERED}`;
/** 住宅, 住院: nobody lives there. */
const NO_HOME = '(?![房宅院户戶区區所建])';
/** 堵住, 锁住: something is held. */
const HELD = '(?<![抓锁记挡封堵卡扣稳咬拦留吸顶压盖罩裹困抱停控保守托接夹钳定拉拖截拴绑粘握把护遮制])';
/** Where an item of a list begins and ends: 王某,男,汉族,1965年生,中共党员 */
const [BEGIN, END] = ['(?<=^|[,;。、\\n ])', '(?=[,;。、\\n ]|$)'];
/** What is counted: 20000000部 is no telephone. */
const NO_COUNT = '(?! ?[万亿台部个件套只次元条人户家年月项吨米张份])';
/** A telephone number of seven digits or more, in groups or not. */
const TELEPHONE = `\\+?\\(?(?=\\d(?:[() -]{0,2}\\d){6})\\d[\\d() -]{5,18}\\d(?![\\da-z.%])${NO_COUNT}`;
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
/** 12 March 1975, March 12, 1975, 03/12/1975, 1975-03-12. */
const WESTERN_DATE = `(?:(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?)?${MONTH},? ?(?:\\d{1,2}(?:st|nd|rd|th)?,? )?(?:18|19|20)\\d{2}|\\d{1,2}[-./]\\d{1,2}[-./](?:18|19|20)\\d{2}|(?:18|19|20)\\d{2}(?:[-./]\\d{1,2}){0,2})(?!\\d)`;
const PATTERNS = [
  new RegExp(`(?<![\\da-z])(?:${CODES}) ?: ?[\\da-z@._+/#() -]*(?:转 ?\\d+)?`, 'g'),
  new RegExp(`(?:${WORDS}) ?: ?[^,;。、|\\n() ]*`, 'g'),
  new RegExp(`${BEGIN}(?:[男女]性?|[\\u4e00-\\u9fff]{1,4}族|无党派人士|共青团员)${END}`, 'g'),
  new RegExp(`(?:${PARTIES})(?:预备)?(?:党员|成员|社员|盟员|会员)`, 'g'),
  // QQ12345678, 微信ww_2020, 抖音号abc_123.
  new RegExp(`(?<![\\da-z])(?:q ?q|扣扣)(?:号码?|群号?|號)?${IS}[1-9]\\d{4,11}(?!\\d)`, 'g'),
  new RegExp(`(?:(?:微信|[薇威v]信)[号號]?(?:id)?${IS}|(?:wechat|weixin)(?: ?id)?${IS})${ODD_ACCOUNT}`, 'g'),
  new RegExp(`(?:(?:[薇威v]信[号號]?:?|微信(?:[号號]|id)) ?|(?<![\\da-z])[vw]x ?: ?)${ACCOUNT}`, 'g'),
  new RegExp(
    `(?:钉钉|抖音|快手|微博|飞书|小红书|支付宝)(?:账?号|账户|id)${IS}[a-z\\d][a-z\\d_.-]{3,19}`,
    'g',
  ),
  // 企鹅号66778899, Telegram @lab_88, WhatsApp +1 (415) 555-0132.
  new RegExp(`企鹅(?:号|qq)?${IS}[1-9]\\d{4,11}(?!\\d)`, 'g'),
  new RegExp(
    `(?<![a-z])(?:telegram|skype|twitter)(?: ?(?:id|号|账号))?${IS}(?:@|live:|(?=[a-z_.]{0,19}[\\d_]))[a-z][a-z\\d_.-]{3,31}`,
    'g',
  ),
  /(?<![a-z])(?:telegram|skype|twitter|weibo) ?:? ?@[a-z\d_.-]{3,32}/g,
  new RegExp(`(?<![a-z])(?:whatsapp|telegram|line id)(?: ?(?:号码?|id))?${IS}${TELEPHONE}`, 'g'),
  // 座机 23891234, 护照 PE1234567, 车牌辽A·12345.
  new RegExp(`(?<=致电|拨打) ?${TELEPHONE}`, 'g'),
  new RegExp(
    `(?:电话|手机|座机|固话|热线|传真|(?<![a-z])(?:tel|phone|mobile|fax))(?:号码?)?\\.?${IS}${TELEPHONE}`,
    'g',
  ),
  new RegExp(
    `(?:护照|通行证|身份证|社保卡?|医保卡?|军官证|驾驶证|驾照|学生证|工作证)(?:号码?|编号|证号)?${IS}[a-z]{0,3}\\d{6,18}x?(?![a-z\\d])${NO_COUNT}`,
    'g',
  ),
  new RegExp(`车牌(?:号码?)?${IS}[\\u4e00-\\u9fff] ?[a-z] ?[·•.-]? ?[a-z\\d]{5,6}(?![a-z\\d])`, 'g'),
  // 邮箱 wang#example.com.
  new RegExp(
    `(?:邮箱|邮件|(?<![a-z])e?-?mail)(?:地址)?${IS}[\\w.+-]{1,64} ?(?:[#*☆]|\\(a\\)|_at_| at |艾特) ?[\\w-]{1,63}(?: ?\\. ?[\\w-]{1,63}){1,6}`,
    'g',
  ),
  // 一三九〇〇〇〇一二三四.
  /(?<![〇零一幺二三四五六七八九十百千万])[一幺][三四五六七八九][〇零一幺二三四五六七八九]{9}(?![〇零一幺二三四五六七八九十百千万])/g,
  // born on 12 March 1975, DOB 03/12/1975.
  new RegExp(
    `(?<![a-z])(?:born(?: on| in)?|(?:date of birth|birth ?date|birthday|dob) ?:?) ?${WESTERN_DATE}`,
    'g',
  ),
  // 1980年5月出生, 生于1980年5月, 生日5月12日, 王某（1980—）, 现年45岁.
  new RegExp(`${DATE} ?(?:出生(?!${OF_MANY})|生人?(?!${HAN}))`, 'g'),
  new RegExp(`(?<![产產诞誕发發寄源共新再自野派衍催滋附着])生[于於] ?(?:${DATE}|\\d{2}年)`, 'g'),
  new RegExp(`出生(?:年月日?|日期|年份|时间)${IS}${DATE}`, 'g'),
  new RegExp(`生日${IS}(?:${DATE}|\\d{1,2} ?月 ?\\d{1,2} ?[日号])`, 'g'),
  /\((?:18|19|20)\d{2}年? ?[-—–~]{1,2} ?\)(?![a-z\d年])/g,
  new RegExp(`现年 ?\\d{2} ?岁|${BEGIN}[2-9]\\d ?岁${END}`, 'g'),
  // 家住文化路3号, 通信地址沈阳市浑南区创新路195号, 籍贯辽宁海城.
  new RegExp(
    `(?:(?<=^|[,;。、\\n (:])住|[家现現居暂租]住|[现現]居(?!民)|(?:家庭|通讯|通信|联系|邮寄|收件)(?:地址|住址)|住址)${NO_HOME}[于於在]?${IS}${NUMBERED}`,
    'g',
  ),
  new RegExp(`${HELD}住${NO_HOME}[于於在]? ?${PLACED}`, 'g'),
  new RegExp(
    `(?:户籍|户口)(?:所在)?地?(?!管理|系统|人口|制度|信息|登记|政策)${IS}${HAN}{1,8}?[省市县](?:${HAN}{1,8}?[市区县镇乡村]){0,3}(?:\\d{1,4}[组号])?`,
    'g',
  ),
  new RegExp(`(?:籍贯|籍貫|祖籍|原籍)${IS}(?!字段|信息|管理|识别|统计|分析)${HAN}{2,12}`, 'g'),
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
  /[@:<&男女族岁住籍居]|企鹅|telegram|skype|twitter|weibo|whatsapp|line id|电话|手机|座机|固话|热线|传真|致电|拨打|tel|phone|mobile|fax|护照|通行证|身份证|社保|医保|军官证|驾驶证|驾照|学生证|工作证|车牌|邮箱|邮件|mail|[一幺][三四五六七八九]|born|birth|dob|[([]at[)\]]|q ?q|扣扣|微信|[薇威v]信|w[ex]|vx|钉钉|抖音|快手|微博|飞书|小红书|支付宝|户口|地址|党员|[成社盟会]员|党派|共青团|出生|生[于於日人]|年[^生]{0,10}生|[-./\d]生|\(\d{4}年? ?[-—–~]/i;
const MANY_DIGITS = /\d(?:[^\p{L}\d]*\d){9}/u;
/** What nobody sees: joiners, marks of direction. */
const UNSEEN = /\p{Cf}+/gu;

/**
 * A text without telephone numbers, e-mail addresses, chat accounts (QQ12345678, 微信ww_2020), identity and bank card
 * numbers, days of birth and ages of people (生于1980年5月, 现年45岁), home addresses (家住文化路3号) and origins (籍贯…), and
 * without personal particulars that a label names (联系电话：…, 民族：…, 住址：…); a space stands where one was. The rest is
 * as given. Full-width characters are seen through. Names stay: who is meant must be readable; so do addresses of firms
 * and sites (公司位于…).
 *
 * O(length). Applied twice it gives the same. Of a text in which numbers are nested in numbers, more than twenty deep, nothing
 * is left: nobody writes so but to get through.
 */
export function redactPersonalData(text: string): string {
  let left = text;
  for (let round = 0; isSuspect(left); round++) {
    if (round === MOST_ROUNDS) return '';
    const next = redactOnce(left);
    if (next === left) break;
    // What stood apart may have come together.
    left = next;
  }
  return left;
}

const MOST_ROUNDS = 20;

function isSuspect(text: string): boolean {
  const seen = text.normalize('NFKC').replace(UNSEEN, '');
  return SUSPECT.test(seen) || MANY_DIGITS.test(seen);
}

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
