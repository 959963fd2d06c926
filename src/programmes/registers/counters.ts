import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { COUNT, checkLists, checkOptions, optionsOf } from '../common/check.ts';
import { SUPPLY_CLASS_LABELS, SUPPLY_CLASSES, type SupplyClass } from './classes.ts';
import { REGISTERS, type Register, type RegisterRow } from './rows.ts';
import { type CountedRow, type RegisterSnapshot, snapshotLists } from './snapshot.ts';

/** What a class is to reach in a year: rows of one register that are of the class. */
export interface ClassTarget {
  readonly supplyClass: SupplyClass;
  readonly register: Register;
  /** Whether only rows with a link to another register count. Default false. */
  readonly linked?: boolean;
  /** Rows a year, a whole number. */
  readonly perYear: number;
}

/** 「每年遴选自主创新重大成果不少于10项、组织产业创新项目不少于100项、链接企业技术需求不少于1000项」 */
export const CLASS_TARGETS: readonly ClassTarget[] = [
  { supplyClass: 'major-innovation', register: 'achievements', perYear: 10 },
  { supplyClass: 'industrial-innovation', register: 'projects', perYear: 100 },
  { supplyClass: 'enterprise-demand', register: 'problems', linked: true, perYear: 1000 },
];

/** Shape of a list of {@link ClassTarget}. */
export const CLASS_TARGET_LIST = z
  .array(
    optionsOf<ClassTarget>({
      supplyClass: z.enum(SUPPLY_CLASSES),
      register: z.enum(REGISTERS),
      linked: z.optional(z.boolean()),
      perYear: COUNT,
    }),
  )
  .check(
    z.refine(
      (targets) =>
        new Set(targets.map(({ supplyClass, register }) => `${supplyClass} ${register}`)).size ===
        targets.length,
      { error: 'one target for a class and register' },
    ),
  );

/** Which year is counted, and against what. */
interface CountOptions {
  readonly year: number;
  readonly targets?: readonly ClassTarget[];
}

/** A target and how far the year has come. */
export interface ClassCount {
  readonly supplyClass: SupplyClass;
  readonly name: Bilingual;
  readonly register: Register;
  readonly target: number;
  /** Rows that first met the target in the year, also those withdrawn since. */
  readonly count: number;
  /** `count` / `target`, not capped; 1 for a target of 0. */
  readonly share: number;
  /** Rows still missing, at least 0. */
  readonly missing: number;
  /** Ids of the rows that count. */
  readonly ids: readonly string[];
}

/** The rows of a publication that meet a target for the first time. */
export function newlyCounted(
  rows: Readonly<Record<Register, readonly RegisterRow[]>>,
  before: readonly CountedRow[],
  targets: readonly ClassTarget[],
  asOf: string,
): CountedRow[] {
  const keyOf = ({ supplyClass, register, id }: Omit<CountedRow, 'on'>) =>
    JSON.stringify([supplyClass, register, id]);
  const known = new Set(before.map(keyOf));
  return targets.flatMap(({ supplyClass, register, linked = false }) =>
    rows[register]
      .filter((row) => row.supplyClass === supplyClass && (!linked || isLinked(row)))
      .map(({ id }): CountedRow => ({ supplyClass, register, id, on: asOf }))
      .filter((row) => !known.has(keyOf(row))),
  );
}

function isLinked({ achievements, projects, problems }: RegisterRow): boolean {
  return achievements.length + projects.length + problems.length > 0;
}

/**
 * Counts a year's rows of the three classes against their yearly targets. Which rows count was told when they were
 * published, see `publishRegisters`: a row counts once, in the year of the publication in which it first met the target.
 *
 * serves: 「每年遴选自主创新重大成果不少于10项、组织产业创新项目不少于100项、链接企业技术需求不少于1000项」.
 * @param snapshot the latest publication.
 * @param options.year four digits. `options.targets`: default {@link CLASS_TARGETS}.
 *
 * Complexity: O(targets × counted rows).
 * @throws InputError `INVALID_RECORDS` for a damaged snapshot, `INVALID_OPTIONS`.
 */
export function countClasses(snapshot: RegisterSnapshot, options: CountOptions): ClassCount[] {
  checkOptions(options, COUNT_OPTIONS);
  checkLists(snapshotLists('snapshot', snapshot));
  const { year, targets = CLASS_TARGETS } = options;
  return targets.map(({ supplyClass, register, perYear }) => {
    const ids = snapshot.counted
      .filter((row) => row.supplyClass === supplyClass && row.register === register)
      .filter(({ on }) => on.startsWith(`${year}-`))
      .map(({ id }) => id);
    return {
      supplyClass,
      name: SUPPLY_CLASS_LABELS[supplyClass],
      register,
      target: perYear,
      count: ids.length,
      share: perYear === 0 ? 1 : ids.length / perYear,
      missing: Math.max(0, perYear - ids.length),
      ids,
    };
  });
}

const COUNT_OPTIONS = optionsOf<CountOptions>({
  year: z.int().check(z.minimum(1000), z.maximum(9999)),
  targets: z.optional(CLASS_TARGET_LIST),
});
