import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BESIDE_WORDS, besideWordsIn } from '../../../src/core/chains/beside-words.ts';

describe('words that speak beside a chain', () => {
  it('are counted once each, wherever they stand', () => {
    const pieces = fc.constantFrom(...BESIDE_WORDS, '临', '床', '手术室', '的', '');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        expect(besideWordsIn(text)).toBe(BESIDE_WORDS.filter((word) => text.includes(word)).length);
      }),
    );
  });
});
