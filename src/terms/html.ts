/**
 * What copying from web pages leaves in form fields: tags and entities. Only known element names count as tags,
 * so that 温度<100 and a<b stay text.
 */

const INLINE =
  'a|abbr|b|bdi|big|code|em|font|i|img|ins|kbd|label|mark|o:p|q|s|small|span|strike|strong|sub|sup|u|var';
const BLOCK =
  'article|blockquote|body|br|center|dd|div|dl|dt|footer|form|h[1-6]|head|header|hr|html|li|meta|nav|ol|option|p|pre|section|select|style|script|table|tbody|td|tfoot|th|thead|title|tr|ul|wbr|xml';
/** Attributes are bounded, so that a long run of `<a` costs linear time. */
const TAG = `<(/?)(${INLINE}|${BLOCK})(?:\\s[^<>]{0,400})?/?>`;
const ENTITY = '&(?:#(\\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));';

/** Matches one tag or one entity. */
export const MARKUP = new RegExp(`${TAG}|${ENTITY}`, 'giu');

const BLOCKS = new RegExp(`^(?:${BLOCK})$`, 'iu');
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  quot: ' ',
  ldquo: ' ',
  rdquo: ' ',
  middot: '·',
  mdash: '-',
  ndash: '-',
  deg: '°',
  micro: 'μ',
  mu: 'μ',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  plusmn: '±',
  times: '×',
};

/** What one match of {@link MARKUP} stands for: a line break, a space, nothing, or the character that it names. */
export function markupText(match: RegExpExecArray): string {
  const [, , element, decimal, hexadecimal, name] = match;
  if (element !== undefined) return BLOCKS.test(element) ? '\n' : '';
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? ' ';
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '20', 16) : Number(decimal);
  const isScalar = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isScalar ? String.fromCodePoint(code) : ' ';
}
