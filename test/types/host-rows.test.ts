import {
  type Achievement,
  type AchievementInput,
  createMatcher,
  type DemandInput,
  parseRecords,
  type QueryInput,
  type RecordInput,
} from 'cuohe';
import { describe, expect, it } from 'vitest';

/** Rows as hosts have them. That this file compiles, under the strict options of the project, is what it tests first. */

interface Row {
  id: number;
  title: string;
  abstract: string | null;
  validTo: Date | null;
  regionCode: number | null;
  industryCodes: (number | null)[];
  organization: { name: string; uscc: string | null; staff: number };
  myField: number;
}

class Entity {
  readonly id = 8n;
  readonly title = '燃气轮机叶片的热障涂层';
  readonly price: string | number | null = null;
  readonly createdAt = new Date(0);
  get keywords(): readonly string[] | null {
    return ['涂层'];
  }
  label(): string {
    return this.title;
  }
}

type Alias = { readonly id: string; readonly title: string; readonly budget?: number | undefined };

const rows: readonly Row[] = [
  {
    id: 7,
    title: '主轴热误差补偿',
    abstract: null,
    validTo: new Date('2999-12-31T00:00:00Z'),
    regionCode: 210100,
    industryCodes: [3421, null],
    organization: { name: '沈阳机床', uscc: null, staff: 12 },
    myField: 1,
  },
];
const entities: readonly Entity[] = [new Entity()];
const aliases: readonly Alias[] = [{ id: 'c', title: '主轴', budget: 5 }];

/** What a function that keeps the type of its rows takes, literals with fields of their own included. */
function kept<R extends AchievementInput>(given: readonly R[]): readonly R[] {
  return given;
}
function asked<Q extends QueryInput>(query: Q): Q {
  return query;
}

describe('rows of interfaces and classes, with Dates, nulls and numbers', () => {
  it('are records', () => {
    const matcher = createMatcher(rows);
    const best = matcher.match(aliases[0]!).matches[0]!;
    expect(best.id).toBe('7');
    const own: number = best.record.myField;
    expect([own, best.record]).toEqual([1, rows[0]]);
    expect(createMatcher(entities).match('热障涂层').matches[0]?.record.label()).toBe(entities[0]!.title);
    expect(createMatcher([{ id: 1, title: '主轴', own: true }]).record(0).own).toBe(true);
    const read: Achievement[] = parseRecords(rows, 'achievement');
    expect(read[0]).toMatchObject({ id: '7', regionCode: '210100', industryCodes: ['3421'], myField: 1 });
    expect(read[0]).not.toHaveProperty('abstract');
    expect(createMatcher(aliases, { side: 'demand' }).side).toBe('demand');
  });

  it('keep their type where it is asked for, and validated records go back in', () => {
    expect(kept(rows)[0]?.myField).toBe(1);
    expect(kept([{ id: 1, title: '', own: true }])[0]?.own).toBe(true);
    const again: readonly AchievementInput[] = parseRecords(rows, 'achievement');
    const demands: readonly DemandInput[] = parseRecords(aliases, 'demand');
    const all: readonly RecordInput[] = [...again, ...demands, ...rows, ...entities, ...aliases];
    expect(all).toHaveLength(5);
  });

  it('may be queries, also without an id', () => {
    const queries = [asked('主轴'), asked({ title: '主轴', own: 1 }), asked(rows[0]!), asked(new Entity())];
    expect(queries).toHaveLength(4);
  });

  it('with what no record can have are refused by the compiler', () => {
    // @ts-expect-error a title is there
    const untitled: AchievementInput = { id: 1, title: null };
    // @ts-expect-error a misspelt field of a literal
    const misspelt: AchievementInput = { id: 1, title: '', validto: null };
    // @ts-expect-error no level is a text
    const leveled: AchievementInput = { id: 1, title: '', trl: '7' };
    expect([untitled, misspelt, leveled]).toHaveLength(3);
  });
});
