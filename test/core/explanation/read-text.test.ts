import { defaultLexicon } from 'cuohe';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../benchmarks/random.ts';
import { FirstPlaces } from '../../../src/core/explanation/first-places.ts';
import { ReadText } from '../../../src/core/explanation/read-text.ts';
import { FIELD_WEIGHTS } from '../../../src/core/records/fields.ts';
import { createAnalyzer, isWord } from '../../../src/core/terms/analyzer.ts';
import { ngramTokenizer } from '../../../src/core/terms/ngrams.ts';
import { isHeadTerm } from '../../../src/core/terms/title-heads.ts';

const lexicon = defaultLexicon();
const analyzer = createAnalyzer({ lexicon, tokenizer: ngramTokenizer(lexicon), fieldWeights: FIELD_WEIGHTS });
const PARTS = [
  '热障涂层',
  'TBC',
  '不用稀土',
  '永磁电机',
  '，',
  '0.5ppm',
  '皮带老是跑偏',
  '的',
  'GB/T 1234',
  '钢',
  '轴承',
  '。',
];

/** Texts of a few words, so that pieces come again and again. */
function text(random: Random, words: number): string {
  return Array.from({ length: words }, () => random.pick(PARTS)).join('');
}

describe('the first place of a piece', () => {
  it.each([40, 4000])('is where a search from the beginning finds it, in a text of %i units', (size) => {
    const random = new Random(size);
    for (const alphabet of [2, 5, 60]) {
      const unit = () => String.fromCharCode(0x4e00 + random.between(0, alphabet - 1));
      const searched = Array.from({ length: size }, unit).join('');
      const places = new FirstPlaces(searched);
      for (let i = 0; i < 300; i++) {
        const at = random.between(0, size - 1);
        const own = searched.slice(at, at + random.between(1, 40));
        for (const piece of [own, own + unit(), unit() + own]) {
          expect(places.of(piece)).toBe(searched.indexOf(piece));
        }
      }
      expect(places.of('')).toBe(-1);
    }
  });
});

describe('the text of a record', () => {
  const random = new Random(7);
  const records = Array.from({ length: 60 }, (_, i) => ({
    id: `r${i}`,
    kind: 'achievement' as const,
    title: text(random, 3),
    abstract: text(random, 30),
    keywords: [text(random, 1), text(random, 2)],
  }));

  it('has the words that its tokens have, read without them', () => {
    for (const record of records) {
      const skimmed = analyzer.skim(record);
      for (const [i, { tokens, statements, exclusions, normalized }] of analyzer.analyze(record).entries()) {
        const read = skimmed[i]!;
        const plain = ({ term, start, end }: { term: string; start: number; end: number }) => [
          term,
          start,
          end,
        ];
        const words = tokens.filter((token) => isWord(token) && !isHeadTerm(token.term));
        expect(read.words.map(plain)).toEqual(words.map(plain));
        expect(read.statements).toEqual(statements);
        expect(read.exclusions).toEqual(exclusions);
        expect(read.normalized).toEqual(normalized);
      }
    }
  });

  it('has the known words of each field, and places that lead into the field as given', () => {
    for (const record of records) {
      const fields = analyzer.skim(record);
      const read = new ReadText(fields, lexicon.finder);
      const expected = fields.flatMap(({ normalized }, i) =>
        lexicon.finder
          .segment(normalized.text)
          .flatMap(({ start, end }) => [start + read.starts[i]!, end + read.starts[i]!]),
      );
      expect([...read.edges]).toEqual(expected);
      for (const piece of ['永磁电机', '轴承', '涂层']) {
        const isHeld = fields.some(({ normalized }) => normalized.text.includes(piece));
        const spans = read.spansOf(piece);
        expect(spans.length > 0).toBe(isHeld);
        for (const span of spans) expect(span.text).toBe(piece);
      }
    }
  });
});
