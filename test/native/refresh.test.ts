import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Sqlite from 'better-sqlite3';
import { createMatcher, type Statistics } from 'cuohe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AchievementRow, prepareTable, rowsAfter } from '../../examples/refresh/database.ts';
import { PortalIndex } from '../../examples/refresh/portal-index.ts';
import { portal } from '../../examples/refresh/server.ts';

const THINGS = ['叶片', '齿轮', '轴承', '压铸模具', '钢轨', '锂电池隔膜', '光纤', '催化剂', '冷链箱', '水泵'];
const WORKS = [
  '热障涂层',
  '激光熔覆',
  '疲劳试验',
  '在线监测',
  '精密铸造',
  '表面淬火',
  '余热回收',
  '缺陷识别',
];
const NOVEL = ['量子点薄膜', '仿生黏附', '菌丝复合材料', '全息光栅', '固态制冷', '声学超材料'];
const QUERIES = THINGS.flatMap((thing) => WORKS.slice(0, 4).map((work) => `${thing}的${work}`));
const [REFRESHES, ANSWERS, ASKING] = [20, 10_000, 8];

const database = new Sqlite(':memory:');
prepareTable(database);
const insert = database.prepare('INSERT INTO achievement (title, region) VALUES (?, ?)');
for (let i = 0; i < 400; i++) insert.run(titleOf(i), i % 3 === 0 ? 210100 : null);

const index = await PortalIndex.open(database);
const server = portal(index);
let url = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  database.close();
});

function titleOf(i: number): string {
  const thing = THINGS[i % THINGS.length]!;
  return `${thing}${WORKS[(i * 7) % WORKS.length]}${i % 4 === 0 ? WORKS[(i * 3) % WORKS.length] : ''}技术${i}`;
}

/** Changes of one hour: new rows, changed ones, and some that are taken down. */
function change(hour: number): void {
  // In one hour so many new things that the weights are off by then.
  const isFlood = hour === 12;
  for (let i = 0; i < (isFlood ? 150 : 4); i++) {
    const title = titleOf(1000 + hour * 10 + i);
    insert.run(isFlood ? NOVEL[i % NOVEL.length]! + title.slice(-4) : title, 210200);
  }
  const update = database.prepare('UPDATE achievement SET title = ? WHERE id = ?');
  update.run(`改进的${titleOf(hour)}`, 1 + hour * 3);
  update.run(titleOf(500 + hour), 2 + hour * 5);
  database.prepare('UPDATE achievement SET removed = 1 WHERE id = ?').run(7 + hour * 11);
}

interface Answer {
  readonly revision: number;
  readonly records: number;
  readonly matches: unknown;
}

it('answers no query wrongly, and none late by a state, while it refreshes', async () => {
  /** Each state that queries may meet: its rows, and what its weights were counted over. */
  const states = new Map<number, { rows: AchievementRow[]; statistics: Statistics }>();
  const note = () => {
    const rows = rowsAfter(database, 0).filter(({ removed }) => removed === 0);
    states.set(index.revision, { rows, statistics: index.matcher.statistics });
  };
  note();
  const answers: (readonly [query: string, answer: Answer, before: number])[] = [];
  const refreshes: boolean[] = [];
  const ask = async () => {
    while (answers.length < ANSWERS) {
      const query = QUERIES[answers.length % QUERIES.length]!;
      const before = index.revision;
      const response = await fetch(`${url}/?q=${encodeURIComponent(query)}`);
      answers.push([query, (await response.json()) as Answer, before]);
      const due = Math.floor((answers.length * (REFRESHES + 1)) / ANSWERS);
      if (refreshes.length < Math.min(due, REFRESHES)) {
        refreshes.push(false);
        const turn = refreshes.length - 1;
        change(turn);
        refreshes[turn] = (await index.refresh()).renewed;
        note();
      }
    }
  };
  await Promise.all(Array.from({ length: ASKING }, ask));

  expect(refreshes).toHaveLength(REFRESHES);
  expect(new Set(refreshes)).toEqual(new Set([true, false]));
  expect(states.size).toBe(REFRESHES + 1);
  const anew = new Map(
    [...states].map(([revision, { rows, statistics }]) => [
      revision,
      createMatcher(rows, {
        read: ({ id, title, region }) => ({ id, title, regionCode: region }),
        statistics,
      }),
    ]),
  );
  const expected = new Map<string, unknown>();
  const met = new Set<number>();
  for (const [query, { revision, records, matches }, before] of answers) {
    const matcher = anew.get(revision)!;
    const key = `${revision} ${query}`;
    if (!expected.has(key)) {
      const right = matcher.match(query, { limit: 10, lean: true });
      expected.set(key, JSON.parse(JSON.stringify(right.matches)));
    }
    met.add(revision);
    expect(records).toBe(matcher.size);
    expect(revision).toBeGreaterThanOrEqual(before);
    expect(matches).toEqual(expected.get(key));
  }
  expect(met).toEqual(new Set(states.keys()));
});

it('passes over a row that is no record, tells of it, and takes in the others', async () => {
  const size = index.matcher.size;
  // Bytes of another encoding, as an import may leave them behind.
  database.exec("INSERT INTO achievement (title) VALUES (x'c4e3bac3'), ('石墨烯散热膜')");
  const { put, rejected } = await index.refresh();
  expect([put, index.matcher.size]).toEqual([1, size + 1]);
  expect(rejected.map(({ message }) => message)).toEqual([expect.stringMatching(/^title: expected/)]);
  expect(index.matcher.match('石墨烯散热膜').matches[0]?.record.title).toBe('石墨烯散热膜');
});

it('does nothing where nothing changed, and one refresh at a time', async () => {
  const before = index.matcher;
  const [one, two] = await Promise.all([index.refresh(), index.refresh()]);
  expect(one).toBe(two);
  expect(one).toMatchObject({ put: 0, removed: 0, renewed: false });
  expect(index.matcher.size).toBe(before.size);
});
