/**
 * `cuohe/encoder` on the texts of a file: `ours.ts FILE WEIGHTS`. Speaks the protocol of ../harness/protocol.ts. Cases:
 * the names of the lists in the file, one text at a time; with `+together` behind it, all at once.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openEncoder } from 'cuohe/encoder';

const [file, weights] = process.argv.slice(2) as [string, string];
const lists: Record<string, string[]> = JSON.parse(readFileSync(file, 'utf8'));
const bytes = readFileSync(weights);
const start = performance.now();
const encoder = openEncoder(bytes);
console.log(
  JSON.stringify({ ready: { 'open ms': performance.now() - start, 'file MB': bytes.length / 1e6 } }),
);

for await (const line of createInterface({ input: process.stdin })) {
  const [wanted, count, answers] = line.split(' ') as [string, string, string];
  const [name, together] = wanted.split('+') as [string, string?];
  const texts = lists[name]!.slice(0, Number(count));
  const begin = performance.now();
  const vectors = together === undefined ? texts.map(encoder.encode) : encoder.encodeAll(texts);
  const ms = performance.now() - begin;
  console.log(
    JSON.stringify({
      ms,
      ...(answers === '1' && { answers: vectors.map((vector) => ({ rows: [], scores: [...vector] })) }),
      figures: { 'peak MB': process.resourceUsage().maxRSS / 1000 },
    }),
  );
}
