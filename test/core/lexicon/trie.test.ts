import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_EDGE, ROOT, Trie } from '../../../src/core/lexicon/trie.ts';

function lookUp(trie: Trie, text: string): number {
  let node = ROOT;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const edge = trie.edge(node, text.charCodeAt(i));
    if (edge === NO_EDGE) return 0;
    node = trie.node(edge);
    value = trie.value(edge);
  }
  return value;
}

describe('a trie', () => {
  it('is a map of texts: the number of each added text, 0 for others', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', '涂', '\0', '𠮷', '\uffff'), minLength: 1, maxLength: 6 }),
      {
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(words, words, (added, others) => {
        const map = new Map(added.map((word, i) => [word, i + 1]));
        const trie = new Trie();
        for (const [i, word] of added.entries()) trie.add(word, i + 1);
        for (const word of [...added, ...others]) expect(lookUp(trie, word)).toBe(map.get(word) ?? 0);
      }),
    );
  });

  it('grows', () => {
    const trie = new Trie();
    for (let i = 1; i <= 20_000; i++) trie.add(`词${i}`, i);
    for (let i = 1; i <= 20_000; i++) expect(lookUp(trie, `词${i}`)).toBe(i);
    expect(lookUp(trie, '词')).toBe(0);
  });
});
