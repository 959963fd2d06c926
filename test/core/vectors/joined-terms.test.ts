import fc from 'fast-check';
import { expect, it } from 'vitest';
import { last } from '../../../src/base/steps.ts';
import { joinedTermsSteps } from '../../../src/core/vectors/joined-terms.ts';
import { VocabularyBuilder } from '../../../src/core/vectors/vocabulary.ts';

function listOf(terms: readonly string[]): VocabularyBuilder {
  const builder = new VocabularyBuilder();
  for (const term of terms) {
    for (let i = 0; i < term.length; i++) builder.push(term.charCodeAt(i));
    builder.end();
  }
  return builder;
}

const sorted = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', '\u0000', '钢', '\ud842', '\uffff'), maxLength: 4 }))
  .map((terms) => [...new Set(terms)].sort());

it('terms of several lists are joined in their order, each once, and each list learns where its own are', () => {
  fc.assert(
    fc.property(fc.array(sorted, { maxLength: 4 }), (lists) => {
      const builder = new VocabularyBuilder();
      const places = last(
        joinedTermsSteps(
          lists.map((terms) => listOf(terms).terms()),
          builder,
        ),
      );
      const vocabulary = builder.finish();
      const joined = Array.from({ length: vocabulary.size }, (_, id) => vocabulary.term(id));
      expect(joined).toEqual([...new Set(lists.flat())].sort());
      expect(places.map((ids) => Array.from(ids, (id) => vocabulary.term(id)))).toEqual(lists);
    }),
    { numRuns: 300 },
  );
});
