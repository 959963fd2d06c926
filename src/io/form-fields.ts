import type { HeaderMeaning, HeaderTable } from './header-table.ts';
import { headerUnit } from './header-text.ts';

/** Labels of a form, and their values to the right or in the same cell. */

/** A cell of a form. */
export interface FormCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** A cell that is neither label nor value. */
export interface RestCell extends FormCell {
  /** Whether it stands before the labels of its row, as headings of groups do, or in brackets, as hints do. */
  readonly isAside: boolean;
}

/** A label of a form, and where its value stands. */
export interface FormField {
  readonly label: string;
  readonly meaning: HeaderMeaning | undefined;
  readonly unit: string | undefined;
  readonly value: string;
  readonly row: number;
  readonly column: number;
}

/** What a row of a form says, and the cells that are neither label nor value. */
export interface RowFields {
  readonly fields: readonly FormField[];
  readonly rest: readonly RestCell[];
}

/** A label without a meaning is a few characters. */
const LONGEST_UNKNOWN = 12;
const LONGEST_LABEL = 60;
const ASIDE = /^[(（[【*※].*[)）\]】]?$/s;

/** Labels of a row and what stands to the right of each, up to the next label. */
export function fieldsOf(row: readonly string[], at: number, table: HeaderTable): RowFields {
  const cells: { readonly text: string; readonly column: number; end: number }[] = [];
  row.forEach((text, column) => {
    if (text === '') return;
    const before = cells.at(-1);
    if (before?.text === text) before.end = column;
    else cells.push({ text, column, end: column });
  });
  const fields: FormField[] = [];
  const rest: RestCell[] = [];
  for (let i = 0; i < cells.length; i++) {
    const { text, column, end } = cells[i]!;
    const inline = inlineFields(text, at, column, table);
    if (inline.length > 0) {
      for (const field of inline) fields.push(field);
      continue;
    }
    const meaning = labelMeaning(text, table);
    const unit = headerUnit(text);
    const next = cells[i + 1];
    const after = next === undefined ? undefined : labelMeaning(next.text, table);
    const isValue =
      next !== undefined &&
      (after === undefined || isWording(next.text, after, meaning, next.column === end + 1));
    if (isValue && (meaning !== undefined || text.length <= LONGEST_UNKNOWN)) {
      fields.push({ label: text, meaning, unit, value: next.text, row: at, column: next.column });
      i++;
    } else if (meaning === undefined)
      rest.push({ text, row: at, column, isAside: fields.length === 0 || ASIDE.test(text) });
    // A label without a value.
    else fields.push({ label: text, meaning, unit, value: '', row: at, column });
  }
  return { fields, rest };
}

/** 视情况 right beside 预算 ends as a label does, and is none; 投入（万元） is one. */
function isWording(
  text: string,
  { rule }: HeaderMeaning,
  label: HeaderMeaning | undefined,
  isBeside: boolean,
): boolean {
  return rule === 'end' && label !== undefined && isBeside && headerUnit(text) === undefined;
}

/** Where another label may begin in a value: 某厂  联系人：某某. */
const NEXT_LABEL = /(?<=\s)[^\s:：]{2,12}[:：]/g;

/** 需求名称：铸件清理, in one cell; what follows behind white space may be the next label. */
function inlineFields(text: string, row: number, column: number, table: HeaderTable): FormField[] {
  const colon = /[:：]/.exec(text.slice(0, 24))?.index ?? -1;
  if (colon <= 0 || text.slice(colon + 1).trim() === '') return [];
  const first = text.slice(0, colon);
  if (labelMeaning(first, table) === undefined) return [];
  const starts = [{ label: first, at: 0, end: colon + 1 }];
  for (const match of text.matchAll(NEXT_LABEL)) {
    if (match.index < colon) continue;
    const label = match[0].slice(0, -1);
    const isKnown = !['end', 'part', undefined].includes(labelMeaning(label, table)?.rule);
    if (isKnown || /(?:\s{2}|\n)$/.test(text.slice(Math.max(0, match.index - 2), match.index)))
      starts.push({ label, at: match.index, end: match.index + match[0].length });
  }
  return starts.map(({ label, end }, i) => ({
    label,
    meaning: labelMeaning(label, table),
    unit: headerUnit(label),
    value: text.slice(end, starts[i + 1]?.at).trim(),
    row,
    column,
  }));
}

/** What a cell means as a label. */
export function labelMeaning(text: string, table: HeaderTable): HeaderMeaning | undefined {
  return text.length > LONGEST_LABEL ? undefined : table(text);
}
