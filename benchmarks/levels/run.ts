import { parseArgs } from 'node:util';
import { SHIPPED_LEVELS } from '../../src/defaults/levels.ts';
import { alignColumns } from '../evaluate/columns.ts';
import { digits } from '../evaluate/tables.ts';
import { fitLevels } from './fit.ts';
import { listsOf, unansweredLists } from './lists.ts';
import { crossValidated, type Lists, type Measured, measureLevels } from './measure.ts';
import { folderSet, type NamedSet, shippedSets } from './sets.ts';

export const USAGE = `等级校准 cuohe: 由随库的判定拟合等级，并衡量 / fits the shipped levels to the judgments of the repository, and measures them

用法 Usage: npm run --silent fit:levels -- [--data FOLDER …]

  --data FOLDER   判定文件夹 measures the shipped levels on a judged folder as well; 可重复 may be repeated
`;

/** Fits, measures, and gives what the command prints. */
export function run(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) return USAGE;
  const shipped = shippedSets().map((set) => withLists(set, true));
  const fitted = fitLevels(shipped.map(({ full }) => full));
  const others = (values.data ?? []).map((path) => withLists(folderSet(path), false));
  return [
    `拟合 fitted:  thresholds ${fitted.thresholds.join(', ')}; slope ${fitted.slope}`,
    `在用 shipped: thresholds ${SHIPPED_LEVELS.thresholds.join(', ')}; slope ${SHIPPED_LEVELS.slope}`,
    '',
    '交叉验证 On demands left out of the fit',
    table(crossValidated(shipped)),
    ...(others.length === 0
      ? []
      : [
          '',
          '另外的数据 On other data, the shipped levels',
          table(others.map((lists) => measureLevels(lists, SHIPPED_LEVELS))),
        ]),
    '',
  ].join('\n');
}

function withLists(set: NamedSet, isComplete: boolean): Lists {
  const answerable = set.judged.judgments.filter(({ grade }) => grade >= 2).map(({ demandId }) => demandId);
  return {
    name: set.name,
    isComplete,
    full: listsOf(set),
    without: unansweredLists(set),
    answerable: new Set(answerable),
  };
}

function table(rows: readonly Measured[]): string {
  const head = [
    '  数据 data',
    '需求 demands',
    'ECE',
    '概率 promised',
    '相关 relevant',
    'P@1 surest half',
    '80 %',
    'all',
    'AUC answered',
    '说有 said yes',
    '取走后 after removal',
  ];
  return alignColumns([
    head,
    ...rows.map((row) => [
      `  ${row.name}`,
      String(row.demands),
      ...[row.calibrationError, row.promised, row.held, ...row.precision, row.answeredAuc].map(digits),
      digits(row.saidWith),
      digits(row.saidWithout),
    ]),
  ]);
}
