import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { rowTable } from 'cuohe/io';
import { type ReportContents, renderReport } from 'cuohe/report';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { achievements, demands, forDemands } from '../charts/sample.ts';
import { openChromium } from './chromium.ts';

/** The report as people open it: a file, without a network. */

const PHONE = { viewport: { width: 375, height: 800 } };
const DESK = { viewport: { width: 1280, height: 900 } };

const folder = mkdtempSync(join(tmpdir(), 'cuohe-report-'));
let browser: Browser;
let sample: ReportContents;
/** Enough to have everything on the page: axe looks at every element. */
let few: ReportContents;

beforeAll(async () => {
  browser = await openChromium();
  const programmes = [{ name: '对接会', table: rowTable([{ session: '上午', seats: 12 }]) }];
  sample = { results: await forDemands(), records: { achievements, demands }, programmes };
  few = { ...sample, results: sample.results.slice(0, 12) };
});
afterAll(() => browser?.close());

/** Opens a report; whatever the page asks for or complains of is kept. */
async function open(html: string, options: BrowserContextOptions = DESK) {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.html`);
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('request', (request) => request.url() !== url && heard.push(request.url()));
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('dialog', (dialog) => {
    heard.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, heard, close: () => context.close() };
}

/** What axe finds, of everything it knows. */
async function violations(page: Page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  return found;
}

const openFirst = (page: Page) => page.locator('.why > summary').first().click();

describe('the report in Chromium', () => {
  test.each([
    ['light', { ...DESK, colorScheme: 'light' }, 'zh'],
    ['dark', { ...DESK, colorScheme: 'dark' }, 'zh'],
    ['on a phone', { ...PHONE, colorScheme: 'light' }, 'en'],
    ['on a phone in the dark', { ...PHONE, colorScheme: 'dark' }, 'en'],
  ] as const)(
    '%s has no violation of axe, asks for nothing and complains of nothing',
    async (_, options, language) => {
      const { page, heard, close } = await open(renderReport(few, { language }), options);
      await openFirst(page);
      for (const details of await page
        .locator('details.as-table > summary, details.print-open > summary')
        .all())
        if (await details.isVisible()) await details.click();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        options.viewport.width,
      );
      expect(heard).toEqual([]);
      await close();
    },
  );

  test('shows both texts with marks and the parts of the score when it is asked', async () => {
    const { page, close } = await open(renderReport(sample));
    expect(await page.locator('.waterfall').count()).toBe(0);
    await openFirst(page);
    const why = page.locator('.why[open]');
    expect(await why.locator('mark').count()).toBeGreaterThan(1);
    expect(await why.locator('svg.waterfall').count()).toBe(1);
    const score = await page.locator('.match .score b').first().textContent();
    expect(await why.locator('tfoot td').textContent()).toBe(score);
    await close();
  });

  test('filters by words, chain, region, level and answer, and tells how many are left', async () => {
    const { page, close } = await open(renderReport(sample));
    const shown = () => page.textContent('#shown');
    const all = (await shown())!;
    expect(all).toContain(`共 ${sample.results.length} 项`);
    const [demand] = demands;
    await page.fill('input[name=text]', demand!.title);
    await page.waitForFunction((before) => document.getElementById('shown')!.textContent !== before, all);
    expect(await shown()).toMatch(/^列出 1 项/);
    expect(await page.locator('.card h3').allTextContents()).toEqual([demand!.title]);
    await page.fill('input[name=text]', '绝对没有这样的词');
    await page.waitForFunction(() => document.getElementById('shown')!.textContent === '没有符合条件的结果');
    await page.click('button[type=reset]');
    await page.waitForFunction((before) => document.getElementById('shown')!.textContent === before, all);
    for (const [name, value] of [
      ['region', '2102'],
      ['level', '3'],
      ['answered', 'no'],
      ['chain', 'SY02'],
    ] as const) {
      await page.selectOption(`select[name=${name}]`, value);
      await page.waitForFunction((before) => document.getElementById('shown')!.textContent !== before, all);
      await page.click('button[type=reset]');
      await page.waitForFunction((before) => document.getElementById('shown')!.textContent === before, all);
    }
    await close();
  });

  test('is light or dark as the system is, and as it is told', async () => {
    const { page, close } = await open(renderReport(sample), { ...DESK, colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.click('#theme');
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await ground()).toBe(light);
    await page.click('#theme');
    expect(await ground()).toBe(dark);
    await close();
  });

  test('leads from a demand without an answer to its card, by the keyboard too', async () => {
    const { page, close } = await open(renderReport(sample));
    const link = page.locator('#unanswered a').last();
    const title = await link.textContent();
    await link.focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(title);
    const box = await page.locator(':focus').boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y).toBeLessThan(DESK.viewport.height);
    await close();
  });

  test('prints all cards that pass the filters, opened, without what only a screen can do', async () => {
    const { page, close } = await open(renderReport(sample));
    await page.fill('input[name=text]', '涂层');
    await page.waitForFunction(
      (all) => !document.getElementById('shown')!.textContent!.startsWith(all),
      `列出 ${sample.results.length} 项`,
    );
    const cards = Number(/\d+/.exec((await page.textContent('#shown'))!)![0]);
    expect(cards).toBeGreaterThan(1);
    await page.emulateMedia({ media: 'print' });
    // The page hears of the medium with the next frame.
    await page.waitForFunction(() => document.querySelectorAll('.why[open] svg.waterfall').length > 1);
    expect(await page.locator('.card').count()).toBe(cards);
    for (const hidden of ['nav', '#filters', '.more', '#theme', 'summary'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
    await page.waitForFunction(() => document.querySelectorAll('.why[open]').length === 0);
    await close();
  });

  test('without scripts has the figures and a table of matches', async () => {
    const { page, heard, close } = await open(renderReport(sample), { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('#overview .figures dd').first().isVisible()).toBe(true);
    expect(await page.locator('noscript tbody tr').count()).toBeGreaterThan(100);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(heard).toEqual([]);
    await close();
  });
});

/** Matches made by hand: what is looked at is how many there are. */
function many(queries: number, matches: number): ReportContents {
  const record = (side: string, i: number) => ({
    id: `${side}${i}`,
    title: `${side}的标题${i}`,
    text: `${side}的正文${i}`.repeat(20),
  });
  const list = (side: string, length: number) => Array.from({ length }, (_, i) => record(side, i));
  const results = Array.from({ length: queries }, (_, i) => ({
    queryId: `需求${i}`,
    matches: Array.from({ length: matches }, (_, j) => ({
      rank: j + 1,
      id: `成果${(i + j) % queries}`,
      index: 0,
      score: 0.9 - j * 0.05,
      level: { level: 2, labelZh: '较强', labelEn: 'fairly strong' },
      reason: { zh: `理由${i}-${j}。`.repeat(1 + (i % 7)), en: '' },
    })),
  }));
  const chains = { taxonomy: { name: 'none', chains: [] }, tagChains: () => [] };
  const records = { achievements: list('成果', queries), demands: list('需求', queries) };
  return { results: results as never, records, chains };
}

describe('a report of 10,000 matches', () => {
  test('makes cards as they come into sight, and holds still while it does', async () => {
    const { page, heard, close } = await open(renderReport(many(1000, 10)));
    const made = () => page.locator('.card').count();
    expect(await made()).toBeLessThan(100);
    await page.evaluate(() => document.getElementById('results')!.scrollIntoView());
    await page.locator('#card-0').waitFor();
    for (let i = 0; i < 10; i++) {
      await page.mouse.wheel(0, 4000);
      await page.waitForTimeout(30);
    }
    expect(await made()).toBeLessThan(100);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.locator('#card-999').waitFor();
    expect(await made()).toBeLessThan(100);
    // Upwards, where cards are made above what is in sight: that stays where it is.
    const placeOf = () =>
      page.evaluate(() => document.getElementById('card-999')!.getBoundingClientRect().top);
    const before = await placeOf();
    await page.evaluate(() => window.scrollBy(0, -300));
    await page.waitForTimeout(100);
    expect(Math.abs((await placeOf()) - before - 300)).toBeLessThan(2);
    expect(heard).toEqual([]);
    await close();
  });

  test('finds one among them by its words, and by its link', async () => {
    const { page, close } = await open(renderReport(many(1000, 10)));
    await page.fill('input[name=text]', '需求的标题777');
    await page.locator('#card-777').waitFor();
    expect(await page.locator('.card').count()).toBe(1);
    await page.evaluate(() => {
      location.hash = '#card-500';
    });
    await page.locator('#card-500').waitFor();
    const top = await page.evaluate(() => document.getElementById('card-500')!.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(DESK.viewport.height);
    await close();
  });
});

describe('a report of hostile texts in Chromium', () => {
  test('runs none of them and shows them as they are', async () => {
    const attack = `</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e"'><svg onload=alert(3)>${'长'.repeat(10_000)}😀`;
    const record = { title: `题${attack}`, text: attack, organization: attack };
    const [result] = many(1, 1).results;
    const contents = {
      results: [
        {
          ...result!,
          matches: result!.matches.map((match) => ({ ...match, reason: { zh: attack, en: attack } })),
        },
      ],
      records: { achievements: [{ id: '成果0', ...record }], demands: [{ id: '需求0', ...record }] },
    };
    const { page, heard, close } = await open(renderReport(contents), PHONE);
    await openFirst(page);
    expect(await page.locator('.card h3').textContent()).toBe(`题${attack.replace('\u202e', '\u200b')}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.viewport.width);
    expect(await page.locator('img').count()).toBe(0);
    expect(heard).toEqual([]);
    await close();
  });
});
