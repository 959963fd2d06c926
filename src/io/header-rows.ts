import { type Grid, textsOf } from './grid.ts';
import type { HeaderMeaning, HeaderTable } from './header-table.ts';
import { bareHeader, headerUnit, openedHeader, plainHeader } from './header-text.ts';

/** Finds the rows of a header by what their cells say, wherever they stand, and joins what stands below each other. */

/** The header of one table. */
export interface Header {
  /** Positions of its first and last row. */
  readonly first: number;
  readonly last: number;
  /** Wording by column, groups joined by a stroke (资金情况/拟投入资金); `undefined` for none. */
  readonly names: readonly (string | undefined)[];
  readonly meanings: readonly (HeaderMeaning | undefined)[];
  /** Unit of money that a column or its group names. */
  readonly units: readonly (string | undefined)[];
  /** How many cells said a field, those that are sure counting 1. */
  readonly score: number;
}

/** What a known cell adds. A last word proves nothing: titles of records end in 关键技术 too. */
const WEIGHT = { option: 1, known: 1, fallback: 0.75, part: 0.5, end: 0 } as const;
/** From here on a row is a header; one known cell is enough beside a title. */
const ENOUGH = 1.75;
/** A header without its notes is a few words. */
const LONGEST_NAME = 24;
const MOST_LEVELS = 3;

/** Score of a row as a header, and whether it has a title. */
export function scoreOf(
  row: readonly string[],
  table: HeaderTable,
): { readonly score: number; readonly hasTitle: boolean } {
  let score = 0;
  let hasTitle = false;
  const fields = new Set<string>();
  for (const cell of textsOf(row)) {
    if (cell.length > 120 || hasValue(cell)) continue;
    const meaning = bareHeader(cell).length <= LONGEST_NAME ? table(cell) : undefined;
    if (meaning === undefined) continue;
    if (meaning.field === 'title') hasTitle = true;
    if (fields.has(meaning.field)) continue;
    fields.add(meaning.field);
    score += WEIGHT[meaning.rule];
  }
  return { score, hasTitle };
}

/** Whether a row below a header may be another one: two of its cells are known headers, told quickly. */
export function mayBeHeader(row: readonly string[], table: HeaderTable): boolean {
  let known = 0;
  for (const cell of row) if (cell !== '' && table.mayKnow(cell) && ++known === 2) return true;
  return false;
}

/** Whether a row is a header on its own. */
export function isHeader(row: readonly string[], table: HeaderTable): boolean {
  const { score, hasTitle } = scoreOf(row, table);
  return hasTitle && (score >= ENOUGH || (score >= 1 && textsOf(row).length <= 2));
}

/** The header whose main row is at a position, with the rows above and below that belong to it. */
export function headerAt(grid: Grid, at: number, table: HeaderTable, floor: number): Header {
  let first = at;
  while (first > floor && at - first < MOST_LEVELS - 1 && isGroupRow(grid[first - 1]!, grid[first]!)) first--;
  const titles = grid[at]!.flatMap((cell, column) =>
    cell !== '' && table(cell)?.field === 'title' ? [column] : [],
  );
  let last = at;
  while (
    last + 1 < grid.length &&
    last - first < MOST_LEVELS - 1 &&
    isDetailRow(grid[last + 1]!, grid[last]!, titles)
  )
    last++;
  const levels = grid.slice(first, last + 1);
  const width = Math.max(...levels.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  const groups = levels.map((row, level) => groupsOf(row, levels[level + 1], width));
  const columns = Array.from({ length: width }, (_, column) => levelsOf(levels, groups, column));
  return {
    first,
    last,
    names: columns.map((names) => (names.length === 0 ? undefined : names.map(inOneLine).join('/'))),
    meanings: columns.map((names) => meaningOf(names, table)),
    units: columns.map((names) => names.map(headerUnit).findLast((unit) => unit !== undefined)),
    score: scoreOf(grid[at]!, table).score,
  };
}

/** 填报单位：某市 is a label with its value. */
function hasValue(cell: string): boolean {
  return /^(?!其中)[^:：]{1,16}[:：]\s*[^\s(（]/.test(cell.slice(0, 40));
}

/** Words of a table's own title. */
const OF_TITLE = /汇总|清单|目录|附件|登记表|征集表|一览|统计表|^\d{4}年/;

/** Whether a row groups the columns of the one below: 资金情况（万元） above 拟投入资金 and 已投入资金. */
function isGroupRow(group: readonly string[], row: readonly string[]): boolean {
  const texts = textsOf(group);
  if (texts.length < 2 || texts.some((text) => isLong(text) || hasValue(text) || OF_TITLE.test(text)))
    return false;
  const below = new Map<string, Set<string>>();
  let standsAlone = false;
  let current = '';
  row.forEach((cell, column) => {
    const above = group[column] ?? '';
    if (above !== '') current = above;
    if (cell === '' || cell === above) {
      if (above !== '') standsAlone = true;
      return;
    }
    if (current !== '') below.set(current, (below.get(current) ?? new Set()).add(cell));
  });
  return standsAlone || [...below.values()].some((cells) => cells.size > 1);
}

/** Whether a row details the one above: nothing below the title, and a few words below blanks or groups. */
function isDetailRow(row: readonly string[], above: readonly string[], titles: readonly number[]): boolean {
  if (
    titles.length === 0 ||
    titles.some((column) => (row[column] ?? '') !== '' && row[column] !== above[column])
  )
    return false;
  const texts = textsOf(row);
  if (
    // One text alone is the heading of a section.
    texts.length < 2 ||
    texts.some((text) => isLong(text) || hasValue(text) || /^[-\d.,%]+$/.test(text))
  )
    return false;
  const counts = new Map<string, number>();
  for (const cell of above) if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  let isNew = false;
  for (const [column, cell] of row.entries()) {
    const over = above[column] ?? '';
    if (cell === '' || cell === over) continue;
    // Below a blank, below a group that spans columns, or a unit below its header.
    const followsGroup = over !== '' && ((counts.get(over) ?? 0) > 1 || (above[column + 1] ?? '') === '');
    if (over !== '' && !followsGroup && !UNIT_ROW.test(cell)) return false;
    isNew = true;
  }
  return isNew;
}

const UNIT_ROW = /^[(（]?(?:单位[:：])?(?:[百千]?[万亿]?元|[百千]?万|%|人|项|件|年|月|天)[)）]?$/;

function isLong(text: string): boolean {
  return text.length > 60 || bareHeader(text).length > LONGEST_NAME;
}

/** The wordings above a column from the top, without repetition; a group reaches over the blanks to its right. */
function levelsOf(levels: Grid, groups: Grid, column: number): string[] {
  const names: string[] = [];
  levels.forEach((row, level) => {
    const name = (row[column] ?? '') === '' ? groups[level]![column]! : row[column]!;
    if (name !== '' && names.at(-1) !== name) names.push(name);
  });
  return names;
}

function inOneLine(name: string): string {
  return name.replace(/\s{0,50}\n\s{0,50}/g, '');
}

/** By column the group to the left, unless that column or one between stands alone: has nothing in the row below. */
function groupsOf(row: readonly string[], below: readonly string[] | undefined, width: number): string[] {
  const groups: string[] = [];
  let open = '';
  for (let column = 0; column < width; column++) {
    const name = row[column] ?? '';
    const isAlone = (below?.[column] ?? '') === '';
    groups.push(isAlone ? '' : open);
    if (isAlone) open = '';
    else if (name !== '') open = name;
  }
  return groups;
}

/** Says nothing without its group: 联系人/姓名 is no title, 需求单位/名称 is one of an organisation. */
const GENERIC =
  /^(?:姓名|名称|全称|单位|单位名称|电话|手机|手机号|职务|职称|邮箱|编号|号码|类型|类别|性质|金额|时间|日期|地址|内容|简介|说明|备注|数量|领域|代码|来源|种类|名字)$/;
const PARTY = /企业|单位|公司|机构|发榜|需求方|供给方|申报|完成|持有/;
const NEUTRAL = /项目|需求|成果|技术|榜单|课题|难题|专利|^(?:基本(?:信息|情况)|信息|情况|概况|内容)$/;

function meaningOf(names: readonly string[], table: HeaderTable): HeaderMeaning | undefined {
  const detail = names.at(-1);
  if (detail === undefined) return undefined;
  if (names.length === 1) return table(detail);
  const own = table(names.join('/'));
  if (own?.rule === 'option') return own;
  const group = names.slice(0, -1).join('');
  const joined = table(`${bareHeader(group).replace(/(?:基本)?(?:情况|信息)$/, '')}${openedHeader(detail)}`);
  const isKnown = (meaning: HeaderMeaning | undefined) =>
    meaning?.rule === 'known' || meaning?.rule === 'option';
  if (GENERIC.test(bareHeader(detail)) && !NEUTRAL.test(plainHeader(group))) {
    const own = table(detail);
    // 企业情况/单位名称: both say whose.
    const ofParty = own?.field === 'organization' && PARTY.test(group) ? own : undefined;
    return [joined, table(group), ofParty].find(isKnown);
  }
  return table(detail) ?? [joined, table(group)].find(isKnown);
}
