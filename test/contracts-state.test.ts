import { createMatcher, type InputError, type Matcher, openMatcher } from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  achievements,
  asParsed,
  bytesOf,
  collected,
  demand,
  EVERYTHING,
  PARTS,
  text,
  thrownBy,
  titled,
} from './fixtures.ts';

describe('immutable', () => {
  const deepFreeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
    return value;
  };

  it('leaves the index as it was, and takes frozen input', async () => {
    await fc.assert(
      fc.asyncProperty(achievements(6), demand, async (records, query) => {
        const options = deepFreeze({
          limit: 3,
          kinds: ['achievement' as const],
          filter: { regions: ['21'] },
        });
        const matcher = createMatcher(deepFreeze(records), PARTS);
        const before = bytesOf(matcher);
        const first = matcher.match(deepFreeze(query), options);
        const [all] = await collected(matcher.matchAll(deepFreeze([query]), options));
        for (const { id } of first.matches) matcher.explain(query, id);
        matcher.tagChains(query);
        expect(all).toEqual(first);
        expect(matcher.match(query, options)).toEqual(first);
        expect(bytesOf(matcher)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('hands out records that cannot be changed', () => {
    const matcher = createMatcher(titled('涂层'), PARTS);
    const record = matcher.parsed(0) as unknown as { title: string };
    expect(() => {
      record.title = '制药';
    }).toThrow(TypeError);
  });

  it('keeps its copy when the host changes a row, or its array, afterwards', () => {
    const records = titled('涂层') as { id: string; title: string }[];
    const [row] = records;
    const matcher = createMatcher(records, PARTS);
    records[0]!.title = '制药';
    records.length = 0;
    const [match] = matcher.match({ id: 'q', title: '涂层' }).matches;
    expect(match!.record).toBe(row);
    expect(matcher.parsed(match!.index).title).toBe('涂层');
  });

  it('stays usable after a predicate that throws', () => {
    const matcher = createMatcher(titled('涂层', '涂层 钢'), PARTS);
    const query = { id: 'q', title: '涂层' };
    const before = matcher.match(query);
    const where = () => {
      throw new Error('not today');
    };
    const error = thrownBy(() => matcher.match(query, { filter: { where } }));
    expect([error.code, (error.cause as Error).message]).toEqual(['INVALID_OPTIONS', 'not today']);
    expect(matcher.match(query)).toEqual(before);
  });

  it('may be asked again from within a predicate', () => {
    const matcher = createMatcher(titled('涂层', '涂层 钢', '钢'), PARTS);
    const query = { id: 'q', title: '涂层 钢' };
    const where = ({ title }: { title: string }) => matcher.match({ id: 'p', title }).matches.length > 1;
    expect(matcher.match(query, { filter: { where } }).matches).toEqual(matcher.match(query).matches);
  });
});

describe('whole or nothing', () => {
  it('names every bad record in one error', () => {
    const bad = [{ id: 'a', title: 1 }, null, { id: 'b', title: '' }, { id: 'b', title: '' }] as never;
    const error = thrownBy(() => createMatcher(bad, PARTS)) as InputError;
    expect(error.code).toBe('INVALID_RECORDS');
    expect(error.issues.map(({ index, path }) => [index, path])).toEqual([
      [0, 'title'],
      [1, ''],
      [3, 'id'],
    ]);
  });

  it('refuses a query that is no record', () => {
    const matcher = createMatcher(titled('涂层'), PARTS);
    for (const query of [undefined, null, 1, [], { id: true, title: '' }, { id: 'q' }, {}] as never[]) {
      expect(thrownBy(() => matcher.match(query)).code).toBe('INVALID_RECORDS');
      expect(thrownBy(() => matcher.explain(query, 'r0')).code).toBe('INVALID_RECORDS');
      expect(thrownBy(() => matcher.tagChains(query)).code).toBe('INVALID_RECORDS');
    }
  });
});

describe('reproducible', () => {
  it('answers after opening as before saving', () => {
    fc.assert(
      fc.property(achievements(), demand, text, (records, query, title) => {
        const matcher = createMatcher(records, PARTS);
        const opened = openMatcher(matcher.save(), PARTS);
        const answers = (from: Matcher) =>
          JSON.stringify([
            asParsed(from, from.match(query, EVERYTHING)),
            records.map(({ id }) => from.explain(query, id)),
            from.tagChains({ id: 'x', title }),
            [from.side, from.size, from.fields, from.signals, from.stats, from.indexOf('r1')],
          ]);
        expect(answers(opened)).toBe(answers(matcher));
        expect(bytesOf(opened)).toEqual(bytesOf(matcher));
      }),
      { numRuns: 50 },
    );
  });
});
