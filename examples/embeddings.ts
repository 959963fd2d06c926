/**
 * Vectors of an endpoint that speaks the embeddings protocol of OpenAI, as many model servers do, as a signal of the
 * index.
 *
 *     EMBEDDINGS_URL=http://localhost:8080/v1 EMBEDDINGS_MODEL=bge-m3 npx tsx examples/embeddings.ts 叶片涂层早期剥落
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMatcher } from 'cuohe';
import { readAchievements } from 'cuohe/io';

export interface Endpoint {
  readonly url: string;
  readonly model: string;
  readonly key?: string;
}

export async function embed({ url, model, key }: Endpoint, texts: readonly string[]): Promise<number[][]> {
  const vectors: number[][] = [];
  for (let start = 0; start < texts.length; start += 64) {
    const input = texts.slice(start, start + 64);
    const response = await fetch(`${url}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input }),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const { data } = (await response.json()) as { data: { index: number; embedding: number[] }[] };
    if (data.length !== input.length) throw new Error(`${data.length} vectors for ${input.length} texts`);
    for (const { index, embedding } of data) vectors[start + index] = embedding;
  }
  return vectors;
}

const textOf = (record: { readonly title: string; readonly text?: string | null | undefined }) =>
  `${record.title}。${record.text ?? ''}`;

/** An index of the bundled sample with vectors, and what a demand finds there. */
export async function searchBy(endpoint: Endpoint) {
  const data = readFileSync(new URL('./data/achievements.jsonl', import.meta.url));
  const achievements = readAchievements(data, { name: 'achievements.jsonl' }).records;
  const records = await embed(endpoint, achievements.map(textOf));
  const matcher = createMatcher(achievements, { vectors: { records } });
  return async (title: string) => {
    const [vector] = await embed(endpoint, [title]);
    return matcher.match({ title, vector });
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model = '', EMBEDDINGS_KEY: key } = process.env;
  if (url === undefined) throw new Error('EMBEDDINGS_URL: where the endpoint is, up to /v1');
  const search = await searchBy({ url, model, ...(key && { key }) });
  const { matches } = await search(process.argv[2] ?? '');
  for (const { rank, id, score, vectors, reason } of matches) {
    console.log(`${rank}. ${id} ${score.toFixed(2)} (向量 ${vectors?.value.toFixed(2) ?? '–'}) ${reason.zh}`);
  }
}
