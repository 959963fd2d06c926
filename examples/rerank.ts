/**
 * Matches re-ranked with embeddings: the first stage finds candidates, exactly and with reasons; a model that the host
 * brings has a say in their order.
 *
 *     npx tsx examples/rerank.ts
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMatcher, type DemandInput } from 'cuohe';
import { readAchievements, readDemands } from 'cuohe/io';
import { type Reranked, rerank } from 'cuohe/rerank';

/** What any embedding model or service comes down to: texts in, one vector each out, all of one length. */
export type Embed = (texts: string[]) => Promise<number[][]>;

/**
 * NOT a model: counts of characters, hashed into 16 numbers, so that this example runs without one. Replace it with a
 * call of yours; the rest stays as it is.
 */
export const toyEmbed: Embed = async (texts) =>
  texts.map((text) => {
    const vector = new Array<number>(16).fill(0);
    for (const char of text) vector[(char.codePointAt(0) ?? 0) % 16]! += 1;
    return vector;
  });

const read = (name: string) => readFileSync(new URL(`./data/${name}`, import.meta.url));
const achievements = readAchievements(read('achievements.jsonl'), { name: 'achievements.jsonl' }).records;
const demands = readDemands(read('demands.jsonl'), { name: 'demands.jsonl' }).records;
const matcher = createMatcher(achievements);

const textOf = (record: { readonly title: string; readonly text?: string | null | undefined }) =>
  `${record.title} ${record.text ?? ''}`;

/** The best five of fifty candidates. A collection's vectors are made once and kept; here they are made on demand. */
export async function recommend(demand: DemandInput, embed: Embed) {
  const result = matcher.match(demand, { limit: 50 });
  const texts = [textOf(demand), ...result.matches.map(({ record }) => textOf(record))];
  const [query = [], ...vectors] = await embed(texts);
  const records = new Map(result.matches.map(({ id }, i) => [id, vectors[i] ?? []]));
  return rerank(result, { query, records }, { metric: 'cosine', weight: 0.3 }).matches.slice(0, 5);
}

function line({ rank, id, score, firstScore, similarity, reason }: Reranked<Candidate>): string {
  const parts = `初排 first ${firstScore.toFixed(2)}, 向量 vectors ${similarity?.toFixed(2) ?? '–'}`;
  return `${rank}. ${id} ${score.toFixed(2)} (${parts}) ${reason.zh}`;
}

type Candidate = ReturnType<typeof matcher.match>['matches'][number];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const demand of demands.slice(0, 3)) {
    console.log(`\n${demand.title}`);
    for (const match of await recommend(demand, toyEmbed)) console.log(line(match));
  }
}
