import { type Browser, chromium } from 'playwright';

/** Chromium as the machine has it, for tests that open pages from Node. The caller closes it. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
