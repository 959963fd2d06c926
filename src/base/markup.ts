/**
 * What copying from web pages leaves in form fields: tags and entities. Only known element names with
 * well-formed attributes count as tags, so that 温度<100, a<b and 若 a<b 且 c>d stay text.
 */

const INLINE =
  'a|abbr|b|bdi|big|code|em|font|i|img|ins|kbd|label|mark|o:p|q|s|small|span|strike|strong|sub|sup|u|var';
const BLOCK =
  'article|blockquote|body|br|center|dd|div|dl|dt|footer|form|h[1-6]|head|header|hr|html|li|meta|nav|ol|option|p|pre|section|select|style|script|table|tbody|td|tfoot|th|thead|title|tr|ul|wbr|xml';
/** Attributes that stand without a value; other bare words after `<a` are text. */
const BARE = 'async|checked|defer|disabled|hidden|multiple|noshade|nowrap|readonly|required|selected';
/** No value may hold `<` or `>`: an unclosed tag then costs no more than the way to the next one. */
const ATTRIBUTE = `(?:${BARE}|[a-z_:@][\\w:.-]*\\s?=\\s?(?:"[^"<>]*"|'[^'<>]*'|[^\\s"'<>]+))`;
const TAG = `<(/?)(${INLINE}|${BLOCK})(?:\\s+${ATTRIBUTE})*\\s*/?>`;
/** `&amp;nbsp;` is an entity that was escaped twice. */
const ENTITY = '&(?:amp;){0,2}(?:#(\\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));';

/** Matches one tag or one entity. */
export const MARKUP = new RegExp(`${TAG}|${ENTITY}`, 'giu');

const BLOCKS = new RegExp(`^(?:${BLOCK})$`, 'iu');
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    middot: '·',
    mdash: '-',
    ndash: '-',
    deg: '°',
    permil: '‰',
    micro: 'μ',
    mu: 'μ',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    omega: 'ω',
    plusmn: '±',
    times: '×',
    le: '≤',
    ge: '≥',
    sup2: '2',
    sup3: '3',
  }),
);

/**
 * What one match of {@link MARKUP} stands for: a line break, nothing, or the character that it names; a space for
 * quotes, spaces and names that are not known.
 */
export function markupText(match: RegExpExecArray): string {
  const [, , element, decimal, hexadecimal, name] = match;
  if (element !== undefined) return BLOCKS.test(element) ? '\n' : '';
  if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? ' ';
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '20', 16) : Number(decimal);
  const isScalar = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isScalar ? String.fromCodePoint(code) : ' ';
}
