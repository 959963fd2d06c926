import { collectStatistics, createMatcher, openMatcher, type Token, type Tokenizer } from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usableTokens } from '../../../src/core/terms/usable-tokens.ts';
import { EVERYTHING, PARTS, titled } from '../../fixtures.ts';

const by = (tokenize: (text: string) => Token[]): Tokenizer => ({ fingerprint: 'custom', tokenize });
const characters = (text: string): Token[] => [...text].map((term, at) => ({ term, start: at, end: at + 1 }));
const query = { id: 'q', title: '国内领先水平甲乙' };
const odd = [
  0,
  -1,
  0.5,
  1e9,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  undefined,
  '1',
  null,
];
const oddToken = fc.record({
  term: fc.constantFrom('', '\u0000', '\u0001T1', '\u0008', '\t', '甲', '\ud800', undefined, 7),
  start: fc.constantFrom(...odd, 1, 2),
  end: fc.constantFrom(...odd, 2, 3),
  weight: fc.constantFrom(...odd, 1, 1e-320, 1e300, -Number.MIN_VALUE),
  kind: fc.constantFrom(undefined, 'characters', 'latin', 'pairs', 'words', 'title', 'text', '', null, 1),
});

describe('a custom tokenizer', () => {
  it('takes the place of the default one', () => {
    const matcher = createMatcher(titled('甲乙', '丙'), { ...PARTS, tokenizer: by(characters) });
    const [match, ...more] = matcher.match(query).matches;
    expect(more).toEqual([]);
    expect(match!.phrases[0]!.recordSpans).toEqual([{ field: 'title', start: 0, end: 2, text: '甲乙' }]);
    expect(openMatcher(matcher.save(), { ...PARTS, tokenizer: by(characters) }).match(query).matches).toEqual(
      [{ ...match, record: matcher.parsed(match!.index) }],
    );
  });

  it('that errs costs matches, but no crash and no wrong number', () => {
    fc.assert(
      fc.property(fc.array(oddToken, { maxLength: 6 }), (tokens) => {
        const tokenizer = by((text) => [...characters(text), ...(tokens as Token[])]);
        const parts = { ...PARTS, tokenizer };
        const records = titled('甲乙丙', '国内一流水平', '');
        const matcher = createMatcher(records, {
          ...parts,
          statistics: collectStatistics({ achievements: records }, parts),
        });
        const { matches } = matcher.match(query, EVERYTHING);
        expect(matches[0]!.id).toBe('r0');
        for (const { id, score, phrases } of matches) {
          expect(score > 0 && score <= 1).toBe(true);
          const tree = matcher.explain(query, id);
          expect(tree.score).toBe(score);
          expect(JSON.stringify(tree)).not.toMatch(/null|NaN/);
          for (const { querySpans } of phrases) {
            for (const { start, end, text } of querySpans) expect(query.title.slice(start, end)).toBe(text);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives nothing where none of its tokens can be used', () => {
    const tokenizer = by(() => [{ term: '', start: 0, end: 1 }]);
    expect(createMatcher(titled('甲'), { ...PARTS, tokenizer }).match(query).matches).toEqual([]);
  });

  it('that throws is heard, and leaves the matcher usable', () => {
    const tokenizer = by((text) => {
      if (text === '坏') throw new Error('cannot cut');
      return characters(text);
    });
    const matcher = createMatcher(titled('甲'), { ...PARTS, tokenizer });
    expect(() => matcher.match({ id: 'q', title: '坏' })).toThrow('cannot cut');
    expect(matcher.match(query).matches).toHaveLength(1);
  });

  it.each([
    [{ term: '甲', start: 0, end: 1 }, true, 'a place and a term'],
    [{ term: '\t', start: 0, end: 1 }, true, 'the first unit that a term may begin with'],
    [{ term: '甲', start: 0, end: 1, weight: 1e-300 }, true, 'a tiny weight'],
    [{ term: '甲', start: 0, end: 1, kind: 'latin' as const }, true, 'a kind'],
    [{ term: '甲', start: 0, end: 1, kind: 'title' as never }, false, 'a kind that is none'],
    [{ term: '', start: 0, end: 1 }, false, 'no term'],
    [{ term: '\u0008', start: 0, end: 1 }, false, 'a control character first'],
    [{ term: '甲', start: 1, end: 1 }, false, 'no stretch'],
    [{ term: '甲', start: -1, end: 1 }, false, 'before the text'],
    [{ term: '甲', start: 1, end: 3 }, false, 'behind the text'],
    [{ term: '甲', start: 0.5, end: 1 }, false, 'half a unit'],
    [{ term: '甲', start: 0, end: 1, weight: 0 }, false, 'no weight'],
    [{ term: '甲', start: 0, end: 1, weight: Number.NaN }, false, 'a weight that is none'],
    [{ term: '甲', start: 0, end: 1, weight: Number.POSITIVE_INFINITY }, false, 'a weight without end'],
  ])('may give %o: %s (%s)', (token, usable, _why) => {
    const good = { term: '乙', start: 0, end: 2 };
    expect(usableTokens([good, token], 2)).toEqual(usable ? [good, token] : [good]);
  });
});
