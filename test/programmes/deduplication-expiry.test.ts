import { readFileSync } from 'node:fs';
import type { AchievementInput } from 'cuohe';
import { findDuplicates, reviewExpiry } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPIRY_STATES } from '../../src/programmes/deduplication/expiry.ts';
import { EXPIRY_LABELS } from '../../src/programmes/deduplication/labels.ts';
import { badPathsOf } from './bad-paths.ts';

const read = (name: string): AchievementInput[] =>
  readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AchievementInput);
const asOf = '2026-09-01';
const record = (id: string, validTo?: unknown) => ({ id, title: '', validTo }) as AchievementInput;
const statesOf = (records: readonly AchievementInput[], options = {}) =>
  Object.fromEntries(
    reviewExpiry(records, { asOf, ...options }).map(({ recordId, state }) => [recordId, state]),
  );

describe('reviewExpiry on the sample', () => {
  it('finds what is over, what ends within thirty days and what was renewed', async () => {
    const records = [...read('achievements.jsonl'), ...read('programmes/portals.jsonl')];
    const { groups } = await findDuplicates(records);
    const reviewed = reviewExpiry(records, { asOf, groups });
    const acted = reviewed.filter(({ state }) => state !== 'valid' && state !== 'open-ended');
    expect(
      acted.map(({ recordId, state, daysLeft, renewedBy }) => [recordId, state, daysLeft, renewedBy]),
    ).toEqual([
      // The first generation; the second one is another achievement and renews nothing.
      ['A103', 'expired', -1159, undefined],
      ['P010', 'expired', -17, undefined],
      ['P009', 'expiring', 19, undefined],
      ['A108', 'renewed', -975, 'P006'],
      // The same achievement stands at another portal until the end of 2027.
      ['P008', 'renewed', 19, 'A078'],
    ]);
  });
});

describe('the states', () => {
  it('are not those of what is more secret: it renews nothing for who may not see it, and is not named', () => {
    const records = [
      record('a', '2026-08-01'),
      { ...record('b', '2030-01-01'), secrecyLevel: '秘密' },
      { ...record('c', '2026-08-02'), secrecyLevel: '内部' },
      { ...record('d', '2026-08-03'), secrecyLevel: '不宜公开' },
    ];
    const reviewed = reviewExpiry(records, { asOf, groups: [{ recordIds: ['a', 'b', 'c', 'd'] }] });
    expect(reviewed.map(({ recordId, state, renewedBy }) => [recordId, state, renewedBy])).toEqual([
      ['a', 'expired', undefined],
      ['c', 'expired', undefined],
      ['d', 'renewed', 'b'],
      ['b', 'valid', undefined],
    ]);
  });

  it('count the last day as valid', () => {
    const records = [record('today', '2026-09-01'), record('yesterday', '2026-08-31')];
    expect(statesOf(records, { within: 0 })).toEqual({ yesterday: 'expired', today: 'expiring' });
  });

  it('look as many days ahead as the host asks', () => {
    const records = [record('a', '2026-09-11')];
    expect(statesOf(records, { within: 9 })).toEqual({ a: 'valid' });
    expect(statesOf(records, { within: 10 })).toEqual({ a: 'expiring' });
  });

  it('take a month or year to its last day, and wording without a date for no end', () => {
    const records = [
      record('month', '2026年8月'),
      record('year', '2026'),
      record('ever', '长期有效'),
      record('none'),
    ];
    expect(statesOf(records)).toEqual({
      month: 'expired',
      year: 'valid',
      ever: 'open-ended',
      none: 'open-ended',
    });
  });

  it('take dates that were read before', () => {
    expect(statesOf([record('a', { raw: '去年', to: '2025-12-31' })])).toEqual({ a: 'expired' });
  });

  it('renew by a record that ends later and is still valid, the one that ends last', () => {
    const records = [record('old', '2026-08-01'), record('new', '2026-12-31'), record('newer', '2028-12-31')];
    const groups = [{ recordIds: ['old', 'new', 'newer'] }];
    expect(reviewExpiry(records, { asOf, groups }).find(({ recordId }) => recordId === 'old')).toMatchObject({
      state: 'renewed',
      renewedBy: 'newer',
    });
    // Ends later, but is over as well.
    const over = [record('old', '2026-07-01'), record('later', '2026-08-01')];
    expect(statesOf(over, { groups: [{ recordIds: ['old', 'later'] }] })).toEqual({
      old: 'expired',
      later: 'expired',
    });
    // Without an end.
    const open = [record('old', '2026-07-01'), record('open')];
    expect(statesOf(open, { groups: [{ recordIds: ['old', 'open'] }] })).toEqual({
      old: 'renewed',
      open: 'open-ended',
    });
    // Records that end on the same day renew nothing.
    const same = [record('a', '2026-09-10'), record('b', '2026-09-10')];
    expect(statesOf(same, { groups: [{ recordIds: ['a', 'b'] }] })).toEqual({ a: 'expiring', b: 'expiring' });
  });

  it('have a name in both languages', () => {
    expect(Object.keys(EXPIRY_LABELS)).toEqual([...EXPIRY_STATES]);
  });
});

describe('reviewExpiry, for any records', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  const records = fc
    .array(fc.option(day, { nil: undefined, freq: 4 }), { maxLength: 10 })
    .map((ends) => ends.map((end, i) => record(`r${i}`, end)));

  it('tells every record once, in the stated order, and each state is what its definition says', () => {
    fc.assert(
      fc.property(records, day, fc.nat(60), fc.boolean(), (list, today, within, together) => {
        const groups = together ? [{ recordIds: list.map(({ id }) => String(id)) }] : [];
        const reviewed = reviewExpiry(list, { asOf: today, within, groups });
        expect(reviewed.map(({ recordId }) => recordId).sort()).toEqual(list.map(({ id }) => id).sort());
        const ends = new Map(list.map(({ id, validTo }) => [id, (validTo as string | undefined) ?? '9999']));
        const last = [...ends.values()].sort().at(-1);
        for (const { recordId, state, daysLeft, renewedBy } of reviewed) {
          const end = ends.get(recordId)!;
          const soon = new Date(Date.parse(today) + within * 86_400_000).toISOString().slice(0, 10);
          const isRenewed = together && last! > end && last! >= today;
          const late = end < today ? 'expired' : 'expiring';
          const expected =
            end === '9999' ? 'open-ended' : end > soon ? 'valid' : isRenewed ? 'renewed' : late;
          expect(state).toBe(expected);
          if (renewedBy !== undefined) expect(ends.get(renewedBy)).toBe(last);
          if (daysLeft !== undefined)
            expect(daysLeft).toBe((Date.parse(end) - Date.parse(today)) / 86_400_000);
        }
        const order = reviewed.map(
          ({ state, daysLeft }) => [EXPIRY_STATES.indexOf(state), daysLeft ?? 0] as const,
        );
        expect(order).toEqual([...order].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      }),
      { numRuns: 300 },
    );
  });
});

describe('reviewExpiry, called badly', () => {
  it('names every bad record', async () => {
    const bad = [record('', '2026'), record('a', true), record('a', { raw: '', to: 'soon' })];
    expect(await badPathsOf(() => reviewExpiry(bad, { asOf }))).toEqual([
      'id',
      'validTo',
      'validTo.to',
      'id',
    ]);
  });

  it('names every bad option and unknown id', async () => {
    const options = { asOf: '2026-02-30', within: -1, groups: 1 } as never;
    expect(await badPathsOf(() => reviewExpiry([], options))).toEqual(['asOf', 'within', 'groups']);
    const groups = [{ recordIds: ['x', 'a'] }, { recordIds: ['y'] }];
    expect(await badPathsOf(() => reviewExpiry([record('a')], { asOf, groups }))).toEqual([
      'groups[0].recordIds[0]',
      'groups[1].recordIds[0]',
    ]);
  });

  it('takes no records and an empty group', () => {
    expect(reviewExpiry([], { asOf, groups: [{ recordIds: [] }] })).toEqual([]);
  });
});
