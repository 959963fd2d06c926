import type { Store } from 'cuohe/store';
import { describe, expect, it } from 'vitest';
import { type Act, crashed, Disk, TEARS, type Tear } from './disk.ts';
import { openTiny, told } from './world.ts';

/** A crash at every so manyth byte of what is written. `CUOHE_CRASHES=1` takes each byte, in each way that a file can tear. */
const EVERY = process.env.CUOHE_CRASHES ? 1 : 25;

/** What a store writes in its life, and the state after each manifest; the first is that of no store at all. */
async function life() {
  const disk = new Disk();
  const states: string[] = [''];
  /** Acts that were finished when a state was promised. */
  const promised: number[] = [0];
  const note = (store: Store) => {
    states.push(told(store.matcher));
    promised.push(disk.acts.length);
  };
  const store = await openTiny(disk);
  note(store);
  await store.update({ put: [{ id: 'N1', title: '热障涂层 钢' }], remove: ['A1'] });
  note(store);
  await store.update({ remove: ['A0'] });
  note(store);
  await store.compact({ statistics: 'renew' });
  note(store);
  await store.update({ put: [{ id: 'A2', title: '算法' }] });
  note(store);
  await store.compact();
  note(store);
  await store.settled();
  return { acts: disk.acts, states, promised };
}

const isManifest = (act: Act) => 'write' in act && act.write.startsWith('manifest');

describe('a store that is killed', () => {
  it('opens as its last whole state, at whatever byte, however the file is torn, and goes on from there', async () => {
    const { acts, states, promised } = await life();
    expect(acts.filter(isManifest)).toHaveLength(states.length - 1);
    // Whoever was promised a state finds it: its manifest was whole before.
    promised.forEach((done, state) => {
      expect(acts.slice(0, done).filter(isManifest)).toHaveLength(state);
    });
    let points = 0;
    const seen = new Set<number>();
    for (const [done, act] of acts.entries()) {
      const length = 'write' in act ? act.bytes.length : 0;
      // All of a manifest, whose every byte counts.
      const step = isManifest(act) ? Math.min(EVERY, 4) : EVERY;
      for (let at = 0; at === 0 || at < length; at += step) {
        const all = Object.keys(TEARS) as Tear[];
        for (const tear of EVERY === 1 ? all : [all[points % all.length]!]) {
          points++;
          // Removals are no promise: any of them may be undone.
          const isBack = (name: string) => (points * (name.length + Number(name.split('-')[1]))) % 3 === 0;
          const disk = crashed(acts, done, at, tear, isBack);
          const state = acts.slice(0, done).filter(isManifest).length;
          seen.add(state);
          const create = state === 0 ? {} : { create: undefined as never };
          const store = await openTiny(disk, create);
          expect(told(store.matcher), `${done}:${at} ${tear}`).toBe(states[Math.max(1, state)]);
          if (points % 20 > 0) continue;
          await goesOn(store, disk);
        }
      }
    }
    expect([...seen]).toEqual(states.map((_, state) => state));

    expect(points).toBeGreaterThan(1000);
  });

  it('opens as its last whole state where it was killed again and again before it could go on', async () => {
    const { acts, states } = await life();
    const done = acts.findIndex((act) => 'write' in act && act.write === 'manifest-3');
    let disk = crashed(acts, done, 100, 'cut', () => false);
    for (const at of [0, 50, 120]) {
      const store = await openTiny(disk);
      expect(told(store.matcher)).toBe(states[2]);
      const before = new Map(disk.files);
      await store.update({ remove: ['A3'] });
      await store.settled();
      const written = disk.acts.findIndex(isManifest);
      const next = crashed(disk.acts, written, at, 'cut', () => true);
      disk = new Disk([...before, ...next.files]);
    }
    expect(told((await openTiny(disk)).matcher)).toBe(states[2]);
  });
});

/** Another change is stored, and what the crash left behind is gone. */
async function goesOn(store: Store, disk: Disk): Promise<void> {
  await store.update({ remove: [store.matcher.parsed(0).id] });
  await store.settled();
  const again = await openTiny(disk);
  expect(told(again.matcher)).toBe(told(store.matcher));
  expect(again.generation).toBe(store.generation);
  expect(disk.names.filter((name) => name.startsWith('manifest'))).toEqual([`manifest-${store.generation}`]);
  expect(disk.names).toHaveLength(2 + store.log.changes);
}
