/**
 * A portal's endpoint in a few lines: POST /match with a demand as JSON gives its matches as JSON.
 *
 *     npx tsx examples/portal.ts
 *     curl localhost:8080/match -d '{"id":"1","title":"涡轮叶片热障涂层剥落"}'
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createMatcher, type DemandInput, InputError, suggestThreshold } from 'cuohe';
import { readAchievements } from 'cuohe/io';

/** Largest demand taken, in bytes. */
const MAX_BODY = 64 * 1024;

const file = new URL('./data/achievements.jsonl', import.meta.url);
const matcher = createMatcher(readAchievements(readFileSync(file), { name: 'achievements.jsonl' }).records);
/** What pairs that have nothing to do with each other hardly reach. */
const { minScore } = suggestThreshold(matcher);

async function answer(request: IncomingMessage): Promise<readonly [status: number, body: unknown]> {
  if (request.url !== '/match') return [404, { error: 'Not found: POST a demand to /match' }];
  if (request.method !== 'POST') return [405, { error: 'Method not allowed: POST a demand' }];
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What comes after the limit is read and dropped, so that the sender gets to read the answer.
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) return [413, { error: `A demand takes at most ${MAX_BODY} bytes` }];
  try {
    const demand = JSON.parse(Buffer.concat(chunks).toString()) as DemandInput;
    return [200, matcher.match(demand, { limit: 10, minScore })];
  } catch (error) {
    if (error instanceof InputError) return [400, { error: error.message, issues: error.issues }];
    if (error instanceof SyntaxError) return [400, { error: `Not JSON: ${error.message}`, issues: [] }];
    throw error;
  }
}

/** The server; call `listen` on it. */
export function portal(): Server {
  return createServer(async (request, response) => {
    const [status, body] = await answer(request).catch((error: unknown) => {
      console.error(error);
      return [500, { error: 'Internal error' }] as const;
    });
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(body));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  portal().listen(8080, () => console.log('http://localhost:8080/match'));
}
