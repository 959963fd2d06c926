import {
  CuoheError,
  createMatcher,
  type DemandInput,
  type Matcher,
  openMatcher,
  type RecordInput,
} from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, PARTS } from '../../fixtures.ts';
import { FORGES, forged, forgery } from './forging.ts';

/** Files that are forged; `CUOHE_FORGERIES=100000` takes so many. */
const FORGERIES = Number(process.env.CUOHE_FORGERIES ?? 200);

const rich: RecordInput[] = [
  {
    id: 'a',
    title: '燃机叶片热障涂层',
    abstract: '用于燃机的热障涂层，耐１２００℃，尚未量产',
    keywords: ['TBC', '涂层'],
    regionCode: '210100',
    stage: '中试',
    trl: [5, 7],
    price: '100—200万元',
    transferModes: '转让、许可',
    validTo: '2020-01-31',
    organization: { name: '某研究院', regionCode: '210200' },
    chains: [{ code: 'X9', confidence: 0.7 }],
  },
  { id: 'b', title: '新药 tc4', secrecyLevel: '内部', regionCode: '高新区', ipc: 'C23C 4/10' },
  { id: 'c', title: '算法软件', kind: 'patent', stage: '量产' },
  { id: 'd', title: '隔热涂层', abstract: '研究 TBC 隔热涂层的系统' },
];
const asked: DemandInput[] = [
  {
    id: 'p',
    title: '燃机涂层',
    problem: '一是热障涂层脱落；二是新药的算法；三是隔热涂层不耐1200℃，不用稀土',
    cooperationModes: '合作开发',
    regionCode: '210112',
    stage: '量产',
    budget: 50,
  },
  { id: 'q', title: '热障涂层 tc4 新药', problem: '需要成熟的热障涂层，总铬≤0.5mg/L' },
];
const many = Array.from({ length: 560 }, (_, i) => ({
  id: `r${i}`,
  title: `${['热障涂层', '新药', '算法', '燃机'][i % 4]}${String.fromCharCode(0x4e00 + (i % 97))}涂层${i % 13}`,
}));
const vectors = [[1, 0, 2], [0, 1, 0], undefined, [1, 1, 1]];
const FILES = [
  createMatcher(rich as never, { ...PARTS, vectors: { records: vectors } }),
  createMatcher(rich as never, { ...PARTS, vectors: { records: vectors, store: 'float32' } }),
  createMatcher(asked as never, { ...PARTS, side: 'demand' as const }),
  createMatcher(many, PARTS),
].map((matcher) => new Uint8Array((matcher as Matcher).save()));

const isOneOf = (error: unknown, ...codes: string[]) =>
  error instanceof CuoheError && codes.includes(error.code);

/** What a call gives, where it does not say that the index cannot be read. */
function tried<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (isOneOf(error, 'SAVED_INDEX_UNREADABLE')) return undefined;
    // Parts of a forged row need not sum to its score (`test/every-match.ts`), which is in [0, 1] all the same.
    const [, score] = /^every match: .*?"score":([^,]+)/s.exec((error as Error).message) ?? [];
    if (score === undefined || !(Number(score) >= 0 && Number(score) <= 1)) throw error;
    return undefined;
  }
}

/** Asks an index that was forged everything; what it says may be anything but these. */
function ask(matcher: Matcher): void {
  const query = matcher.side === 'demand' ? rich[0] : asked[0];
  const withVector = { ...query, vector: [1, 0, 1] } as never;
  const scores: number[] = [];
  const take = (result: { matches: readonly { score: number }[] } | undefined) => {
    for (const { score } of result?.matches ?? []) scores.push(score);
  };
  take(
    tried(() =>
      matcher.match(matcher.vectors?.mean.length === 3 ? withVector : (query as never), EVERYTHING),
    ),
  );
  take(
    tried(() => matcher.match('热障涂层 tc4', { limit: 3, filter: { regions: ['21'], asOf: '2026-01-01' } })),
  );
  for (const index of [0, matcher.size - 1]) {
    const record = tried(() => matcher.record(index));
    if (record === undefined) continue;
    const explained = tried(() => matcher.explain(query as never, (record as { id: string }).id));
    if (explained !== undefined) scores.push(explained.score);
  }
  for (const score of scores) if (!(score >= 0 && score <= 1)) expect.fail(`a score of ${score}`);
  tried(() => matcher.indexOf('q'));
  tried(() => matcher.stats);
  tried(() => matcher.statistics.documentFrequency('words', '涂层'));
  tried(() => matcher.save());
  const put = { ...(matcher.side === 'demand' ? asked[1] : rich[1]), id: 'new' } as never;
  take(tried(() => matcher.update({ put: [put], remove: [], missing: 'ignore' }).match('涂层')));
}

describe('a forged file', () => {
  it('is refused, or gives answers like those of an index: nothing hangs, and no other error is thrown', () => {
    const told = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.nat({ max: FILES.length - 1 }),
        fc.array(forgery, { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        (file, ways, isJs) => {
          let bytes: Uint8Array = FILES[file]!;
          try {
            for (const way of ways) bytes = forged(bytes, way);
          } catch {
            // What was forged first cannot be taken apart: it is opened as it is.
          }
          let matcher: Matcher;
          try {
            matcher = openMatcher(bytes, { ...PARTS, kernel: isJs ? 'js' : 'auto' });
          } catch (error) {
            if (!isOneOf(error, 'SAVED_INDEX_UNREADABLE', 'SAVED_INDEX_MISMATCH')) throw error;
            told.set('refused', (told.get('refused') ?? 0) + 1);
            return;
          }
          told.set('opened', (told.get('opened') ?? 0) + 1);
          ask(matcher);
        },
      ),
      { numRuns: FORGERIES },
    );
    // Both are tested: some forgeries are answers of another index.
    expect(told.get('refused')).toBeGreaterThan(FORGERIES / 4);
    expect(told.get('opened')).toBeGreaterThan(FORGERIES / 20);
    if (process.env.CUOHE_FORGERIES) console.log(Object.fromEntries(told));
  });

  it('is forged in every way that there is: the checks of each fit', () => {
    for (const way of Object.keys(FORGES)) {
      const bytes = forged(FILES[0]!, [way, Array.from({ length: 24 }, (_, i) => i * 7 + 1)]);
      const message = (() => {
        try {
          openMatcher(bytes, PARTS);
          return '';
        } catch (error) {
          return (error as Error).message;
        }
      })();
      expect(message).not.toContain('was changed');
    }
  });
});
