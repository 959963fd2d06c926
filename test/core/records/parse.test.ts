import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/base/errors.ts';
import { parseRecords, type Side, splitList } from '../../../src/core/records/parse.ts';

const bad = (input: unknown, side: Side = 'achievement', options = {}): InputError => {
  try {
    parseRecords(input as unknown[], side, options);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('no error');
};
const issuesOf = (...input: unknown[]) => bad(input).issues;
const good = (fields: object = {}) => ({ id: 'a', title: '钛合金', ...fields });

describe('reading records', () => {
  it('reads wording into values and keeps the wording', () => {
    const [record] = parseRecords(
      [
        good({
          keywords: '涂层、热障,TBC',
          stage: '中试',
          price: '50-80万元',
          validTo: '2028年6月',
          transferModes: '转让；许可',
          chains: ['SY01'],
        }),
      ],
      'achievement',
    );
    expect(record).toMatchObject({
      kind: 'achievement',
      keywords: ['涂层', '热障', 'TBC'],
      stage: { raw: '中试', trl: [6, 7] },
      price: { raw: '50-80万元', min: 500_000, max: 800_000 },
      validTo: { raw: '2028年6月', to: '2028-06-30' },
      transferModes: [{ code: 'technology-transfer' }, { code: 'technology-licensing' }],
      chains: [{ code: 'SY01' }],
    });
  });

  it('reads the budget and modes of a demand', () => {
    const [record] = parseRecords([good({ budget: 5000, cooperationModes: ['委托开发'] })], 'demand');
    expect(record).toMatchObject({
      kind: 'demand',
      budget: { max: 5000 },
      cooperationModes: [{ code: 'commissioned-development' }],
    });
  });

  it('names every bad record with its position, id, path, what was expected and what was received', () => {
    const error = bad([good(), { id: 'b' }, good({ id: 'c', trl: 10 }), { id: true, title: '' }]);
    expect(error.code).toBe('INVALID_RECORDS');
    expect(error.issues).toEqual([
      { index: 1, id: 'b', path: 'title', expected: 'a text', received: 'nothing' },
      { index: 2, id: 'c', path: 'trl', expected: 'at most 9', received: 'number 10' },
      {
        index: 3,
        path: 'id',
        expected: 'a text or a finite number or a bigint',
        received: 'boolean true',
      },
    ]);
    expect(error.message).toBe(
      [
        'Bad achievement records: 3 problems',
        '  [1] id "b" title: expected a text, received nothing',
        '  [2] id "c" trl: expected at most 9, received number 10',
        '  [3] id: expected a text or a finite number or a bigint, received boolean true',
      ].join('\n'),
    );
  });

  it('names every repeated id and the record that had it first', () => {
    const expected = 'an id not used before';
    expect(issuesOf(good(), good(), good({ id: 'b' }), { id: 'a' })).toEqual([
      { index: 1, id: 'a', path: 'id', expected, received: 'the id of record [0]' },
      { index: 3, id: 'a', path: 'title', expected: 'a text', received: 'nothing' },
      { index: 3, id: 'a', path: 'id', expected, received: 'the id of record [0]' },
    ]);
  });

  it('tells the place of a record in its source, and counts on from an offset', () => {
    const options = { place: (index: number) => `row ${index + 2}`, offset: 10 };
    expect(bad([good(), good({ trl: 0 }), good()], 'achievement', options).issues).toEqual([
      { index: 11, id: 'a', place: 'row 3', path: 'trl', expected: 'at least 1', received: 'number 0' },
      {
        index: 11,
        id: 'a',
        place: 'row 3',
        path: 'id',
        expected: 'an id not used before',
        received: 'the id of record [10]',
      },
      {
        index: 12,
        id: 'a',
        place: 'row 4',
        path: 'id',
        expected: 'an id not used before',
        received: 'the id of record [10]',
      },
    ]);
  });

  it.each([
    ['null', null, 'null'],
    ['a number', 1, 'number 1'],
    ['a text', 'x', 'the text "x"'],
    ['an array', [], 'an array of 0'],
    ['a function', () => 1, 'a function'],
    ['undefined', undefined, 'nothing'],
  ])('%s is no record', (_what, value, received) => {
    expect(issuesOf(value)).toEqual([{ index: 0, path: '', expected: 'an object', received }]);
  });

  it('a hole of a sparse array is a bad record', () => {
    const sparse = [good(), good({ id: 'b' })];
    delete sparse[0];
    expect(bad(sparse).issues).toEqual([{ index: 0, path: '', expected: 'an object', received: 'nothing' }]);
  });

  it.each([
    [null, 'null'],
    [{}, 'an object'],
    ['ab', 'the text "ab"'],
    [undefined, 'nothing'],
  ])('the input %j is no array', (input, received) => {
    expect(bad(input).issues).toEqual([{ index: -1, path: '', expected: 'an array', received }]);
  });

  it.each([
    ['a level above the scale', { trl: 10 }, 'trl'],
    ['a level that is NaN', { trl: Number.NaN }, 'trl'],
    ['an infinite level', { trl: Number.POSITIVE_INFINITY }, 'trl'],
    ['a range that runs backwards', { trl: [7, 3] }, 'trl'],
    ['a range of one', { trl: [7] }, 'trl'],
    ['a negative price', { price: -1 }, 'price'],
    ['an infinite price', { price: Number.POSITIVE_INFINITY }, 'price'],
    ['a price without its wording', { price: { currency: 'CNY', negotiable: false } }, 'price'],
    [
      'a price with an end that is no number',
      { price: { raw: '', currency: 'CNY', negotiable: false, max: '5' } },
      'price',
    ],
    ['keywords that are no texts', { keywords: [1] }, 'keywords'],
    ['a chain more certain than certain', { chains: [{ code: 'x', confidence: 2 }] }, 'chains[0]'],
    ['a day that is none', { validTo: { raw: 'x', to: '2027-02-30' } }, 'validTo'],
    ['a kind that is none', { kind: 'demand' }, 'kind'],
    ['a number for a text', { abstract: 7 }, 'abstract'],
    ['a Date that is none', { validTo: new Date(Number.NaN) }, 'validTo'],
    ['a title that is null', { title: null }, 'title'],
    ['an id that is null', { id: null }, 'id'],
    ['an id that is NaN', { id: Number.NaN }, 'id'],
    ['a code with a fraction', { regionCode: 2101.5 }, 'regionCode'],
    ['a code below 0', { industryCodes: [-1] }, 'industryCodes[0]'],
    ['a last day of a year that has no four digits', { validTo: { raw: '', to: new Date(8e15) } }, 'validTo'],
    ['a level of secrecy that is a number', { secrecyLevel: 3 }, 'secrecyLevel'],
    ['an organisation whose name is null', { organization: { name: null } }, 'organization'],
    ['a bad item behind a null', { keywords: [null, 7] }, 'keywords'],
    [
      'a bad organisation behind a null',
      { completingOrganizations: [null, {}] },
      'completingOrganizations[1]',
    ],
    ['an empty id', { id: '' }, 'id'],
  ])('%s is an error at its path', (_reason, fields, path) => {
    const issues = issuesOf(good(fields));
    expect(issues).toHaveLength(1);
    expect(issues[0]!.path.startsWith(path)).toBe(true);
  });

  it('an empty title is allowed, a missing one is not', () => {
    expect(parseRecords([{ id: 'a', title: '' }], 'achievement')).toHaveLength(1);
    expect(issuesOf({ id: 'a' })).toMatchObject([{ path: 'title', received: 'nothing' }]);
  });

  it('10,000 bad records make a message of bounded length, the first thousand issues, and a count of all', () => {
    const error = bad(
      Array.from({ length: 10_000 }, (_, i) => ({
        id: `${'很长'.repeat(5000)}${i}`,
        trl: 'x'.repeat(1000),
      })),
    );
    expect(error.issues).toHaveLength(1000);
    expect(error.total).toBe(30_000);
    expect(error.message.length).toBeLessThan(30_000);
    expect(error.message).toContain('29900 more');
  });

  it('one record with thousands of bad values names the first of them, and counts all', () => {
    const error = bad([good({ industryCodes: new Array(10_000).fill(true) })]);
    expect([error.issues.length, error.total]).toEqual([30, 10_000]);
  });

  it('one record with a million bad values is an error of that record', () => {
    expect(issuesOf(good({ industryCodes: new Array(1_000_000).fill(true) }))).toMatchObject([{ index: 0 }]);
  });

  it('ids that are too long are errors, and are not compared', () => {
    const long = { id: 'x'.repeat(20_000), title: '' };
    expect(issuesOf(long, long).map(({ path, expected }) => [path, expected])).toEqual([
      ['id', 'at most 1024 characters'],
      ['id', 'at most 1024 characters'],
    ]);
  });

  it('keeps unknown fields as they are, by reference, but copies what is in a known one', () => {
    const extra = { deep: [1, { two: 2 }] };
    const [record] = parseRecords(
      [good({ extra, 别名: extra, organization: extra, none: undefined })].map((r) => ({
        ...r,
        organization: { name: 'x', extra },
      })),
      'demand',
    );
    expect(record!.extra).toBe(extra);
    expect(record!.别名).toBe(extra);
    const { organization } = record as unknown as { organization: { extra: unknown } };
    expect(organization.extra).toEqual(extra);
    expect(organization.extra).not.toBe(extra);
  });

  it('odd keys from JSON are plain data and pollute nothing', () => {
    const json =
      '{"id":"constructor","title":"","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"hasOwnProperty":1,"toString":null}';
    const [record] = parseRecords([JSON.parse(json)], 'achievement');
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(Object.hasOwn(record!, '__proto__')).toBe(true);
    expect(Object.keys(record!)).toEqual([
      'id',
      'title',
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'toString',
      'kind',
    ]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((record as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('ids named like members of Object are ids', () => {
    const ids = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    expect(
      parseRecords(
        ids.map((id) => ({ id, title: '' })),
        'demand',
      ).map((record) => record.id),
    ).toEqual(ids);
  });

  it('never changes its input, which may be frozen', () => {
    const input = good({
      keywords: '甲、乙',
      price: '5万',
      transferModes: ['转让'],
      chains: ['SY01'],
      trl: [1, 2],
    });
    const before = structuredClone(input);
    Object.freeze(input);
    Object.freeze((input as { chains?: unknown }).chains);
    const [record] = parseRecords(Object.freeze([input]), 'achievement');
    expect(input).toEqual(before);
    expect(record).not.toBe(input);
  });

  it('a getter that throws is an error of that record beside the others', () => {
    const thrower = {
      id: 'a',
      get title(): string {
        throw new Error('disk on fire');
      },
    };
    expect(issuesOf({ id: 'z' }, thrower, { id: 'y' })).toMatchObject([
      { index: 0, id: 'z', path: 'title' },
      { index: 1, path: '', expected: 'a record that can be read', received: 'an error: disk on fire' },
      { index: 2, id: 'y', path: 'title' },
    ]);
  });

  it('what is checked is what is used: a getter runs once', () => {
    let calls = 0;
    const shifty = {
      id: 'a',
      get title() {
        return calls++ === 0 ? '钛' : 7;
      },
    };
    expect(parseRecords([shifty], 'achievement')[0]!.title).toBe('钛');
    expect(calls).toBe(1);
  });

  it('takes the fields of a class instance along', () => {
    class Row {
      id = 'a';
      get title() {
        return '钛';
      }
    }
    expect(parseRecords([new Row()], 'achievement')[0]).toMatchObject({ id: 'a', title: '钛' });
  });

  it('reading a read record again changes nothing', () => {
    const text = fc.constantFrom(
      '',
      '中试',
      'TRL 4-5',
      '50-80万元',
      '2028年6月',
      '面议',
      '转让、许可',
      '一  二',
      '⑨',
      '-',
    );
    const record = fc.record(
      {
        id: fc.uuid(),
        title: text,
        keywords: fc.oneof(text, fc.array(text)),
        stage: text,
        trl: fc.constantFrom(3, [4, 5]),
        validFrom: text,
        validTo: text,
        price: fc.oneof(text, fc.nat()),
        transferModes: fc.oneof(text, fc.array(text)),
        chains: fc.array(fc.constantFrom('SY01', { code: 'SY02', confidence: 0.5 })),
        other: fc.anything(),
      },
      { requiredKeys: ['id', 'title'] },
    );
    fc.assert(
      fc.property(record, (given) => {
        const once = parseRecords([given], 'achievement');
        expect(parseRecords(once, 'achievement')).toEqual(once);
      }),
    );
  });

  it('any input gives records or one InputError', () => {
    fc.assert(
      fc.property(
        fc.array(fc.anything({ withNullPrototype: true, withMap: true, withDate: true })),
        (input) => {
          let error: unknown;
          try {
            expect(parseRecords(input, 'demand')).toHaveLength(input.length);
          } catch (thrown) {
            error = thrown;
          }
          expect(error === undefined || error instanceof InputError).toBe(true);
        },
      ),
    );
  });
});

describe('a list in one cell', () => {
  it.each([
    ['Chinese and Western signs', '涂层、热障,TBC;燃机；泵|阀', ['涂层', '热障', 'TBC', '燃机', '泵', '阀']],
    ['one space joins words, two divide them', 'gas turbine  blade', ['gas turbine', 'blade']],
    ['lines and tabs', 'a\tb\nc', ['a', 'b', 'c']],
    ['nothing between signs', '，，; ', []],
  ])('%s', (_reason, cell, parts) => {
    expect(splitList(cell)).toEqual(parts);
  });
});
