import type { NormalizedText } from './folded-text.ts';
import type { TextSpan } from './stop-phrases.ts';

/**
 * Contacts in texts: telephone numbers, addresses, names behind 联系人. They say nothing of the technology, two records
 * of one office share them, and no reason may show them. All patterns are of bounded length.
 */

/** Whether a text may hold a contact at all: most do not, and are not searched. */
const MAY_HOLD =
  /\d{3}[- ]?\d{3}|@|www\.|:\/\/|联系|联络|地址|邮|微信|wechat|weixin|qq|电话|手机|传真|热线|\.c(?:n|om)|contact|tel/;

const DIGIT_BEFORE = '(?<![\\da-z.])';
/** No number goes on, and no unit makes a quantity of it. */
const NUMBER_ENDS = '(?![\\d.]*[\\da-z%°]|[万亿元吨米帕瓦千克升毫转次倍年])';
const EXTENSION = '(?: ?(?:转|-|ext\\.?|#|\\*) ?\\d{1,6})?';
const MOBILE = '(?:\\+?(?:00)?86[- ]{0,2})?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}';
const AREA =
  '(?:\\(?(?:\\+?(?:00)?86[- ]?)?\\(?0(?:10|2\\d|[3-9]\\d{2})\\)?[- ]{0,2}|\\+86[- ]?(?:10|2\\d|[3-9]\\d{2})[- ]?)';
const LANDLINE = `${AREA}[2-9]\\d{2,3}[- ]?\\d{4}${EXTENSION}`;
const HOTLINE = `(?:[48]00-\\d{3}-?\\d{4}|[48]00-\\d{4}-?\\d{3}|[48]00 \\d{3} \\d{4})`;
const TELEPHONE = `${DIGIT_BEFORE}(?:${MOBILE}${EXTENSION}|${LANDLINE}|${HOTLINE})${NUMBER_ENDS}`;
/** Behind a label any number of seven digits and more, with what parts its digits. */
const LABELLED_NUMBER = '(?:[+(]{0,2}\\d[\\d() +-]{5,24}\\d(?: ?(?:转|ext\\.?|#) ?\\d{1,6})?)';
const MORE_NUMBERS = `${LABELLED_NUMBER}(?: ?[/、,;] ?${LABELLED_NUMBER}){0,4}`;
const TO = '[ ]?(?:号码?)?[ ]?[(]?[:]?[ ]?';

/** A telephone's label alone (手机屏幕) is no contact, with a number behind it is. */
const CALLED = `(?:(?:联系|联络|咨询|服务|固定|移动|办公|单位|值班|技术|业务|商务|报名)?(?:电话|手机|座机|热线|传真|联系方式)|(?<![a-z])(?:telephone|tel|phone|mobile|mob|fax))[.]?(?:[/ ](?:传真|手机|微信|fax))?${TO}(?:${MORE_NUMBERS}|\\d{7,12}(?!\\d))`;
const CALL_LABEL = '(?:联系|联络|咨询)(?:电话|方式|热线)[:]?|(?:手机号码?|传真号码?|电话号码)[:]';
const MESSENGER = `[(]?(?:微信同号|同微信号?|微信同步|同微信手机)[)]?|(?:(?<![a-z])qq(?:号码?|群号?)?|企鹅号)[ ]?[:]?[ ]?\\d{5,12}(?!\\d)|(?:(?:企业|联系|加)?微信(?:公众号|号)?|(?<![a-z])(?:wechat|weixin|wx|vx))(?:[ ]?[:][ ]?|号[ ]?)(?:[a-z0-9][a-z0-9_-]{3,30}|同(?:手机|电话|号|上)[^\\s,.;:!?。，；、]{0,6})`;
const POSTCODE = '(?:邮政编码|邮编|zip(?: code)?)[ ]?[:]?[ ]?\\d{6}(?!\\d)|(?:邮政编码|邮编)[:]';
const MAIL = '[a-z0-9._%+-]{1,64}[ ]?@[ ]?[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,5}';
const MAIL_LABEL = '(?:电子邮[箱件]|邮箱(?:地址)?|(?<![a-z])e-?mail)[ ]?[:]';
const URL = "(?:(?:https?|ftp):\\/\\/|(?<![a-z\\d])www\\.)[\\w.~:/?#\\[\\]@!$&'*+,;=%-]{1,2000}";
const DOMAIN =
  '(?<![a-z\\d.@-])[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,3}\\.(?:com|cn|org)(?:\\.cn)?(?:\\/[\\w./?#=&%-]{0,200})?(?![a-z\\d.-])';
const SITE_LABEL = '(?:网址|公司网站|官方?网站?)[:]';
/** A name goes up to a sign, a space or the next label. */
const NAME = '(?:(?!电话|手机|联系|传真|邮|微信|地址|qq)[^\\s,.;:!?。，；：！？()\\d]){1,12}';
const PERSON = `(?:项目|技术|业务|商务|单位|企业|需求)?(?:联系|联络)人(?:姓名)?(?:[ ]?[:/][ ]?(?:${NAME})?|[ ](?:${NAME})?|(?=[\\d,;。，；\\n]|$)|(?!工智)(?:(?!电话|手机|联系)[^\\s\\d,.;:!?。，；()]){1,4}(?=[ ]?[(]?[\\d+]|[,，;；]? ?(?:电话|手机|联系)))|(?<![a-z])contact(?: person)?[ ]?: ?[a-z]{1,20}(?:[ .][a-z]{1,20}){0,2}`;
/** 寄存器地址: 0x20 is a technical matter: a bare label counts where a place follows. */
const PLACE = '(?:(?!电话|手机|联系|邮编|传真|邮箱|微信|网址)[^\\s,;。，；!?]){1,60}';
const ADDRESS = `(?:通[讯信]|联系|单位|办公|公司|邮寄|收件|详细|注册|企业|工厂|厂)地址[ ]?(?:[:][ ]?(?:${PLACE})?|(?=${PLACE}[省市区县路街号]))|(?<![a-z\\d\\u4e00-\\u9fff])地址[ ]?[:][ ]?(?=[^\\s,;。，；]{0,40}[省市区县路街镇村楼室号])${PLACE}`;

const CONTACT = new RegExp(
  [
    MAIL,
    URL,
    PERSON,
    ADDRESS,
    CALLED,
    MESSENGER,
    POSTCODE,
    TELEPHONE,
    DOMAIN,
    CALL_LABEL,
    MAIL_LABEL,
    SITE_LABEL,
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|'),
  'g',
);

/** Where contacts stand in a normalised text, in order, not overlapping. */
export function contactsOf(text: string): TextSpan[] {
  if (!MAY_HOLD.test(text)) return [];
  const spans: TextSpan[] = [];
  for (const match of text.matchAll(CONTACT)) {
    if (match[0] !== '') spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** The text with blanks in place of its contacts, so that nothing that reads it can meet them. */
export function withoutContacts(normalized: NormalizedText): NormalizedText {
  const spans = contactsOf(normalized.text);
  if (spans.length === 0) return normalized;
  let text = '';
  let at = 0;
  for (const span of spans) {
    const { start } = span;
    const end = personEnd(normalized, span);
    text += normalized.text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return { ...normalized, text: text + normalized.text.slice(at) };
}

/** Where a name ends: at the space behind it, which between ideographs only the text as given has. */
function personEnd({ text, starts, ends }: NormalizedText, { start, end }: TextSpan): number {
  const label = LABEL_OF_PERSON.exec(text.slice(start, end))?.[0].length;
  if (label === undefined) return end;
  for (let at = start + label + 2; at < end; at++) if (starts[at]! > ends[at - 1]!) return at;
  return end;
}

const LABEL_OF_PERSON = /^.{0,2}(?:联系|联络)人(?:姓名)?[ ]?[:/]?[ ]?/;
