import { createMatcher, defaultLexicon } from 'cuohe';
import { describe, expect, it } from 'vitest';
import { QueryText } from '../../../src/core/explanation/query-text.ts';
import { ReadText } from '../../../src/core/explanation/read-text.ts';
import { FIELD_WEIGHTS } from '../../../src/core/records/fields.ts';
import { createAnalyzer } from '../../../src/core/terms/analyzer.ts';
import { ngramTokenizer } from '../../../src/core/terms/ngrams.ts';
import type { Tokenizer } from '../../../src/core/terms/tokenizer.ts';

const lexicon = defaultLexicon();
const analyzer = createAnalyzer({ lexicon, tokenizer: ngramTokenizer(lexicon), fieldWeights: FIELD_WEIGHTS });
const analyzed = (fields: object) =>
  analyzer.analyze({ id: 'A', kind: 'demand', title: '叶片', ...fields } as never);
const keywords = (count: number, word = (_: number) => '热障涂层') => ({
  keywords: Array.from({ length: count }, (_, i) => word(i)),
});
const placed = (fields: object) =>
  new QueryText(analyzed(fields), lexicon).placed.reduce((sum, { tokens }) => sum + tokens.length, 0);

/** Counts how many texts are cut, and how many units they have. */
function counting(): Tokenizer & { texts: number; units: number } {
  const inner = ngramTokenizer(lexicon);
  const counter = {
    fingerprint: 'counting',
    texts: 0,
    units: 0,
    tokenize(text: string, reading: string) {
      counter.texts++;
      counter.units += text.length;
      return inner.tokenize(text, reading);
    },
  };
  return counter;
}

describe('what an explanation reads', () => {
  it('is bounded, by the field, in all, and in fields', () => {
    expect(new ReadText(analyzed({ text: '热障涂层'.repeat(10_000) }), lexicon.finder).text).toHaveLength(
      20_003,
    );
    const all = Object.fromEntries(
      ['text', 'problem', 'abstract', 'prospects'].map((field) => [field, '热障涂层'.repeat(5000)]),
    );
    expect(new ReadText(analyzed(all), lexicon.finder).text.length).toBeLessThan(40_010);
    const few = placed(keywords(999));
    expect(few).toBeGreaterThan(3000);
    expect(placed(keywords(3000))).toBe(few);
  });

  it('says where the fields behind the bound are: nowhere, and the others where they stand', () => {
    const read = new ReadText(analyzed(keywords(2000)), lexicon.finder);
    const last = read.text.lastIndexOf('热障涂层');
    expect(read.spanOf(last, last + 4)).toMatchObject({ field: 'keywords[998]', start: 0, end: 4 });
    expect(read.placeOf('叶片')).toBe(0);
  });

  it('is read once where it is the same: lists of equal keywords', () => {
    const tokenizer = counting();
    const matcher = createMatcher([{ id: 'A', title: '叶片', ...keywords(3000) }], { tokenizer });
    expect(tokenizer.texts).toBe(2);
    tokenizer.texts = 0;
    matcher.explain({ id: 'D', title: '叶片', ...keywords(3000) }, 'A');
    // The query, and the record for its words and its spans.
    expect(tokenizer.texts).toBeLessThan(10);
  });

  it('is the same fields as if each were read for itself', () => {
    const word = (i: number) => ['热障涂层', 'TBC', '不用稀土', '0.5ppm', '轴承'][i % 5]!;
    const [many] = [analyzed(keywords(50, word))];
    const one = (i: number) => analyzed(keywords(1, () => word(i)))[1]!;
    for (const [i, field] of many.slice(1).entries()) {
      expect(field.field).toEqual({ path: `keywords[${i}]`, field: 'keywords', text: word(i), weight: 2 });
      expect([field.tokens, field.words, field.statements, field.exclusions]).toEqual(
        [one(i)].map(({ tokens, words, statements, exclusions }) => [
          tokens,
          words,
          statements,
          exclusions,
        ])[0],
      );
    }
  });

  it('ends though a word comes ten thousand times, and tells it once', () => {
    const matcher = createMatcher([{ id: 'A', title: '叶轮', text: '隔热涂层，'.repeat(1500) }]);
    const { phrases } = matcher.explain({ id: 'D', title: '叶片', text: '热障涂层，'.repeat(1500) }, 'A');
    const told = phrases.filter(({ phrase }) => phrase === '热障涂层');
    expect(told).toMatchObject([{ relation: 'same' }]);
    expect(told[0]!.querySpans).toHaveLength(5);
  });
});
