import { describe, expect, it } from 'vitest';
import { requireWhole, saidIn } from '../../src/opensearch/failures.ts';
import type { EngineRequest } from '../../src/opensearch/transport.ts';

const REQUEST: EngineRequest = { method: 'POST', path: '/a/_search' };
const WHOLE = { timed_out: false, _shards: { total: 3, successful: 3, skipped: 1, failed: 0 }, hits: {} };

describe('an answer to a search', () => {
  it('is taken where all shards gave all', () => {
    expect(requireWhole(REQUEST, { status: 200, body: WHOLE })).toBe(WHOLE);
    expect(() =>
      requireWhole(REQUEST, { status: 399, body: { ...WHOLE, terminated_early: false } }),
    ).not.toThrow();
  });

  it.each([
    ['a bad status', 400, WHOLE, 'status 400'],
    ['a time that was up', 200, { ...WHOLE, timed_out: true }, 'the time was up before all was searched'],
    ['no word of the time', 200, { ...WHOLE, timed_out: undefined }, 'the time was up'],
    [
      'an early end',
      200,
      { ...WHOLE, terminated_early: true },
      'the search was ended before all was searched',
    ],
    [
      'a failed shard',
      200,
      { ...WHOLE, _shards: { total: 3, successful: 2, failed: 1 } },
      '2 of 3 shards answered',
    ],
    [
      'a missing shard',
      200,
      { ...WHOLE, _shards: { total: 3, successful: 2, failed: 0 } },
      '2 of 3 shards answered',
    ],
    [
      'a failure beside all',
      200,
      { ...WHOLE, _shards: { total: 3, successful: 3, failed: 1 } },
      '3 of 3 shards',
    ],
    ['no word of shards', 200, { ...WHOLE, _shards: undefined }, 'the answer does not tell of its shards'],
    ['a page of a proxy', 200, '<html>', 'the time was up'],
  ])('is refused for %s', (_, status, body, why) => {
    const refuse = () => requireWhole(REQUEST, { status, body });
    expect(refuse).toThrow(`The search engine failed at POST /a/_search: ${why}`);
    expect(refuse).toThrow(expect.objectContaining({ code: 'ENGINE_FAILED', cause: { status, body } }));
  });

  it('says why a shard failed', () => {
    const failures = [{ shard: 1, reason: { type: 'no_shard', reason: 'gone' } }];
    const _shards = { total: 3, successful: 2, failed: 1, failures };
    expect(() => requireWhole(REQUEST, { status: 200, body: { ...WHOLE, _shards } })).toThrow(
      '2 of 3 shards answered: no_shard: gone',
    );
  });
});

describe('what an engine said', () => {
  it.each([
    ['no such index', 'no such index'],
    [{ type: 'a', reason: 'b' }, 'a: b'],
    [{ reason: 'b' }, 'b'],
    [{ type: 'a', reason: 'b', caused_by: { type: 'c', reason: 'd' } }, 'a: b (c: d)'],
    [{ type: 'a', reason: 'b', caused_by: { type: 'a', reason: 'b' } }, 'a: b'],
    [{ type: 'a', reason: 'b', failed_shards: [{ reason: { type: 'c', reason: 'd' } }] }, 'a: b (c: d)'],
    [{ type: 'a', reason: 'b', failed_shards: [] }, 'a: b'],
    [undefined, ''],
    [5, ''],
    [null, ''],
  ])('is read in %o', (error, said) => {
    expect(saidIn(error)).toBe(said);
  });

  it('is cut', () => {
    expect(saidIn('x'.repeat(9999))).toBe(`${'x'.repeat(500)}…`);
    expect(saidIn({ type: 'x'.repeat(9999) })).toHaveLength(501);
  });
});
