import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from './chromium.ts';

describe('Chromium', () => {
  let browser: Awaited<ReturnType<typeof openChromium>>;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  test('opens a page from Node, and prints it', async () => {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><html lang="zh"><title>撮合</title><p>撮合报告</p>');
    expect(await page.textContent('p')).toBe('撮合报告');
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
