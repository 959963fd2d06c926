const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { CuoheError, createMatcher, openMatcher } = require('cuohe');
const core = require('cuohe/core');
const { readAchievements, readDemands } = require('cuohe/io');
const { nodeRsJiebaTokenizer } = require('cuohe/node-rs-jieba');
const { nodejiebaTokenizer } = require('cuohe/nodejieba');
const { openccSimplifier } = require('cuohe/opencc');
const programmes = require('cuohe/programmes');
const { ALERT_LABELS, alerts } = require('cuohe/programmes/alerts');
const { openStore } = require('cuohe/store');
const { folderFiles } = require('cuohe/store/folder');
const { readWorkbook, writeTable } = require('cuohe/xlsx');

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

async function main() {
  return {
    index: best(),
    core: bestOfCore,
    programmes: programmes.alerts === alerts && Object.keys(ALERT_LABELS.kind).length > 0,
    nodejieba: await optional(async () => ({ tokenizer: await nodejiebaTokenizer() })),
    nodeRsJieba: await optional(async () => ({ tokenizer: await nodeRsJiebaTokenizer() })),
    opencc: await optional(async () => ({ simplifier: await openccSimplifier() })),
    store: await orCode(bestOfStore),
    xlsx: await orCode(bestOfWorkbook),
  };
}

main().then((found) => console.log(JSON.stringify(found)));
