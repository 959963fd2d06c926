import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CuoheError, createMatcher, openMatcher } from 'cuohe';
import * as core from 'cuohe/core';
import { readAchievements, readDemands } from 'cuohe/io';
import { nodeRsJiebaTokenizer } from 'cuohe/node-rs-jieba';
import { nodejiebaTokenizer } from 'cuohe/nodejieba';
import { openccSimplifier } from 'cuohe/opencc';
import * as programmes from 'cuohe/programmes';
import { ALERT_LABELS, alerts } from 'cuohe/programmes/alerts';
import { openStore } from 'cuohe/store';
import { folderFiles } from 'cuohe/store/folder';
import { readWorkbook, writeTable } from 'cuohe/xlsx';

// Every entry matches the same records; the first match is printed, or the code of the error.
const achievements = readAchievements(
  '编号,成果名称\nA1,锂离子电池正极材料\nA2,燃气轮机用高温涂层技术\n',
).records;
const [demand] = readDemands('[{ "id": "D1", "title": "寻求燃气轮机叶片的热障涂层" }]').records;
const best = (options) => createMatcher(achievements, options).match(demand).matches[0].id;

const taxonomy = core.defineTaxonomy('one chain', [
  { code: 'C1', nameZh: '动力', nameEn: 'Power', terms: ['燃气轮机'] },
]);
const lexicon = core.createLexicon({ name: 'empty', entries: [] }, taxonomy);
const bestOfCore = core.createMatcher(achievements, { taxonomy, lexicon }).match(demand).matches[0].id;

const bestOfWorkbook = async () => {
  const rows = achievements.map(({ id, title }) => [id, title]);
  const bytes = await writeTable({ columns: [{ header: 'id' }, { header: 'title' }], rows });
  const [{ rows: read }] = await readWorkbook(bytes);
  const records = read.slice(1).map(([id, title]) => ({ id, title }));
  return createMatcher(records).match(demand).matches[0].id;
};

const bestOfStore = async () => {
  const path = mkdtempSync(join(tmpdir(), 'cuohe-host-'));
  const open = () =>
    openStore(folderFiles(path), { open: openMatcher, create: () => createMatcher([achievements[0]]) });
  try {
    await (await open()).update({ put: [achievements[1]] });
    return (await open()).matcher.match(demand).matches[0].id;
  } finally {
    rmSync(path, { recursive: true });
  }
};

const optional = async (make) => orCode(async () => best(await make()));
const orCode = async (run) => {
  try {
    return await run();
  } catch (error) {
    return error instanceof CuoheError ? error.code : String(error);
  }
};

console.log(
  JSON.stringify({
    index: best(),
    core: bestOfCore,
    programmes: programmes.alerts === alerts && Object.keys(ALERT_LABELS.kind).length > 0,
    nodejieba: await optional(async () => ({ tokenizer: await nodejiebaTokenizer() })),
    nodeRsJieba: await optional(async () => ({ tokenizer: await nodeRsJiebaTokenizer() })),
    opencc: await optional(async () => ({ simplifier: await openccSimplifier() })),
    store: await orCode(bestOfStore),
    xlsx: await orCode(bestOfWorkbook),
  }),
);
