import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Embed, recommend, toyEmbed } from '../../examples/rerank.ts';

const DEMAND = { id: 'X', title: '涡轮叶片热障涂层早期剥落' };

describe('the example of re-ranking', () => {
  it('runs and prints matches with both scores', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'examples/rerank.ts'],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
    );
    expect(
      stdout.match(/^1\. A\d{3} 0\.\d\d \(初排 first 0\.\d\d, 向量 vectors 0\.\d\d\) 双方/gm),
    ).toHaveLength(3);
  });

  it('lets an embedding change the order, within what the first stage found', async () => {
    const first = await recommend(DEMAND, async (texts) => texts.map(() => [0, 0]));
    expect(first[0]).toMatchObject({ id: 'A005', similarity: undefined });
    const last = first.at(-1)!;
    // An embedding that only likes the text of the last match.
    const biased: Embed = async (texts) =>
      texts.map((text) => (text === texts[0] || text.startsWith(last.record.title) ? [1, 0] : [-1, 0]));
    const again = await recommend(DEMAND, biased);
    const moved = again.find(({ id }) => id === last.id)!;
    expect(moved).toMatchObject({ similarity: 1, firstScore: last.firstScore });
    expect(moved.rank).toBeLessThan(last.rank);
    expect(moved.score).toBeGreaterThan(last.score);
  });

  it('gives one vector of one length for each text', async () => {
    const vectors = await toyEmbed(['热障涂层', '']);
    expect(vectors.map(({ length }) => length)).toEqual([16, 16]);
    expect(vectors[0]?.reduce((sum, x) => sum + x, 0)).toBe(4);
  });
});
