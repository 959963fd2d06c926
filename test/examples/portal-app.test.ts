import { readFileSync } from 'node:fs';
import { saveStatistics } from 'cuohe';
import { readAchievements } from 'cuohe/io';
import { readWorkbook, writeTable } from 'cuohe/xlsx';
import { describe, expect, it } from 'vitest';
import type {
  ImportAnswer,
  Info,
  RecordAnswer,
  Refusal,
  SavedSearchAnswer,
  SearchAnswer,
} from '../../examples/portal/server/api.ts';
import { portalApp } from '../../examples/portal/server/app.ts';
import { asking, HOST, NOTHING, portalOf, sampleApp } from './portal-world.ts';

const { app, get, post } = await sampleApp();
const csv = readFileSync(new URL('../../examples/data/achievements.csv', import.meta.url));

/** Every way in: a page of another site must not get through any of them. */
const ROUTES = [
  ['GET', '/'],
  ['GET', '/assets/index.js'],
  ['GET', '/api/info'],
  ['POST', '/api/search'],
  ['POST', '/api/record'],
  ['POST', '/api/export/csv'],
  ['POST', '/api/import/supply'],
  ['GET', '/api/searches'],
  ['POST', '/api/searches'],
  ['POST', '/api/searches/1/seen'],
  ['DELETE', '/api/searches/1'],
  ['GET', '/api/nothing'],
] as const;

describe('the portal refuses', () => {
  it.each(ROUTES)('%s %s by a foreign name, of a foreign page, and without a name', async (method, path) => {
    const foreign: Record<string, string>[] = [
      { host: 'evil.example' },
      { host: 'evil.example:8082' },
      { host: '127.0.0.1.evil.example:8082' },
      { host: 'localhost.evil.example' },
      { host: '' },
      { host: HOST, origin: 'https://evil.example' },
      { host: HOST, origin: 'null' },
      { host: HOST, origin: 'http://127.0.0.1:9999' },
    ];
    for (const headers of foreign) {
      const init = method === 'POST' ? { body: '{}' } : {};
      const response = await app.request(`http://${HOST}${path}`, { method, headers, ...init });
      expect([headers, response.status]).toEqual([headers, 403]);
      const { error } = (await response.json()) as Refusal;
      expect(error).toEqual({ zh: '只接受来自本站页面的请求。', en: 'Only pages of this site may ask.' });
    }
  });

  it('what another site fetches, but no link to the page', async () => {
    const fetched = { host: HOST, 'sec-fetch-site': 'cross-site' };
    expect((await app.request('/api/info', { headers: fetched })).status).toBe(403);
    const link = { ...fetched, 'sec-fetch-mode': 'navigate' };
    expect((await app.request('/api/info', { headers: link })).status).toBe(403);
    // There is no page in this app, so that it is not found; it is not refused.
    expect((await app.request('/', { headers: link })).status).toBe(404);
  });

  it('a question that is wrong, in one message that names all that is wrong with it', async () => {
    const wrong = { side: 'both', text: 5, level: 9, of: '', chains: 'SY01', kinds: [1] };
    const { status, body } = await post<Refusal>('/api/search', wrong);
    expect(status).toBe(400);
    for (const name of ['side', 'text', 'level', 'of', 'chains', 'kinds']) {
      expect(body.error.zh).toContain(`${name}:`);
      expect(body.error.en).toContain(`${name}:`);
    }
  });

  it.each([
    ['no JSON', '{"text":', 400, '请求不是 JSON。'],
    ['a list', '[]', 400, '请求应是一个 JSON 对象。'],
    ['nothing', 'null', 400, '请求应是一个 JSON 对象。'],
    ['page 0', '{"page":0}', 400, 'page 应是从 1 起的整数。'],
    ['a record that there is not', '{"of":"D999"}', 404, '没有这条记录。'],
    ['a secret record', '{"like":"A102"}', 404, '没有这条记录。'],
    ['an expired record', '{"like":"A103"}', 404, '没有这条记录。'],
    ['both of and like', '{"of":"D001","like":"A001"}', 400, '请求有误：of | like'],
  ])('%s', async (_, sent, status, zh) => {
    const found = await post<Refusal>('/api/search', sent);
    expect([found.status, found.body.error.zh]).toEqual([status, zh]);
  });

  it('a chain that nobody knows, by its name', async () => {
    const { status, body } = await post<Refusal>('/api/search', { ...NOTHING, chains: ['SY99'] });
    expect(status).toBe(400);
    expect(body.error.en).toContain('SY99');
  });

  it('bodies that are too large or of another type, before it reads them whole', async () => {
    expect((await post('/api/search', { text: '长'.repeat(60_000) })).status).toBe(413);
    const headers = { host: HOST, 'content-type': 'text/plain' };
    expect((await app.request('/api/search', { method: 'POST', headers, body: '{}' })).status).toBe(415);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const streamed = { method: 'POST', body: endless, duplex: 'half' };
    const json = { host: HOST, 'content-type': 'application/json' };
    const response = await app.request('/api/search', { ...streamed, headers: json } as RequestInit);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(1_000_000);
  });
});

describe('every answer of the portal', () => {
  it('has a strict policy, errors too', async () => {
    for (const path of ['/api/info', '/api/nothing']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('keeps what is not shown: contacts, remarks, secret records', async () => {
    const record = (id: string, more: object) => ({
      id,
      title: '高炉煤气余压发电机组振动抑制',
      abstract: '抑制机组振动。',
      联系电话: '13900000001',
      contact: { phone: '13900000001' },
      ...more,
    });
    const portal = await portalOf({
      supply: [record('P1', {}), record('P2', { secrecyLevel: '秘密', abstract: '机密内容甲' })],
      demand: [record('Q1', { secrecyLevel: '内部', abstract: '机密内容乙' })],
    });
    const hidden = portalApp({ portal });
    const asked = asking(hidden);
    const question = { ...NOTHING, text: '高炉煤气余压发电机组振动抑制' };
    const answers = [
      await asked.get('/api/info'),
      await asked.post('/api/search', question),
      await asked.post('/api/search', NOTHING),
      await asked.post('/api/search', { ...question, side: 'demand' }),
      await asked.post('/api/search', { ...NOTHING, like: 'P1' }),
      await asked.post('/api/search', { ...NOTHING, text: 'P2' }),
      await asked.post('/api/record', { ...question, id: 'P1' }),
      await asked.post('/api/record', { ...question, id: 'P2' }),
      await asked.post('/api/search', { ...NOTHING, of: 'Q1' }),
      await asked.post('/api/searches', { name: 'n', question }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200, 404, 404, 200]);
    const file = await hidden.request('/api/export/csv', {
      method: 'POST',
      headers: { host: HOST, 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    const all = JSON.stringify(answers) + (await file.text());
    expect(all).toContain('P1');
    expect(all).not.toMatch(/13900000001|机密内容|"P2"|"Q1"/);
    expect((answers[0]!.body as Info).records).toEqual({ supply: 1, demand: 0 });
  });
});

describe('the picture of chains', () => {
  it('has a tile for each of the 27 chains, with as many as a search of the chain finds', async () => {
    const { chains } = (await get<Info>('/api/info')).body;
    expect(chains).toHaveLength(27);
    for (const { code, supply, demand } of chains) {
      for (const [side, count] of [
        ['supply', supply],
        ['demand', demand],
      ] as const) {
        const { body } = await post<SearchAnswer>('/api/search', { ...NOTHING, side, chains: [code] });
        expect([code, side, body.total]).toEqual([code, side, count]);
      }
    }
  });
});

describe('saved searches', () => {
  it('tell what is new or changed since they were last looked at, once, and nothing else', async () => {
    const world = await sampleApp();
    const question = { ...NOTHING, text: '石墨烯导热膜' };
    const put = (side: string, records: object[]) =>
      world.send(`/api/import/${side}?name=new.json&take=1`, JSON.stringify(records));
    const searches = async () => (await world.get<SavedSearchAnswer[]>('/api/searches')).body;

    const saved = await world.post<SavedSearchAnswer[]>('/api/searches', { name: '导热膜', question });
    expect(saved.body).toMatchObject([{ name: '导热膜', news: [] }]);
    const { id } = saved.body[0]!;

    await put('demand', [{ id: 'N0', title: '石墨烯导热膜' }]);
    expect((await searches())[0]!.news).toEqual([]);
    await put('supply', [
      { id: 'N1', title: '石墨烯导热膜连续制备' },
      { id: 'N2', title: '牡丹切花保鲜' },
    ]);
    expect((await searches())[0]!.news).toEqual([
      { id: 'N1', title: '石墨烯导热膜连续制备', changed: false },
    ]);

    const seen = await world.post<SavedSearchAnswer[]>(`/api/searches/${id}/seen`, {});
    expect(seen.body[0]!.news).toEqual([]);
    await put('supply', [{ id: 'N1', title: '石墨烯导热膜连续制备技术' }]);
    expect((await searches())[0]!.news).toEqual([
      { id: 'N1', title: '石墨烯导热膜连续制备技术', changed: true },
    ]);

    expect((await world.remove<SavedSearchAnswer[]>(`/api/searches/${id}`)).body).toEqual([]);
  });

  it('have a name, and a question that can be asked', async () => {
    expect((await post('/api/searches', { name: ' ', question: NOTHING })).status).toBe(400);
    expect((await post('/api/searches', { name: 'n', question: { ...NOTHING, of: 'D999' } })).status).toBe(
      404,
    );
    expect((await post('/api/searches', null)).status).toBe(400);
    expect((await post('/api/searches/none/seen', {})).status).toBe(404);
    expect((await get<unknown[]>('/api/searches')).body).toEqual([]);
  });
});

describe('an import', () => {
  it('is read and told first, and taken in only then', async () => {
    const world = await sampleApp();
    const find = async () =>
      (await world.post<RecordAnswer>('/api/record', { ...NOTHING, id: 'AC001' })).status;
    const looked = await world.send<ImportAnswer>('/api/import/supply?name=a.csv', csv);
    expect(looked.body).toMatchObject({ records: 25, leftOut: 0, replaced: 0, taken: false });
    expect(looked.body.columns).toContainEqual({ header: '备注', field: null });
    expect(await find()).toBe(404);
    const taken = await world.send<ImportAnswer>('/api/import/supply?name=a.csv&take=1', csv);
    expect(taken.body).toMatchObject({ records: 25, taken: true });
    expect(await find()).toBe(200);
    const again = await world.send<ImportAnswer>('/api/import/supply?name=a.csv', csv);
    expect(again.body.replaced).toBe(25);
    const { body } = await world.post<SearchAnswer>('/api/search', NOTHING);
    expect(body.items[0]?.id).toMatch(/^AC/);
  });

  it('reads a workbook, leaves bad rows out, and tells what to check', async () => {
    const world = await sampleApp();
    const bytes = await writeTable({
      columns: ['编号', '成果名称', '成果简介', '所处阶段', '价格', '密级'].map((header) => ({ header })),
      rows: [
        ['W1', '铝合金轮毂低压铸造缺陷控制', '降低缩松缩孔。', '中试', '待定吧', '公开'],
        ['W2', '', '', '小试', '', '公开'],
        ['W3', '轮毂涂装线废气治理', '沸石转轮与催化燃烧。', '产业化', '100万元', '秘密'],
      ],
    });
    const { body } = await world.send<ImportAnswer>('/api/import/supply?name=b.xlsx&take=1', bytes);
    expect(body).toMatchObject({ taken: true });
    expect(body.records + body.leftOut).toBeGreaterThanOrEqual(2);
    expect(body.warnings).toBeGreaterThan(0);
    expect(body.notices.some(({ text }) => text.zh.includes('待定吧'))).toBe(true);
    expect((await world.post('/api/record', { ...NOTHING, id: 'W1' })).status).toBe(200);
    // Taken in, and for nobody to see.
    expect((await world.post('/api/record', { ...NOTHING, id: 'W3' })).status).toBe(404);
  });

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3]), 'a.xlsx'],
    ['a broken workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8]), 'b.xlsx'],
    ['a text without records', '你好', 'c.csv'],
    ['broken JSON', '[{"id":', 'd.json'],
    ['blanks', '   ', 'e.csv'],
  ])('refuses %s in one sentence, and nothing has changed', async (_, bytes, name) => {
    const before = (await get<Info>('/api/info')).body.records;
    const { send } = asking(app);
    const { status, body } = await send<Refusal>(`/api/import/supply?name=${name}&take=1`, bytes);
    expect(status).toBe(400);
    expect(body.error.zh).toMatch(/^读不了这个文件：/);
    expect((await get<Info>('/api/info')).body.records).toEqual(before);
  });

  it('keeps the rows of two files apart where neither has ids', async () => {
    const portal = await portalOf({});
    const world = asking(portalApp({ portal }));
    await world.send(
      '/api/import/supply?name=a.csv&take=1',
      '成果名称,成果简介\n钢轨探伤车,用于钢轨\n道岔融雪,用于道岔',
    );
    await world.send(
      '/api/import/supply?name=b.csv&take=1',
      '成果名称,成果简介\n苹果分选机,用于苹果\n花生脱壳,用于花生',
    );
    expect((await world.get<Info>('/api/info')).body.records.supply).toBe(4);
    const { body } = await world.post<SearchAnswer>('/api/search', { ...NOTHING, text: '钢轨' });
    expect(body.items.map(({ title }) => title.text)).toEqual(['钢轨探伤车']);
  });

  it('counts the weights of a portal that was empty', async () => {
    const portal = await portalOf({});
    const world = asking(portalApp({ portal }));
    expect((await world.post<SearchAnswer>('/api/search', { ...NOTHING, text: '轴承' })).body.total).toBe(0);
    await world.send('/api/import/supply?name=a.csv&take=1', csv);
    const anew = await portalOf({ supply: readAchievements(csv).records as never });
    const of = (one: typeof anew) => saveStatistics(one.side('supply').matcher.statistics);
    expect(of(portal)).toEqual(of(anew));
  });
});

describe('an export', () => {
  const sheetOf = async (bytes: ArrayBuffer) => (await readWorkbook(bytes))[0]!;
  const exported = (format: string, body: object) =>
    app.request(`/api/export/${format}`, {
      method: 'POST',
      headers: { host: HOST, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('has every record that the search finds, with score, level and reason', async () => {
    const question = { ...NOTHING, of: 'D004' };
    const { body } = await post<SearchAnswer>('/api/search', question);
    const { rows } = await sheetOf(await (await exported('xlsx', question)).arrayBuffer());
    expect(rows).toHaveLength(body.total + 1);
    expect(rows[0]!.slice(0, 3)).toEqual(['需求编号', '名次', '编号']);
    expect(rows.slice(1).map(([query, rank, id]) => [query, rank, id])).toEqual(
      body.items.map(({ id }, i) => ['D004', String(i + 1), id]),
    );
    expect(rows[1]!.at(-1)).toBe(body.items[0]!.reason!.zh);
  });

  it('is CSV in either language, of a list that nothing was asked for too', async () => {
    const response = await exported('csv', { ...NOTHING, chains: ['SY02'], language: 'en' });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await response.text()).trim().split('\r\n');
    const { body } = await post<SearchAnswer>('/api/search', { ...NOTHING, chains: ['SY02'] });
    expect(lines[0]).toBe('id,title,organisation,kind,region,maturity');
    expect(lines).toHaveLength(body.total + 1);
    expect((await exported('pdf', NOTHING)).status).toBe(404);
  });
});
