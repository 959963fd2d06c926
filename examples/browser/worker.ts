import {
  type Achievement,
  createMatcherAsync,
  type DemandInput,
  type Matcher,
  suggestThreshold,
} from 'cuohe';
import { readAchievements } from 'cuohe/io';
import type { Answer, Question } from './messages.ts';

/** Indexes the achievements and answers demands, so that the page never waits. */

const LIMIT = 10;

const ready = load();
ready.catch((error: unknown) => send({ type: 'failed', number: undefined, message: String(error) }));

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  try {
    send(answer(await ready, data));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ type: 'failed', number: data.number, message });
  }
});

/** The index, and what pairs that have nothing to do with each other hardly reach. */
interface Ready {
  readonly matcher: Matcher<Achievement>;
  readonly minScore: number;
}

async function load(): Promise<Ready> {
  const started = performance.now();
  const response = await fetch('./data/achievements.jsonl');
  if (!response.ok) throw new Error(`achievements.jsonl: ${response.status} ${response.statusText}`);
  const records = readAchievements(await response.arrayBuffer(), { name: 'achievements.jsonl' }).records;
  const matcher = await createMatcherAsync(records, {
    onProgress: ({ done }) => send({ type: 'progress', done, total: records.length }),
  });
  const { minScore } = suggestThreshold(matcher);
  send({ type: 'ready', records: matcher.size, milliseconds: performance.now() - started });
  return { matcher, minScore };
}

function answer({ matcher, minScore }: Ready, { number, demand }: Question): Answer {
  const started = performance.now();
  const { matches, candidates } = matcher.match(demand, { limit: LIMIT, minScore });
  const milliseconds = performance.now() - started;
  return {
    type: 'matches',
    number,
    chains: chainsOf(matcher, demand),
    candidates,
    milliseconds,
    matches: matches.map(({ rank, id, score, reason, record, chains, phrases }) => ({
      rank,
      id,
      score,
      reason,
      record,
      chains: chains.map(({ nameZh }) => nameZh),
      spans: phrases.flatMap(({ recordSpans }) => recordSpans),
    })),
  };
}

function chainsOf(matcher: Matcher<Achievement>, demand: DemandInput): string[] {
  const names = new Map(matcher.taxonomy.chains.map((chain) => [chain.code, chain.nameZh]));
  return matcher.tagChains(demand).map(({ code }) => names.get(code) ?? code);
}

function send(message: Answer): void {
  self.postMessage(message);
}
