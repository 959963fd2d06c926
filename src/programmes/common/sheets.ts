import type { Bilingual } from '../../base/bilingual.ts';
import type { TrlRange } from '../../core/records/stages.ts';
import { nameOf } from './organization.ts';

/** Results as sheets: what a table says, before somebody chooses the language. */

/** What something is called where the host's titles have no name for its id. */
export interface Called extends Bilingual {
  readonly id: string;
}

/** What stands in a cell; a list is one cell, nothing an empty one. */
export type SheetValue =
  | string
  | number
  | boolean
  | Bilingual
  | Called
  | readonly SheetValue[]
  | null
  | undefined;

/** A column: what it is called and what of an item stands in it. */
export interface SheetColumn<T> {
  readonly header: Bilingual;
  readonly value: (item: T) => SheetValue;
  /** Of a column of names: the id of which the host may know the title. */
  readonly ofId?: (item: T) => string | null | undefined;
  /** Whether the column is there for titles of the host alone, and without them is left out. */
  readonly isForTitles?: boolean;
}

/** Columns of items, those that belong together side by side. */
export type SheetColumns<T> = readonly (SheetColumn<T> | readonly SheetColumn<T>[])[];

/** A table in both languages: its name (at most 31 characters in each, for a workbook), its columns, its rows. */
export interface Sheet {
  readonly name: Bilingual;
  readonly columns: readonly SheetColumn<never>[];
  readonly items: readonly unknown[];
}

/** A kind of result: how it is told from all others, and its tables. */
export interface SheetKind {
  /** Keys that a result of the kind has, and together no other one. */
  readonly keys: readonly string[];
  /** What else must hold, where keys alone do not tell. */
  readonly is?: (result: Readonly<Record<string, unknown>>) => boolean;
  /** Whether it comes alone, as a list, or as either: then a list is in the same tables as one. */
  readonly comes: 'alone' | 'listed' | 'either';
  /** The main table first. @param results one of a kind that comes alone. */
  readonly sheets: (results: readonly never[]) => readonly Sheet[];
}

/** A kind of result. Keys are held to its type. */
export function kindOf<T>(
  comes: SheetKind['comes'],
  keys: readonly (keyof T & string)[],
  sheets: (results: readonly T[]) => readonly Sheet[],
  is?: (result: Readonly<Record<string, unknown>>) => boolean,
): SheetKind {
  return { keys, comes, sheets, ...(is === undefined ? {} : { is }) };
}

/** A kind of result that comes alone. */
export function soleKind<T>(
  keys: readonly (keyof T & string)[],
  sheets: (result: T) => readonly Sheet[],
): SheetKind {
  return kindOf<T>('alone', keys, ([result]) => sheets(result!));
}

/** A table of items, a row each. */
export function sheet<T>(
  zh: string,
  en: string,
  items: readonly T[],
  columns: SheetColumns<NoInfer<T>>,
): Sheet {
  return { name: { zh, en }, columns: columns.flat(), items };
}

/** A column. */
export function col<T>(zh: string, en: string, value: (item: T) => SheetValue): SheetColumn<T> {
  return { header: { zh, en }, value };
}

/**
 * An id, and beside it what people call it: what the result says, else the title that the host knows. Without either the
 * second column is left out.
 */
export function named<T>(
  zh: string,
  en: string,
  id: (item: T) => string | null | undefined,
  name?: (item: T) => SheetValue,
): readonly SheetColumn<T>[] {
  return [
    col(`${zh}编号`, `${en} id`, id),
    {
      header: { zh: `${zh}名称`, en: `${en} name` },
      value: name ?? (() => undefined),
      ofId: id,
      isForTitles: name === undefined,
    },
  ];
}

/** What a result tells of itself, a row each: its day, its quality, what was only counted. */
export function facts(items: readonly (readonly [zh: string, en: string, value: SheetValue])[]): Sheet {
  return sheet('概况', 'summary', items, [
    col('项目', 'item', ([zh, en]) => ({ zh, en })),
    // An empty cell would leave open whether there are any.
    col('内容', 'content', ([, , value]) => (Array.isArray(value) && value.length === 0 ? NOTHING : value)),
  ]);
}

const NOTHING: Bilingual = { zh: '无', en: 'none' };

/** Facts: the day on which records had to be valid. */
export function dayFact({ asOf }: { readonly asOf: string | null }) {
  return ['基准日', 'as of', asOf ?? NO_DAY] as const;
}

/** Where no day was given. */
export const NO_DAY: Bilingual = { zh: '未指定（不判断到期）', en: 'none given (nothing has ended)' };

/** What decides where no score is given, by what it is to show. */
export const BY_LEVEL = {
  answers: { zh: '按匹配等级：较强及以上', en: 'by level: fairly strong or better' },
  near: { zh: '按匹配等级：弱及以上', en: 'by level: weak or better' },
} as const satisfies Record<string, Bilingual>;

/** Facts: the score that decides, or that levels do. */
export function thresholdFact(zh: string, en: string, minScore: number | null, mark: keyof typeof BY_LEVEL) {
  return [zh, en, minScore ?? BY_LEVEL[mark]] as const;
}

/** Columns of an id and why it stands here. */
export function reasoned<T>(
  zh: string,
  en: string,
  id: (item: T) => string,
  reason: (item: T) => SheetValue,
): SheetColumns<T> {
  return [named(zh, en, id), col('原因', 'reason', reason)];
}

/** What a code is called; one that is not known, of a result that was stored in former words, is shown itself. */
export function word<K extends string>(
  labels: Readonly<Record<K, Bilingual>>,
  code: K | undefined,
): SheetValue {
  return code !== undefined && Object.hasOwn(labels, code) ? labels[code] : code;
}

/** Why something is left out, in words. */
export const LEFT_OUT = {
  expired: { zh: '已过有效期', en: 'has ended' },
  secret: { zh: '密级超出范围', en: 'above the clearance' },
} as const satisfies Record<string, Bilingual>;

/** A number with as many decimals as people read; nothing for none. */
export function rounded(value: number | null | undefined, decimals = 3): number | undefined {
  return value === undefined || value === null ? undefined : Number(value.toFixed(decimals));
}

/** A share as percent. */
export function percent(share: number | null | undefined): number | undefined {
  return share === undefined || share === null ? undefined : rounded(100 * share, 1);
}

/** Yuan as ten thousands, to the fen. */
export function tenThousands(yuan: number | null | undefined): number | undefined {
  return yuan === undefined || yuan === null ? undefined : rounded(yuan / 10_000, 6);
}

/** Levels of readiness: `TRL 6–7`. */
export function levels(trl: TrlRange | undefined): string | undefined {
  return trl === undefined ? undefined : `TRL ${[...new Set(trl)].join('–')}`;
}

/** What a host's row may say of itself. */
interface Shown {
  readonly title?: unknown;
  readonly organization?: unknown;
}

/** The title of a host's row. */
export function titleOf(record: unknown): string | undefined {
  const { title } = ((record ?? {}) as Shown) ?? {};
  return typeof title === 'string' ? title : undefined;
}

/** The organisation of a host's row. */
export function unitOf(record: unknown): string | undefined {
  const { organization } = ((record ?? {}) as Shown) ?? {};
  if (typeof organization === 'string') return nameOf(organization);
  const { name } = ((organization ?? {}) as { readonly name?: unknown }) ?? {};
  return typeof name === 'string' ? nameOf(name) : undefined;
}
