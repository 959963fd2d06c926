import { createMatcher, type InputError, openMatcher } from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRecords, jsonStore, memoryStore, storeOf } from '../../../src/core/collection/record-store.ts';
import type { MatchRecord } from '../../../src/core/records/types.ts';
import { PARTS, thrownBy } from '../../fixtures.ts';

const roundTrip = (fields: object) =>
  openMatcher(createMatcher([{ id: 'a', title: '涂层', ...fields }], PARTS).save(), PARTS).record(0);

describe('stored records', () => {
  it('keep unknown fields through saving', () => {
    const fields = {
      contact: { phones: ['024-1'], open: true, none: null },
      备注: '可面谈 😀',
      lone: '\ud800',
    };
    expect(roundTrip(fields)).toMatchObject(fields);
  });

  it('lose in saving what JSON leaves out, and nothing else', () => {
    const record = roundTrip({
      call: () => 1,
      nothing: undefined,
      list: [undefined],
      at: new Date(0),
      nan: Number.NaN,
    });
    expect(record).toEqual({
      id: 'a',
      kind: 'achievement',
      title: '涂层',
      list: [null],
      at: '1970-01-01T00:00:00.000Z',
      nan: null,
    });
  });

  it('stay themselves when a field is called toJSON or __proto__', () => {
    expect(roundTrip({ toJSON: () => 'not a record' })).toMatchObject({ id: 'a', title: '涂层' });
    expect(roundTrip({ toJSON: '字段' })).toMatchObject({ id: 'a', toJSON: '字段' });
    const odd = roundTrip(JSON.parse('{"__proto__":{"x":1}}') as object);
    expect(Object.hasOwn(odd, '__proto__')).toBe(true);
    expect(odd.id).toBe('a');
  });

  it('that JSON cannot hold are named in one error, with their fields', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const broken = {
      toJSON() {
        throw new Error('broken\nmore');
      },
    };
    const thrower = {
      toJSON() {
        throw 'a text';
      },
    };
    const matcher = createMatcher(
      [
        { id: 'a', title: '', size: 1n, cycle },
        { id: 'b', title: '涂层' },
        { id: 'c', title: '', broken, thrower },
      ],
      PARTS,
    );
    const error = thrownBy(() => matcher.save()) as InputError;
    expect(error.code).toBe('INVALID_RECORDS');
    expect(error.issues.map(({ index, id, path }) => [index, id, path])).toEqual([
      [0, 'a', 'size'],
      [0, 'a', 'cycle'],
      [2, 'c', 'broken'],
      [2, 'c', 'thrower'],
    ]);
    expect(error.issues.map(({ received }) => received)).toEqual(
      expect.arrayContaining(['broken', 'the text "a text"']),
    );
    expect(matcher.match({ id: 'q', title: '涂层' }).matches).toHaveLength(1);
  });

  it('that JSON refuses only as a whole are named too', () => {
    let calls = 0;
    const record = {
      id: 'a',
      title: '',
      moody: {
        toJSON() {
          if (calls++ === 0) throw new Error('only once');
          return 1;
        },
      },
    };
    const store = memoryStore([record as unknown as MatchRecord]);
    const error = thrownBy(() => encodeRecords(store)) as InputError;
    expect(error.issues).toMatchObject([{ index: 0, id: 'a', path: '' }]);
  });

  it('are found by position and id, in memory and saved', () => {
    const records = ['甲', '乙'].map((id) => ({ id, title: '', kind: 'achievement' })) as MatchRecord[];
    const memory = memoryStore(records);
    const { bytes, offsets } = encodeRecords(memory);
    for (const store of [memory, jsonStore(bytes, offsets)]) {
      expect(store.size).toBe(2);
      expect(store.at(1)).toEqual(records[1]);
      expect([store.indexOf('甲'), store.indexOf('乙'), store.indexOf('丙')]).toEqual([0, 1, -1]);
      for (const index of [-1, 2, 0.5, Number.NaN, '0' as never]) {
        const error = thrownBy(() => store.at(index));
        expect([error.code, error.message]).toEqual([
          'UNKNOWN_RECORD',
          expect.stringContaining('expected 0 to 1'),
        ]);
      }
    }
  });

  it('are found by any id, whatever stands first in their JSON', () => {
    const id = fc.oneof(
      fc.string({ minLength: 1, maxLength: 6 }),
      fc.stringMatching(/^[a-z0-9-]{1,9}$/),
      fc.constantFrom('"', '\\', '","id":"', 'é', '甲乙', '\ud800', '__proto__'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 20 }), id, fc.nat(2), (ids, other, order) => {
        const records = ids.map((id) =>
          order === 0
            ? { title: 'id', id, kind: 'achievement' }
            : { id, title: '{"id":"x"}', kind: 'achievement' },
        ) as MatchRecord[];
        const { bytes, offsets } = encodeRecords(memoryStore(records));
        const opened = jsonStore(bytes, offsets);
        const joined = storeOf(records.map((_, row) => ({ store: opened, row })));
        for (const store of [memoryStore(records), opened, joined]) {
          expect(ids.map((id) => store.indexOf(id))).toEqual([...ids.keys()]);
          expect(ids.map((_, index) => store.id(index))).toEqual(ids);
          expect(store.indexOf(other)).toBe(ids.indexOf(other));
        }
      }),
    );
  });
});
