import { firstFilled, textsOf } from './grid.ts';
import type { Header } from './header-rows.ts';
import { plainHeader } from './header-text.ts';

/** Tells the rows of a table that are records from those that are not. */

/** Why a row is no record. */
export type RowKind =
  | 'title'
  | 'total'
  | 'note'
  | 'section'
  | 'repeated-header'
  | 'hint'
  | 'number-only'
  | 'more-text'
  | 'label'
  | 'example';

const TOTAL = /^(?:合计|总计|小计|共计|累计|总和|total|sum)(?:[:：(（]|\d|$)/i;
const NOTE =
  /^(?:[*※＊]|(?:注|备注|说明|附注|注意|注意事项|填表说明|填写说明|填报说明|编制说明|填表人|填报人|制表人?|编制人?|审核人?|复核人?|负责人|联系人|联系方式|联系电话|电话|单位负责人|分管领导|经办人|填报单位|报送单位|填报日期|填表日期|制表日期|日期|盖章|签字|签章|数据来源|资料来源|单位)\s*(?:[(（][^()（）]{0,10}[)）]\s*)?(?:[:：]|\d+[.、]))|^第\s*\d+\s*页|^共\s*\d+\s*[页项条]|^\d+\s*\/\s*\d+\s*页?$|^[(（](?:盖章|公章|单位盖章)[)）]/;
const LABELLED = /^[^:：]{1,12}[:：]/;
const SECTION =
  /^[(（]?(?:[一二三四五六七八九十]{1,3}|[IVX]{1,4})[、.．）)]|^第[一二三四五六七八九十\d]{1,3}(?:部分|章|类|批|组)/;
const HEADING = /^[\u4e00-\u9fff]{2,14}(?:类|领域|产业|行业|方向|学院|研究院|专业组|板块|组)$/;
const HINT =
  /^[(（]?(?:必填|选填|可选|非必填|单选|多选|可多选|下拉选择|限?\d+字(?:以内|以下|内)?|不超过\d+字|请.{0,30}|格式[:：].{0,30}|填写.{0,30}|如[:：].{0,30}|例如.{0,40}|yyyy.{0,12}|万元|%)[)）]?$/i;
const EXAMPLE = /^(?:示例|样例|范例|填写示例|示范|例)\d*[:：]?$/;

/** 2027年1月5日, 某局（盖章）: below a table, and nothing else in the row. */
const SIGNED =
  /^\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?$|[(（](?:盖章|公章|签章|签字|签名|单位盖章|加盖公章)[)）]$/;

/**
 * What a body row is; `undefined` for a record.
 * @param row the cells as they are, without white space at their ends.
 * @param filled the same with merged cells filled.
 */
export function rowKind(
  row: readonly string[],
  filled: readonly string[],
  header: Header,
  headerRows: readonly (readonly string[])[],
): RowKind | undefined {
  const texts = textsOf(row);
  if (headerRows.some((other) => isSame(filled, other))) return 'repeated-header';
  const first = row[firstFilled(row)]!;
  const at = (field: string) => header.meanings.findIndex((meaning) => meaning?.field === field);
  const titleAt = at('title');
  const title = titleAt < 0 ? '' : (row[titleAt] ?? '');
  const others = texts.filter((text) => text !== first);
  const hasTitle = title !== '' && title !== first;
  const plain = plainHeader(first);
  if (TOTAL.test(plain) && (!hasTitle || isNumber(title))) return 'total';
  if (
    !hasTitle &&
    others.some((text) => TOTAL.test(plainHeader(text))) &&
    others.length <= 4 &&
    isNumber(first)
  )
    return 'total';
  if (NOTE.test(first) && (!hasTitle || others.every((text) => LABELLED.test(text)))) return 'note';
  if (EXAMPLE.test(plain.replace(/[()]/g, '')) && texts.length > 1) return 'example';
  if (texts.length > 1 && texts.every((text) => HINT.test(text))) return 'hint';
  const idAt = at('id');
  const cells = row.filter((cell) => cell !== '').length;
  if (cells === 1) {
    const place = firstFilled(row);
    const isId = place === idAt;
    // A running number alone is none; nor is a text that stands in its place.
    if (isId && header.meanings[idAt]!.rule === 'fallback' && header.names.length > 1)
      return isNumber(first) ? 'number-only' : isHeading(first) ? 'section' : 'note';
    if (header.names.length > 1 && SIGNED.test(first.slice(0, LONGEST_NAME))) return 'note';
    const isNamed =
      SECTION.test(first) || (place !== titleAt && HEADING.test(first)) || (idAt >= 0 && HEADING.test(first));
    const isWide = filled.filter((cell) => cell === first).length > 1;
    if (!isWide && place > titleAt && titleAt >= 0 && isMoreText(row, header)) return 'more-text';
    if (header.names.length > 1 && (isWide || isNamed || (place !== titleAt && !isId))) return 'section';
  }
  return undefined;
}

function isHeading(text: string): boolean {
  return SECTION.test(text) || HEADING.test(text);
}

/** Whether a row has texts alone, in columns of long texts: a paragraph of the record above. */
function isMoreText(row: readonly string[], header: Header): boolean {
  return row.every((cell, at) => cell === '' || OF_TEXT.has(header.meanings[at]?.field ?? ''));
}

const OF_TEXT = new Set(['text', 'abstract', 'problem', 'indicators', 'expectedOutcome', 'keyTechnology']);

function isNumber(text: string): boolean {
  return /^[\d.,]+$/.test(text) && text.length < 16;
}

/** A header of more characters is a note, too. */
const LONGEST_NAME = 120;

function isSame(row: readonly string[], other: readonly string[]): boolean {
  const length = Math.max(row.length, other.length);
  let filled = 0;
  for (let i = 0; i < length; i++) {
    const [a, b] = [row[i] ?? '', other[i] ?? ''];
    if (a !== '') filled++;
    if (a !== b && (a.length > LONGEST_NAME || plainHeader(a) !== plainHeader(b))) return false;
  }
  return filled > 0;
}
