import type { Bilingual } from '../base/bilingual.ts';
import type { MatchResult } from '../core/matcher/match.ts';
import type { Table, TableCell } from './written-table.ts';

/** Results as tables that an office can open. */

/** How a table is made of results. */
export interface TableOptions {
  /** Language of headers and of texts in two languages. Default `zh`. */
  readonly language?: 'zh' | 'en';
  /** Name of the sheet. */
  readonly name?: string;
}

const HEADERS = {
  zh: ['需求编号', '名次', '编号', '名称', '单位', '得分', '等级', '理由'],
  en: ['demand', 'rank', 'id', 'title', 'organisation', 'score', 'level', 'reason'],
} as const;

/** What a row of a host may have of a record. */
interface Named {
  readonly title?: unknown;
  readonly organization?: unknown;
  /** Named where the organisation is not: who completed an achievement. */
  readonly completingOrganizations?: unknown;
}

/** The header of the need that a match corresponds to. */
const NEED_HEADER = { zh: '对应需求', en: 'need' } as const;

/**
 * Matches of any number of queries, a row each: query, rank, id, title, organisation, score, level and reason; where a
 * query has several needs, also the one that each match corresponds to.
 */
export function matchTable<R>(
  results: readonly MatchResult<R>[],
  { language = 'zh', name }: TableOptions = {},
): Table {
  const hasNeeds = results.some(({ needs }) => needs !== undefined);
  const rows = results.flatMap(({ queryId, matches, needs }) =>
    matches.map((match): TableCell[] => {
      const { title, organization, completingOrganizations } = (match.record ?? {}) as Named;
      const { labelZh, labelEn } = match.level ?? {};
      return [
        queryId,
        match.rank,
        match.id,
        typeof title === 'string' ? title : undefined,
        nameOf(organization) ?? nameOf([completingOrganizations].flat()[0]),
        match.score,
        language === 'zh' ? labelZh : labelEn,
        match.reason?.[language],
        ...(hasNeeds ? [match.need === undefined ? undefined : needs?.[match.need]?.text] : []),
      ];
    }),
  );
  return {
    ...(name === undefined ? {} : { name }),
    columns: [...HEADERS[language], ...(hasNeeds ? [NEED_HEADER[language]] : [])].map((header) => ({
      header,
    })),
    rows,
  };
}

function nameOf(organization: unknown): string | undefined {
  if (typeof organization === 'string') return organization;
  const name = (organization as { readonly name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : undefined;
}

/** How a table is made of rows. */
export interface RowTableOptions extends TableOptions {
  /** Field, or path to one (`chain.name`) → header; these columns and no others, in this order. Default: all fields. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Any rows as a table: of what a programme returns, or of a host's own. Texts in two languages are given in one, lists are
 * joined by 、, parts of objects are columns of their own (`chain.name`). O(cells).
 */
export function rowTable(
  rows: readonly object[],
  { language = 'zh', name, headers }: RowTableOptions = {},
): Table {
  const flat = rows.map((row) => {
    const cells = new Map<string, TableCell>();
    flatten(row, '', cells, language);
    return cells;
  });
  const fields =
    headers === undefined ? [...new Set(flat.flatMap((cells) => [...cells.keys()]))] : Object.keys(headers);
  return {
    ...(name === undefined ? {} : { name }),
    columns: fields.map((field) => ({ header: headers?.[field] ?? field })),
    rows: flat.map((cells) => fields.map((field) => cells.get(field))),
  };
}

function flatten(value: unknown, path: string, cells: Map<string, TableCell>, language: 'zh' | 'en'): void {
  if (value === null || value === undefined || typeof value === 'function') return;
  if (isBilingual(value)) cells.set(path, value[language]);
  else if (Array.isArray(value)) cells.set(path, value.map((item) => itemText(item, language)).join('、'));
  else if (typeof value === 'object' && !(value instanceof Date)) {
    for (const [key, part] of Object.entries(value))
      flatten(part, path === '' ? key : `${path}.${key}`, cells, language);
  } else if (typeof value === 'bigint' || typeof value === 'symbol') cells.set(path, String(value));
  else cells.set(path, value as TableCell);
}

function itemText(item: unknown, language: 'zh' | 'en'): string {
  if (isBilingual(item)) return item[language];
  return typeof item === 'object' && item !== null ? JSON.stringify(item) : String(item);
}

function isBilingual(value: unknown): value is Bilingual {
  if (typeof value !== 'object' || value === null) return false;
  const { zh, en } = value as Partial<Bilingual>;
  return typeof zh === 'string' && typeof en === 'string' && Object.keys(value).length === 2;
}
