import { describe, expect, it } from 'vitest';
import { MODE_WORDS, parseMode } from '../../../src/core/records/modes.ts';

describe('a way of cooperation', () => {
  it.each([
    ['a transfer', '技术转让', 'technology-transfer'],
    ['a licence of any sort', '独占许可', 'technology-licensing'],
    ['an open licence is a sort of its own', '专利开放许可', 'open-licence'],
    ['shares for technology', '技术作价入股', 'equity-contribution'],
    ['development together holds 开发 and is more', '联合开发', 'joint-development'],
    ['commissioned development holds 开发 and is more', '委托开发', 'commissioned-development'],
    ['plain development', '技术开发', 'technology-development'],
    ['advice', '技术咨询', 'technology-consulting'],
    ['a code, as it is', 'technology-service', 'technology-service'],
    ['full-width and padded wording', ' 技术转让\u3000', 'technology-transfer'],
  ])('%s is known', (_reason, raw, code) => {
    expect(parseMode(raw)).toEqual({ raw, code });
  });

  it.each(['其他', '', '面谈', 'constructor', '__proto__'])('%j has no code', (raw) => {
    expect(parseMode(raw)).toEqual({ raw });
  });

  it('every wording of the table gives its own code', () => {
    for (const [code, words] of Object.entries(MODE_WORDS)) {
      for (const word of words) expect([word, parseMode(word).code]).toEqual([word, code]);
    }
  });
});
