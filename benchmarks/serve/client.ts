/**
 * Process: asks a server over connections that stay open, each the next query when it has its answer. Reads one line,
 * `{ port, connections, seconds, bodies }`, at a time, and tells in one line what it measured.
 */
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

/** What the client is asked to do. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly bodies: readonly string[];
}

/** What the client measured. */
export interface Loaded {
  /** Milliseconds from the first request to the last answer. */
  readonly ms: number;
  /** Milliseconds of each request. */
  readonly each: readonly number[];
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await load(JSON.parse(line) as Load))}\n`);
}

async function load({ port, connections, seconds, bodies }: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const each: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  let next = 0;
  const connection = async () => {
    while (performance.now() < end) {
      const before = performance.now();
      await post(agent, port, bodies[next++ % bodies.length]!);
      each.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return { ms: performance.now() - start, each };
}

function post(agent: Agent, port: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-length': Buffer.byteLength(body) };
    const asked = request({ agent, port, host: '127.0.0.1', method: 'POST', headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`Answered with ${response.statusCode}`));
      response.on('end', resolve).on('error', reject).resume();
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
