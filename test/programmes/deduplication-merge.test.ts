import { readFileSync } from 'node:fs';
import type { AchievementInput, RecordInput } from 'cuohe';
import { canonicalRecords, type MergedRecord, mergeDuplicates } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/core/records/amount.ts';
import { parseDate } from '../../src/core/records/dates.ts';
import { secrecyRank } from '../../src/core/records/secrecy.ts';
import { CANONICAL_CRITERIA } from '../../src/programmes/deduplication/canonical.ts';
import {
  CANONICAL_CRITERION_LABELS,
  FIELD_AGREEMENT_LABELS,
} from '../../src/programmes/deduplication/labels.ts';
import { badPathsOf } from './bad-paths.ts';

const read = (name: string): AchievementInput[] =>
  readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AchievementInput);
const records = [...read('achievements.jsonl'), ...read('programmes/portals.jsonl')];
const fieldOf = ({ fields }: MergedRecord, name: string) => fields.find(({ field }) => field === name);
const mergeTwo = (a: object, b: object, rule = {}) =>
  mergeDuplicates(
    [
      { id: 'a', title: '', ...a },
      { id: 'b', title: '', ...b },
    ],
    [{ recordIds: ['a', 'b'] }],
    rule,
  )[0]!;

/** A record of which any field may be looked at. */
interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

describe('secrecy and sources', () => {
  const open = { secrecyLevel: '公开', source: '甲', stage: '中试' };
  const closed = { secrecyLevel: '秘密', source: '乙', abstract: '配方为七号粉末', price: '80万元' };

  it.each([
    ['first', open, closed],
    ['last', closed, open],
  ])('takes nothing of a record that is more secret, the open one %s', (_, a, b) => {
    const merged = mergeTwo(a, b);
    expect(merged.record).toMatchObject({ secrecyLevel: '公开', stage: '中试', source: '甲' });
    expect(JSON.stringify(merged)).not.toMatch(/七号|80万/);
    expect(merged.withheld).toEqual([{ recordId: a === open ? 'b' : 'a', reason: 'secrecy' }]);
    expect(merged.recordIds).toEqual([a === open ? 'a' : 'b']);
  });

  it('with a clearance makes a record that is as secret as the most secret it is made of', () => {
    const merged = mergeTwo(open, { ...closed, secrecyLevel: '内部' }, { clearance: 'confidential' });
    expect(merged.record).toMatchObject({ stage: '中试', abstract: '配方为七号粉末', secrecyLevel: '内部' });
    expect(merged.withheld).toEqual([]);
    expect(fieldOf(merged, 'secrecyLevel')!.others.map(({ value }) => value)).toEqual(['公开']);
  });

  it('takes a wording that nobody understands for the highest level, and none for open', () => {
    expect(mergeTwo(open, { secrecyLevel: '不宜公开', price: '1万元' }).record).not.toHaveProperty('price');
    expect(mergeTwo(open, { secrecyLevel: 7, price: '1万元' }).record).not.toHaveProperty('price');
    expect(mergeTwo(open, { price: '1万元' }).record).toHaveProperty('price', '1万元');
  });

  it('keeps a group of secret records secret, and leaves it out for who may not see it', () => {
    expect(mergeTwo(closed, { ...closed, secrecyLevel: '机密' }).record.secrecyLevel).toBe('秘密');
    expect(mergeTwo(closed, closed, { clearance: 'public' })).toBeUndefined();
  });

  it('shows no value of a source that was not asked for', () => {
    const merged = mergeTwo(open, { source: { name: '乙' }, price: '80万元' }, { only: ['甲'] });
    expect(merged.record).not.toHaveProperty('price');
    expect(merged.withheld).toEqual([{ recordId: 'b', reason: 'source' }]);
    expect(mergeTwo(open, open, { only: ['丙'] })).toBeUndefined();
  });
});

describe('mergeDuplicates on the sample', () => {
  const [coating] = mergeDuplicates(records, [{ recordIds: ['A005', 'P001', 'P002'] }]);

  it('keeps the fullest record, and fills its gaps from the others', () => {
    expect([coating!.canonicalId, coating!.decidedBy]).toEqual(['A005', 'completeness']);
    expect(coating!.record).toMatchObject({ id: 'A005', price: '面议', contactDepartment: '成果转化处' });
    expect(fieldOf(coating!, 'contactDepartment')).toMatchObject({
      chosen: { recordId: 'P002', source: '辽东技术交易平台' },
      agreement: 'single',
    });
  });

  it('keeps conflicting numbers side by side, each with its source', () => {
    const abstract = fieldOf(coating!, 'abstract')!;
    expect(abstract.agreement).toBe('numbers');
    expect(abstract.chosen.numbers).toContain('2倍');
    expect(abstract.chosen.text).toBe(abstract.chosen.value);
    expect(abstract.others.map(({ recordId, source, numbers }) => [recordId, source, numbers])).toEqual([
      ['P001', '浑河科技成果网', ['1200°C', '3倍', '150°C']],
    ]);
    // Both say until the end of June 2029, in other words.
    expect(fieldOf(coating!, 'validTo')).toMatchObject({
      agreeing: ['P001'],
      others: [],
      agreement: 'agreed',
    });
  });

  it('reads sums before it compares them: 120万元 and 1200000元 agree', () => {
    const [station] = mergeDuplicates(records, [{ recordIds: ['A013', 'P003'] }]);
    expect(fieldOf(station!, 'price')).toMatchObject({
      chosen: { value: '120万元', recordId: 'A013' },
      agreeing: ['P003'],
      agreement: 'agreed',
    });
  });

  it('does not end what another portal has renewed, and says which', () => {
    const [renewed] = mergeDuplicates(records, [{ recordIds: ['A108', 'P006'] }]);
    const [end, others] = [fieldOf(renewed!, 'validTo')!.chosen, fieldOf(renewed!, 'validTo')!.others];
    expect([renewed!.canonicalId, renewed!.record.validTo]).toEqual(['A108', end.value]);
    expect([end.recordId, end.text.slice(0, 4)]).toEqual(['P006', '2028']);
    expect(others.map(({ recordId, text }) => [recordId, text])).toEqual([['A108', '2023年12月31日']]);
    const endsOf = (...given: unknown[]) =>
      mergeTwo({ validTo: given[0] }, { validTo: given[1] }).record.validTo;
    expect(endsOf('2028年6月', '2028-06-01')).toBe('2028年6月');
    expect(endsOf('2026-06-01', '长期有效')).toBe('长期有效');
    expect(endsOf(undefined, '2026-06-01')).toBe('2026-06-01');
    // What a record says that is withheld counts nothing.
    const secret = { validTo: '2030-01-01', secrecyLevel: '机密' };
    expect(mergeTwo({ validTo: '2026-01-01' }, secret).record.validTo).toBe('2026-01-01');
  });

  it('prefers the sources that the host trusts', () => {
    const [trusted] = mergeDuplicates(records, [{ recordIds: ['A005', 'P001', 'P002'] }], {
      sources: ['辽东技术交易平台', '浑河科技成果网'],
    });
    expect([trusted!.canonicalId, trusted!.decidedBy]).toEqual(['P002', 'source']);
    expect(trusted!.recordIds).toEqual(['P002', 'P001', 'A005']);
    // P002 names no price; that of the next source comes before 面议 of the record without a source.
    expect(trusted!.record).toMatchObject({ price: '380万元' });
    expect(trusted!.record.source).toBe('辽东技术交易平台');
  });
});

describe('canonicalRecords', () => {
  const list = [
    { id: 1, title: '涂层', source: '甲', price: '80万元' },
    { id: 'x', title: '苹果保鲜' },
    { id: 'b', title: '涂层。', source: '乙', stage: '中试', abstract: '双层' },
    { id: 'c', title: '涂层！', source: '乙', secrecyLevel: '秘密', ip: ['专利'] },
    { id: 'd', title: '刀具', secrecyLevel: '机密' },
  ];
  const groups = [{ recordIds: ['1', 'b', 'c'] }];

  it('gives the merged record where the first of its group stood, and all others as they are', () => {
    const unique = canonicalRecords(list, groups, { sources: ['乙'] });
    expect(unique.map(({ id }) => id)).toEqual(['b', 'x', 'd']);
    expect(unique[0]).toEqual({
      id: 'b',
      title: '涂层。',
      source: '乙',
      stage: '中试',
      abstract: '双层',
      price: '80万元',
    });
    expect([unique[1], unique[2]]).toEqual([list[1], list[4]]);
    expect(unique[1]).toBe(list[1]);
  });

  it('shows nothing that a merger withholds, of groups and of single records', () => {
    const open = canonicalRecords(list, groups, { clearance: 'public' });
    expect(open.map(({ id }) => String(id))).toEqual(['b', 'x']);
    expect(JSON.stringify(open)).not.toContain('专利');
    const cleared = canonicalRecords(list, groups, { clearance: 'confidential' });
    expect(cleared.map(({ id }) => id)).toEqual(['b', 'x']);
    expect(cleared[0]).toMatchObject({ secrecyLevel: '秘密', ip: ['专利'] });
    expect(canonicalRecords(list, groups, { only: ['丙'] })).toEqual([]);
  });

  it('is never less secret than anything that it is made of, and holds nothing of what is withheld', () => {
    const row = fc.record({
      secrecyLevel: fc.constantFrom('公开', '内部', '秘密', '不宜公开', '', undefined),
      source: fc.constantFrom('甲', '乙', undefined),
      fields: fc.uniqueArray(fc.constantFrom('abstract', 'price', 'organization', 'updatedAt', '备注')),
      validTo: fc.constantFrom(undefined, '2026-01-01', '2030-01-01', '长期'),
    });
    const rules = fc.record(
      {
        only: fc.constantFrom(['甲'], ['甲', '乙']),
        clearance: fc.constantFrom('public' as const, 'internal' as const, 'top-secret' as const),
        sources: fc.constant(['乙']),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), rules, (given, rule) => {
        const list = given.map(({ fields, ...one }, i) => ({
          ...one,
          id: `r${i}`,
          title: `题名〔r${i}〕`,
          // Every value tells whose it is.
          ...Object.fromEntries(fields.map((field) => [field, `〔r${i}〕`])),
        }));
        const groups = [{ recordIds: list.map(({ id }) => id) }];
        for (const merged of mergeDuplicates(list, groups, rule)) {
          const rank = secrecyRank(merged.record.secrecyLevel ?? undefined);
          for (const one of list) {
            const isPart = merged.recordIds.includes(one.id);
            if (isPart) expect(rank).toBeGreaterThanOrEqual(secrecyRank(one.secrecyLevel));
            else expect(JSON.stringify([merged.record, merged.fields])).not.toContain(`〔${one.id}〕`);
            if (isPart && rule.only !== undefined) expect(rule.only).toContain(one.source);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is one record a group and every other record, by the merger of the group', () => {
    const row = fc.record({
      title: fc.constantFrom('甲', '乙'),
      secrecyLevel: fc.constantFrom('公开', '秘密', '机密'),
      source: fc.constantFrom('甲', '乙', ''),
      price: fc.constantFrom('', '1万元', '2万元'),
      group: fc.nat(3),
    });
    const rules = fc.record(
      { only: fc.constant(['甲']), clearance: fc.constantFrom('public' as const, 'confidential' as const) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), rules, (rows, rule) => {
        const all = rows.map((one, i) => ({ id: `r${i}`, ...one }));
        // Group 0 stands for none.
        const given = [1, 2, 3]
          .map((group) => ({ recordIds: all.filter((one) => one.group === group).map(({ id }) => id) }))
          .filter(({ recordIds }) => recordIds.length > 0);
        const singles = all.filter(({ group }) => group === 0).map(({ id }) => ({ recordIds: [id] }));
        const place = (id: string) => all.findIndex((one) => one.id === id);
        const firsts = [...given, ...singles].sort((a, b) => place(a.recordIds[0]!) - place(b.recordIds[0]!));
        const naive = firsts.flatMap((group) => mergeDuplicates(all, [group], rule));
        const found = canonicalRecords(all, given, rule);
        expect(found.map(({ id }) => id)).toEqual(naive.map(({ canonicalId }) => canonicalId));
        for (const [i, { record }] of naive.entries()) expect(found[i]).toMatchObject(record);
      }),
    );
  });

  it('names every bad record and group', async () => {
    expect(
      await badPathsOf(() => canonicalRecords(list, [{ recordIds: ['1', 'y'] }, { recordIds: ['1'] }])),
    ).toEqual(['recordIds[1]', 'recordIds[0]']);
  });
});

describe('the rule', () => {
  it('takes the fresher record where the others say nothing, days read from their wording', () => {
    const merged = mergeTwo({ updatedAt: '2026年5月' }, { publishedAt: '2026-06-01' });
    expect([merged.canonicalId, merged.decidedBy]).toEqual(['b', 'freshness']);
    const own = mergeTwo({ 更新: '2026-07' }, { 更新: '2026-06' }, { dateFields: ['更新'] });
    expect(own.canonicalId).toBe('a');
  });

  it('follows the order that the host gives', () => {
    const [full, fresh] = [{ abstract: '文' }, { updatedAt: '2026-06-01', abstract: '' }];
    const a = mergeTwo({ ...full, keywords: ['文'] }, fresh);
    expect([a.canonicalId, a.decidedBy]).toEqual(['a', 'completeness']);
    const b = mergeTwo({ ...full, keywords: ['文'] }, fresh, { order: ['freshness', 'completeness'] });
    expect([b.canonicalId, b.decidedBy]).toEqual(['b', 'freshness']);
  });

  it('keeps record order where nothing decides', () => {
    expect(mergeTwo({}, {})).toMatchObject({ canonicalId: 'a', decidedBy: 'order', fields: [] });
    expect(mergeTwo({}, {}, { order: [] }).canonicalId).toBe('a');
  });
});

describe('fields', () => {
  it.each([
    ['another sum', { price: '120万元' }, { price: '150万元' }, 'numbers'],
    ['a sum and 面议', { price: '120万元' }, { price: '面议' }, 'wording'],
    ['the same day', { validTo: '2028-06-30' }, { validTo: '2028年6月' }, 'agreed'],
    ['another day', { validTo: '2028-06-30' }, { validTo: '2027-06-30' }, 'numbers'],
    ['a day of a database', { validTo: new Date('2028-06-30') }, { validTo: '2028-06' }, 'agreed'],
    ['another day of a database', { validTo: new Date('2028-06-30') }, { validTo: '2027-06-30' }, 'numbers'],
    ['a day that was read', { validTo: parseDate('2028-06-30') }, { validTo: '2028-06' }, 'agreed'],
    ['another day that was read', { validTo: parseDate('2028年') }, { validTo: '2027年' }, 'numbers'],
    ['an amount that was read', { price: parseAmount('120万元') }, { price: 1200000 }, 'agreed'],
    ['a text cut short', { abstract: '提高2倍，达到1,200℃' }, { abstract: '达到1200°C' }, 'wording'],
    [
      'another number in a text',
      { abstract: '提高2倍，达到1200℃' },
      { abstract: '提高3倍，达到1200℃' },
      'numbers',
    ],
    ['other width and space', { keywords: ['ＴＢＣ'] }, { keywords: ['tbc'] }, 'agreed'],
    ['an empty field', { keywords: ['TBC'], trl: undefined }, { keywords: [], trl: null }, 'single'],
    ['what JSON cannot hold', { size: 1n }, { size: 2n }, 'numbers'],
    ['a date that is none', { validTo: '长期有效' }, { validTo: 2028 }, 'wording'],
  ])('%s', (_, a, b, agreement) => {
    expect(mergeTwo(a, b).fields.map((field) => field.agreement)).toEqual([agreement]);
  });

  it('hold values as they were given, even under odd names', () => {
    const odd = JSON.parse(
      '{"id":"b","title":"","__proto__":{"x":1},"source":{"id":"门户"}}',
    ) as AchievementInput;
    const [merged] = mergeDuplicates([{ id: 'a', title: '' }, odd], [{ recordIds: ['a', 'b'] }]);
    expect(merged!.fields.map(({ field, chosen }) => [field, chosen.source])).toEqual([
      ['__proto__', '门户'],
    ]);
    expect(Object.getPrototypeOf(merged!.record)).toBe(Object.prototype);
  });
});

describe('mergeDuplicates, for any groups', () => {
  const value = fc.oneof(
    fc.constantFrom('', '12万元', '120000元', '面议', '提高2倍', '提高3倍', undefined),
    fc.array(fc.constantFrom('甲', '乙'), { maxLength: 2 }),
  );
  const record = fc.record({
    title: fc.constantFrom('涂层', '涂 层', ''),
    price: value,
    abstract: value,
    source: fc.constantFrom('门户一', '门户二', '', undefined),
    updatedAt: fc.constantFrom('2026-01-01', '2026年2月', undefined),
  });
  const list = fc
    .array(record, { minLength: 1, maxLength: 8 })
    .map((items) => items.map((item, i) => ({ id: `r${i}`, ...item }) as RecordInput & Row));
  const rule = fc.record({
    order: fc.shuffledSubarray([...CANONICAL_CRITERIA]),
    sources: fc.shuffledSubarray(['门户一', '门户二']),
  });

  it('loses no value: every filled field of every record stands in the result once, with its record', () => {
    fc.assert(
      fc.property(list, rule, (items, given) => {
        const [merged] = mergeDuplicates(items, [{ recordIds: items.map(({ id }) => id) }], given);
        const told = merged!.fields.flatMap(({ field, chosen, agreeing, others }) =>
          [chosen.recordId, ...agreeing, ...others.map(({ recordId }) => recordId)].map(
            (id) => `${id} ${field}`,
          ),
        );
        const filled = items.flatMap((item) =>
          ['title', 'price', 'abstract', 'updatedAt']
            .filter((field) => (item[field] as { length: number } | undefined)?.length)
            .map((field) => `${item.id} ${field}`),
        );
        expect(told.sort()).toEqual(filled.sort());
        for (const { field, chosen, others } of merged!.fields) {
          expect(Object.entries(merged!.record)).toContainEqual([field, chosen.value]);
          for (const { recordId, value: kept } of [chosen, ...others]) {
            expect(kept).toBe(items.find(({ id }) => id === recordId)![field]);
          }
        }
      }),
    );
  });

  it('puts trusted sources first and lets record order decide last', () => {
    fc.assert(
      fc.property(list, (items) => {
        const [merged] = mergeDuplicates(items, [{ recordIds: items.map(({ id }) => id) }], {
          order: ['source'],
          sources: ['门户二', '门户一'],
        });
        const places = merged!.recordIds.map((id) => {
          const place = ['门户二', '门户一'].indexOf(String(items.find((item) => item.id === id)!.source));
          return [place < 0 ? 2 : place, Number(id.slice(1))] as const;
        });
        const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(places).toEqual(sorted);
      }),
    );
  });
});

describe('mergeDuplicates, called badly', () => {
  it('names every bad record and group', async () => {
    const bad = [
      { id: '', title: '' },
      { id: 'a', title: '' },
      { id: 'a', title: '' },
    ];
    expect(await badPathsOf(() => mergeDuplicates(bad, [{ recordIds: [] }]))).toEqual([
      'id',
      'id',
      'recordIds',
    ]);
  });

  it('names every unknown and every repeated id', async () => {
    const good = [{ id: 'a', title: '' }];
    const groups = [{ recordIds: ['a', 'x'] }, { recordIds: ['a'] }];
    expect(await badPathsOf(() => mergeDuplicates(good, groups))).toEqual(['recordIds[1]', 'recordIds[0]']);
  });

  it('names every bad option', async () => {
    const rule = { order: ['age'], sources: [1], dateFields: '更新' } as never;
    expect(await badPathsOf(() => mergeDuplicates([], [], rule))).toEqual([
      'order[0]',
      'sources[0]',
      'dateFields',
    ]);
  });

  it('takes nothing and gives nothing', () => {
    expect(mergeDuplicates([], [])).toEqual([]);
  });

  it('changes nothing that it is handed', () => {
    const before = JSON.stringify(records);
    mergeDuplicates(records, [{ recordIds: ['A005', 'P001'] }]);
    expect(JSON.stringify(records)).toBe(before);
  });
});

describe('the labels', () => {
  it('name every code in both languages', () => {
    expect(Object.keys(CANONICAL_CRITERION_LABELS)).toEqual([...CANONICAL_CRITERIA, 'order']);
    expect(Object.keys(FIELD_AGREEMENT_LABELS)).toEqual(['single', 'agreed', 'wording', 'numbers']);
  });
});
