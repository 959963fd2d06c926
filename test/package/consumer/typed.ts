import { createMatcher, type Match, type Matcher, type MatcherOptions, openMatcher } from 'cuohe';
import { CuoheError, type Tokenizer } from 'cuohe/core';
import { type ReadOptions, readAchievements, readDemands, type Sheet } from 'cuohe/io';
import { nodeRsJiebaTokenizer } from 'cuohe/node-rs-jieba';
import { nodejiebaTokenizer } from 'cuohe/nodejieba';
import { openccSimplifier } from 'cuohe/opencc';
import { createMatchPool, type MatchPool } from 'cuohe/parallel';
import { defineRegions, regionRelation } from 'cuohe/programmes';
import { REGION_LABELS } from 'cuohe/programmes/region';
import { type Files, openStore, originPrivateFiles, type Store } from 'cuohe/store';
import { folderFiles } from 'cuohe/store/folder';
import { readWorkbook, type WorkbookOptions } from 'cuohe/xlsx';

const nearness: string =
  REGION_LABELS.nearness[regionRelation('210102', '210202', defineRegions({})).code].zh;

/** Uses the types of every entry; types that two entries share are the same. */
const reading: ReadOptions = { name: 'demands.json' };
const limits: WorkbookOptions = { maxCells: 10 };
const sheets: Promise<Sheet[]> = readWorkbook(new TextEncoder().encode('a,b'), limits);
const [demand] = readDemands('[{ "id": "D1", "title": "寻求燃气轮机叶片的热障涂层" }]', reading).records;
/** A row of the host's own: `match.record` is one again. */
interface Row {
  id: string | number;
  title: string;
  abstract?: string | null;
}
const records: Row[] = [
  { id: 1, title: '锂离子电池正极材料', abstract: null },
  ...readAchievements('编号,成果名称\nA2,燃气轮机用高温涂层技术\n').records,
];

const makers: readonly (() => Promise<Tokenizer>)[] = [nodejiebaTokenizer, nodeRsJiebaTokenizer];
type Reading = Pick<MatcherOptions, 'tokenizer' | 'simplifier'>;
async function optionsOf(makeTokenizer?: () => Promise<Tokenizer>): Promise<Reading> {
  if (makeTokenizer === undefined) return {};
  return { tokenizer: await makeTokenizer(), simplifier: await openccSimplifier({ from: 'tw' }) };
}

const places: readonly (() => Files)[] = [() => folderFiles('store'), () => originPrivateFiles()];
const stored = (files: Files): Promise<Store> =>
  openStore(files, { open: (bytes) => openMatcher(bytes), create: () => createMatcher(records) });

async function main(): Promise<void> {
  if ((await sheets).length !== 1) throw sheets;
  if (places.length !== 2 || typeof stored !== 'function') throw places;
  const matcher: Matcher<Row> = createMatcher(records, await optionsOf());
  const best: Match<Row> | undefined = matcher.match(demand!, { limit: 1 }).matches[0];
  const pool: MatchPool<Row> = createMatchPool(matcher, { threads: 0 });
  for await (const { matches } of pool.matchAll([demand!])) if (matches[0]?.id !== best?.id) throw matches;
  await pool.close();
  // @ts-expect-error an id is a text
  const id: number | undefined = best?.id;
  const failed = await optionsOf(makers[0]).catch((error: unknown) => error);
  const unknown = failed instanceof Error && !(failed instanceof CuoheError);
  if (unknown || nearness === '') throw failed;
  console.log(JSON.stringify({ best: id, title: best?.record.title }));
}

main();
