import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type ChartOption, toECharts } from 'cuohe/charts';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { galleryPage } from '../../examples/gallery/build.ts';
import { FIGURES, MATCH, PLAN, VENUES } from '../charts/figures.ts';
import { openChromium } from './chromium.ts';

/** The gallery, opened as a person would, and pictures of texts that would rather be something else. */

const PICTURES = ['matrix', 'sankey', 'gaps', 'waterfall', 'timetable', 'calendar'];
/** A text that each picture has on the sample, whatever matches what. */
const LABELS: Readonly<Record<string, Readonly<Record<'zh' | 'en', string>>>> = {
  matrix: { zh: '航空发动机', en: 'Aero-engine' },
  sankey: { zh: '航空发动机', en: 'Aero-engine' },
  gaps: { zh: '没有答案的需求', en: 'demands without an answer' },
  waterfall: { zh: '用字相同', en: 'same characters' },
  timetable: { zh: '专场对接时间表', en: 'Timetable of sessions' },
  calendar: { zh: '专场对接日历', en: 'Calendar of sessions' },
};
const HOSTILE = {
  html: '<img src=x onerror="globalThis.ran=1"></script><script>globalThis.ran=1</script>',
  template: '{b}{c}{a|x} & "quotes" \'single\'',
  direction: '\u202eתשרש\u202c⚙️👩‍🔬',
  long: '无空格'.repeat(3334),
};

let browser: Awaited<ReturnType<typeof openChromium>>;
let folder: string;
let page: Page;
const requests: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuohe-gallery-'));
  writeFileSync(join(folder, 'index.html'), await galleryPage());
  browser = await openChromium();
  page = await browser.newPage({ viewport: { width: 1140, height: 900 } });
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.waitForSelector('html[data-shown=zh]');
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const violations = async () => {
  await page.addScriptTag({ content: axe.source });
  const found = await page.evaluate(
    () => (globalThis as unknown as { axe: typeof axe }).axe.run() as Promise<axe.AxeResults>,
  );
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
  );
};

describe.each(['zh', 'en'] as const)('the gallery in %s', (language) => {
  beforeAll(async () => {
    if ((await page.getAttribute('html', 'data-shown')) !== language) await page.click('#language');
    await page.waitForSelector(`html[data-shown=${language}]`);
  });

  test.each(PICTURES)('draws %s, says what it shows, and has its table', async (id) => {
    const texts = await page.locator(`#${id} svg text`).allTextContents();
    expect(texts).toContain(LABELS[id]![language]);
    expect(await page.locator(`#${id} svg path`).count()).toBeGreaterThan(5);
    const label = await page.getAttribute(`#${id} .picture`, 'aria-label');
    expect(label).toMatch(language === 'zh' ? /[\u4e00-\u9fff]{4}/ : /[a-z]+ [a-z]+/);
    await page.click(`#${id} summary`);
    expect(await page.locator(`#${id} tbody tr`).count()).toBeGreaterThan(2);
  });

  test('has no fault that axe finds, in light and dark', async () => {
    expect(await violations()).toEqual([]);
    await page.click('#theme');
    expect(await violations()).toEqual([]);
    await page.click('#theme');
  });
});

test('the gallery asks nobody for anything, and throws nothing', () => {
  expect(requests).toHaveLength(1);
  expect(errors).toEqual([]);
});

test('on a phone the gallery is no wider than the screen', async () => {
  await page.setViewportSize({ width: 375, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await page.setViewportSize({ width: 1140, height: 900 });
});

/** Pictures in which every text of others is this one. */
function picturesOf(text: string): ChartOption[] {
  const name = { zh: text, en: text };
  const figures = {
    ...FIGURES,
    chains: FIGURES.chains.map((chain, i) => ({ ...chain, nameZh: `${i}${text}`, nameEn: `${i}${text}` })),
  };
  const match = { ...MATCH, conditions: MATCH.conditions.map((one) => ({ ...one, ...name })) };
  const plan = { sessions: PLAN.sessions.map((session) => ({ ...session, theme: { name } })) };
  const venues = VENUES.map((venue) => ({ ...venue, name: text }));
  return [
    ...(['matrix', 'sankey', 'gaps'] as const).map((picture) => toECharts(figures, { picture })),
    toECharts(match),
    ...(['timetable', 'calendar'] as const).map((picture) => toECharts(plan, { picture, venues })),
  ];
}

test.each(Object.entries(HOSTILE))(
  'texts of others stay texts, in pictures and in their tooltips: %s',
  async (_, text) => {
    const other = await browser.newPage({ viewport: { width: 900, height: 700 } });
    const thrown: string[] = [];
    other.on('pageerror', (error) => thrown.push(error.message));
    await other.setContent(
      '<!doctype html><title>x</title><div id="chart" style="width:800px;height:600px"></div>',
    );
    await other.addScriptTag({ path: 'node_modules/echarts/dist/echarts.min.js' });
    for (const option of picturesOf(text)) {
      const seen = await other.evaluate((given) => {
        const { echarts } = globalThis as unknown as { echarts: typeof import('echarts') };
        const box = document.querySelector('#chart') as HTMLElement;
        const chart = echarts.init(box, null, { renderer: 'svg' });
        chart.setOption({ animation: false, ...given });
        const { series } = given as { series: { data: unknown[] }[] };
        const tips = series.flatMap(({ data }, seriesIndex) =>
          data.map((_, dataIndex) => {
            chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex });
            return box.textContent!.length;
          }),
        );
        const wide = Math.max(
          ...Array.from(box.querySelectorAll('div'), (div) => div.getBoundingClientRect().width),
        );
        const elements = box.querySelectorAll('img, script').length;
        chart.dispose();
        return { tips: tips.length, wide, elements };
      }, option as object);
      expect(seen.tips).toBeGreaterThan(0);
      expect(seen.elements).toBe(0);
      expect(seen.wide).toBeLessThanOrEqual(800);
    }
    expect(await other.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
    expect(thrown).toEqual([]);
    await other.close();
  },
);
