import { type AchievementInput, createMatcher, type Matcher, openMatcher } from 'cuohe/core';
import { type Files, openStore, type Store } from 'cuohe/store';
import { EVERYTHING, PARTS } from '../fixtures.ts';

/** A store in the tiny world. */
export const open = (bytes: Uint8Array) => openMatcher(bytes, PARTS);

export const RECORDS: readonly AchievementInput[] = [
  { id: 'A0', title: '热障涂层', stage: '中试', regionCode: '210100' },
  { id: 'A1', title: '新药 tc4', keywords: ['制药', '算法'] },
  { id: 'A2', title: '燃机 钢', abstract: '隔热涂层，1200℃' },
  { id: 'A3', title: '软件 算法' },
];

export const create = () => createMatcher([...RECORDS], PARTS);

type Options = Partial<Parameters<typeof openStore>[1]>;

export const openTiny = (files: Files, options: Options = {}): Promise<Store> =>
  openStore(files, { open, create, compactAt: Number.POSITIVE_INFINITY, ...options });

const QUERIES = ['热障涂层 tc4 软件', '新药 燃机 1200℃ 钢'];

/** All that tells one state from another: what is asked, and what is held in which order. */
export function told(matcher: Matcher<never> | Matcher<unknown>): string {
  const any = matcher as Matcher<unknown>;
  return JSON.stringify([
    any.statistics.version,
    Array.from({ length: any.size }, (_, i) => any.parsed(i)),
    QUERIES.map((title) =>
      any
        .match(
          { id: 'q', title },
          { ...EVERYTHING, explain: false, total: true, counts: ['chains', 'kinds'] },
        )
        .matches.map(({ record: _, ...match }) => match),
    ),
  ]);
}
