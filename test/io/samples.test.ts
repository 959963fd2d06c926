import { readFileSync } from 'node:fs';
import { readAchievements, readDemands } from 'cuohe/io';
import { expect, test } from 'vitest';

const sample = (name: string) => readFileSync(new URL(`../../examples/data/${name}`, import.meta.url));

test('The bundled achievements are read from their table', () => {
  const records = readAchievements(sample('achievements.csv'), { name: 'achievements.csv' }).records;
  expect(records.map(({ id }) => id)).toEqual(
    Array.from({ length: 25 }, (_, i) => `AC${String(i + 1).padStart(3, '0')}`),
  );
  expect(records[0]).toMatchObject({
    title: '飞机导管焊缝数字射线智能评片',
    keywords: ['航空导管', '焊缝', '射线检测'],
    completingOrganizations: ['东陵理工大学'],
    completers: ['鲁雁青', '莫知秋'],
    price: { min: 700_000 },
    validTo: { to: '2028-12-31' },
  });
  expect(records[0]?.abstract).toContain('\n');
  expect(records[1]?.备注).toBe('可现场试件');
});

test('The bundled demands are read from their table, sums in 万元', () => {
  const records = readDemands(sample('demands.csv')).records;
  expect(records).toHaveLength(15);
  expect(records.filter(({ budget }) => budget !== undefined && (budget.max ?? 1e5) < 1e5)).toEqual([]);
  expect(records[0]).toMatchObject({ budget: { raw: '50', max: 500_000 }, regionCode: '210800' });
});

test.each([{ name: 'x.jsonl' }, {}])('The bundled JSON lines are read with the options %j', (options) => {
  expect(readAchievements(sample('achievements.jsonl'), options).records).toHaveLength(130);
  expect(readDemands(sample('demands.jsonl'), options).records).toHaveLength(60);
});

test('A bundled table of the wrong side says which columns it misses', () => {
  expect(() => readAchievements(sample('demands.csv'))).toThrow('a column for "title"');
});
