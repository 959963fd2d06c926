import { createMatcher } from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../src/core/records/sizes.ts';
import { PARTS, titled } from '../fixtures.ts';

/** As long as one may be. */
const SIZE = MAX_TEXT;
const QUARTER = SIZE / 4;
const WORDS = ['热障涂层', '制药', '的', '，', 'a1 ', '算法', '激光', '高温', '\n', '<b>', '研究'];
/** A mixed text that does not repeat soon. */
const mixed = (size: number): string => {
  let seed = 7;
  let text = '';
  while (text.length < size) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    text += WORDS[(seed >>> 16) % WORDS.length];
  }
  return text;
};

describe('a text as long as one may be', () => {
  const matcher = createMatcher(titled('热障涂层激光', '制药算法', '热'), PARTS);

  it.each([
    ['one ideograph', '热'.repeat(SIZE), 2],
    ['one letter', 'a'.repeat(QUARTER), 0],
    ['a short period', 'ab1-'.repeat(QUARTER / 4), 0],
    ['one word', '热障涂层'.repeat(QUARTER / 4), 2],
    ['white space', ' \n'.repeat(QUARTER / 2), 0],
    ['open tags', '<a '.repeat(QUARTER / 3), 0],
    ['mixed words', mixed(SIZE).slice(0, SIZE), 3],
  ])('of %s is matched and explained', (_, text, count) => {
    const query = { id: 'q', title: '', text };
    const { matches } = matcher.match(query);
    expect(matches).toHaveLength(count);
    for (const { id, score } of matches) expect(matcher.explain(query, id).score).toBe(score);
  });

  it('may stand on both sides', () => {
    const text = mixed(QUARTER);
    const large = createMatcher(
      [{ id: 'a', title: '热', abstract: text }, ...titled('a'.repeat(QUARTER))],
      PARTS,
    );
    const query = { id: 'q', title: '热障', text };
    const [match] = large.match(query).matches;
    expect(match!.id).toBe('a');
    expect(large.explain(query, 'a').score).toBe(match!.score);
    expect(large.match({ id: 'q', title: 'a'.repeat(QUARTER) }).matches.length).toBeLessThan(2);
  });
});
