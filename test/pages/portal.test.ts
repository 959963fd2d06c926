import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { writeTable } from 'cuohe/xlsx';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StartedPortal, startPortal } from '../../examples/portal/server/start.ts';
import { buildPortal } from '../../scripts/build-portal.ts';
import { DEMANDS, SUPPLY } from '../examples/portal-world.ts';
import { openChromium } from './chromium.ts';

const PHONE = { width: 375, height: 720 };
const HOSTILE = [
  '<img src=x onerror="window.hacked = 1">激光清洗',
  '<script>window.hacked = 2</script>激光清洗',
  '"><svg onload=window.hacked=3> 激光清洗 &lt;b&gt;',
  `\u202E激光清洗\u202C \u200F 🚀🇨🇳👨‍👩‍👧 激光`,
  `激光${'长'.repeat(10_000)}`,
  `激光${'A'.repeat(10_000)}`,
  'javascript:window.hacked=4 激光',
];

const folder = mkdtempSync(join(tmpdir(), 'cuohe-portal-'));
const client = join(folder, 'client');
let browser: Browser;
let portal: StartedPortal;
const opened: StartedPortal[] = [];

async function start(records: Parameters<typeof startPortal>[0]): Promise<StartedPortal> {
  const started = await startPortal({ ...records, client });
  opened.push(started);
  return started;
}

beforeAll(async () => {
  [browser] = await Promise.all([openChromium(), buildPortal(folder)]);
  portal = await start({ achievements: SUPPLY, demands: DEMANDS });
});
afterAll(async () => {
  await browser?.close();
  for (const started of opened) await started.close();
  rmSync(folder, { recursive: true });
});

const asked = new WeakMap<Page, string[]>();

/** Ends a page: whatever it asked of others or complained of is wrong, in every test. */
async function end(page: Page): Promise<void> {
  expect(asked.get(page)).toEqual([]);
  await page.context().close();
}

/** A page of the portal. */
async function open(hash = '', { url } = portal, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(?:data|blob):/.test(request.url()))
      problems.push(request.url());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // A refusal of the server is an answer; Chromium tells of it as well.
    if (message.type() === 'error' && !/status of 400/.test(message.text())) problems.push(message.text());
  });
  asked.set(page, problems);
  await page.goto(url + hash);
  await page.waitForSelector('#list li');
  return page;
}

const count = async (page: Page) => Number(/\d+/.exec((await page.textContent('#count')) ?? '')?.[0]);
const ids = (page: Page) =>
  page.$$eval('#list a.title', (links) => links.map((link) => link.getAttribute('data-id')));
/** Waits until the list is that of a change. */
async function changed(page: Page, change: () => Promise<unknown>): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/search'));
  await change();
  await (await answer).finished();
  // What is typed may ask again before it has its last answer.
  await page.waitForFunction(() => {
    const asked = new URLSearchParams(location.hash.slice(1)).get('q') ?? '';
    const isTyped = document.querySelector('textarea')!.value.trim() === asked;
    return isTyped && document.querySelector('#list')!.getAttribute('aria-busy') === null;
  });
}

describe('the portal in a browser', () => {
  test('opens with the picture of chains and the newest records', async () => {
    const page = await open();
    expect(await page.locator('#tiles li').count()).toBe(27);
    expect(await count(page)).toBe(125);
    expect(await page.textContent('#legend')).toContain('公开成果 125 条，公开需求 59 条');
    await end(page);
  });

  test('searches while one types, marks what both share, and has it all in its address', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await changed(page, () => page.keyboard.type('涡轮叶片热障涂层早期剥落'));
    await page.waitForSelector('[data-id="A005"] mark');
    expect((await ids(page))[0]).toBe('A005');
    expect(await page.textContent('.item .reason')).toContain('热障涂层');
    expect(await page.textContent('.item .level')).toMatch(/强/);
    expect(decodeURIComponent(page.url())).toContain('#q=涡轮叶片热障涂层早期剥落');
    const found = await ids(page);
    await page.reload();
    await page.waitForSelector('[data-id="A005"]');
    expect([await ids(page), await page.inputValue('#text')]).toEqual([found, '涡轮叶片热障涂层早期剥落']);
    await changed(page, () => page.goBack());
    expect([await count(page), await page.inputValue('#text')]).toEqual([125, '']);
    await end(page);
  });

  test('does not search for letters on their way to ideographs', async () => {
    const page = await open();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.evaluate(() => {
      const text = document.querySelector('textarea')!;
      text.focus();
      text.dispatchEvent(new CompositionEvent('compositionstart'));
      text.value = 'jiguang';
      text.dispatchEvent(new InputEvent('input', { isComposing: true }));
    });
    await page.waitForTimeout(400);
    expect(requests).toEqual([]);
    await changed(page, () =>
      page.evaluate(() => {
        const text = document.querySelector('textarea')!;
        text.value = '激光';
        text.dispatchEvent(new CompositionEvent('compositionend', { data: '激光' }));
      }),
    );
    expect(await count(page)).toBe(14);
    await end(page);
  });

  test('filters with live counts, by the list and by the picture, and goes back', async () => {
    const page = await open();
    const choice = page.locator('label.choice', { has: page.locator('[id="regions-2103"]') });
    const told = Number(await choice.locator('.count').textContent());
    await changed(page, () => choice.click());
    expect(await count(page)).toBe(told);
    expect(await page.isChecked('[id="regions-2103"]')).toBe(true);
    await changed(page, () => page.click('[data-chain="SY16"]'));
    expect(await page.getAttribute('[data-chain="SY16"]', 'aria-pressed')).toBe('true');
    expect(await page.isChecked('[id="chains-SY16"]')).toBe(true);
    expect(await count(page)).toBeLessThan(told);
    await changed(page, () => page.goBack());
    expect(await count(page)).toBe(told);
    await changed(page, () => page.click('.reset'));
    expect(await count(page)).toBe(125);
    await end(page);
  });

  test('turns pages', async () => {
    const page = await open();
    const first = await ids(page);
    await changed(page, () => page.click('#pages a[aria-label="下一页"]'));
    const second = await ids(page);
    expect(first).toHaveLength(20);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    expect(await page.textContent('#pages [aria-current="page"]')).toBe('2');
    await end(page);
  });

  test('goes by keys: arrows through the list, Enter opens, Esc closes and gives the focus back', async () => {
    const page = await open('#of=D004');
    await page.focus('#text');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#detail[open] .waterfall');
    expect(page.url()).toContain('open=A005');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#detail:not([open])', { state: 'attached' });
    expect(page.url()).not.toContain('open=');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe('A005');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    await changed(page, () => page.keyboard.press('Escape'));
    expect(await count(page)).toBe(125);
    await end(page);
  });

  test('shows why: the parts sum to the score, both sides are marked', async () => {
    const page = await open('#of=D004&open=A005');
    await page.waitForSelector('#detail[open] .waterfall');
    const values = await page.$$eval('.waterfall tbody tr:not(.sum) .number', (cells) =>
      cells.map((cell) => Number(cell.textContent!.replace('−', '-'))),
    );
    const sum = Number(await page.textContent('.waterfall .sum .number'));
    expect(values.length).toBeGreaterThan(4);
    expect(values.reduce((all, value) => all + value, 0)).toBeCloseTo(sum, 2);
    expect(await page.locator('.both .side').nth(0).locator('mark').allTextContents()).toContain('隔热涂层');
    expect(await page.locator('.both .side').nth(1).locator('mark').allTextContents()).toContain('热障涂层');
    await end(page);
  });

  test('finds more like a record, and what matches it on the other side', async () => {
    const page = await open('#of=D004');
    await changed(page, () =>
      page
        .locator('.item', { has: page.locator('[data-id="A005"]') })
        .getByText('更多类似')
        .click(),
    );
    expect(await page.textContent('#subject')).toContain('与此类似： 航空发动机涡轮叶片热障涂层');
    expect(await ids(page)).not.toContain('A005');
    await page.goBack();
    await page.waitForSelector('[data-id="A005"]');
    await changed(page, () =>
      page
        .locator('.item', { has: page.locator('[data-id="A005"]') })
        .getByText('找匹配的需求')
        .click(),
    );
    expect(await page.isChecked('[name="side"][value="demand"]')).toBe(true);
    expect(await ids(page)).toContain('D004');
    await end(page);
  });

  test('speaks English, and keeps to it in its address', async () => {
    const page = await open();
    await page.click('#language');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    expect(await page.textContent('label:has([value="supply"]) span')).toBe('Find supply');
    expect(page.url()).toContain('lang=en');
    const left = await page.evaluate(() =>
      Array.from(document.querySelectorAll('[data-t], legend, .choice .name, #count, .acts button'))
        .map((node) => node.textContent ?? '')
        .filter((text) => /\p{Script=Han}/u.test(text)),
    );
    expect(left).toEqual([]);
    await end(page);
  });

  test('exports what is shown', async () => {
    const page = await open('#of=D004');
    const total = await count(page);
    for (const [id, name] of [
      ['csv', 'cuohe-supply.csv'],
      ['xlsx', 'cuohe-supply.xlsx'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#${id}`)]);
      expect(download.suggestedFilename()).toBe(name);
      const bytes = readFileSync(await download.path());
      if (id === 'csv') expect(bytes.toString().trim().split('\r\n')).toHaveLength(total + 1);
      else expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }
    await end(page);
  });

  test('says what a wrong address asks for', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${portal.url}#of=A102`);
    await page.waitForSelector('#alert:not([hidden])');
    expect(await page.textContent('#alert')).toBe('没有这条记录。');
    await context.close();
  });
});

describe('what comes in', () => {
  test('a broken file is told, a good one reported, taken in, found, and told by a saved search', async () => {
    const own = await start({ achievements: SUPPLY, demands: DEMANDS });
    const page = await open('', own);
    await changed(page, () => page.fill('#text', '海水淡化膜污染控制'));
    await page.click('#save');
    await page.click('.save-form button');
    await page.waitForSelector('.saved li');
    expect(await page.textContent('.saved .about')).toContain('无新增');
    await page.keyboard.press('Escape');

    await page.click('#open-import');
    const choose = (name: string, buffer: Buffer) =>
      page.setInputFiles('.file input', { name, mimeType: 'application/octet-stream', buffer });
    await choose('坏.xlsx', Buffer.from('PK\u0003\u0004 no workbook'));
    await page.waitForSelector('.report [role="alert"]');
    expect(await page.textContent('.report')).toMatch(/读不了这个文件：/);
    const table = await writeTable({
      columns: ['编号', '成果名称', '成果简介', '价格'].map((header) => ({ header })),
      rows: [
        ['H1', '海水淡化反渗透膜污染在线诊断与控制', '清洗周期延长一倍。', '不知道'],
        ['H2', '海水淡化能量回收', '能耗降低。', '50万元'],
      ],
    });
    await choose('好.xlsx', Buffer.from(table));
    await page.waitForSelector('.report .facts');
    expect(await page.textContent('.facts')).toBe('可收入 2 条 · 请核对 1 处');
    expect(await page.textContent('.notices.warning')).toContain('不知道');
    expect(await page.isHidden('#news')).toBe(true);
    await page.getByText('收入 2 条', { exact: true }).click();
    await page.waitForSelector('.report .done');
    expect(await page.textContent('#news')).toBe('2');
    await page.getByText('查看最新').click();
    await page.waitForSelector('[data-id="H2"]');
    expect(await count(page)).toBe(127);

    // Whatever is shown now makes way for the search that is opened.
    await page.evaluate(() => {
      location.hash = 'of=D004&level=2';
    });
    await page.waitForSelector('[data-id="A005"]');
    await page.click('#open-searches');
    expect(await page.textContent('.told')).toContain('新增海水淡化反渗透膜污染在线诊断与控制');
    await page.locator('.told button').first().click();
    await page.waitForSelector('#detail[open] .waterfall');
    expect(await page.textContent('#detail-title')).toContain('膜污染在线诊断');
    await page.waitForSelector('#news', { state: 'hidden' });
    await page.keyboard.press('Escape');
    expect(page.url()).not.toMatch(/of=|level=/);
    expect(await ids(page)).toContain('H1');
    await page.click('#open-searches');
    await page.getByText('删除').click();
    await page.waitForSelector('.sheet .empty');
    await end(page);
  });

  test('is text, whatever it holds: no record runs, breaks the page or makes it wider', async () => {
    const achievements = HOSTILE.map((title, i) => ({
      id: i === 0 ? '<b>X0</b>"\'&' : `X${i}`,
      title,
      abstract: `${title}。激光清洗去除油漆。${title}`,
      organization: `<i>单位</i>${i}`,
      keywords: [title.slice(0, 40)],
    }));
    const own = await start({ achievements, demands: DEMANDS });
    for (const options of [{ viewport: { width: 1280, height: 900 } }, { viewport: PHONE }]) {
      const page = await open('#q=激光清洗', own, options);
      expect(await page.locator('#list > li').count()).toBe(HOSTILE.length);
      const titles = await page.locator('#list a.title').allTextContents();
      for (const start of ['<img src=x', '<script>', '"><svg']) {
        expect(titles.some((title) => title.startsWith(start))).toBe(true);
      }
      for (const id of ['<b>X0</b>"\'&', 'X4', 'X5']) {
        await page.evaluate((open) => {
          location.hash = `q=激光清洗&open=${encodeURIComponent(open)}`;
        }, id);
        await page.waitForFunction(
          (open) => document.querySelector('#detail[open] .about')?.textContent?.includes(open),
          id,
        );
        const wide = await page.evaluate(() =>
          [document.documentElement, document.querySelector('#detail')!].map(
            (node) => node.scrollWidth - node.clientWidth,
          ),
        );
        expect(wide).toEqual([0, 0]);
      }
      expect(await page.evaluate(() => (window as { hacked?: unknown }).hacked)).toBeUndefined();
      expect(
        await page.locator('#list img, #list svg, #list script, #list b, #list i:not(.bars i)').count(),
      ).toBe(0);
      await end(page);
    }
  });
});

describe('the portal is for everybody', () => {
  const STATES: readonly (readonly [name: string, hash: string, act?: (page: Page) => Promise<unknown>])[] = [
    ['the first page', ''],
    ['a list', '#of=D004&chains=SY02'],
    ['a list in English', '#lang=en&q=激光'],
    ['a record', '#of=D004&open=A005', (page) => page.waitForSelector('#detail[open] .waterfall')],
    ['saved searches', '#q=激光', (page) => page.click('#save')],
    [
      'an import',
      '',
      async (page) => {
        await page.click('#open-import');
        const buffer = Buffer.from(
          '成果名称,成果简介,价格\n钢轨探伤车,用于钢轨,不知道\n道岔融雪,用于道岔,5万元',
        );
        await page.setInputFiles('.file input', { name: 'a.csv', mimeType: 'text/csv', buffer });
        await page.waitForSelector('.facts');
      },
    ],
  ];
  const LOOKS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: PHONE }],
    ['on a phone, dark', { viewport: PHONE, colorScheme: 'dark' }],
  ];

  test.each(LOOKS)('%s: axe finds no violation, and nothing is wider than the page', async (_, options) => {
    // The strict policy lets no script in but the page's own: axe is let in by the test alone.
    for (const [name, hash, act] of STATES) {
      const page = await open(hash, portal, { ...options, bypassCSP: true, reducedMotion: 'reduce' });
      await act?.(page);
      await page.waitForTimeout(200);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
        return violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ html }) => html)
              .slice(0, 3)
              .join(' | ')}`,
        );
      });
      expect([name, violations]).toEqual([name, []]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, wide]).toEqual([name, 0]);
      await end(page);
    }
  });
});
