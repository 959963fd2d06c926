import { readAchievements, readDemands } from 'cuohe/io';
import { describe, expect, test } from 'vitest';
import { chooseFormat } from '../../src/io/read-options.ts';
import { errorOf, issuesOf } from './helpers.ts';

const told = (run: () => unknown) => issuesOf(run).map(({ index, place, path }) => [index, place, path]);

describe('JSON', () => {
  test.each([
    ['an array', '[{"id":"1","title":"x"}]'],
    ['an object with one array', '{"total":1,"records":[{"id":"1","title":"x"}]}'],
    [
      'an object that holds it some levels down',
      '{"code":0,"data":{"page":{"no":1},"rows":[{"id":"1","title":"x"}]}}',
    ],
    [
      'beside arrays of other things',
      '{"tags":["a"],"none":[],"result":{"ids":[1],"list":{"items":[{"id":"1","title":"x"}]}}}',
    ],
    ['one record', '{\n"id":"1","title":"x"}'],
  ])('is read from %s', (_, json) => {
    expect(readDemands(json).records).toEqual([{ id: '1', title: 'x', kind: 'demand' }]);
  });

  test('without records gives none', () => {
    expect(readDemands('[]').records).toEqual([]);
    expect(readDemands('{"records":[]}').records).toEqual([]);
  });

  test('of records in field names is taken as it stands', () => {
    const record = { id: '1', title: ' x ', 序号: 3, 名称: '别名', keywords: ['a', 'b'], 空: null, text: '' };
    expect(readAchievements(JSON.stringify([record])).records).toEqual([{ ...record, kind: 'achievement' }]);
  });

  test('of records under the headers of forms is read like a table', () => {
    const record = {
      成果编号: 7,
      成果名称: 'x',
      关键词: 'a、b',
      完成人: ['甲'],
      '合作价格（万元）': 20,
      简介: null,
      其他: [1],
    };
    expect(readAchievements(JSON.stringify([record])).records).toEqual([
      {
        id: '7',
        title: 'x',
        keywords: ['a', 'b'],
        completers: ['甲'],
        price: { raw: '20', min: 200_000, max: 200_000, currency: 'CNY', negotiable: false },
        其他: [1],
        kind: 'achievement',
      },
    ]);
  });

  test('keeps a key __proto__ as plain data', () => {
    const [record] = readAchievements('[{"编号":"1","名称":"x","__proto__":{"a":1}}]').records;
    expect(Object.keys(record!)).toContain('__proto__');
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });

  test('tells problems by index, and by the name of the array', () => {
    const records = [{ id: '1', title: 'x' }, { id: '1', title: 2 }, 3, { 编号: '4', 名称: 'x', 标题: 'y' }];
    expect(told(() => readAchievements(JSON.stringify(records)))).toEqual([
      [1, undefined, 'id'],
      [1, undefined, 'title'],
      [2, undefined, ''],
    ]);
    const run = () => readAchievements(JSON.stringify({ rows: records.slice(0, 3) }));
    expect(told(run).map(([, place]) => place)).toEqual(['rows[1]', 'rows[1]', 'rows[2]']);
    expect(issuesOf(run).map(({ received }) => received)).toContain('the id of rows[0]');
    const deep = JSON.stringify({ data: { list: [{ id: '1', title: 'x' }, { id: '2' }] } });
    expect(told(() => readAchievements(deep)).map(([, place]) => place)).toEqual(['data.list[1]']);
  });

  test.each([
    ['{"a":[],"b":["x"]}', 'an object with 2 arrays: a (0), b (1)'],
    [
      '{"data":{"rows":[{"x":1},{"x":2}],"列 1":[{}],"tags":["x"]}}',
      'an object with 2 arrays of objects: data.rows (2), data["列 1"] (1)',
    ],
    ['{"data":{"id":"1","title":"x","files":[{"name":"y"}]}}', 'an object without an array'],
    ['{"a":1}', 'an object without an array'],
    ['3', 'number 3'],
    ['null', 'null'],
  ])('of another shape is refused: %s', (json, received) => {
    const error = errorOf(() => readAchievements(json, { format: 'json' }));
    expect(error.code).toBe('UNREADABLE_INPUT');
    expect(error.issues.map((issue) => issue.received)).toEqual([received]);
  });

  test('of a portal is known by its English keys; without an id the place is one', () => {
    const json =
      '{"data":{"rows":[{"demand_name":"阀门内漏","companyName":"某厂","demandContent":"密封面冲蚀"}]}}';
    const { records, report } = readDemands(json);
    expect(records).toEqual([
      { id: 'item-1', title: '阀门内漏', organization: '某厂', text: '密封面冲蚀', kind: 'demand' },
    ]);
    expect(report.notices).toMatchObject([{ code: 'id-made' }]);
  });

  test('without titles is refused once, with the keys that were seen', () => {
    const issues = issuesOf(() => readDemands('[{"bh":"1","mc":"甲"},{"bh":"2","mc":"乙"}]'));
    expect(issues).toMatchObject([{ path: 'title', received: 'the headers "bh", "mc"' }]);
  });

  test('with a syntax error is refused', () => {
    const run = () => readAchievements(`[{"id":"1","title":"x"},\n{"id":"2","title":"${'y'.repeat(80)}",}]`);
    expect(errorOf(run).code).toBe('UNREADABLE_INPUT');
    expect(issuesOf(run)[0]).toMatchObject({ place: expect.stringMatching(/^line 2/), expected: 'JSON' });
  });
});

describe('JSON lines', () => {
  test('are read with any line end and blank lines', () => {
    const text =
      '\uFEFF{"id":"1","title":"a\u2028b"}\r\n\r\n{"id":"2","title":"y"}\n  \n{"编号":"3","名称":"z"}';
    expect(readAchievements(text, { format: 'jsonl' }).records.map(({ title }) => title)).toEqual([
      'a\u2028b',
      'y',
      'z',
    ]);
  });

  test('tell every broken line and every bad record by line', () => {
    const text = '{"id":"1","title":"x"}\n\n{bad\n{"id":"1","title":"y"}\n[1]\n{"id":"2"}\n{"id":';
    const run = () => readAchievements(text, { name: 'x.ndjson' });
    expect(errorOf(run).code).toBe('UNREADABLE_INPUT');
    expect(told(run)).toEqual([
      [1, 'line 3', ''],
      [2, 'line 4', 'id'],
      [3, 'line 5', ''],
      [4, 'line 6', 'title'],
      [5, 'line 7', ''],
    ]);
    expect(issuesOf(run)[1]?.received).toBe('the id of line 1');
    expect(issuesOf(run)[0]?.received).toMatch(/^the text "\{bad" \(a syntax error: /);
  });
});

describe('the format', () => {
  test.each([
    ['x.json', '', 'json'],
    ['x.JSONL', '', 'jsonl'],
    ['x.ndjson', '[', 'jsonl'],
    ['a.b/x.csv', '[', 'csv'],
    ['x.tsv ', '{', 'csv'],
    ['x.txt', '[1]', 'json'],
    ['x.txt', 'a,b', 'csv'],
    [undefined, '  [', 'json'],
    [undefined, '{"a":\n[]}', 'json'],
    [undefined, '{"a":1}', 'json'],
    [undefined, '{"a":1}\n{"a":2}', 'jsonl'],
    [undefined, '{"a":1}\r\n\r\n {"a":', 'jsonl'],
    [undefined, '编号,名称', 'csv'],
  ] as const)('of a source named %j that begins %j is %s', (name, text, format) => {
    expect(chooseFormat(text, { name })).toBe(format);
    expect(chooseFormat(text, { name, format: 'csv' })).toBe('csv');
  });
});
