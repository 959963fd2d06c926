import { describe, expect, it } from 'vitest';
import { FASHIONS, SLOGANS, slogansIn } from '../../../src/core/reading/slogans.ts';

const coveredBy = (text: string) => {
  const found = slogansIn(text);
  return [...text].filter((_, at) => found?.covered[at] === 1).join('');
};

describe('slogans', () => {
  it('are found where they stand, with the words of fashion beside them', () => {
    expect(coveredBy('智能制造赋能阀芯高质量发展')).toBe('智能制造赋能高质量发展');
    expect(slogansIn('智能制造赋能阀芯')?.isTold).toBe(true);
  });

  it('are not told by words of fashion alone, which may name a technology', () => {
    expect(coveredBy('人工智能辅助诊断')).toBe('人工智能');
    expect(slogansIn('人工智能辅助诊断')?.isTold).toBe(false);
    expect(slogansIn('阀芯')).toBeUndefined();
    expect(slogansIn('')).toBeUndefined();
  });

  it('are lists without repetition, of words of two characters or more as normalised texts write them', () => {
    const all = [...SLOGANS, ...FASHIONS];
    expect(new Set(all).size).toBe(all.length);
    for (const word of all) expect(word).toMatch(/^[\p{Script=Han}+]{2,}$/u);
  });
});
