import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import { ownValue } from '../../base/own-value.ts';
import { SECRECY_LEVELS, type SecrecyLevel, secrecyRank } from '../../core/records/secrecy.ts';
import type { AchievementInput, DemandInput, MatchRecord } from '../../core/records/types.ts';
import { checkOptions, DAY, ELSEWHERE, expectList, idTextOf, optionsOf, readList } from '../common/check.ts';
import type { LeftOut } from '../common/open-records.ts';
import { ALIASES, namesByAlias, type OrganizationAliases } from '../common/unit-keys.ts';
import { changesOf, hasEnded, type RegisterChange } from './changes.ts';
import type { Classed } from './classes.ts';
import { CLASS_TARGET_LIST, CLASS_TARGETS, type ClassTarget, newlyCounted } from './counters.ts';
import { linkSchema, type RegisterLink, withLinks } from './links.ts';
import { fieldValue, REGISTERS, type Register, rowOf } from './rows.ts';
import { type RegisterSnapshot, SNAPSHOT_VERSION, snapshotLists } from './snapshot.ts';

/** What a publication is made from. */
export interface RegisterInput {
  /** 成果库. */
  readonly achievements: readonly (AchievementInput & Classed)[];
  /** 研发台账: research directions and projects in progress. */
  readonly projects: readonly (AchievementInput & Classed)[];
  /** 问题清单. */
  readonly problems: readonly (DemandInput & Classed)[];
  /** Which rows belong together. Default none. */
  readonly links?: readonly RegisterLink[];
  /** The last publication. Absent for the first one. */
  readonly previous?: RegisterSnapshot;
}

/** How registers are published. */
export interface PublishOptions {
  /** Day of the publication, `YYYY-MM-DD`, not before the last one: what has ended before it is left out. */
  readonly asOf: string;
  /** Highest secrecy level that is published. Default `public`. */
  readonly clearance?: SecrecyLevel;
  /** Further fields of records to publish: texts, numbers, lists of texts, or what was read from wording. */
  readonly fields?: readonly string[];
  /** Names of organisations: a unit stands by the first name of its entry, whatever the record calls it. Default: as written. */
  readonly aliases?: readonly OrganizationAliases[];
  /** What counts for the classes. Default `CLASS_TARGETS`. */
  readonly targets?: readonly ClassTarget[];
}

/** A publication and what is new in it. */
export interface Publication {
  readonly snapshot: RegisterSnapshot;
  /** By register, then added and changed rows in their present order, then expired and withdrawn ones. */
  readonly changes: readonly RegisterChange[];
  /** Rows that read as they did. */
  readonly unchanged: Readonly<Record<Register, number>>;
  readonly leftOut: Readonly<Record<Register, LeftOut>>;
}

/**
 * Publishes the achievement library, the R&D ledger and the problem list as three linked tables, with a log of what
 * was added, changed, withdrawn or has expired since the last publication. Every record is published, expired or
 * withheld, and every row of the last publication is there again or in the log.
 *
 * serves: 「建立“一库、一账、一清单”即成果库、研发台账、问题清单,由市科技局定期汇总,在海洋科技大市场动态更新发布」.
 *
 * Complexity: O(records + links · log links).
 * @throws InputError `INVALID_RECORDS` naming every bad record, link and row of the last publication;
 *   `INVALID_OPTIONS`.
 */
export function publishRegisters(input: RegisterInput, options: PublishOptions): Publication {
  checkOptions(input, INPUT);
  const { links = [], previous } = input;
  checkOptions(options, optionsSchema(previous?.asOf));
  const records = readInput(input, options.fields ?? []);
  const sorted = byRegister((register) => sortOut(records[register], options));
  const rows = withLinks(
    byRegister((register) => sorted[register].rows),
    links,
  );
  const changes = REGISTERS.flatMap((register) =>
    changesOf(
      register,
      previous?.[register] ?? [],
      rows[register],
      options.asOf,
      new Set(sorted[register].expired),
    ),
  );
  const counted = previous?.counted ?? [];
  const { asOf, targets = CLASS_TARGETS } = options;
  return {
    snapshot: {
      version: SNAPSHOT_VERSION,
      asOf,
      ...rows,
      counted: [...counted, ...newlyCounted(rows, counted, targets, asOf)],
    },
    changes,
    unchanged: byRegister((register) => {
      const isNew = (change: RegisterChange) =>
        change.register === register && (change.kind === 'added' || change.kind === 'changed');
      return rows[register].length - changes.filter(isNew).length;
    }),
    leftOut: byRegister((register) => ({
      expired: sorted[register].expired,
      withheld: sorted[register].withheld,
    })),
  };
}

/** @param last day of the last publication, not checked yet. */
function optionsSchema(last: unknown) {
  const isLater = (day: string) => typeof last !== 'string' || day >= last;
  return optionsOf<PublishOptions>({
    asOf: DAY.check(z.refine(isLater, { error: `no day before ${last}, the last publication` })),
    clearance: z.optional(z.enum(SECRECY_LEVELS)),
    fields: z.optional(z.array(z.string().check(z.minLength(1)))),
    aliases: ALIASES,
    targets: z.optional(CLASS_TARGET_LIST),
  });
}

function byRegister<T>(value: (register: Register) => T): Record<Register, T> {
  return {
    achievements: value('achievements'),
    projects: value('projects'),
    problems: value('problems'),
  };
}

const INPUT = optionsOf<RegisterInput>({
  achievements: ELSEWHERE,
  projects: ELSEWHERE,
  problems: ELSEWHERE,
  links: ELSEWHERE,
  previous: ELSEWHERE,
});

/** The records of the three registers, read once; whatever is wrong with the input is told at once. */
function readInput(
  input: RegisterInput,
  fields: readonly string[],
): Readonly<Record<Register, readonly MatchRecord[]>> {
  const { links = [], previous } = input;
  const issues = new Issues();
  const records = byRegister((what) => {
    const items: unknown = input[what];
    const side = what === 'problems' ? 'demand' : 'achievement';
    const read = readList(issues, { what, items, side });
    if (Array.isArray(items)) expectFields(issues, what, items, fields);
    return read;
  });
  expectList(issues, { what: 'links', items: links, schema: linkSchema(input), unique: false });
  for (const list of previous === undefined ? [] : snapshotLists('previous', previous)) {
    expectList(issues, list);
  }
  issues.throwAs('INVALID_RECORDS', 'Bad registers');
  return records;
}

/** Notes further fields that cannot be published. */
function expectFields(
  issues: Issues,
  place: Register,
  items: readonly unknown[],
  fields: readonly string[],
): void {
  const expected = 'a text, a finite number, true or false, a list of texts, or { raw }';
  for (const [index, item] of items.entries()) {
    if (typeof item !== 'object' || item === null) continue;
    const id = idTextOf(item);
    for (const field of fields) {
      const value = ownValue(item, field);
      const isFine = value === undefined || fieldValue(value) !== undefined;
      issues.expect(isFine, field, expected, value, { index, ...(id === undefined ? {} : { id }), place });
    }
  }
}

/** The rows of one register, and what is left out of it. */
function sortOut(
  records: readonly MatchRecord[],
  { asOf, clearance = 'public', fields = [], aliases }: PublishOptions,
) {
  const highest = SECRECY_LEVELS.indexOf(clearance);
  const shown = records.filter(({ secrecyLevel }) => secrecyRank(secrecyLevel) <= highest);
  const nameOfUnit = namesByAlias(aliases);
  const all = shown.map((record) => rowOf(record, fields, nameOfUnit));
  return {
    rows: all.filter((row) => !hasEnded(row, asOf)),
    expired: all.filter((row) => hasEnded(row, asOf)).map(({ id }) => id),
    withheld: records.length - shown.length,
  };
}
