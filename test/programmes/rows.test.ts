import { createMatcher, InputError } from 'cuohe';
import type { Table } from 'cuohe/io';
import { writeCsv } from 'cuohe/io';
import {
  type BrokerPlan,
  type ChainLibrary,
  type ChallengeRanking,
  type CommonDemands,
  type MadeToOrderPlan,
  type MaturityRoute,
  type ProgrammeResult,
  type Publication,
  publishRegisters,
  type RowsOptions,
  rows,
  type SessionPlan,
  type VisitPlan,
  type VoucherDecision,
} from 'cuohe/programmes';
import { readWorkbook, writeTable } from 'cuohe/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTable } from '../../src/io/written-table.ts';
import { pairedIds, pairIdOf } from '../../src/programmes/common/pair.ts';
import { fits, KINDS } from '../../src/programmes/kinds.ts';
import { sampleFile } from './sample-file.ts';
import { sampleResults } from './sample-results.ts';

const results = await sampleResults();
const entries = Object.entries(results);
const LANGUAGES = ['zh', 'en'] as const;
const HAN = /\p{Script=Han}/u;
/** The one whose headers are the texts of a record, or were made in one language. */
const OF_RECORDS = ['rankChallengeUnits', 'compareChallengeUnits'];

const FILES = [
  'achievements',
  'demands',
  ...[
    'brokers',
    'broker-events',
    'chain-leaders',
    'common-demands',
    'experts',
    'maturity-bases',
    'new-achievements',
    'rd-projects',
    'resources',
    'visiting-experts',
    'voucher-rules',
    'class-policies',
  ].map((name) => `programmes/${name}`),
];
const IDS = new Set(FILES.flatMap((file) => sampleFile<{ id: string }>(file).map(({ id }) => id)));
/** Records are the host's, and a ledger of alerts is for the next run. */
const NOT_READ = new Set(['record', 'ledger']);

/** Ids of the sample that a result holds. */
function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    if (IDS.has(value)) found.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) if (!NOT_READ.has(key)) idsIn(inner, found);
  }
  return found;
}

const cellsOf = (tables: readonly Table[]) => tables.flatMap((table) => table.rows.flat());
const called = (result: ProgrammeResult, name: string) => {
  const table = rows(result).find((one) => one.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
};

describe('rows', () => {
  it('shows words of results that were stored before under other names, and blanks nothing', () => {
    const former: Record<string, string> = { met: 'eligible', failed: 'conflict', unknown: 'undecided' };
    const renamed = (value: unknown): unknown => {
      if (typeof value === 'string') return former[value] ?? value;
      if (Array.isArray(value)) return value.map(renamed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner)]));
    };
    const told = (result: ProgrammeResult) => cellsOf(rows(result)).filter((cell) => cell !== undefined);
    for (const name of ['checkCompatibility', 'assessVouchers', 'applyPolicies', 'checkPersons'] as const) {
      const now = JSON.parse(JSON.stringify(results[name]!));
      const before = renamed(now) as ProgrammeResult;
      expect(told(before).length).toBe(told(now).length);
      const words = told(before).filter((cell) => Object.values(former).includes(String(cell)));
      expect(words.length).toBeGreaterThan(0);
    }
  });

  it('calls a region by its title, else by its city and code', () => {
    const { snapshot } = publishRegisters(
      { achievements: [], projects: [], problems: [{ id: 'XQ1', title: '焊接变形', regionCode: '210102' }] },
      { asOf: '2026-09-01' },
    );
    const named = (titles?: ReadonlyMap<string, string>) =>
      rows(snapshot, 'zh', titles === undefined ? {} : { titles })
        .find(({ name }) => name === '问题清单')!
        .rows[0]!.slice(0, 4);
    expect(named(new Map([['210102', '和平区']]))).toEqual(['XQ1', '焊接变形', undefined, '和平区']);
    expect(named()).toEqual(['XQ1', '焊接变形', undefined, '沈阳市210102']);
  });

  it('calls a pair by the titles of both records, where both are known', () => {
    const titles = new Map([
      ['D031', '大方坯偏析'],
      ['A060', '轻压下'],
    ]);
    const [assigned] = rows(results.assignBrokers!, 'zh', { titles });
    expect(assigned!.columns.slice(0, 2).map(({ header }) => header)).toEqual(['项目编号', '项目名称']);
    const named = assigned!.rows.filter(([, title]) => title !== undefined);
    expect(named.map((row) => row.slice(0, 2))).toEqual([['D031→A060', '大方坯偏析→轻压下']]);
  });

  it('reads the two ids of a pair back, whatever stands in them', () => {
    const id = fc.string({ unit: fc.constantFrom('a', '→', '\\', '1'), maxLength: 6 });
    fc.assert(
      fc.property(id, id, (demand, supply) => {
        expect(pairedIds(pairIdOf(demand, supply))).toEqual([demand, supply]);
      }),
    );
    expect([pairedIds('D1'), pairedIds('a→b→c')]).toEqual([undefined, undefined]);
  });

  it('names regions, and says where there is none of something', () => {
    const units = called(results.rankChallengeUnits!, '揭榜单位');
    const at = units.columns.findIndex(({ header }) => header === '地区');
    expect(units.rows.map((row) => row[at]).filter((cell) => /^\d+$/.test(String(cell)))).toEqual([]);
    const summary = called(results.contractFigures!, '概况');
    expect(summary.rows.every(([, content]) => content !== undefined)).toBe(true);
  });

  it('knows every kind of result by its shape, and takes none for another', () => {
    const seen = new Set<number>();
    for (const [name, result] of entries) {
      const item: unknown = Array.isArray(result) ? result[0] : result;
      const kinds = KINDS.flatMap((kind, i) => (fits(kind, item) ? [i] : []));
      expect([name, kinds.length]).toEqual([name, 1]);
      seen.add(kinds[0]!);
    }
    expect(seen.size).toBe(KINDS.length);
  });

  it.each(entries)('gives %s as tables that CSV and workbooks take, in both languages', (_, result) => {
    for (const language of LANGUAGES) {
      const tables = rows(result, language);
      expect(tables.length).toBeGreaterThan(0);
      expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
      for (const table of tables) {
        expect(() => checkTable(table, true)).not.toThrow();
        expect(() => writeCsv(table)).not.toThrow();
        expect(table.name!.length).toBeGreaterThan(0);
        expect(table.name!.length).toBeLessThanOrEqual(31);
        expect(table.name).not.toMatch(/[[\]:*?/\\]/);
        for (const row of table.rows) expect(row.length).toBeLessThanOrEqual(table.columns.length);
      }
      const texts = cellsOf(tables).map(String);
      expect(
        texts.filter((text) => /\[object|undefined|NaN|Infinity|\bnull\b/.test(text) && text !== 'undefined'),
      ).toEqual([]);
      expect(texts.filter((text) => /\p{Cc}/u.test(text))).toEqual([]);
    }
  });

  it.each(entries)(
    'has English headers and names for %s, each table and column the same in Chinese',
    (name, result) => {
      const [chinese, english] = LANGUAGES.map((language) => rows(result, language));
      expect(english!.map(({ rows: all }) => all.length)).toEqual(
        chinese!.map(({ rows: all }) => all.length),
      );
      for (const [i, table] of english!.entries()) {
        expect(table.name).not.toMatch(HAN);
        expect(chinese![i]!.name).toMatch(HAN);
        expect(table.columns.length).toBe(chinese![i]!.columns.length);
        if (OF_RECORDS.includes(name)) continue;
        const headers = table.columns.map(({ header }) => header);
        expect(headers.filter((header) => HAN.test(header))).toEqual([]);
        expect(new Set(headers).size).toBe(headers.length);
      }
    },
  );

  it.each(entries)('leaves no id of %s out', (_, result) => {
    const told = cellsOf(rows(result)).map(String).join('\n');
    expect([...idsIn(result)].filter((id) => !told.includes(id))).toEqual([]);
  });

  it.each(entries)('makes the same tables of %s after it was stored as JSON', (_, result) => {
    for (const language of LANGUAGES) {
      const stored = JSON.parse(JSON.stringify(result)) as ProgrammeResult;
      expect(rows(stored, language)).toEqual(rows(result, language));
    }
  });

  it('has a row for everything that is planned and everything that is left out', () => {
    const of = <T extends ProgrammeResult>(name: string) => results[name] as T;
    const count = (name: string, table: string) => called(results[name]!, table).rows.length;
    const plan = of<BrokerPlan>('assignBrokers');
    expect(count('assignBrokers', '派单')).toBe(plan.assignments.length);
    expect(count('assignBrokers', '未派出')).toBe(plan.unassigned.length);
    expect(plan.unassigned.length).toBeGreaterThan(0);
    const library = of<ChainLibrary>('buildChainLibrary');
    expect(count('buildChainLibrary', '产业链项目库')).toBe(library.rows.length + 3);
    const gaps = [...library.rows, library.withoutChain].flatMap((row) => row.unmatchedDemands);
    expect(count('buildChainLibrary', '缺口需求')).toBe(gaps.length);
    expect(count('buildChainLibrary', '未列入')).toBe(
      library.leftOut.achievements.expired.length + library.leftOut.demands.expired.length,
    );
    const ranking = of<ChallengeRanking>('rankChallengeUnits');
    expect(count('rankChallengeUnits', '揭榜单位')).toBe(ranking.units.length + ranking.ineligible.length);
    expect(ranking.ineligible.length).toBeGreaterThan(0);
    const orders = of<MadeToOrderPlan>('planMadeToOrder');
    expect(count('planMadeToOrder', '订单研发')).toBe(orders.orders.length);
    expect(count('planMadeToOrder', '已有成果或专利可供')).toBe(orders.served.length);
    expect(count('planMadeToOrder', '未列入')).toBe(orders.leftOut.expired.length);
    const routes = of<readonly MaturityRoute[]>('routeMaturity');
    expect(count('routeMaturity', '成熟度分流')).toBe(routes.length);
    expect(count('routeMaturity', '未达条件的基地')).toBe(routes.flatMap((route) => route.nearMisses).length);
    const common = of<CommonDemands>('commonDemands');
    expect(count('commonDemands', '共性需求')).toBe(common.clusters.length);
    expect(count('commonDemands', '单列需求')).toBe(common.outliers.length);
    const publication = of<Publication>('publishRegisters');
    expect(count('publishRegisters', '成果库')).toBe(publication.snapshot.achievements.length);
    expect(new Set(called(publication, '变更').rows.map((row) => row[2])).size).toBe(
      publication.changes.length,
    );
    const sessions = of<SessionPlan>('planSessions');
    expect(count('planSessions', '专场')).toBe(sessions.sessions.length);
    expect(count('planSessions', '洽谈安排')).toBe(sessions.sessions.flatMap((one) => one.meetings).length);
    expect(count('planSessions', '未排上')).toBe(sessions.sessions.flatMap((one) => one.unplaced).length);
    expect(count('planSessions', '待排场地的专题')).toBe(sessions.waiting.length);
    const visits = of<VisitPlan>('planVisits');
    expect(count('planVisits', '企业行')).toBe(
      visits.trips.flatMap(({ routes: all }) => all.flatMap(({ stops }) => stops)).length,
    );
    expect(count('planVisits', '未安排')).toBe(visits.unvisited.length);
    const decisions = of<readonly VoucherDecision[]>('assessVouchers');
    expect(count('assessVouchers', '创新券')).toBe(decisions.length);
    expect(count('assessVouchers', '逐条规则')).toBe(decisions.flatMap(({ outcomes }) => outcomes).length);
  });

  it('puts the names that a host knows beside the ids, and its own before them', () => {
    const titles = new Map(
      sampleFile<{ id: string; title: string }>('demands').map(({ id, title }) => [id, title]),
    );
    const [orders] = rows(results.planMadeToOrder!, 'zh', { titles });
    expect(orders!.columns.slice(0, 2).map(({ header }) => header)).toEqual(['需求编号', '需求名称']);
    for (const [id, title] of orders!.rows) expect(title).toBe(titles.get(String(id)));
    expect(rows(results.planMadeToOrder!, 'zh', { titles: new Map([['X', 'x']]) })).toEqual(
      rows(results.planMadeToOrder!),
    );
    const [plain] = rows(results.planMadeToOrder!);
    expect(plain!.columns.map(({ header }) => header)).not.toContain('需求名称');
    const [own] = rows(results.likelyDemands!, 'zh', {
      titles: new Map([...titles.keys()].map((id) => [id, 'X'])),
    });
    expect(own!.rows.map((row) => row[1])).not.toContain('X');
  });

  it('gives of one result what it gives of a list of one', () => {
    for (const name of ['diagnoseDemand', 'checkMatches', 'matchEarly', 'widenSearch']) {
      const [first] = results[name] as readonly ProgrammeResult[];
      expect(rows(first!)).toEqual(rows([first] as unknown as ProgrammeResult));
    }
  });

  it('gives an empty list as one table without rows', () => {
    for (const language of LANGUAGES) {
      const [table, ...others] = rows([], language);
      expect([table!.rows.length, others.length]).toEqual([0, 0]);
      expect(() => checkTable(table!, true)).not.toThrow();
    }
  });

  it('writes a workbook that reads back as the tables', async () => {
    for (const name of ['planSessions', 'publishRegisters', 'buildChainLibrary']) {
      const tables = rows(results[name]!);
      const sheets = await readWorkbook(await writeTable(tables));
      expect(sheets.map((sheet) => sheet.name)).toEqual(tables.map((table) => table.name));
      for (const [i, { columns, rows: lines }] of tables.entries()) {
        const [head, ...body] = sheets[i]!.rows;
        expect(head).toEqual(columns.map(({ header }) => header));
        expect(body.length).toBe(lines.length);
        expect(body.map(([id]) => String(id ?? ''))).toEqual(lines.map(([id]) => String(id ?? '')));
      }
    }
  });

  it('keeps what records say in one line, with nothing that is not seen, and no longer than a cell', () => {
    const hostile = [
      '<script>alert(1)</script>\n=1+1',
      '\u202e倒\u0007着',
      '👩‍👩‍👧 emoji',
      '长'.repeat(40_000),
      '\ud800',
    ];
    const matcher = createMatcher(
      hostile.map((title, i) => ({ id: `A${i}`, title: `轴承 ${title}`.slice(0, 40_003) })),
    );
    const [matches] = [matcher.match({ id: 'D', title: '轴承' }, { limit: 9 })];
    const list = { queryId: 'D', asOf: null, counts: [], matches: matches.matches };
    const [table] = rows(list);
    const shown = cellsOf([table!]).join();
    expect(table!.rows.length).toBe(hostile.length);
    expect(
      cellsOf([table!]).filter((cell) => typeof cell === 'string' && /[\p{Cc}\u202e\ud800]/u.test(cell)),
    ).toEqual([]);
    expect(shown).toContain('<script>alert(1)</script> =1+1');
    expect(shown).toContain('👩‍👩‍👧');
    expect(shown).toContain('\\u202e');
    expect(() => checkTable(table!, true)).not.toThrow();
  });

  it('refuses what no programme returned, with one clear error', () => {
    const [first] = entries;
    const mixed = [...(results.reviewExpiry as readonly unknown[]), { recordId: 'X' }];
    const alone = [results.assignBrokers];
    const changed = { ...(results.assignBrokers as object), assignments: 5 };
    const matches = createMatcher([{ id: 'A', title: '轴承' }]).match('轴承');
    const one = (results.reviewExpiry as readonly unknown[])[0];
    const odd = [
      null,
      undefined,
      1,
      'x',
      {},
      [1],
      [[]],
      first,
      mixed,
      alone,
      changed,
      matches,
      one,
      new Map(),
    ];
    for (const given of odd) {
      let error: unknown;
      try {
        rows(given as ProgrammeResult);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).code).toBe('INVALID_RECORDS');
      expect((error as InputError).issues).toHaveLength(1);
    }
  });

  it('refuses anything at all with that error, or makes tables that can be written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.nat(), fc.anything(), ([, result], at, value) => {
        const one = structuredClone(JSON.parse(JSON.stringify(result))) as Record<string, unknown>;
        const target = Array.isArray(one) ? (one[0] as Record<string, unknown>) : one;
        const keys = Object.keys(target);
        target[keys[at % keys.length]!] = value;
        try {
          for (const table of rows(one as unknown as ProgrammeResult)) checkTable(table, true);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as InputError).code).toBe('INVALID_RECORDS');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a mistyped language or option', () => {
    const result = results.assignBrokers!;
    expect(() => rows(result, 'cn' as 'zh')).toThrow(/language: expected zh or en/);
    expect(() => rows(result, 'zh', { title: new Map() } as RowsOptions)).toThrow(/titles/);
    expect(() => rows(result, 'zh', { titles: {} } as unknown as RowsOptions)).toThrow(/titles/);
  });
});
