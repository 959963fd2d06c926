import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { InputError } from '../../../src/base/errors.ts';
import type { AchievementInput, DemandInput } from '../../../src/core/records/inputs.ts';
import { parseRecords, type Side } from '../../../src/core/records/parse.ts';
import type { achievementSchema, demandSchema } from '../../../src/core/records/schema.ts';

const parse = (row: object, side: Side = 'achievement') => parseRecords([row], side)[0]!;
const issuesOf = (rows: readonly unknown[]) => {
  try {
    parseRecords(rows, 'achievement');
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
};

const word = fc.constantFrom('中试', '转让、许可', '50-80万元', '2028年6月', '涂层', '');
const items = fc.array(word, { maxLength: 4 });
const organization = fc.record({ name: word, uscc: word, regionCode: word }, { requiredKeys: ['name'] });
const person = fc.record({ name: word, rank: fc.option(word) }, { noNullPrototype: true });
const FIELDS = {
  text: word,
  abstract: word,
  keywords: fc.oneof(word, items),
  indicators: fc.oneof(word, items),
  organization: fc.oneof(word, organization),
  regionCode: word,
  industryCodes: items,
  stage: fc.oneof(word, fc.record({ raw: word, code: word }, { requiredKeys: ['raw'] })),
  trl: fc.constantFrom(3, [4, 5] as const),
  validFrom: fc.oneof(
    word,
    fc.record({ raw: word, to: fc.constant('2028-06-30') }, { requiredKeys: ['raw'] }),
  ),
  validTo: word,
  secrecyLevel: word,
  chains: fc.array(fc.oneof(word, fc.record({ code: word }))),
  completingOrganizations: fc.array(fc.oneof(word, organization)),
  completers: fc.array(fc.oneof(word, person)),
  ip: fc.array(fc.oneof(word, fc.record({ type: word, status: word }, { requiredKeys: ['type'] }))),
  transferModes: fc.oneof(word, items),
  ipc: fc.oneof(word, items, fc.array(fc.record({ raw: word, code: word }, { requiredKeys: ['raw'] }))),
  price: fc.oneof(
    word,
    fc.nat(),
    fc.record(
      { raw: word, currency: word, negotiable: fc.boolean(), min: fc.nat() },
      { requiredKeys: ['raw', 'currency', 'negotiable'] },
    ),
  ),
};
const row = fc.record({ id: fc.uuid(), title: word, ...FIELDS }, { requiredKeys: ['id', 'title'] });
const nothing = fc.constantFrom(null, undefined);

/** Parts that may be null, by field. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  organization: ['uscc', 'kind', 'regionCode'],
  completingOrganizations: ['uscc', 'kind', 'regionCode'],
  stage: ['code', 'trl', 'evidence'],
  validFrom: ['from', 'to'],
  chains: ['confidence'],
  ip: ['number', 'status'],
  price: ['min', 'max'],
};

/** The row with nothing said in every place that may be left empty: missing fields, parts, and items of lists. */
function withNulls(given: object, empty: null | undefined): object {
  const fill = (value: unknown, field: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value))
      return field === 'trl' ? value : [empty, ...value.flatMap((item) => [fill(item, field), empty])];
    const parts = (PARTS[field] ?? []).map((part) => [part, empty]);
    return { ...Object.fromEntries(parts), ...value };
  };
  const fields = Object.entries(given).map(([field, value]) => [field, fill(value, field)]);
  return {
    ...Object.fromEntries(Object.keys(FIELDS).map((field) => [field, empty])),
    ...Object.fromEntries(fields),
  };
}

describe('rows of a database', () => {
  it('with null or undefined in every empty place are as rows without', () => {
    fc.assert(
      fc.property(row, nothing, (given, empty) => {
        expect(parse(withNulls(given, empty))).toStrictEqual(parse(given));
      }),
    );
  });

  it('of demands may have nulls too', () => {
    const fields = [
      'expectedOutcome',
      'demandType',
      'cooperationModes',
      'budget',
      'preferredExperts',
      'kind',
    ];
    const nulls = Object.fromEntries(fields.map((field) => [field, null]));
    expect(parse({ id: 'a', title: '', ...nulls }, 'demand')).toStrictEqual({
      id: 'a',
      title: '',
      kind: 'demand',
    });
  });

  it('keep the nulls of fields that are the host’s own', () => {
    expect(parse({ id: 'a', title: '', note: null, none: undefined })).toStrictEqual({
      id: 'a',
      title: '',
      note: null,
      none: undefined,
      kind: 'achievement',
    });
  });

  it('with numbers for ids and codes are as rows with their digits', () => {
    const code = fc.integer({ min: 0, max: 999_999 });
    fc.assert(
      fc.property(fc.maxSafeInteger(), code, fc.array(code), (id, region, codes) => {
        const rowOf = <T>(as: (value: number) => T) => ({
          id: as(id),
          title: '',
          regionCode: as(region),
          industryCodes: codes.map(as),
          chains: codes.map((value, i) => (i % 2 === 0 ? as(value) : { code: as(value) })),
          organization: { name: '', regionCode: as(region), uscc: as(region) },
          ip: [{ type: '', number: as(region) }],
        });
        expect(parse(rowOf((value) => value))).toStrictEqual(parse(rowOf(String)));
      }),
    );
  });

  it.each([
    [7, '7'],
    [-0, '0'],
    [1.5, '1.5'],
    [1e21, '1000000000000000000000'],
    [9_007_199_254_740_993n, '9007199254740993'],
  ])('the id %s is the text %s', (id, text) => {
    expect(parse({ id, title: '' }).id).toBe(text);
  });

  it('the ids 7, 7n and "7" repeat', () => {
    const issues = issuesOf([7, '7', 7n].map((id) => ({ id, title: '' })));
    expect(issues).toEqual(
      [1, 2].map((index) => ({
        index,
        id: '7',
        path: 'id',
        expected: 'an id not used before',
        received: 'the id of record [0]',
      })),
    );
  });

  it('with a Date are as rows with its ISO text, which is its UTC day', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        const parsed = parse({ id: 'a', title: '', validFrom: date, validTo: date });
        const iso = date.toISOString();
        expect(parsed).toStrictEqual(parse({ id: 'a', title: '', validFrom: iso, validTo: iso }));
        if (/^[1-9]\d{3}-/.test(iso)) expect(parsed.validTo?.to).toBe(iso.slice(0, 10));
      }),
    );
  });

  it('may have Dates in a day that is read already', () => {
    const validTo = { raw: '年底', from: null, to: new Date('2027-12-31T23:00:00Z') };
    expect(parse({ id: 'a', title: '', validTo }).validTo).toStrictEqual({ raw: '年底', to: '2027-12-31' });
  });

  it.each([
    ['milliseconds', 1_830_211_200_000],
    ['seconds', 1_830_211_200],
    ['a day of a spreadsheet', 46_752],
    ['a day and a time of a spreadsheet', 46_752.75],
    ['digits', 20_271_231],
  ])('a validity in %s is read', (_what, validTo) => {
    expect(parse({ id: 'a', title: '', validTo }).validTo).toStrictEqual({
      raw: String(validTo),
      from: '2027-12-31',
      to: '2027-12-31',
    });
  });

  it('a number that may be nothing of these is kept as it is', () => {
    expect(parse({ id: 'a', title: '', validTo: 12 }).validTo).toStrictEqual({ raw: '12' });
  });

  it('an invalid Date is told', () => {
    expect(issuesOf([{ id: 'a', title: '', validTo: new Date(Number.NaN) }])).toEqual([
      {
        index: 0,
        id: 'a',
        path: 'validTo',
        expected: 'a text or a finite number or a valid Date or raw: a text',
        received: 'an invalid Date',
      },
    ]);
  });

  it('a bad item is told by its place among the nulls', () => {
    expect(issuesOf([{ id: 'a', title: '', industryCodes: [null, '26', true] }])).toMatchObject([
      { path: 'industryCodes[2]', expected: 'a text or a finite number', received: 'boolean true' },
    ]);
  });

  it('may be instances of classes, within each other too', () => {
    class Unit {
      readonly name = '沈阳机床';
      get regionCode() {
        return 210100;
      }
      get kind() {
        return null;
      }
    }
    class Row {
      readonly id = 1;
      readonly title = '主轴';
      readonly organization = new Unit();
      get validTo() {
        return new Date('2027-12-31T00:00:00Z');
      }
    }
    expect(parse(new Row())).toMatchObject({
      id: '1',
      organization: { name: '沈阳机床', regionCode: '210100' },
      validTo: { to: '2027-12-31' },
    });
    expect(parse(new Row()).organization).not.toHaveProperty('kind');
  });

  it('stay as they are, and what is read from them does not change with them', () => {
    const organization = { name: '甲', uscc: null };
    const given = { id: 1, title: '', organization, keywords: ['a', null], validTo: new Date(0) };
    const before = structuredClone(given);
    const parsed = parse(given);
    expect(given).toEqual(before);
    organization.name = '乙';
    expect(parsed.organization).toEqual({ name: '甲' });
  });
});

/** Without index signatures, and read-only all through. */
type Shape<T> = T extends string | number | bigint | boolean | null | undefined | Date
  ? T
  : T extends readonly unknown[]
    ? { readonly [K in keyof T]: Shape<T[K]> }
    : [Known<T>] extends [never]
      ? object
      : { readonly [K in keyof T as K extends Known<T> ? K : never]: Shape<T[K]> };
type Known<T> = keyof { [K in keyof T as string extends K ? never : K]: 1 };
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Held<S extends z.ZodMiniType, T> = Same<Shape<z.input<S>>, Shape<T>>;

describe('the types of what a host gives', () => {
  it('are those that the schemas accept: the compiler compares them', () => {
    const achievement: Held<typeof achievementSchema, AchievementInput> = true;
    const demand: Held<typeof demandSchema, DemandInput> = true;
    expect([achievement, demand]).toEqual([true, true]);
  });
});
