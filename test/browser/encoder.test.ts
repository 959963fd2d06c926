import { openEncoder } from 'cuohe/encoder';
import { expect, test } from 'vitest';
import { naiveVector } from '../encoder/naive-encoder.ts';
import { fileOf, randomModel } from '../encoder/tiny-model.ts';

test('a browser gives the vectors of the formulas, from weights as they come from a server', async () => {
  const model = randomModel(1);
  const response = new Response(fileOf(model).slice().buffer);
  const encoder = openEncoder(await response.arrayBuffer());
  for (const text of ['', '耐磨涂层', 'Ａ 🚀㎏，钕', '叶片涂层'.repeat(200)]) {
    const expected = naiveVector(model, text);
    const vector = encoder.encode(text);
    expect(vector.length).toBe(expected.length);
    expect(Math.max(...vector.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-5);
  }
});
