import { CONDITION_STATUS_LABELS, type ConditionStatus } from '../common/conditions.ts';
import {
  col,
  kindOf,
  named,
  percent,
  type Sheet,
  type SheetValue,
  sheet,
  soleKind,
  word,
} from '../common/sheets.ts';
import type { SupplyClass } from './classes.ts';
import type { ClassCount } from './counters.ts';
import { REGISTER_LABELS } from './labels.ts';
import type { PolicyTable, RecordPolicies } from './policies.ts';

/** The name of a class; nothing for none. */
export function classOf(supplyClass: SupplyClass | null): SheetValue {
  return supplyClass === null ? undefined : word(REGISTER_LABELS.class, supplyClass);
}

function count({ policies }: RecordPolicies, wanted: ConditionStatus): number {
  return policies.filter(({ status }) => status === wanted).length;
}

/** How far the year has come. */
function countSheets(counts: readonly ClassCount[]): Sheet[] {
  const rows = counts.flatMap((count) => count.ids.map((id) => ({ ...count, id })));
  return [
    sheet('三类成果', 'classes', counts, [
      col('类别', 'class', ({ name }) => name),
      col('清单', 'register', ({ register }) => word(REGISTER_LABELS.register, register)),
      col('年度目标', 'target', ({ target }) => target),
      col('已完成', 'count', ({ count }) => count),
      col('完成率（%）', 'share (%)', ({ share }) => percent(share)),
      col('尚缺', 'missing', ({ missing }) => missing),
    ]),
    sheet('计入的记录', 'counted', rows, [
      col('类别', 'class', ({ name }) => name),
      named('记录', 'record', ({ id }) => id),
    ]),
  ];
}

/** Classes by measures; every policy for every record; records of no class. */
function policySheets({ table, records, unclassified }: PolicyTable): Sheet[] {
  const cells = table.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
  const policies = records.flatMap((record) => record.policies.map((policy) => ({ record, policy })));
  return [
    sheet('分类施策', 'policies', cells, [
      col('类别', 'class', ({ row }) => row.name),
      col('该类记录', 'records of the class', ({ row }) => row.records.length),
      col('措施', 'measure', ({ cell }) => word(REGISTER_LABELS.measure, cell.measure)),
      col('政策', 'policies', ({ cell }) => cell.policies),
      col('惠及记录', 'records it applies to', ({ cell }) => cell.records.length),
      col('待核实记录', 'records to be checked', ({ cell }) => cell.unknown.length),
    ]),
    sheet('逐项政策', 'policies by record', policies, [
      named('记录', 'record', ({ record }) => record.id),
      col('类别', 'class', ({ record }) => classOf(record.supplyClass)),
      named(
        '政策',
        'policy',
        ({ policy }) => policy.policyId,
        ({ policy }) => policy.title,
      ),
      col('结果', 'result', ({ policy }) => word(CONDITION_STATUS_LABELS, policy.status)),
      col('不符合', 'fails', ({ policy }) => policy.failed.map((test) => word(REGISTER_LABELS.test, test))),
      col('待核实', 'to be checked', ({ policy }) =>
        policy.unknown.map((test) => word(REGISTER_LABELS.test, test)),
      ),
      col('原因', 'reason', ({ policy }) => policy.reason),
    ]),
    sheet(
      '未分类',
      'no class',
      unclassified,
      named('记录', 'record', (id) => id),
    ),
    sheet('全部记录', 'records', records, [
      named('记录', 'record', ({ id }) => id),
      col('类别', 'class', ({ supplyClass }) => classOf(supplyClass)),
      col('适用政策', 'policies that apply', (one) => count(one, 'met')),
      col('待核实政策', 'policies to be checked', (one) => count(one, 'unknown')),
    ]),
  ];
}

/** Counts and policies of the classes, as tables. */
export const CLASS_TABLES = [
  soleKind<PolicyTable>(['records', 'table', 'unclassified'], policySheets),
  kindOf<ClassCount>('listed', ['supplyClass', 'register', 'target', 'share'], countSheets),
];
