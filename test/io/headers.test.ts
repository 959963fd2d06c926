import { readAchievements, readDemands } from 'cuohe/io';
import { describe, expect, test } from 'vitest';
import { RECORD_KINDS } from '../../src/core/records/kinds.ts';
import { headerTable } from '../../src/io/header-table.ts';
import { bareHeader, headerUnit, plainHeader } from '../../src/io/header-text.ts';
import { ACHIEVEMENT_HEADERS, DEMAND_HEADERS, FALLBACK_HEADERS, KIND_WORDS } from '../../src/io/headers.ts';
import { READINGS } from '../../src/io/readings.ts';
import { errorOf, issuesOf } from './helpers.ts';

describe('header words', () => {
  test.each([
    ['achievement', ACHIEVEMENT_HEADERS],
    ['demand', DEMAND_HEADERS],
  ] as const)('of an %s each mean one field, which is known', (side, words) => {
    const seen = Object.entries(words).flatMap(([field, headers]) =>
      headers.map((header) => [header, field] as const),
    );
    expect(seen.map(([header]) => header)).toEqual([...new Map(seen).keys()]);
    const fields = Object.keys(words).map((field) => field.split('.')[0]!);
    expect(fields.filter((field) => !READINGS[side].has(field))).toEqual([]);
  });

  test('are written in the plain form that headers are compared in', () => {
    const all = [ACHIEVEMENT_HEADERS, DEMAND_HEADERS, FALLBACK_HEADERS].flatMap((words) =>
      Object.values(words).flat(),
    );
    expect(all.filter((header) => bareHeader(header) !== header.toLowerCase())).toEqual([]);
  });

  test('of kinds name every kind once', () => {
    expect(Object.keys(KIND_WORDS).toSorted()).toEqual([...RECORD_KINDS].toSorted());
    const words = Object.values(KIND_WORDS).flat();
    expect(words).toEqual([...new Set(words)]);
  });
});

describe('a header', () => {
  test.each<[header: string, field: string | undefined, why: string]>([
    ['成果名称', 'title', 'as the form has it'],
    [' 成果 名称 ', 'title', 'spaces, as forms stretch words'],
    ['成果　名称：', 'title', 'full-width space and colon'],
    ['成果名称*', 'title', 'mark of a required column'],
    ['＊成果名称', 'title', 'full-width mark in front'],
    ['成果\n名称', 'title', 'line break in a narrow cell'],
    ['\uFEFF成果名称', 'title', 'stray byte order mark'],
    ['成果名称（必填）', 'title', 'note in brackets'],
    ['成果名称【不超过50字】:', 'title', 'note in other brackets and a colon'],
    ['2、成果名称', 'title', 'number of a form'],
    ['ＩＤ', 'id', 'full-width letters'],
    ['Title', 'title', 'field name in another case'],
    ['completingOrganizations', 'completingOrganizations', 'field name'],
    ['关键词3', 'keywords', 'numbered column of a list'],
    ['合作价格(万元)', 'price', 'unit'],
    ['IPC分类号', 'ipc', 'symbols of a patent'],
    ['IPC主分类', 'ipc', 'the main one'],
    ['IPC', 'ipc', 'field name, as a header'],
    ['国际专利分类号（IPC）', 'ipc', 'both'],
    ['[51] Int.Cl.', 'ipc', 'as front pages have it'],
    ['分类号', 'ipc', 'as lists of patents have it'],
    ['序号', 'id', 'fallback'],
    ['备注', undefined, 'not known'],
    ['成果名称2', undefined, 'a single field has no second column'],
    ['constructor', undefined, 'a property of every object'],
    ['__proto__', undefined, 'a property of every object'],
    ['（名称）', undefined, 'nothing but a note'],
  ])('%j means %s: %s', (header, field) => {
    expect(headerTable('achievement')(header)?.field).toBe(field);
  });

  test('means another field on the other side', () => {
    expect(headerTable('achievement')('合作方式')?.field).toBe('transferModes');
    expect(headerTable('demand')('合作方式')?.field).toBe('cooperationModes');
    expect(headerTable('demand')('类型')?.field).toBe('demandType');
    expect(headerTable('achievement')('类型')?.field).toBe('kind');
  });

  test('keeps what is in brackets for the caller to name', () => {
    expect(plainHeader('预算（万元） *')).toBe('预算(万元)');
    const table = headerTable('demand', { '预算（万元）': 'mine' });
    expect(table('预算 (万元)')?.field).toBe('mine');
    expect(table('预算')?.field).toBe('budget');
  });
});

describe('the option headers', () => {
  test('adds headers and goes before the known ones', () => {
    const csv = '代号,题目,名称\nX1,涂层,别名';
    const [record] = readAchievements(csv, { headers: { 代号: 'id', 题目: 'title', 名称: 'alias' } }).records;
    expect(record).toEqual({ id: 'X1', title: '涂层', alias: '别名', kind: 'achievement' });
  });

  test('leaves a column aside as an unknown field', () => {
    const csv = '编号,成果名称,项目名称\n1,涂层,863';
    expect(readAchievements(csv).report.notices).toMatchObject([
      { code: 'column-shared', header: '项目名称' },
    ]);
    expect(readAchievements(csv, { headers: { 项目名称: '项目名称' } }).records).toEqual([
      { id: '1', title: '涂层', 项目名称: '863', kind: 'achievement' },
    ]);
  });

  test('maps keys of JSON too', () => {
    const json = '[{"id":"1","title":"","名字":" x ","摘":"y","空":null}]';
    expect(readAchievements(json, { headers: { 摘: 'abstract' } }).records).toEqual([
      { id: '1', title: '', 名字: ' x ', abstract: 'y', 空: null, kind: 'achievement' },
    ]);
  });

  test('is checked with the other options', () => {
    const run = () => readDemands('[]', { format: 'xls', headers: { a: '' }, nom: 1 } as never);
    expect(errorOf(run).code).toBe('INVALID_OPTIONS');
    expect(
      issuesOf(run)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['format', 'headers.a', 'nom']);
  });
});

test('A running number stays an unknown field beside an id, and is the id without one', () => {
  expect(readAchievements('序号,成果编号,成果名称\n1,A7,x').records).toEqual([
    { 序号: '1', id: 'A7', title: 'x', kind: 'achievement' },
  ]);
  expect(readAchievements('序号,登记号,成果名称\n1,A7,x').records[0]).toMatchObject({ 序号: '1', id: 'A7' });
  expect(readAchievements('序号,成果名称\n1,x').records[0]).toMatchObject({ id: '1' });
});

test('Of the two sums of the collection form the own means are the budget', () => {
  const [demand] = readDemands('编号,名称,资金需求总额(万元),拟投入资金总额(万元)\n1,x,300,200').records;
  expect(demand).toMatchObject({ '资金需求总额(万元)': '300', budget: { raw: '200', min: 2_000_000 } });
  expect(readDemands('编号,名称,资金需求总额(万元)\n1,x,300').records[0]?.budget?.min).toBe(3_000_000);
});

test.each([
  ['价格（万元）', '万元'],
  ['价格（单位：万元）', '万元'],
  ['价格（人民币元）', '元'],
  ['价格(万美元)', '万美元'],
  ['价格（万）', '万'],
  ['租金（元/年）', '元'],
  ['价格（百万元，含税）', '百万元'],
  ['price (USD)', 'usd'],
  ['价格\n/万元', '万元'],
  ['价格，单位：亿元', '亿元'],
  ['价格（必填）', undefined],
  ['价格（万科集团）', undefined],
])('The header %j names the unit %j', (header, unit) => {
  expect(headerUnit(header)).toBe(unit);
});

test.each<
  [side: 'achievement' | 'demand', header: string, field: string | undefined, rule: string | undefined]
>([
  ['demand', '需求提出单位', 'organization', 'end'],
  ['demand', '主要攻关内容及技术指标', 'text', 'part'],
  ['demand', '榜单（项目）名称', 'title', 'known'],
  ['demand', '已投入资金', undefined, undefined],
  ['demand', '計劃投入經費（萬元）', 'budget', 'end'],
  ['demand', '技術需求名稱', 'title', 'known'],
  ['demand', '企业简介', undefined, undefined],
  ['demand', '联系人', undefined, undefined],
  ['achievement', '申请（专利权）人', 'organization', 'known'],
  ['achievement', '★成果名称（必填）', 'title', 'known'],
  ['achievement', '成果主要内容介绍', 'text', 'end'],
  ['achievement', '推荐单位', undefined, undefined],
  ['achievement', '拟转让价格/万元', 'price', 'known'],
])('Of %ss the header %j means %j, by the rule %j', (side, header, field, rule) => {
  const meaning = headerTable(side)(header);
  expect([meaning?.field, meaning?.rule]).toEqual([field, rule]);
});
