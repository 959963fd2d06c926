import { createHash } from 'node:crypto';
import { createMatcher, DEFAULT_TAXONOMY, InputError, secrecyRank, tagChains } from 'cuohe';
import { readDemands } from 'cuohe/io';
import { renderReport, reportTables } from 'cuohe/report';
import { readWorkbook, writeTable } from 'cuohe/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  achievements,
  demands,
  forDemands as sample,
  forAchievements as sampleReversed,
} from '../charts/sample.ts';
import { attribute, dataOf, elementsOf, section, textOf } from './parsed.ts';
import { ACHIEVEMENTS, DEMANDS, forAchievements, forDemands, RECORDS } from './world.ts';

const issuesOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
};

describe('a report of the bundled sample', () => {
  let results: Awaited<ReturnType<typeof sample>>;
  let html: string;
  beforeAll(async () => {
    results = await sample();
    html = renderReport({ results, records: { achievements, demands } });
  });

  test('has a card for each query, and on it each match with its level, score and reason', () => {
    const { cards, records } = dataOf(html);
    expect(cards).toHaveLength(results.length);
    for (const [i, { queryId, matches }] of results.entries()) {
      expect(records[cards[i]!.query]!.id).toBe(queryId);
      expect(cards[i]!.matches.map(({ record }) => records[record]!.id)).toEqual(matches.map(({ id }) => id));
      expect(cards[i]!.matches.map(({ level }) => level)).toEqual(matches.map(({ level }) => level!.level));
      expect(cards[i]!.matches.map(({ reason }) => reason)).toEqual(matches.map(({ reason }) => reason.zh));
    }
  });

  test('gives the parts of every score, and they sum to it', () => {
    const { cards } = dataOf(html);
    const matches = cards.flatMap((card) => card.matches);
    expect(matches.length).toBeGreaterThan(100);
    expect(matches.some(({ parts }) => parts.some(([, value]) => value < 0))).toBe(true);
    for (const { parts, score } of matches)
      expect(Math.abs(parts.reduce((sum, [, value]) => sum + value, 0) - score)).toBeLessThan(1e-5);
  });

  test('marks what decided where it stands in the texts of both sides', () => {
    const { cards, records } = dataOf(html);
    let seen = 0;
    for (const [i, card] of cards.entries())
      for (const [j, match] of card.matches.entries()) {
        const marked = (record: number, places: readonly number[]) => {
          const texts: string[] = [];
          for (let at = 0; at < places.length; at += 3)
            texts.push(records[record]!.texts[places[at]!]![1].slice(places[at + 1], places[at + 2]));
          return texts;
        };
        const query = marked(card.query, match.queryPlaces);
        const record = marked(match.record, match.recordPlaces);
        for (const { querySpans, recordSpans } of results[i]!.matches[j]!.phrases) {
          for (const { text } of querySpans) expect(query.some((one) => one.includes(text))).toBe(true);
          for (const { text } of recordSpans) expect(record.some((one) => one.includes(text))).toBe(true);
          seen += querySpans.length;
        }
      }
    expect(seen).toBeGreaterThan(100);
  });

  test('lists the demands without an answer: as many as are counted', () => {
    const tables = reportTables({ results, records: { achievements, demands } });
    const [summary, , unanswered] = tables;
    const gap = summary!.rows.find(([name]) => name === '尚无答案')![1];
    expect(gap).toBeGreaterThan(0);
    expect(unanswered!.rows).toHaveLength(gap as number);
    expect(unanswered!.rows.map(([id]) => id)).toEqual(
      results.filter(({ answer }) => !answer!.answered).map(({ queryId }) => queryId),
    );
    for (const [, title] of unanswered!.rows) expect(section(html, 'unanswered')).toContain(title as string);
  });

  test('lists the same of results that were asked for the other way round, by its own rule', async () => {
    const reversed = await sampleReversed();
    const contents = { results: reversed, records: { achievements, demands } };
    const [summary, matches, unanswered] = reportTables(contents);
    const value = (name: string) => summary!.rows.find(([one]) => one === name)![1];
    expect(unanswered!.rows).toHaveLength(value('尚无答案') as number);
    expect(matches!.rows).toHaveLength(value('匹配') as number);
    const { cards, records } = dataOf(renderReport(contents));
    expect(cards).toHaveLength(
      achievements.filter(({ secrecyLevel }) => secrecyRank(secrecyLevel) === 0).length,
    );
    expect(records[cards[0]!.query]!.kind).not.toBe('demand');
  });

  test('allows its own script and style by their hashes, and nothing else', () => {
    const all = elementsOf(html);
    const policy = attribute(all.find((one) => attribute(one, 'http-equiv') !== undefined)!, 'content')!;
    const hashOf = (tag: string) => {
      const found = all.filter(({ tagName, attrs }) => tagName === tag && attrs!.length === 0);
      expect(found).toHaveLength(1);
      return `'sha256-${createHash('sha256').update(textOf(found[0]!)).digest('base64')}'`;
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf('script')}`,
      `style-src ${hashOf('style')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(all.filter(({ tagName }) => tagName === 'script')).toHaveLength(2);
  });

  test('names no place to load from, and styles no element by an attribute', () => {
    const all = elementsOf(html);
    const names = new Set(all.flatMap(({ attrs = [] }) => attrs.map(({ name }) => name)));
    for (const name of ['src', 'srcset', 'style', 'action', 'poster', 'data'])
      expect(names).not.toContain(name);
    for (const element of all) expect(attribute(element, 'href') ?? '#').toMatch(/^#/);
    expect([...names].filter((name) => name.startsWith('on'))).toEqual([]);
  });
});

describe('a report', () => {
  test('counts what is answered and tells it in a sentence, in either language', () => {
    const contents = { results: forDemands(), records: RECORDS };
    expect(section(renderReport(contents), 'overview')).toContain(
      '2 项需求中，1 项（50%）在 3 项成果中找到“较强”以上的匹配，1 项尚无答案。',
    );
    const english = renderReport(contents, { language: 'en', title: 'Spring round' });
    expect(section(english, 'overview')).toContain('Of 2 demands 1 (50%) have a match');
    expect(elementsOf(english).find(({ tagName }) => tagName === 'title')!.childNodes![0]!.value).toBe(
      'Spring round',
    );
  });

  test('in English says nothing in Chinese by itself', () => {
    const record = { title: 'Coating of turbine blades', organization: 'Some institute' };
    const html = renderReport(
      { results: [], records: { achievements: [{ id: '1', ...record }], demands: [{ id: '1', ...record }] } },
      { language: 'en', asOf: '2026-01-01' },
    );
    const { words, kinds, levels, chains } = dataOf(html);
    expect(JSON.stringify([words, kinds, levels, chains])).not.toMatch(/\p{Script=Han}/u);
    const shown = elementsOf(html).filter(({ tagName }) => tagName === 'body')[0]!;
    expect(textOf(shown)).not.toMatch(/\p{Script=Han}/u);
  });

  test('shows no contact unless it is asked to: not in a field, not in a text, not in the data', () => {
    const results = forDemands();
    const programmes = [
      {
        name: '会议',
        table: { columns: [{ header: '单位' }, { header: '联系电话' }], rows: [['某所 13711112222', '甲']] },
      },
    ];
    const { report } = readDemands('编号,需求名称,联系人\n1,甲,钱先生\n填表人：孙小兰,,');
    expect(JSON.stringify(report)).toContain('孙小兰');
    const contents = { results, records: RECORDS, programmes, imports: { '需求.csv': report } };
    const CONTACTS = [
      '孙小兰',
      '王小明',
      '13812345678',
      '88886666',
      '李小红',
      'lixh@',
      '赵先生',
      '13900001111',
      '13711112222',
    ];
    const told = (html: string) => CONTACTS.filter((contact) => html.includes(contact));
    expect(told(renderReport(contents))).toEqual([]);
    expect(told(JSON.stringify(reportTables(contents)))).toEqual([]);
    expect(told(renderReport(contents, { contacts: true }))).toEqual(CONTACTS);
    const { records, cards } = dataOf(renderReport(contents));
    const a1 = records.find(({ id }) => id === 'A1')!;
    const abstract = ACHIEVEMENTS[0]!.abstract as string;
    expect(a1.texts.find(([label]) => label === '摘要')![1]).toHaveLength(abstract.length);
    expect(cards[0]!.matches[0]!.recordPlaces.length).toBeGreaterThan(0);
  });

  test('leaves out what is secret, on both sides, and says how many', () => {
    const contents = { results: forDemands(), records: RECORDS };
    for (const made of [renderReport(contents), renderReport({ ...contents, results: forAchievements() })]) {
      expect(made).not.toContain('涉密');
      expect(section(made, 'overview')).toContain('2 条记录的密级高于可公开范围');
    }
    expect(JSON.stringify(reportTables(contents))).not.toContain('涉密');
    const open = renderReport(contents, { clearance: 'top-secret' });
    expect(open).toContain('涉密叶片冷却结构');
    expect(dataOf(open).cards).toHaveLength(3);
  });

  test('leaves out what has ended on its day, and without a day nothing', () => {
    const contents = { results: forDemands(), records: RECORDS };
    expect(renderReport(contents)).toContain('过期的叶片探伤方法');
    const later = renderReport(contents, { asOf: '2026-01-01' });
    expect(later).not.toContain('过期的叶片探伤方法');
    expect(section(later, 'overview')).toContain('1 条记录截至 2026-01-01 已过有效期');
  });

  test('says nothing of matches that it leaves out: neither answer nor needs', () => {
    const results = forDemands().map((result) => ({
      ...result,
      answer: { answered: true, probability: 1, zh: '有的', en: 'yes' },
    }));
    const { cards } = dataOf(renderReport({ results, records: RECORDS }));
    expect(cards[0]!.answer).toBeUndefined();
    const all = dataOf(renderReport({ results, records: RECORDS }, { clearance: 'top-secret' }));
    expect(all.cards[0]!.answer).toBe('有的');
  });

  test('takes lean results: levels, scores and reasons, without marks and parts', () => {
    const { cards } = dataOf(renderReport({ results: forDemands({ lean: true }), records: RECORDS }));
    const [match] = cards[0]!.matches;
    expect(match).toMatchObject({ rank: 1, parts: [], queryPlaces: [], recordPlaces: [] });
    expect(match!.level).toBe(3);
  });

  test('takes the chains of a matcher, or of an object that knows them', () => {
    const contents = { results: forDemands(), records: RECORDS };
    const chainsOf = (html: string) => dataOf(html).records[0]!.chains;
    const codes = tagChains(DEMANDS[0]!).map(({ code }) => code);
    expect(codes).not.toEqual([]);
    expect(chainsOf(renderReport({ ...contents, chains: createMatcher(ACHIEVEMENTS) }))).toEqual(codes);
    const chains = { taxonomy: DEFAULT_TAXONOMY, tagChains: () => [{ code: 'SY27' }] };
    expect(chainsOf(renderReport({ ...contents, chains }))).toEqual(['SY27']);
  });

  test('tells what the import said, and shows tables of programmes', () => {
    const { report } = readDemands('征集表,,\n编号,需求名称,预算（万元）\n1,甲,视情况');
    const programmes = [{ name: '对接会', table: { columns: [{ header: '场次' }], rows: [['上午一']] } }];
    const html = renderReport({
      results: forDemands(),
      records: RECORDS,
      imports: { '需求.csv': report },
      programmes,
    });
    expect(section(html, 'imports')).toContain('需求.csv');
    expect(section(html, 'imports')).toContain(
      report.notices.find(({ level }) => level === 'warning')!.text.zh,
    );
    expect(section(html, 'tables')).toMatch(/对接会[\s\S]*场次[\s\S]*上午一/);
    const names = reportTables({
      results: [],
      records: RECORDS,
      imports: { '需求.csv': report },
      programmes,
    });
    expect(names.slice(-2).map(({ name }) => name)).toEqual(['对接会', '需求.csv']);
  });

  test('of nothing says so', () => {
    const html = renderReport({ results: [], records: { achievements: [], demands: [] } });
    expect(section(html, 'overview')).toContain('没有可以列出的需求。');
    expect(section(html, 'results')).toContain('没有可以列出的内容。');
    expect(Buffer.byteLength(html)).toBeLessThan(350_000);
  });

  test('as tables is a workbook with a sheet for each', async () => {
    const tables = reportTables({ results: forDemands(), records: RECORDS }, { language: 'en' });
    const sheets = await readWorkbook(await writeTable(tables));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Overview',
      'Matches',
      'Demands without an answer',
      'Gaps by chain',
      'Supply and demand by chain',
      'Regions',
    ]);
    expect(sheets[1]!.rows[1]!.slice(0, 2)).toEqual(['D1', '叶片热障涂层易剥落']);
  });
});

describe('what a report is handed', () => {
  const records = RECORDS;
  test('has options that are known, and no others', () => {
    const bad = { langauge: 'zh', contacts: 'yes', asOf: 'today', clearance: 'open', queries: 'demands' };
    expect(issuesOf(() => renderReport({ results: [], records }, bad as never)).sort()).toEqual(
      Object.keys(bad).sort(),
    );
    expect(issuesOf(() => reportTables({ results: [], records }, { title: 5 } as never))).toEqual(['title']);
  });

  test('is checked as a whole', () => {
    const table = { columns: [], rows: [] };
    const bad = {
      results: [{ queryId: 1, matches: [] }],
      records,
      chains: {},
      imports: { a: {} },
      programs: [],
    };
    const found = issuesOf(() => renderReport({ ...bad, programmes: [{ name: 'x', table }] } as never));
    expect(found).toEqual(
      expect.arrayContaining(['results[0].queryId', 'chains', 'programs', 'programmes[0].table.columns']),
    );
    expect(found.some((path) => path.startsWith('imports.a'))).toBe(true);
    expect(issuesOf(() => renderReport(undefined as never))).not.toEqual([]);
    expect(issuesOf(() => renderReport({ results: [] } as never))).not.toEqual([]);
    expect(
      issuesOf(() => renderReport({ results: [], records: { achievements: [{}], demands: 5 } as never })),
    ).toEqual(expect.arrayContaining(['title', '']));
  });

  test('has results of its records, one for each query', () => {
    const [result] = forDemands();
    const without = { ...records, achievements: records.achievements.slice(1) };
    expect(issuesOf(() => renderReport({ results: [result!], records: without }))).toEqual([
      'results[0].matches[0].id',
    ]);
    expect(issuesOf(() => renderReport({ results: [result!, result!], records }))).toEqual([
      'results[1].queryId',
    ]);
    expect(
      issuesOf(() => renderReport({ results: [result!], records }, { queries: 'achievement' })),
    ).not.toEqual([]);
  });

  test('tells by its rows which side was asked for where both have the same ids, or is asked', () => {
    const same = (rows: readonly object[]) => rows.map((row, i) => ({ ...row, id: String(i) }));
    const own = {
      achievements: same(ACHIEVEMENTS.slice(0, 2)),
      demands: same(DEMANDS.slice(0, 2)),
    } as never as {
      achievements: typeof ACHIEVEMENTS;
      demands: typeof DEMANDS;
    };
    const match = { rank: 1, id: '0', index: 0, score: 0.5, reason: { zh: '', en: '' } };
    const resultOf = (record?: object) =>
      [{ queryId: '0', matches: [{ ...match, record }], candidates: 1 }] as never;
    const kindOf = (html: string) => {
      const { cards, records: shown } = dataOf(html);
      return shown[cards[0]!.query]!.kind;
    };
    expect(kindOf(renderReport({ results: resultOf(own.achievements[0]), records: own }))).toBe('demand');
    expect(kindOf(renderReport({ results: resultOf(own.demands[0]), records: own }))).toBe('achievement');
    expect(issuesOf(() => renderReport({ results: resultOf(), records: own }))).toEqual(['queries']);
    expect(kindOf(renderReport({ results: resultOf(), records: own }, { queries: 'achievement' }))).toBe(
      'achievement',
    );
  });
});
