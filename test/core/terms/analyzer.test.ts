import { describe, expect, it } from 'vitest';
import { defineLexicon } from '../../../src/core/lexicon/lexicon.ts';
import { parseLexicon } from '../../../src/core/lexicon/text-form.ts';
import { EMPHASIS } from '../../../src/core/reading/emphasis.ts';
import { readerFingerprint } from '../../../src/core/reading/fingerprint.ts';
import { ROLE_WEIGHTS } from '../../../src/core/reading/roles.ts';
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
    const heads = ['~层', '~涂层', '~镀层'];
    expect(fields[0]!.tokens.map(({ term }) => term).sort()).toEqual([
      'tc4',
      ...heads,
      '层',
      '涂层',
      '镀',
      '镀层',
    ]);
  });

  it('takes no term that touches a stop phrase', () => {
    const [field] = createAnalyzer(parts).analyze(recordOf({ title: '钢国内先进水平管' }));
    expect(field!.tokens.map(({ term }) => term)).toEqual(['钢', '管', '~管']);
  });

  it('simplifies before it cuts', () => {
    const simplifier = { fingerprint: 's', simplify: (text: string) => text.replaceAll('鋼', '钢') };
    const analyzer = createAnalyzer({ ...parts, simplifier });
    expect(analyzer.analyze(recordOf({ title: '鋼' }))[0]!.tokens.map(({ term }) => term)).toEqual([
      '钢',
      '~钢',
    ]);
    expect(analyzer.fingerprint).not.toBe(createAnalyzer(parts).fingerprint);
  });

  it('weighs a term by what its statement is there for', () => {
    const abstract = '公司成立于1990年，产品有轴。急需钢的涂层。';
    const [, field] = createAnalyzer(parts).analyze(recordOf({ title: '轴', abstract }));
    expect(field!.statements.map(({ role }) => role)).toEqual(['company', 'need']);
    const weightOf = (term: string) => field!.tokens.find((token) => token.term === term)!.weight;
    expect(weightOf('轴')).toBe(WEIGHTS.unigram * ROLE_WEIGHTS.company);
    expect(weightOf('钢')).toBe(WEIGHTS.unigram);
    expect(weightOf('涂层')).toBe(WEIGHTS.word);
  });

  it('reads a title whole, and counts what a field is there for by the weight of the field', () => {
    const given = { title: '公司成立于1990年', prospects: '市场前景广阔，钢' };
    const fields = createAnalyzer({ ...parts, fieldWeights: { title: 3, prospects: 1 } }).analyze(
      recordOf(given),
    );
    const plain = parts.tokenizer;
    for (const { normalized, tokens } of fields) {
      expect(tokens.filter(({ term }) => !term.startsWith('~'))).toEqual(plain.tokenize(normalized.text));
    }
  });

  it('counts a title less beside a text, and the head of its thing more', () => {
    const abstract = '工件为轴，长度与直径不限，材料为钢，表面需要有涂层，用于船舶。';
    const weightsOf = (given: object) => {
      const { tokens } = createAnalyzer(parts).analyze(recordOf(given))[0]!;
      return new Map(tokens.map(({ term, weight = 1 }) => [term, weight]));
    };
    const alone = weightsOf({ title: '钢轴的镀层' });
    const beside = weightsOf({ title: '钢轴的镀层', abstract });
    expect(alone.get('轴')).toBe(WEIGHTS.unigram);
    expect(alone.get('镀')).toBe(WEIGHTS.unigram * EMPHASIS.head);
    expect(beside.get('轴')).toBeCloseTo(WEIGHTS.unigram * EMPHASIS.besideText);
    expect([...beside.keys()]).toEqual([...alone.keys()]);
  });

  it('counts clauses of slogans little', () => {
    const abstract = '打造绿色制造标杆，工件为钢轴。';
    const [, field] = createAnalyzer(parts).analyze(recordOf({ title: '轴', abstract }));
    const weightOf = (term: string) => field!.tokens.find((token) => token.term === term)!.weight;
    expect(weightOf('钢')).toBe(WEIGHTS.unigram);
    expect(weightOf('标')).toBeLessThan(WEIGHTS.unigram / 2);
  });

  it('changes its fingerprint with the reader', () => {
    expect(createAnalyzer(parts).fingerprint).toContain(readerFingerprint());
  });

  it('gives an empty record no terms', () => {
    expect(createAnalyzer(parts).analyze(recordOf({}))).toEqual([]);
  });
});
