import { createMatcher } from 'cuohe/core';
import { expect, it } from 'vitest';
import { PARTS } from '../../fixtures.ts';

it('names no phrase that has less than a fiftieth of what the heaviest one has, though its terms are in the sum', () => {
  const phrasesBy = (remark: number) => {
    const fields = { title: 1, remark };
    const records = [
      { id: 'a', title: '热障涂层', remark: '制药' },
      { id: 'b', title: '钢' },
    ];
    const matcher = createMatcher(records, { ...PARTS, fields, signals: { chains: 0 } });
    const query = { id: 'q', title: '热障涂层，制药' };
    const terms = matcher.explain(query, 'a').signals.flatMap((signal) => signal.terms);
    const [match] = matcher.match(query).matches;
    return {
      sums: terms.some(({ term }) => term.includes('药')),
      phrases: match!.phrases.map(({ phrase }) => phrase),
    };
  };
  expect(phrasesBy(1)).toEqual({ sums: true, phrases: ['热障涂层', '制药'] });
  expect(phrasesBy(0.0001)).toEqual({ sums: true, phrases: ['热障涂层'] });
});
