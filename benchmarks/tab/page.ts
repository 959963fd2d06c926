/** The page: opens the index that lies beside it, and answers queries on its own thread. */
import { type DemandInput, indexMemory, type Matcher, openMatcher } from 'cuohe';
import { type Answer, LIMIT, type Told } from './asked.ts';

declare global {
  interface Window {
    /** Runs everything once. */
    run(): Promise<Told>;
  }
  interface Performance {
    /** Of Chromium, in isolated pages. */
    measureUserAgentSpecificMemory?(): Promise<{ readonly bytes: number }>;
  }
}

/** Bytes that are read at a time, into one buffer again and again: what is thrown away stays in memory for a while. */
const PIECE = 1 << 20;

/** The index where the kernel uses it, read as it comes. */
async function open(): Promise<Matcher> {
  const response = await fetch('index');
  const bytes = indexMemory(Number(response.headers.get('Content-Length')));
  const reader = response.body!.getReader({ mode: 'byob' });
  let buffer = new ArrayBuffer(PIECE);
  for (let at = 0; ; ) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done || value === undefined) return openMatcher(bytes);
    bytes.set(value, at);
    at += value.length;
    buffer = value.buffer as ArrayBuffer;
  }
}

function timed(matcher: Matcher, demands: readonly DemandInput[], explain: boolean) {
  const times: number[] = [];
  const answers: Answer[] = [];
  for (const demand of demands) {
    const start = performance.now();
    const { matches } = matcher.match(demand, { limit: LIMIT, explain });
    times.push(performance.now() - start);
    answers.push({ ids: matches.map(({ id }) => id), scores: matches.map(({ score }) => score) });
  }
  return { times, answers };
}

window.run = async () => {
  const demands = (await (await fetch('demands')).json()) as DemandInput[];
  const start = performance.now();
  const matcher = await open();
  matcher.match(demands[0]!, { limit: LIMIT, explain: false });
  const openMs = performance.now() - start;
  const { times, answers } = timed(matcher, demands, false);
  const explained = timed(matcher, demands, true).times;
  const memory = (await performance.measureUserAgentSpecificMemory?.())?.bytes ?? null;
  return { kernel: matcher.kernel, openMs, times, explained, answers, memory };
};
