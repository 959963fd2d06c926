import { readFileSync } from 'node:fs';
import { createMatcher } from 'cuohe';
import { type Browser, chromium } from 'playwright';
import type { Corpus } from '../corpus.ts';
import { quantile } from '../harness/rounds.ts';
import { type Answer, LIMIT, type Told } from './asked.ts';
import { pageScript, serveFiles } from './serve.ts';

/** Most memory of the tab, in MB, and milliseconds of a query at the 99th percentile. */
export const TARGETS = { memory: 700, query: 60 };

const MB = 1e6;
const KB = 1024;

/** What a browser made of an index. */
export interface TabReport {
  readonly command: 'bench:tab';
  readonly browser: string;
  readonly kernel: string;
  readonly records: number;
  readonly postings: number;
  readonly savedMb: number;
  readonly buildSeconds: number;
  /** From the request for the index to the first answer. */
  readonly openMs: number;
  readonly queries: number;
  /** Of single queries: the ten best, and with reasons. */
  readonly queryMs: Quantiles;
  readonly explainedMs: Quantiles;
  readonly memoryMb: {
    /** Of the page by the browser's account. */
    readonly page: number | null;
    /** Of the process of the tab, its code included: at the end, and the greatest. Null where there is no /proc. */
    readonly process: number | null;
    readonly greatest: number | null;
    /** The process with an empty page. */
    readonly empty: number | null;
  };
  /** Whether every answer has the ids and the bits of the scores that it has in Node. */
  readonly agree: boolean;
  readonly targets: { readonly memory: Verdict; readonly query: Verdict };
}

/** A figure beside what it is to be at most. */
interface Verdict {
  readonly most: number;
  readonly met: boolean;
}

interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

/** Builds and saves an index here, opens it in a tab of Chromium, and has it answer there. */
export async function measureTab(
  { achievements, demands }: Corpus,
  executablePath: string,
  say: (text: string) => void,
): Promise<TabReport> {
  say(`building ${achievements.length} records`);
  const start = performance.now();
  const matcher = createMatcher(achievements);
  const buildSeconds = (performance.now() - start) / 1000;
  const expected = demands.map((demand): Answer => {
    const { matches } = matcher.match(demand, { limit: LIMIT, explain: false });
    return { ids: matches.map(({ id }) => id), scores: matches.map(({ score }) => score) };
  });
  const saved = new Uint8Array(matcher.save());
  say('the browser');
  const server = await serveFiles({
    empty: { type: 'text/html', body: '<!doctype html>' },
    page: { type: 'text/html', body: '<!doctype html><script type="module" src="script"></script>' },
    script: { type: 'text/javascript', body: pageScript() },
    demands: { type: 'application/json', body: JSON.stringify(demands) },
    index: { type: 'application/octet-stream', body: saved },
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}empty`);
    const empty = (await memoryOf(browser))?.now ?? null;
    await page.goto(`${server.url}page`);
    const told: Told = await page.evaluate(() => window.run());
    const memory = await memoryOf(browser);
    const { records, postings } = matcher.stats;
    const queryMs = quantilesOf(told.times);
    const most = memory?.greatest ?? (told.memory === null ? null : told.memory / MB);
    return {
      command: 'bench:tab',
      browser: browser.version(),
      kernel: told.kernel,
      records,
      postings,
      savedMb: saved.length / MB,
      buildSeconds,
      openMs: told.openMs,
      queries: demands.length,
      queryMs,
      explainedMs: quantilesOf(told.explained),
      memoryMb: {
        page: told.memory === null ? null : told.memory / MB,
        process: memory?.now ?? null,
        greatest: memory?.greatest ?? null,
        empty,
      },
      agree: JSON.stringify(told.answers) === JSON.stringify(expected),
      targets: {
        memory: { most: TARGETS.memory, met: most !== null && most <= TARGETS.memory },
        query: { most: TARGETS.query, met: queryMs.p99 <= TARGETS.query },
      },
    };
  } finally {
    await browser.close();
    server.close();
  }
}

function quantilesOf(times: readonly number[]): Quantiles {
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** Memory of the largest process of a tab in MB, now and the greatest so far; undefined without /proc. */
async function memoryOf(browser: Browser): Promise<{ now: number; greatest: number } | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const found = processInfo
    .filter(({ type }) => type === 'renderer')
    .flatMap(({ id }) => {
      try {
        const status = readFileSync(`/proc/${id}/status`, 'utf8');
        const of = (name: string) =>
          (Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)![1]) * KB) / MB;
        return [{ now: of('VmRSS'), greatest: of('VmHWM') }];
      } catch {
        return [];
      }
    });
  return found.sort((a, b) => b.greatest - a.greatest)[0];
}
