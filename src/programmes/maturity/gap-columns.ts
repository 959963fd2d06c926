import { col, levels, rounded, type SheetColumn, type SheetValue, word } from '../common/sheets.ts';
import type { MaturityGap } from './gap.ts';
import { MATURITY_LABELS } from './labels.ts';
import type { Readiness } from './readiness.ts';
import { MATURITY_STEPS } from './steps.ts';

const STEP_NAMES: ReadonlyMap<string, SheetValue> = new Map(
  MATURITY_STEPS.map(({ code, name }) => [code, name]),
);
const ASSUMED = { zh: '未注明，按可应用', en: 'not stated, taken as ready to use' };

function stated({ trl, phrase, source }: Readiness): SheetValue {
  return [levels(trl), phrase, source === 'assumed' ? ASSUMED : undefined];
}

/** Columns of a gap. */
export function gapColumns<T>(gapOf: (item: T) => MaturityGap): readonly SheetColumn<T>[] {
  const of =
    (value: (gap: MaturityGap) => SheetValue) =>
    (item: T): SheetValue =>
      value(gapOf(item));
  return [
    col(
      '成熟度',
      'maturity',
      of(({ status }) => word(MATURITY_LABELS.status, status)),
    ),
    col(
      '现为',
      'supply is at',
      of(({ supply }) => stated(supply)),
    ),
    col(
      '要求',
      'demand asks for',
      of(({ demand }) => stated(demand)),
    ),
    col(
      '最少差几级',
      'levels missing at least',
      of((gap) => gap.levels?.[0]),
    ),
    col(
      '最多差几级',
      'levels missing at most',
      of((gap) => gap.levels?.[1]),
    ),
    col(
      '接近程度',
      'closeness',
      of(({ closeness }) => rounded(closeness)),
    ),
    col(
      '下一步',
      'next step',
      of(({ step }) => step.name),
    ),
    col(
      '怎么做',
      'what to do',
      of(({ step }) => step.advice),
    ),
    col(
      '全程',
      'path',
      of(({ path }) => path.map((code) => STEP_NAMES.get(code) ?? code)),
    ),
  ];
}
