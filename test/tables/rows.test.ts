import { InputError } from 'cuohe';
import { scoreParts, supplyAndDemand } from 'cuohe/charts';
import { readDemands, writeCsv } from 'cuohe/io';
import type { Bilingual } from 'cuohe/programmes';
import { rows } from 'cuohe/tables';
import { writeTable } from 'cuohe/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAMMES } from '../../examples/programmes/all.ts';
import { loadSample } from '../../examples/programmes/sample.ts';
import { HEADERS } from '../../src/tables/headers.ts';
import { labelsOf } from '../../src/tables/labels.ts';
import { RESULT_PLANS } from '../../src/tables/plans.ts';
import { achievements, demands, forDemands, supply } from '../charts/sample.ts';

/** What each programme of the demo answers on the sample: the results of its functions, by a name for each. */
async function resultsOfProgrammes(): Promise<Map<string, object>> {
  const found = new Map<string, object>();
  const sample = loadSample();
  for (const { key, run } of PROGRAMMES) {
    const { json } = await run(sample);
    for (const [name, result] of resultsIn(json, key)) found.set(name, result);
  }
  return found;
}

/** Results stand in the answer of a demo themselves, or under names, or in lists. */
function resultsIn(json: unknown, name: string): [string, object][] {
  if (typeof json !== 'object' || json === null || (Array.isArray(json) && json.length === 0)) return [];
  const own: [string, object][] = [];
  try {
    rows(json);
    own.push([name, json]);
  } catch (error) {
    // Not a result, but what may hold some.
    if (!(error instanceof InputError)) throw error;
  }
  const parts = Array.isArray(json) ? [] : Object.entries(json);
  return [...own, ...parts.flatMap(([key, part]) => resultsIn(part, `${name}/${key}`))];
}

describe('rows', () => {
  let found: Map<string, object>;
  beforeAll(async () => {
    found = await resultsOfProgrammes();
    const results = await forDemands();
    found.set('matches', results);
    const figures = supplyAndDemand({ results, records: { achievements, demands }, chains: supply });
    found.set('supply and demand', figures);
    found.set('parts of a score', scoreParts(results[0]!.matches[0]!));
    found.set('import report', readDemands('需求名称,备用\n涂层剥落,x\n').report);
  });

  it('make tables of what every programme answers', () => {
    const names = [...found.keys()].map((name) => name.split('/')[0]);
    expect(PROGRAMMES.map(({ key }) => key).filter((key) => !names.includes(key))).toEqual([]);
  });

  it.each(['zh', 'en'] as const)(
    'are full and plain in %s: no object, no code that has a name',
    async (language) => {
      for (const [name, result] of found) {
        const tables = rows(result, language);
        expect(tables.length, name).toBeGreaterThan(0);
        for (const table of tables) {
          const where = `${name}: ${table.name}`;
          expect(table.rows.length, where).toBeGreaterThan(0);
          expect(new Set(table.columns.map(({ header }) => header)).size, where).toBe(table.columns.length);
          const kinds = new Set(table.rows.flat().map((cell) => typeof cell));
          expect(
            [...kinds].filter((kind) => !['string', 'number', 'undefined'].includes(kind)),
            where,
          ).toEqual([]);
          expect(
            table.rows.flat().filter((cell) => String(cell).includes('[object')),
            where,
          ).toEqual([]);
          expect(Buffer.from(writeCsv(table)).length).toBeGreaterThan(10);
        }
      }
      const all = [...found.values()].flatMap((result) => rows(result, language));
      expect(Buffer.from(await writeTable(all[0]!)).length).toBeGreaterThan(1000);
    },
  );

  it('say codes in words, in both languages', () => {
    const sessions = rows(found.get('sessions')!);
    expect(sessions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['专场', '洽谈安排', '待排的专题']),
    );
    const meetings = sessions.find(({ name }) => name === '洽谈安排')!;
    expect(meetings.columns.map(({ header }) => header)).toEqual([
      '场地',
      '专题',
      '时段',
      '桌号',
      '需求方',
      '供给方',
      '价值',
      '对接',
    ]);
    // Participants by their names, not by their ids.
    expect(meetings.rows.every(([, , , , demander]) => !String(demander).startsWith('org:'))).toBe(true);
    const elements = (language: 'zh' | 'en') =>
      rows((found.get('clarity/diagnoses') as object[])[0]!, language)[0]!.rows[0]!.slice(0, 2);
    expect(elements('zh')[0]).toBe('对象');
    expect(elements('en')[0]).toBe('object');
  });

  it('give a row what is its own, and of what holds it no more than was meant', () => {
    const checked = found.get('compatibility') as readonly {
      parts: readonly { advice?: Bilingual }[];
    }[];
    const parts = rows(checked).find(({ name }) => name === '合作条件各方面')!;
    expect(parts.rows.map((row) => row.at(-1))).toEqual(
      checked.flatMap((one) => one.parts.map(({ advice }) => advice?.zh)),
    );
  });

  it('have every row of the result', () => {
    const figures = found.get('supply and demand') as ReturnType<typeof supplyAndDemand>;
    const [chains, regions, pairs] = rows(figures);
    expect(chains!.rows.map((row) => row.slice(0, 4))).toEqual(
      figures.chains.map(({ code, nameZh, demands, answered }) => [code, nameZh, demands, answered]),
    );
    expect([regions!.rows.length, pairs!.rows.length]).toEqual([
      figures.regions.length,
      figures.pairs.length,
    ]);
    const matches = found.get('matches') as readonly { matches: readonly unknown[] }[];
    expect(rows(matches)[0]!.rows).toHaveLength(matches.flatMap((one) => one.matches).length);
  });

  it('of nothing are none, and of what is no result are refused', () => {
    expect(rows([])).toEqual([]);
    for (const other of [{}, [1], { matches: 1 }, undefined, 'x'])
      expect(() => rows(other as never)).toThrow(/result: expected a result of the library/);
    expect(() => rows([], 'fr' as never)).toThrow(/language/);
    expect(rows({ orders: [], served: [] })).toMatchObject([{ name: '订单研发', rows: [] }]);
  });
});

describe('the plans of tables', () => {
  const columns = RESULT_PLANS.flatMap(({ tables }) => tables).flatMap((table) => table.columns.split(' '));

  it('name headers that there are, and use each that there is', () => {
    const used = columns.map((column) => {
      const [told, header] = column.split('=') as [string, string?];
      const path = told.split('@')[0]!.replace(/^\^|[#~]$/g, '');
      return header ?? path.slice(path.lastIndexOf('.') + 1);
    });
    expect(used.filter((header) => !Object.hasOwn(HEADERS, header))).toEqual([]);
    expect(Object.keys(HEADERS).filter((header) => !used.includes(header))).toEqual([]);
  });

  it('name labels that there are, in both languages', () => {
    const labels = columns.flatMap((column) => /@([a-z.]+)/i.exec(column)?.[1] ?? []);
    expect(labels.length).toBeGreaterThan(20);
    for (const path of labels) {
      const all: Bilingual[] = Object.values(labelsOf(path));
      expect(
        all.every(({ zh, en }) => zh !== '' && en !== ''),
        path,
      ).toBe(true);
    }
  });

  it('name sheets as Excel allows', () => {
    for (const { zh, en } of RESULT_PLANS.flatMap(({ tables }) => tables)) {
      expect(zh.length).toBeLessThanOrEqual(31);
      expect(en.length).toBeLessThanOrEqual(31);
    }
  });
});
