import type { TrlRange } from '../core/records/stages.ts';
import { KIND_WORDS } from './headers.ts';

/** Reads the text of one cell. */

const EXCEL_TEXT = /^="((?:[^"]|"")*)"$/;
const LEADING_APOSTROPHE = /^'[^']*$/;

/** The cell as its author saw it in Excel: `="001"` and `'001` are the text 001; empty is `''`. */
export function cleanCell(cell: string): string {
  const text = cell.trim();
  const formula = EXCEL_TEXT.exec(text);
  if (formula !== null) return formula[1]!.replaceAll('""', '"').trim();
  return LEADING_APOSTROPHE.test(text) ? text.slice(1).trim() : text;
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

const TRL = /^(?:trl)?[-\s]*(\d+(?:\.\d+)?)\s*级?(?:\s*[-~—–至到]+\s*(?:trl)?[-\s]*(\d+(?:\.\d+)?)\s*级?)?$/i;

/** `7`, `TRL 6-7`, `5级`; `undefined` for other wording. The range 1–9 is not checked here. */
export function readTrl(cell: string): number | TrlRange | undefined {
  const match = TRL.exec(cell.normalize('NFKC').trim());
  if (match === null) return undefined;
  const low = Number(match[1]);
  if (match[2] === undefined) return low;
  const high = Number(match[2]);
  return [Math.min(low, high), Math.max(low, high)];
}

const KINDS = new Map(
  Object.entries(KIND_WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind])),
);

/** The code of a kind wording; other text as it is, for validation to judge. */
export function readKind(cell: string): string {
  return KINDS.get(cell.normalize('NFKC').replace(/\s+/g, '')) ?? cell;
}

const UNIT =
  /(?:(?:百万|千万|[百千万亿])?(?:美元|美金|欧元|日元|港元|港币|元|圆)|[百千]?[万亿](?![一-龥])|usd|eur)(?:\/[^,;]+)?/i;

/** The unit of money that the notes of a header name: 万元 of （单位：万元）, 元/年 of （元/年）. */
export function moneyUnit(notes: readonly string[]): string | undefined {
  for (const note of notes) {
    const unit = UNIT.exec(note)?.[0];
    if (unit !== undefined) return unit;
  }
  return undefined;
}

const NUMBER = String.raw`\d[\d,，]*(?:\.\d+)?`;
const ONE_SUM = new RegExp(String.raw`^(\D*?)(${NUMBER}(?:\s*[-~～－—–至到]+\s*${NUMBER})?)(\D*)$`);
/** Words beside a number that are, or forbid, a unit of money. */
const OTHER_UNIT = /[十百千万亿元圆币年月日天个项%％‰$€¥￥]|[a-z]/i;

/** A sum with the unit of its column, unless the cell names one: 200 → 200万元, 不超过50 → 不超过50万元. */
export function withUnit(cell: string, unit: string | undefined): string {
  if (unit === undefined) return cell;
  const match = ONE_SUM.exec(cell.normalize('NFKC'));
  if (match === null) return cell;
  const [, before, sum, after] = match;
  return OTHER_UNIT.test(before!) || OTHER_UNIT.test(after!) ? cell : `${before}${sum}${unit}${after}`;
}
