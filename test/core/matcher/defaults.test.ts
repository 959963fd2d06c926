import * as cuohe from 'cuohe';
import * as core from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { asParsed, TAXONOMY } from '../../fixtures.ts';

const records = [
  { id: 'a', title: '燃气轮机热障涂层' },
  { id: 'b', title: '小分子抗肿瘤新药' },
];
const query = { id: 'q', title: '隔热涂层' };

describe('the functions with defaults', () => {
  it('are those of the core with the default taxonomy and lexicon', () => {
    const parts = { taxonomy: cuohe.DEFAULT_TAXONOMY, lexicon: cuohe.defaultLexicon() };
    const matcher = cuohe.createMatcher(records);
    expect(new Uint8Array(matcher.save())).toEqual(new Uint8Array(core.createMatcher(records, parts).save()));
    expect(cuohe.openMatcher(matcher.save()).match(query)).toEqual(asParsed(matcher, matcher.match(query)));
    expect(cuohe.collectStatistics({ achievements: records }).version).toBe(
      core.collectStatistics({ achievements: records }, parts).version,
    );
  });

  it('build in turns too, either side', async () => {
    const matcher = await cuohe.createMatcherAsync(records, { side: 'demand' });
    expect(matcher.match(query)).toEqual(cuohe.createMatcher(records, { side: 'demand' }).match(query));
    expect(matcher.record(0)).toBe(records[0]);
    expect(matcher.parsed(0).kind).toBe('demand');
  });

  it('make one lexicon for a taxonomy', () => {
    expect(cuohe.defaultLexicon()).toBe(cuohe.defaultLexicon(cuohe.DEFAULT_TAXONOMY));
    expect(cuohe.defaultLexicon(TAXONOMY)).toBe(cuohe.defaultLexicon(TAXONOMY));
    expect(cuohe.defaultLexicon(TAXONOMY).fingerprint).not.toBe(cuohe.defaultLexicon().fingerprint);
  });

  it('take the place of the core functions of the same name, and leave the rest', () => {
    expect(cuohe.createMatcher).not.toBe(core.createMatcher);
    expect(cuohe.createMatcherAsync).not.toBe(core.createMatcherAsync);
    expect(cuohe.openMatcher).not.toBe(core.openMatcher);
    expect(cuohe.collectStatistics).not.toBe(core.collectStatistics);
    expect(cuohe.parseRecords).toBe(core.parseRecords);
    expect(cuohe.CuoheError).toBe(core.CuoheError);
  });
});
