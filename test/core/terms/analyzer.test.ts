import { describe, expect, it } from 'vitest';
import { defineLexicon } from '../../../src/core/lexicon/lexicon.ts';
import { parseLexicon } from '../../../src/core/lexicon/text-form.ts';
import { parseRecords } from '../../../src/core/records/parse.ts';
import { createAnalyzer } from '../../../src/core/terms/analyzer.ts';
import { ngramTokenizer } from '../../../src/core/terms/ngrams.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';

const fold = (text: string) => normalize(text).text;
const lexicon = defineLexicon(
  { name: 'test', entries: parseLexicon('涂层/镀层 0'), boilerplate: ['国内*水平'] },
  fold,
);
const WEIGHTS = { unigram: 0.5, bigram: 1, word: 1, synonym: 0, broader: 0.5, everyday: 0, latin: 1.5 };
const parts = {
  tokenizer: ngramTokenizer(lexicon, WEIGHTS),
  lexicon,
  fieldWeights: { title: 3, abstract: 1, prospects: 0 },
};
const recordOf = (fields: object) => parseRecords([{ id: 'a', title: '', ...fields }], 'achievement')[0]!;

describe('an analyzer', () => {
  it('cuts the fields that count into terms, and keeps their places', () => {
    const fields = createAnalyzer(parts).analyze(
      recordOf({ title: 'ＴＣ４镀层', abstract: '钢', prospects: '广' }),
    );
    expect(fields.map(({ field, normalized }) => [field.path, normalized.text])).toEqual([
      ['title', 'tc4镀层'],
      ['abstract', '钢'],
    ]);
    expect(fields[0]!.tokens.map(({ term }) => term).sort()).toEqual(['tc4', '层', '涂层', '镀', '镀层']);
  });

  it('takes no term that touches a stop phrase', () => {
    const [field] = createAnalyzer(parts).analyze(recordOf({ title: '钢国内先进水平管' }));
    expect(field!.tokens.map(({ term }) => term)).toEqual(['钢', '管']);
  });

  it('simplifies before it cuts', () => {
    const simplifier = { fingerprint: 's', simplify: (text: string) => text.replaceAll('鋼', '钢') };
    const analyzer = createAnalyzer({ ...parts, simplifier });
    expect(analyzer.analyze(recordOf({ title: '鋼' }))[0]!.tokens.map(({ term }) => term)).toEqual(['钢']);
    expect(analyzer.fingerprint).not.toBe(createAnalyzer(parts).fingerprint);
  });

  it('gives an empty record no terms', () => {
    expect(createAnalyzer(parts).analyze(recordOf({}))).toEqual([]);
  });
});
