import type { Bilingual } from '../base/bilingual.ts';
import { Issues } from '../base/issues.ts';
import type { LeanMatch, MatchResult } from '../core/matcher/match.ts';
import { matchTable } from '../io/match-table.ts';
import type { ImportReport } from '../io/report.ts';
import { reportTable } from '../io/report-table.ts';
import type { Table, TableCell } from '../io/written-table.ts';
import { HEADERS } from './headers.ts';
import { labelsOf } from './labels.ts';
import { RESULT_PLANS, type ResultPlan, type TablePlan } from './plans.ts';

type Language = 'zh' | 'en';
type Item = Readonly<Record<string, unknown>>;

const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const;

/**
 * A result as tables for people, of which `writeCsv`, `writeTable`, a page and a terminal make what they need: matches, an
 * import report, supply and demand, the parts of a score, and what every programme answers. Codes are in words, texts in one
 * language, and lists of ids joined by 、. A result that holds several lists has a table for each that is not empty. O(cells).
 * @param result one result, or a list of results of one kind (of `matchAll`, of `checkMatches`).
 * @param language of headers, labels and texts. Default `zh`.
 * @throws InputError `INVALID_OPTIONS` for what is no result of the library.
 */
export function rows(result: object, language: Language = 'zh'): Table[] {
  const issues = new Issues();
  issues.expect(language === 'zh' || language === 'en', 'language', "'zh' or 'en'", language);
  const isObject = typeof result === 'object' && result !== null;
  const items = (Array.isArray(result) ? result : [result]) as readonly Item[];
  const first = isObject ? items[0] : undefined;
  const isItem = typeof first === 'object' && first !== null;
  const isNone = Array.isArray(result) && items.length === 0;
  const plan = isItem ? planOf(first) : undefined;
  issues.expect(plan !== undefined || isNone, 'result', 'a result of the library', result);
  issues.throwAsOptions();
  if (isNone) return [];
  if (plan === 'matches') {
    const results = items as unknown as readonly MatchResult<unknown, LeanMatch>[];
    return [
      matchTable(results as readonly MatchResult[], {
        language,
        name: { zh: '匹配', en: 'matches' }[language],
      }),
    ];
  }
  if (plan === 'report')
    return items.map((report) => reportTable(report as unknown as ImportReport, language));
  const tables = plan!.tables.map((one) => tableOf(items, one, language));
  const filled = tables.filter((table) => table.rows.length > 0);
  return filled.length === 0 ? tables.slice(0, 1) : filled;
}

function planOf(item: Item): ResultPlan | 'matches' | 'report' | undefined {
  const has = (keys: string) => keys.split(' ').every((key) => key in item);
  if (has('queryId matches candidates')) return 'matches';
  if (has('records leftOut notices columns')) return 'report';
  return RESULT_PLANS.find(({ keys }) => has(keys));
}

/** A row: its item, and what holds it from the outside to the inside. */
interface Row {
  readonly item: Item;
  readonly around: readonly Item[];
}

function tableOf(results: readonly Item[], { at, zh, en, columns }: TablePlan, language: Language): Table {
  const found = results.flatMap((result) => at.split('+').flatMap((path) => rowsAt(result, path)));
  const fields = columns.split(' ').map((column) => fieldOf(column));
  return {
    name: { zh, en }[language],
    columns: fields.map(({ header }) => ({ header: HEADERS[header]![language === 'zh' ? 0 : 1] })),
    rows: found.map((row) => fields.map((field) => cellOf(row, field, language))),
  };
}

function rowsAt(result: Item, path: string): Row[] {
  let rows: Row[] = [{ item: result, around: [] }];
  if (path === '.') return rows;
  for (const step of path.split('.')) {
    rows = rows.flatMap(({ item, around }) => {
      const inside = item[step];
      const list = Array.isArray(inside) ? inside : inside === undefined || inside === null ? [] : [inside];
      return list.map((one) => ({ item: one as Item, around: [...around, item] }));
    });
  }
  return rows;
}

/** A column, read from its plan. */
interface Field {
  readonly path: string;
  readonly header: string;
  /** Whether what holds the row has it. */
  readonly isOutside: boolean;
  readonly isCount: boolean;
  readonly isPerson: boolean;
  readonly labels: Readonly<Record<string, Bilingual>> | undefined;
}

function fieldOf(column: string): Field {
  const [told, header] = column.split('=') as [string, string?];
  const [marked, labels] = told.split('@') as [string, string?];
  const path = marked.replace(/^\^|[#~]$/g, '');
  return {
    path,
    header: header ?? path.slice(path.lastIndexOf('.') + 1),
    isOutside: marked.startsWith('^'),
    isCount: marked.endsWith('#'),
    isPerson: marked.endsWith('~'),
    labels: labels === undefined ? undefined : labelsOf(labels),
  };
}

function cellOf({ item, around }: Row, field: Field, language: Language): TableCell {
  const { path, isOutside, isCount, isPerson, labels } = field;
  // One text in two fields.
  const steps = (path.includes('|') ? path.split('|')[language === 'zh' ? 0 : 1]! : path).split('.');
  if (path === '.') return textOf(item, language);
  const holder = isOutside ? around.findLast((one) => one[steps[0]!] !== undefined) : item;
  const values = valuesAt(holder, steps);
  if (isCount) return values.length;
  const shown = values.map((value) => {
    if (labels !== undefined && typeof value === 'string' && Object.hasOwn(labels, value))
      return labels[value]![language];
    return isPerson ? nameOf(value, around[0]) : textOf(value, language);
  });
  if (shown.length <= 1) return shown[0];
  return [...new Set(shown.map(String))].join(typeof values[0] === 'object' ? '；' : '、');
}

/** All values at a path, through lists. */
function valuesAt(holder: unknown, steps: readonly string[]): unknown[] {
  if (Array.isArray(holder)) return holder.flatMap((one) => valuesAt(one, steps));
  if (holder === undefined || holder === null) return [];
  const [step, ...rest] = steps;
  return step === undefined ? [holder] : valuesAt((holder as Item)[step], rest);
}

function textOf(value: unknown, language: Language): TableCell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value !== 'object' || value === null) return undefined;
  const { [language]: text, name } = value as Item;
  return typeof text === 'string' ? text : typeof name === 'string' ? name : undefined;
}

/** What the ids of participants begin with: of organisations and records. */
const PARTICIPANT = /^(?:org|record):/;

/** The name of a participant that the result lists, else the id without what kind of id it is. */
function nameOf(id: unknown, result: Item | undefined): TableCell {
  const { participants } = (result ?? {}) as { readonly participants?: readonly Item[] };
  const found = participants?.find((one) => one.id === id);
  return (found?.name ?? String(id).replace(PARTICIPANT, '')) as TableCell;
}
