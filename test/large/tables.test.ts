import { readDemands } from 'cuohe/io';
import { expect, test } from 'vitest';
import { errorOf } from '../io/helpers.ts';

/** Sources that are large in one way or another. */

test('a row of very many cells behind the header is refused as any other', () => {
  const cells = Array.from({ length: 150_000 }, () => 'x');
  const source = [
    {
      name: '表',
      rows: [
        ['编号', '需求名称'],
        ['1', '甲', ...cells],
      ],
    },
  ];
  const { issues, total } = errorOf(() => readDemands(source));
  expect([issues.length, total]).toEqual([1000, 150_000]);
});

test('very many rows that are no records are named each', () => {
  const rows = [
    ['序号', '需求名称', '需求描述'],
    ['1', '甲', '文'],
    ...Array.from({ length: 150_000 }, () => ['注：略']),
  ];
  const { records, report } = readDemands([{ name: '表', rows }]);
  expect(records).toHaveLength(1);
  expect(report.notices).toHaveLength(150_000);
});

test('very many columns of one list fill it in their order', () => {
  const words = Array.from({ length: 20_000 }, (_, i) => `词${i}`);
  const rows = [
    ['编号', '需求名称', ...words.map(() => '关键词')],
    ['1', '甲', ...words],
  ];
  expect(readDemands([{ name: '表', rows }]).records[0]?.keywords).toEqual(words);
});
