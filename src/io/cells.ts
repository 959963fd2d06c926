import type { TrlRange } from '../core/records/stages.ts';
import { KIND_WORDS } from './headers.ts';

/** Reads the text of one cell. */

/** The cell as its author saw it in Excel: `="001"` and `'001` are the text 001; empty is `''`. */
export function cleanCell(cell: string): string {
  const text = cell.trim();
  if (text.length > 2 && text.startsWith('="') && text.endsWith('"')) {
    const inner = text.slice(2, -1).replaceAll('""', '\u0000');
    if (!inner.includes('"')) return inner.replaceAll('\u0000', '"').trim();
  }
  return text.startsWith("'") && !text.includes("'", 1) ? text.slice(1).trim() : text;
}

/** A comma before a company's legal form does not separate: `Foo Co., Ltd.` */
const SEPARATORS = /(?:[、，;；|｜\r\n]|,(?!\s*(?:Ltd|Inc|LLC|Limited)\b))+/i;

/** 张三、李四; spaces do not separate, because names hold them (王　明). */
export function splitCell(cell: string): string[] {
  return cell
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const TRL =
  /^(?:trl)?[-\s]{0,3}(\d{1,2}(?:\.\d+)?)\s?级?(?:\s?[-~—–至到]{1,2}\s?(?:trl)?[-\s]{0,3}(\d{1,2}(?:\.\d+)?)\s?级?)?$/i;

const NUMERALS = '〇一二三四五六七八九';
const LONGEST_LEVEL = 40;

/** `7`, `TRL 6-7`, `5级`; `undefined` for other wording. The range 1–9 is not checked here. */
export function readTrl(cell: string): number | TrlRange | undefined {
  if (cell.length > LONGEST_LEVEL) return undefined;
  const text = cell.normalize('NFKC').trim();
  // 七级; a numeral within other words (三期) is none.
  const match = TRL.exec(
    text.replace(/[一二三四五六七八九](?=\s?级)/g, (char) => String(NUMERALS.indexOf(char))),
  );
  if (match === null) return undefined;
  const low = Number(match[1]);
  if (match[2] === undefined) return low;
  const high = Number(match[2]);
  return [Math.min(low, high), Math.max(low, high)];
}

const KINDS = new Map(
  Object.entries(KIND_WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind])),
);

/** Whether a text is a wording of a kind of record. */
export function isKindWord(cell: string): boolean {
  const word = cell.normalize('NFKC').replace(/\s+/g, '');
  return KINDS.has(word) || Object.hasOwn(KIND_WORDS, word);
}

/** The code of a kind wording; other text as it is, for validation to judge. */
export function readKind(cell: string): string {
  return KINDS.get(cell.normalize('NFKC').replace(/\s+/g, '')) ?? cell;
}

/** What people and programs write into a cell that has nothing to say. */
const PLACEHOLDERS = new Set(
  (
    'nan null none nil undefined n/a na #n/a #n/a! #ref! #value! #div/0! #name? #num! #null! - -- --- — —— ― － / // \\ 、 . .. ... … …… * ? ？ ' +
    '无 暂无 没有 无要求 略 从略 空 空白 未填 未填写 待填 待定 待补充 待完善 暂缺 不详 未知 未提供 暂未提供 ' +
    '详见附件 见附件 附件 见附表 详见附表 另附 见后 tbd todo'
  ).split(' '),
);
const LONGEST_PLACEHOLDER = 12;
const DASHES = /^[-—–―_/\\.…]+$/;

/**
 * Whether a cell says that it has nothing to say: signs alone, 无, 暂无, 详见附件, nan, errors of spreadsheets. 0 and 同上
 * say something.
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST_PLACEHOLDER) return false;
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^[(]|[)。.]$/g, '');
  return plain === '' || DASHES.test(plain) || PLACEHOLDERS.has(plain) || PLACEHOLDERS.has(text.trim());
}

const MARKUP =
  /<\/?(?:p|br|div|span|b|i|u|strong|em|font|li|ul|ol|td|th|tr|table|tbody|thead|h[1-6]|a|img|sub|sup|section|o:p)(?:\s[^<>]{0,2000})?\/?>/gi;
/** What begins or ends a line, and what stands apart from what is before it. */
const LINES = /^<\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|section)\b/i;
const CELLS = /^<\/?t[dh]\b/i;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d?));/gi;
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    middot: '·',
    times: '×',
    deg: '°',
    plusmn: '±',
    micro: 'µ',
    mu: 'μ',
    le: '≤',
    ge: '≥',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    mdash: '—',
    ndash: '–',
    hellip: '…',
    bull: '•',
    sup2: '²',
    sup3: '³',
    permil: '‰',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    phi: 'φ',
    omega: 'ω',
    Omega: 'Ω',
    Delta: 'Δ',
    Phi: 'Φ',
    ohm: 'Ω',
    radic: '√',

    divide: '÷',
    frac12: '½',
    euro: '€',
    yen: '¥',
    copy: '©',
    reg: '®',
    trade: '™',
  }),
);

/** The cell as a person reads it: without the markup of web pages, entities decoded, once. Unknown entities stay. */
export function plainText(cell: string): string {
  if (!/[<&]/.test(cell)) return cell;
  const bare = cell.replace(MARKUP, (tag) => (LINES.test(tag) ? '\n' : CELLS.test(tag) ? ' ' : ''));
  const text = bare.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}
