import { readFileSync } from 'node:fs';
import { defaultLexicon } from 'cuohe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NGRAM_WEIGHTS, ngramTokenizer } from '../../../src/core/terms/ngrams.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';
import { codeOf, termOf } from '../../../src/core/terms/term-code.ts';
import { cutOf, TOKEN_KINDS, TokenList } from '../../../src/core/terms/token-list.ts';
import type { Token } from '../../../src/core/terms/tokenizer.ts';
import { isOfLatinRun, plainTokens } from './plain-tokens.ts';

const lexicon = defaultLexicon();
const tokenizer = ngramTokenizer(lexicon);
/** Texts of the sample, all of their fields. */
const SAMPLE = ['achievements', 'demands'].flatMap((side) =>
  readFileSync(`examples/data/${side}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => Object.values(JSON.parse(line)).filter((value) => typeof value === 'string')),
);
const expectSame = (given: string) => {
  const { text } = normalize(given);
  const cut = tokenizer.tokenize(text).filter((token) => !isOfLatinRun(text, token));
  const plain = plainTokens(text, lexicon, NGRAM_WEIGHTS).filter((token) => !isOfLatinRun(text, token));
  expect(cut).toEqual(plain);
};

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)) },
  { weight: 4, arbitrary: fc.constantFrom(...SAMPLE.flatMap((text) => text.match(/.{1,9}/gsu) ?? [])) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('𠮷', 'tc4', 'X-900', '0.5MPa', '3~5mm', '℃', '的', '，', '。', ' ', '\n'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '皮带老是跑偏',
      '费电',
      'ABS',
      'GB/T 2260-2007',
      '１２００℃',
      '一种',
      '\u0301',
    ),
  },
  { weight: 1, arbitrary: unit },
);
const mixed = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('the tokens of the default tokenizer', () => {
  it('are those of its plain definition, over the sample', () => {
    expect(SAMPLE.length).toBeGreaterThan(100);
    for (const given of SAMPLE) expectSame(given);
  });

  it('are those of its plain definition, whatever the text', () => {
    fc.assert(fc.property(mixed, expectSame), { numRuns: 500 });
  });
});

const token: fc.Arbitrary<Token> = fc.record({
  term: fc.oneof(unit, fc.string({ minLength: 1, maxLength: 4, unit: 'binary' })),
  start: fc.nat({ max: 30 }),
  end: fc.integer({ min: 31, max: 40 }),
  weight: fc.double({ min: 0, max: 4, noNaN: true }),
  kind: fc.constantFrom(...TOKEN_KINDS),
});
const tokens = fc.array(token, { maxLength: 300 });

describe('a list of tokens', () => {
  it('holds what it is made of, in order', () => {
    fc.assert(
      fc.property(tokens, (given) => {
        expect(TokenList.of(given).tokens()).toEqual(given);
      }),
    );
  });

  it('has the same tokens in columns as the tokenizer gives', () => {
    const cut = cutOf(tokenizer)!;
    const list = new TokenList();
    for (const given of SAMPLE.slice(0, 50)) {
      const { text } = normalize(given);
      list.clear();
      cut(text, text, list);
      expect(list.copy().tokens()).toEqual(tokenizer.tokenize(text, text));
    }
  });

  it('leaves out, picks and scales as lists of objects do', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat({ max: 36 }), fc.integer({ min: 1, max: 6 }))
        .map(([start, size]) => ({ start, end: start + size })),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(tokens, spans, (given, unordered) => {
        const stops = unordered.sort((a, b) => a.end - b.end);
        const list = TokenList.of(given);
        list.leaveOut(stops);
        list.scale(Float64Array.from({ length: 40 }, (_, at) => at / 7));
        const left = given
          .filter(({ start, end }) => !stops.some((stop) => stop.start < end && stop.end > start))
          .map((one) => ({ ...one, weight: one.weight! * (one.start / 7) }));
        expect(list.tokens()).toEqual(left);
        const heavy = list.filter((i) => list.weights[i]! > 1).tokens();
        expect(heavy).toEqual(left.filter(({ weight }) => weight > 1));
      }),
    );
  });
});

describe('the code of a term', () => {
  it('leads back to the term; terms of other lengths and those with the unit 0 have none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3, unit: 'binary' }), (term) => {
        const code = codeOf(term);
        if (code > 0) expect(termOf(code)).toBe(term);
        else expect(term.length === 0 || term.length > 2 || term.includes('\0')).toBe(true);
      }),
    );
  });
});
