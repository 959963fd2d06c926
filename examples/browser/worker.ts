import { type Achievement, createMatcherAsync, type DemandInput, type Matcher } from 'cuohe';
import { readAchievements } from 'cuohe/io';
import { SAMPLE_MIN_SCORE } from '../min-score.ts';
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

async function load(): Promise<Matcher<Achievement>> {
  const started = performance.now();
  const response = await fetch('./data/achievements.jsonl');
  if (!response.ok) throw new Error(`achievements.jsonl: ${response.status} ${response.statusText}`);
  const records = readAchievements(await response.arrayBuffer(), { name: 'achievements.jsonl' });
  const matcher = await createMatcherAsync(records, {
    onProgress: ({ done }) => send({ type: 'progress', done, total: records.length }),
  });
  send({ type: 'ready', records: matcher.size, milliseconds: performance.now() - started });
  return matcher;
}

function answer(matcher: Matcher<Achievement>, { number, demand }: Question): Answer {
  const started = performance.now();
  const { matches, candidates } = matcher.match(demand, { limit: LIMIT, minScore: SAMPLE_MIN_SCORE });
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
