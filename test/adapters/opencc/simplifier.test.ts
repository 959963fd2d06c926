import { openccSimplifier } from 'cuohe/opencc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/core/terms/normalize.ts';

const simplifier = await openccSimplifier();
const taiwan = await openccSimplifier({ from: 'twp' });

describe('the OpenCC simplifier', () => {
  it.each([
    ['燃氣輪機熱障塗層', '燃气轮机热障涂层', 'each character has one simplified form'],
    ['頭髮與發動機', '头发与发动机', '髮 and 發 fall together'],
    ['乾燥設備，乾坤', '干燥设备，乾坤', '乾 stays in the words that keep it'],
    ['燃气轮机', '燃气轮机', 'a simplified text stays as it is'],
    ['专著与程序', '专著与程序', 'words that Taiwan writes otherwise stay as they are'],
    ['TC4 合金 1200℃', 'TC4 合金 1200℃', 'Latin and numbers are no business of it'],
    ['記憶體', '记忆体', 'words stay words: only characters change'],
  ])('turns %s into %s: %s', (given, expected) => {
    expect(simplifier.simplify(given)).toBe(expected);
  });

  it.each([
    ['軟體', '软件', 'a word of Taiwan of the same length'],
    ['矽感測器', '硅传感器', 'an element and a device'],
    ['積體電路', '集成电路', 'a longer word'],
    ['雷射切割', '激光切割', 'a borrowed word'],
    ['記憶體', '记忆体', '内存 would move what follows'],
  ])('with twp turns %s into %s: %s', (given, expected) => {
    expect(taiwan.simplify(given)).toBe(expected);
  });

  it('knows the variants of Taiwan and of Hong Kong', async () => {
    const [tw, hk] = await Promise.all([openccSimplifier({ from: 'tw' }), openccSimplifier({ from: 'hk' })]);
    expect(tw.simplify('著作裡')).toBe('著作里');
    expect(hk.simplify('機器裏')).toBe('机器里');
  });

  it('never changes the length of a text', () => {
    const piece = fc.constantFrom(
      '記憶體',
      '網際網路',
      '軟體',
      '頭',
      'A型肝炎',
      '\ud800',
      '\udc00',
      '😀',
      '⿰',
      '⿱',
      '丹尼·波爾',
      ' ',
      '𠀀',
      '豈',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        for (const { simplify } of [simplifier, taiwan]) {
          const once = simplify(text);
          expect(once).toHaveLength(text.length);
          expect(simplify(text)).toBe(once);
        }
      }),
    );
  });

  it('keeps the way back to the text as given when texts are normalised', () => {
    const given = '<b>記憶體</b>軟體';
    const { text, starts, ends } = normalize(given, taiwan);
    expect(text).toBe('记忆体软件');
    expect(given.slice(starts[3], ends[4])).toBe('軟體');
  });

  it.each(['頭', '⿰', '\ud800'])('takes a megabyte of %j', (char) => {
    expect(simplifier.simplify(char.repeat(2 ** 20))).toBe(char.replace('頭', '头').repeat(2 ** 20));
  });

  it('has a fingerprint that changes with the source', async () => {
    expect((await openccSimplifier({ from: 't' })).fingerprint).toBe(simplifier.fingerprint);
    expect(simplifier.fingerprint).not.toBe(taiwan.fingerprint);
  });

  it('refuses an unknown source', async () => {
    const options = JSON.parse('{"from":"xx"}');
    await expect(openccSimplifier(options)).rejects.toMatchObject({
      code: 'INVALID_OPTIONS',
      issues: [{ path: 'from', expected: 'one of t, tw, twp, hk', received: 'the text "xx"' }],
    });
  });
});
