import { fieldLabel } from '../common/field-labels.ts';
import {
  col,
  facts,
  LEFT_OUT,
  named,
  reasoned,
  type Sheet,
  type SheetValue,
  sheet,
  soleKind,
  word,
} from '../common/sheets.ts';
import { placeName } from '../places/regions.ts';
import type { FieldChange, RegisterChangeKind } from './changes.ts';
import { CLASS_TABLES, classOf } from './class-tables.ts';
import type { IssueList } from './issue-list.ts';
import type { IssueReport } from './issue-report.ts';
import { issueListSheets, issueSheets } from './issue-tables.ts';
import { REGISTER_LABELS } from './labels.ts';
import type { Publication } from './publish.ts';
import { REGISTER_FIELDS, REGISTERS, type Register, type RegisterRow } from './rows.ts';
import type { RegisterSnapshot } from './snapshot.ts';

const CHANGE_KINDS = Object.keys(REGISTER_LABELS.change) as RegisterChangeKind[];
const NOTHING = { zh: '无', en: 'nothing' };
const HOST_FIELD = 'fields.';

const register = <T extends { readonly register: Register }>() =>
  col<T>('清单', 'register', (item) => word(REGISTER_LABELS.register, item.register));

/** A register as it is published. */
function registerSheet(which: Register, rows: readonly RegisterRow[]): Sheet {
  const { zh, en } = REGISTER_LABELS.register[which];
  const extra = [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))];
  return sheet(zh, en, rows, [
    col('编号', 'id', ({ id }: RegisterRow) => id),
    ...REGISTER_FIELDS.filter((field) => field !== which).map((field) => ({
      header: REGISTER_LABELS.field[field],
      value: ({ [field]: value }: RegisterRow): SheetValue => shown(field, value),
    })),
    ...extra.map((field) =>
      col(fieldLabel(field).zh, fieldLabel(field).en, ({ fields }: RegisterRow) =>
        Object.hasOwn(fields, field) ? fields[field] : undefined,
      ),
    ),
  ]);
}

/** The three registers, and what counts for the classes. */
function snapshotSheets(snapshot: RegisterSnapshot): Sheet[] {
  return [
    ...REGISTERS.map((which) => registerSheet(which, snapshot[which])),
    sheet('计入年度目标', 'counted', snapshot.counted, [
      register(),
      named('记录', 'record', ({ id }) => id),
      col('类别', 'class', ({ supplyClass }) => classOf(supplyClass)),
      col('计入日', 'counted on', ({ on }) => on),
    ]),
    facts([['发布日', 'published on', snapshot.asOf]]),
  ];
}

function fieldName(field: string): SheetValue {
  if (field.startsWith(HOST_FIELD)) return fieldLabel(field.slice(HOST_FIELD.length));
  return word(REGISTER_LABELS.field, field as keyof typeof REGISTER_LABELS.field) ?? field;
}

/** A value of a field, where it is empty in words. */
function said(field: string, value: FieldChange['before']): SheetValue {
  if (value === null || (Array.isArray(value) && value.length === 0)) return NOTHING;
  return shown(field, value);
}

/** A value of a field as people read it. */
function shown(field: string, value: FieldChange['before']): SheetValue {
  if (field === 'supplyClass') return classOf(value as RegisterRow['supplyClass']);
  return field === 'regionCode' ? placeName(value as RegisterRow['regionCode']) : value;
}

/** Figures of the publication, changes field by field, what is left out, then the registers themselves. */
function publicationSheets({ snapshot, changes, unchanged, leftOut }: Publication): Sheet[] {
  const lines = changes.flatMap(({ fields, ...change }) => {
    const told: readonly (FieldChange | undefined)[] = fields.length === 0 ? [undefined] : fields;
    return told.map((field) => ({ ...change, field }));
  });
  const expired = REGISTERS.flatMap((which) => leftOut[which].expired.map((id) => ({ register: which, id })));
  return [
    sheet(
      '发布情况',
      'publication',
      REGISTERS.map((which) => ({ register: which })),
      [
        register(),
        col('在册', 'rows', (item) => snapshot[item.register].length),
        ...CHANGE_KINDS.map((kind) => ({
          header: REGISTER_LABELS.change[kind],
          value: (item: { readonly register: Register }) =>
            changes.filter((change) => change.register === item.register && change.kind === kind).length,
        })),
        col('未变', 'unchanged', (item) => unchanged[item.register]),
        col('过期未列', 'ended, left out', (item) => leftOut[item.register].expired.length),
        col('涉密未列', 'above the clearance, left out', (item) => leftOut[item.register].withheld),
      ],
    ),
    sheet('变更', 'changes', lines, [
      register(),
      col('变更', 'change', ({ kind }) => word(REGISTER_LABELS.change, kind)),
      named(
        '记录',
        'record',
        ({ id }) => id,
        ({ title }) => title,
      ),
      col('字段', 'field', ({ field }) => (field === undefined ? undefined : fieldName(field.field))),
      col('原为', 'before', ({ field }) =>
        field === undefined ? undefined : said(field.field, field.before),
      ),
      col('现为', 'after', ({ field }) => (field === undefined ? undefined : said(field.field, field.after))),
    ]),
    sheet('未列入', 'left out', expired, [
      register<(typeof expired)[number]>(),
      ...reasoned<(typeof expired)[number]>(
        '记录',
        'record',
        ({ id }) => id,
        () => LEFT_OUT.expired,
      ),
    ]),
    ...snapshotSheets(snapshot),
  ];
}

/** Results of the programme, as tables. */
export const REGISTER_TABLES = [
  soleKind<Publication>(['snapshot', 'changes', 'unchanged', 'leftOut'], publicationSheets),
  soleKind<RegisterSnapshot>(['achievements', 'projects', 'problems', 'counted'], snapshotSheets),
  soleKind<IssueReport>(['asOf', 'meetings', 'owners', 'matters'], issueSheets),
  soleKind<IssueList>(['events', 'issues'], issueListSheets),
  ...CLASS_TABLES,
];
