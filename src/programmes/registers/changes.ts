import type { Bilingual } from '../../base/bilingual.ts';
import { type FieldValue, REGISTER_FIELDS, type Register, type RegisterRow } from './rows.ts';

/** What happened to a row since the last publication. */
export type RegisterChangeKind = 'added' | 'changed' | 'withdrawn' | 'expired';

/** Labels of {@link RegisterChangeKind}. */
export const REGISTER_CHANGE_LABELS: Readonly<Record<RegisterChangeKind, Bilingual>> = {
  added: { zh: '新增', en: 'added' },
  changed: { zh: '变更', en: 'changed' },
  withdrawn: { zh: '撤下', en: 'withdrawn' },
  expired: { zh: '到期', en: 'expired' },
};

/** A field that reads otherwise than before. */
export interface FieldChange {
  /** One of `REGISTER_FIELDS`, or `fields.NAME` for a field of the host. */
  readonly field: string;
  /** `null` for what was, or is, empty. */
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** One line of the change log. */
export interface RegisterChange {
  readonly register: Register;
  readonly kind: RegisterChangeKind;
  readonly id: string;
  /** Of the row that is published now, else of the one that was. */
  readonly title: string;
  /** For `changed`: what changed, in the order of the fields. */
  readonly fields: readonly FieldChange[];
}

/**
 * The changes of one register: added and changed rows in their present order, then expired and withdrawn ones in their
 * former order. A row that is gone has expired if its validity ended before the day, else it was withdrawn.
 */
export function changesOf(
  register: Register,
  before: readonly RegisterRow[],
  after: readonly RegisterRow[],
  asOf: string,
  expired: ReadonlySet<string>,
): RegisterChange[] {
  const former = new Map(before.map((row) => [row.id, row]));
  const present = new Set(after.map(({ id }) => id));
  const changes: RegisterChange[] = [];
  const add = (kind: RegisterChangeKind, { id, title }: RegisterRow, fields: readonly FieldChange[] = []) =>
    changes.push({ register, kind, id, title, fields });
  for (const row of after) {
    const old = former.get(row.id);
    if (old === undefined) add('added', row);
    else {
      const fields = fieldChanges(old, row);
      if (fields.length > 0) add('changed', row, fields);
    }
  }
  const gone = before.filter(({ id }) => !present.has(id));
  for (const row of gone) {
    if (expired.has(row.id) || hasEnded(row, asOf)) add('expired', row);
    else add('withdrawn', row);
  }
  return changes;
}

/** Whether the last day of a row's validity lies before a day. */
export function hasEnded({ validTo }: RegisterRow, asOf: string): boolean {
  return validTo !== null && validTo < asOf;
}

function fieldChanges(old: RegisterRow, row: RegisterRow): FieldChange[] {
  const usual = REGISTER_FIELDS.map((field) => ({ field, before: old[field], after: row[field] }));
  const names = new Set([...Object.keys(old.fields), ...Object.keys(row.fields)]);
  const extra = [...names].map((name) => ({
    field: `fields.${name}`,
    before: fieldOf(old, name),
    after: fieldOf(row, name),
  }));
  return [...usual, ...extra].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

/** A field of the host; one called `__proto__` is not looked for in the prototype. */
function fieldOf({ fields }: RegisterRow, name: string): FieldValue {
  return Object.hasOwn(fields, name) ? fields[name]! : null;
}
