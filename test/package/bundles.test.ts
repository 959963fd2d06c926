import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, inject, it } from 'vitest';
import { ENTRIES, publishedName } from '../../entries.ts';
import domainText from '../../src/defaults/lexicon/general.ts';

const { bare } = inject('packed');
/** The first entry of a list as the compiled lexicon holds it: its names side by side. */
const WORDS = domainText.trim().split('\n', 1)[0]!.replace(/ .*$/, '').replaceAll('/', '');

/** A host's bundle of this source, minified, for the browser. Node built-ins are errors, unless allowed. */
async function bundle(contents: string, format: 'esm' | 'iife' = 'esm', external: string[] = []) {
  const result = await build({
    stdin: { contents, resolveDir: bare },
    bundle: true,
    minify: true,
    format,
    platform: 'browser',
    charset: 'utf8',
    external: [
      'opencc-js',
      'highs',
      'hucre',
      '@modelcontextprotocol/*',
      'graphology',
      'graphology-communities-louvain',
      ...external,
    ],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  return { text: result.outputFiles[0]!.text, files: Object.keys(result.metafile.inputs) };
}

/** Entries that run in Node only. */
const FOR_NODE = /jieba|store\/folder/;

/** Generous ceilings in kB, minified and gzipped, with zod: a surprise in a bundle is what they are to find. */
const CEILINGS: Readonly<Record<keyof typeof ENTRIES, number>> = {
  index: 590,
  core: 186,
  io: 75,
  xlsx: 25,
  encoder: 11,
  evaluate: 580,
  learn: 580,
  rerank: 10,
  charts: 25,
  report: 605,
  parallel: 585,
  'parallel-worker': 580,
  store: 144,
  'store/folder': 5,
  opensearch: 155,
  programmes: 240,
  'programmes/alerts': 45,
  'programmes/brokers': 40,
  'programmes/cases': 30,
  'programmes/chain-library': 55,
  'programmes/challenge': 88,
  'programmes/clarity': 99,
  'programmes/compatibility': 60,
  'programmes/deduplication': 76,
  'programmes/experts': 77,
  'programmes/made-to-order': 56,
  'programmes/maturity': 60,
  'programmes/office': 670,
  'programmes/pooled': 101,
  'programmes/region': 60,
  'programmes/registers': 60,
  'programmes/resources': 60,
  'programmes/sessions': 84,
  mcp: 146,
  nodejieba: 27,
  'node-rs-jieba': 27,
  opencc: 5,
};
const CEILING_BY_PATH = Object.entries(CEILINGS).map(([entry, ceiling]) => ({
  entry: publishedName(entry),
  ceiling,
}));

describe('the bundle of a host', () => {
  it('has a ceiling for every entry, and for no other', () => {
    expect(Object.keys(CEILINGS)).toEqual(Object.keys(ENTRIES));
  });

  it.each(CEILING_BY_PATH)('with $entry stays below $ceiling kB', async ({ entry, ceiling }) => {
    const { text } = await bundle(`export * from '${entry}'`, 'esm', FOR_NODE.test(entry) ? ['node:*'] : []);
    const minified = Buffer.byteLength(text) / 1000;
    const gzipped = gzipSync(text).length / 1000;
    console.log(`${entry}: ${minified.toFixed(1)} kB minified, ${gzipped.toFixed(1)} kB gzipped`);
    expect(gzipped).toBeLessThan(ceiling);
  });

  it('holds the lexicon and the taxonomy with cuohe, and neither with cuohe/core', async () => {
    const index = await bundle("export * from 'cuohe'");
    const core = await bundle("export * from 'cuohe/core'");
    expect(index.text).toContain(WORDS);
    expect(index.text).toContain('SY27');
    expect(core.text).not.toContain(WORDS);
    expect(core.text).not.toContain('SY27');
  });

  it('of cuohe/core with the default taxonomy leaves the lexicon out, to be loaded apart', async () => {
    const { text } = await bundle(
      "export { createMatcher, openLexicon } from 'cuohe/core'; export { DEFAULT_TAXONOMY } from 'cuohe'",
    );
    expect(text).toContain('SY27');
    expect(text).not.toContain(WORDS);
    const apart = readFileSync(join(bare, 'node_modules/cuohe/dist/lexicon.txt'), 'utf8');
    expect(apart).toContain(WORDS);
    console.log(`lexicon.txt: ${(gzipSync(apart).length / 1000).toFixed(1)} kB gzipped`);
  });

  it('of one small function leaves the lexicon out', async () => {
    const { text } = await bundle("export { parseAmount } from 'cuohe'");
    expect(text).toContain('万');
    expect(text).not.toContain(WORDS);
  });
});

/** All but those that are for Node: its file system, and packages that are compiled for it. */
const FOR_BROWSERS = Object.keys(ENTRIES)
  .map(publishedName)
  .filter((path) => !FOR_NODE.test(path));

describe('the entries for the browser', () => {
  it.each(FOR_BROWSERS)('keep Node out of %s', async (entry) => {
    const { files } = await bundle(`export * from '${entry}'`);
    const own = files.filter((file) => file.includes('cuohe/dist/'));
    expect(own).not.toEqual([]);
    for (const file of own) {
      expect(readFileSync(join(process.cwd(), file), 'utf8')).not.toMatch(
        /["']node:|(?<!\w)require\(|process\.(env|version)/,
      );
    }
  });

  it('match records where nothing of Node exists', async () => {
    const { text } = await bundle(HOST, 'iife');
    const found: unknown[] = [];
    const define = Object.assign(() => found.push('a module loader of the page was called'), { amd: {} });
    vm.runInNewContext(text, { TextDecoder, TextEncoder, define, report: (id: unknown) => found.push(id) });
    expect(found).toEqual(['A2']);
  });
});

const HOST = `
  import { createMatcher } from 'cuohe';
  import { readAchievements } from 'cuohe/io';
  const records = readAchievements('编号,成果名称\\nA1,锂离子电池正极材料\\nA2,燃气轮机用高温涂层 coatings\\n').records;
  report(createMatcher(records).match({ id: 'D1', title: '燃气轮机的热障涂层 coating' }).matches[0].id);
`;
