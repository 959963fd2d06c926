import { assignBrokers, planRoadshow, planVisits, scheduleMeetings } from 'cuohe/programmes';
import { describe, expect, it, vi } from 'vitest';

/** What the package `highs` does in a test. */
const { behaviour } = vi.hoisted(() => ({ behaviour: { load: (): unknown => undefined } }));

vi.mock('highs', () => ({ default: () => behaviour.load() }));

const SLOTS = [{ id: 's', start: '2026-09-15T09:00', end: '2026-09-15T09:20', tables: 2 }];
/** The most valuable one first is not the best plan: it leaves no room for the others. */
const PAIRS = [
  { id: 'a', supplyId: 'x', demander: 'A', supplier: 'X', value: 0.5, regionCode: '210106' },
  { id: 'b', supplyId: 'y', demander: 'A', supplier: 'Y', value: 0.4, regionCode: '210106' },
  { id: 'c', supplyId: 'x', demander: 'B', supplier: 'X', value: 0.4, regionCode: '210106' },
];
/** The first slot is the only one for Y, and as good as the second for X. */
const STAGE = [
  { id: 's', start: '2026-09-15T09:00', end: '2026-09-15T09:20' },
  { id: 't', start: '2026-09-15T10:00', end: '2026-09-15T10:20' },
];
const PRESENTERS = [{ id: 'Y', available: [{ start: '2026-09-15T09:00', end: '2026-09-15T09:30' }] }];
const BROKERS = [{ id: 'b', capacity: 1 }];
const RUNS: readonly (readonly [string, (method?: 'greedy') => Promise<unknown>])[] = [
  [
    'scheduleMeetings',
    (method = 'highs' as never) => scheduleMeetings({ pairs: PAIRS, slots: SLOTS }, { method }),
  ],
  [
    'planRoadshow',
    (method = 'highs' as never) =>
      planRoadshow({ pairs: PAIRS, slots: STAGE, participants: PRESENTERS }, { method }),
  ],
  [
    'planVisits',
    (method = 'highs' as never) =>
      planVisits({ pairs: PAIRS, days: ['2026-09-21'] }, { method, visitsPerFirm: 1 }),
  ],
  ['assignBrokers', (method = 'highs' as never) => assignBrokers(PAIRS, BROKERS, { method })],
];

/** A solver that ends with a status of its own; it is told how long it may take, if anybody says so. */
const ending = (status: number, told: (options: { readonly time_limit?: number }) => void = () => {}) => ({
  constants: {
    objectiveSense: { maximize: -1 },
    variableType: { integer: 1 },
    modelStatus: { optimal: 7, timeLimit: 13 },
  },
  withModel: (_: unknown, operation: (model: unknown) => unknown) =>
    operation({ options: { set: told }, run: () => {}, getModelStatus: () => status }),
});

describe.each(RUNS)('%s', (_, run) => {
  it('says what to install where highs is absent, and tries again the next time', async () => {
    behaviour.load = () => {
      throw Object.assign(new Error("Cannot find package 'highs'"), { code: 'ERR_MODULE_NOT_FOUND' });
    };
    for (let time = 0; time < 2; time++) {
      const error = await run().catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'CuoheError', code: 'MISSING_PACKAGE', cause: expect.any(Error) });
      expect(String(error)).toContain('npm install highs@1.15.3');
    }
  });

  it('needs no package to plan greedily', async () => {
    expect(await run('greedy')).toMatchObject({ method: 'greedy', value: expect.any(Number) });
  });
});

describe('the solver', () => {
  // It is loaded once, and kept.
  const told = { by: (_: { readonly time_limit?: number }): void => {} };

  it('turns every status but optimal into an error that names it', async () => {
    behaviour.load = () => ending(13, (options) => told.by(options));
    for (const [name, run] of RUNS) {
      if (name !== 'planVisits')
        await expect(run()).rejects.toThrow(/status optimal, but it ended with timeLimit/);
    }
  });

  it('is asked for nothing where the greedy plan reaches its bound', async () => {
    const pairs = PAIRS.slice(0, 1);
    const schedule = await scheduleMeetings({ pairs, slots: SLOTS });
    expect(schedule).toMatchObject({ value: 0.5, bound: 0.5, optimal: true });
    const roadshow = await planRoadshow({ pairs, slots: STAGE });
    expect(roadshow).toMatchObject({ value: 0.5, bound: 0.5, optimal: true });
  });

  it('hears a signal while it solves: it stops after some time, and after more the next time', async () => {
    const given: number[] = [];
    const stop = new AbortController();
    told.by = ({ time_limit: seconds }) => {
      if (seconds !== undefined) given.push(seconds);
      if (given.length === 4) setTimeout(() => stop.abort(new Error('enough')), 0);
    };
    const run = scheduleMeetings({ pairs: PAIRS, slots: SLOTS }, { signal: stop.signal });
    await expect(run).rejects.toThrow('enough');
    expect(given.length).toBeGreaterThanOrEqual(4);
    for (const [i, seconds] of given.entries()) expect(seconds).toBe(given[0]! * 2 ** i);
  });
});
