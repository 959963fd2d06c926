import type { Bilingual } from '../base/bilingual.ts';
import { foldWording } from '../core/records/wording.ts';
import { contactsOf } from '../core/terms/contacts.ts';
import { normalize } from '../core/terms/normalize.ts';

/** People and ways to reach them: which fields and columns hold them, and where they stand in texts. */

/** Words of the names of fields and columns that hold contacts, folded: 联系人, 手机号码, contactPhone, E-mail. */
const NAMES =
  /联系|联络|电话|手机|座机|传真|邮箱|邮件|邮编|邮政编码|微信|qq|地址|住址|负责人|经办人|法人|法定代表|contact|phone|mobile|telephone|^tel$|e-?mail|wechat|weixin|fax|address|postcode|zip/;

/** Whether a field or column is one of contacts, by its name. */
export function isContactName(name: string): boolean {
  return NAMES.test(foldWording(name).toLowerCase());
}

/** Who filled in or signed a form. */
const SIGNED = /填表|填报|制表|审核|经办|签[名字]|落款/;
const QUOTES = /“[^“”]*”/g;

/** What a notice on a row or a cell says, without what it quotes of people and ways to reach them. */
export function maskNotice({ zh, en }: Bilingual): Bilingual {
  const quotes = SIGNED.test(zh) || isContactName(zh);
  const masked = (text: string) => maskContacts(quotes ? text.replace(QUOTES, `“${MASK.repeat(3)}”`) : text);
  return { zh: masked(zh), en: masked(en) };
}

/** What stands for each character of a contact. */
const MASK = '＊';

/** A text with signs in place of contacts, as long as before: places in it stay what they are. */
export function maskContacts(text: string): string {
  const { text: folded, starts, ends } = normalize(text);
  let masked = '';
  let at = 0;
  for (const { start, end } of contactsOf(folded)) {
    const from = starts[start]!;
    const to = ends[end - 1]!;
    if (from < at) continue;
    masked += text.slice(at, from) + MASK.repeat(to - from);
    at = to;
  }
  return masked + text.slice(at);
}
