import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../src/core/reading/limits.ts';

const things = (text: string) => limitsOf(text).map(({ from, end }) => text.slice(from, end));

describe('what an achievement says it lacks', () => {
  it.each<[string, readonly string[], string]>([
    ['适用于常温仓库，不具备防爆条件。', ['防爆'], 'a condition'],
    ['尚未取得防爆证', ['防爆证'], 'not yet had'],
    ['不适用于高盐废水', ['高盐废水'], 'where it does not fit'],
    ['不耐蒸汽', ['蒸汽'], 'what it does not stand'],
    ['已取得防爆证', [], 'it has it'],
    ['不停机检修', [], 'that is no lack'],
  ])('%s → %j: %s', (text, expected) => {
    expect(things(text)).toEqual(expected);
  });

  it('is found in a long text in linear time', () => {
    expect(limitsOf('不具备'.repeat(100_000)).length).toBeGreaterThan(0);
  });
});
