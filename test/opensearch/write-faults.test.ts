import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rejected } from '../../src/opensearch/rejections.ts';
import type { Fault, SimulatedEngine } from './simulated-engine.ts';
import { engineWith, type Row, row, weigher, written } from './written.ts';

/** What writing promises under whatever goes wrong. */

/** What happens to a request; of a bulk also to its items, by their position. */
const fault: fc.Arbitrary<Fault | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.constantFrom(429, 500, 502, 503, 504, 413).map((status) => ({ status })),
  fc.constantFrom('before' as const, 'after' as const).map((lost) => ({ lost })),
  fc
    .array(fc.constantFrom(undefined, undefined, 429, 500, 503, 400), { minLength: 1, maxLength: 5 })
    .map((statuses) => ({
      item: ({ position }: { readonly position: number }) => statuses[position % statuses.length],
    })),
  fc.nat({ max: 3 }).map((turns) => ({ wait: later(turns) })),
);

async function later(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** States of few ids, in any order; removals are between two states. */
const id = fc.constantFrom('a', 'b', 'c', 'd');
const states = fc.array(fc.record({ id, revision: fc.integer({ min: 1, max: 6 }) }), { maxLength: 10 });

interface Case {
  readonly before: { readonly id: string; readonly revision: number }[];
  readonly put: { readonly id: string; readonly revision: number }[];
  readonly remove: { readonly id: string; readonly revision: number }[];
  readonly faults: (Fault | undefined)[];
  readonly concurrency: number;
  readonly flushBytes: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  before: states,
  put: states,
  remove: states,
  faults: fc.array(fault, { maxLength: 12 }),
  concurrency: fc.integer({ min: 1, max: 3 }),
  flushBytes: fc.constantFrom(1, 2000, 10_000),
});

const stateOf = ({ id, revision }: { id: string; revision: number }): Row => row(id, revision * 2);

/** Ids are texts, and a text can be removed as of one revision only: here each time as of its own. */
class Removals {
  private at = 0;
  private readonly all: Case['remove'];
  constructor(all: Case['remove']) {
    this.all = all;
  }
  readonly revisionOf = (of: Row | string) =>
    typeof of === 'string' ? this.all[this.at++]!.revision * 2 + 1 : of.version;
}

async function run({ before, put, remove, faults, concurrency, flushBytes }: Case, retries: number) {
  const engine = await engineWith();
  await written(engine, { put: before.map(stateOf) });
  const queue = [...faults];
  engine.fault = (_, path) => (path === '/_bulk' ? queue.shift() : undefined);
  const rejected: Rejected[] = [];
  const outcome = await written(engine, {
    put: put.map(stateOf),
    remove: remove.map(({ id }) => id),
    revision: new Removals(remove).revisionOf,
    onRejected: (one) => rejected.push(one),
    concurrency,
    flushBytes,
    retries,
  });
  engine.fault = undefined;
  const ops = [
    ...before.map((state) => ({ id: state.id, version: state.revision * 2, isNamed: false })),
    ...put.map((state, i) => ({
      id: state.id,
      version: state.revision * 2,
      isNamed: rejected.some(({ from, index }) => from === 'put' && index === i),
    })),
    ...remove.map((state, i) => ({
      id: state.id,
      version: state.revision * 2 + 1,
      isNamed: rejected.some(({ from, index }) => from === 'remove' && index === i),
    })),
  ];
  return { engine, outcome, rejected, ops };
}

/** The revision that an id is at: of its document, or of its removal, which leaves none. */
function versionIn(engine: SimulatedEngine, id: string, known: readonly number[]): number[] {
  const document = engine.documents('a').get(id);
  if (document) {
    expect(document.source).toMatchObject({ revision: document.version, record: row(id, document.version) });
    return [document.version];
  }
  return [0, ...known.filter((version) => version % 2 === 1)];
}

describe('under any sequence of failures', () => {
  it('every record is written as of its newest revision, or named', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { engine, outcome, rejected, ops } = await run(given, 100);
        expect(outcome.error).toBeUndefined();
        const { written: made, removed, unchanged, rejected: count } = outcome.report!;
        expect(made + removed + unchanged + count).toBe(given.put.length + given.remove.length);
        expect(count).toBe(rejected.length);
        for (const id of new Set(ops.map((op) => op.id))) {
          const own = ops.filter((op) => op.id === id);
          const newest = Math.max(0, ...own.filter(({ isNamed }) => !isNamed).map(({ version }) => version));
          // What is named may have been written by an attempt whose answer was lost.
          const allowed = own.filter(({ version, isNamed }) => isNamed && version > newest);
          const found = versionIn(
            engine,
            id,
            own.map(({ version }) => version),
          );
          expect([newest, ...allowed.map(({ version }) => version)].some((one) => found.includes(one))).toBe(
            true,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('it ends: with a report of all, or an error of the engine, and never with an older state', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const { engine, outcome, ops } = await run(given, 1);
        if (outcome.error) expect(outcome.error).toMatchObject({ code: 'ENGINE_FAILED' });
        for (const { id, revision } of given.before) {
          const found = versionIn(
            engine,
            id,
            ops.filter((op) => op.id === id).map(({ version }) => version),
          );
          expect(Math.max(...found)).toBeGreaterThanOrEqual(revision * 2);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('no more is held than the bodies under way and one document', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          faults: fc.array(fault, { maxLength: 10 }),
          concurrency: fc.integer({ min: 1, max: 4 }),
          perBody: fc.integer({ min: 1, max: 5 }),
        }),
        async ({ faults, concurrency, perBody }) => {
          const engine = await engineWith();
          await written(engine, { put: [row('r00')] });
          const size = Buffer.byteLength(engine.requests.at(-2)!.body!);
          const queue = [...faults];
          engine.fault = (_, path) => (path === '/_bulk' ? queue.shift() : undefined);
          let pulled = 0;
          let done = 0;
          function* source() {
            for (let i = 10; i < 40; i++) {
              // The one that is asked for now is the one beyond the bodies.
              expect(pulled - done).toBeLessThanOrEqual(concurrency * perBody);
              pulled++;
              yield row(`r${i}`);
            }
          }
          const transport = (async (request) => {
            const answer = await engine(request);
            const { items } = answer.body as { items?: { index: { status: number } }[] };
            for (const { index } of items ?? []) {
              if (![429, 500, 503].includes(index.status)) done++;
            }
            return answer;
          }) as typeof engine;
          const { report } = await written(transport, {
            put: source(),
            weigher,
            concurrency,
            flushBytes: size * perBody,
            retries: 100,
            // Refused as a whole, and not by an item.
            onRejected: ({ status }) => {
              if (status === 413) done++;
            },
          });
          expect(report).toBeDefined();
          expect(pulled).toBe(30);
        },
      ),
      { numRuns: 60 },
    );
  });
});
