import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** From the records to the barrel: a file imports from its own layer or an earlier one. */
const LAYERS = [
  'records',
  'lexicon',
  'terms',
  'chains',
  'vectors',
  'index',
  'scores',
  'matches',
  'explanation',
  'matcher',
  'core.ts',
  'defaults.ts',
  'evaluate',
  'index.ts',
];
/** Layers that know typed arrays only, and the files of other layers that lay these out. */
const ALONE = {
  scores: [
    'index/columns.ts',
    'index/compact-rows.ts',
    'index/memory.ts',
    'index/postings.ts',
    'index/tiled-lists.ts',
  ],
};
/** Sub-paths that run in Node only. */
const NODE_ONLY = ['nodejieba', 'node-rs-jieba'];
/** Runs everywhere, and asks Node for its workers where there is Node: they cannot be had without. */
const ASKS_FOR_NODE = ['parallel/platform.ts'];
const MOST_LINES = 350;

const SRC = join(dirname(fileURLToPath(import.meta.url)), '../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'));
const texts = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));
const isData = (file: string) => file.startsWith('lexicon/data/') || file.endsWith('default-taxonomy.ts');

interface Import {
  readonly what: string;
  /** A file of src for relative imports, else the package. */
  readonly from: string;
  readonly isType: boolean;
}

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const text = texts.get(file)!.replace(/^\s*(?:\*|\/\*|\/\/).*$/gm, '');
  const pattern = /\b(?:import|export)\s+(type\s)?([^'";]*?)\s*from\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g;
  for (const [, type, what = '', from, bare] of text.matchAll(pattern)) {
    const given = (from ?? bare)!;
    const path = given.startsWith('.') ? relative(SRC, join(SRC, dirname(file), given)) : given;
    found.push({ what, from: path.replaceAll('\\', '/'), isType: type !== undefined });
  }
  return found;
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));
const layerOf = (file: string) => file.split('/')[0]!;
const isOfSrc = (from: string) => texts.has(from);

describe('the order of the source', () => {
  it('is read whole: every file and import is known', () => {
    expect(files.length).toBeGreaterThan(50);
    const unknown = [...imports].flatMap(([file, list]) =>
      list
        .filter(({ from }) => from.endsWith('.ts') && !isOfSrc(from) && !from.endsWith('.d.ts'))
        .map(({ from }) => [file, from]),
    );
    expect(unknown).toEqual([]);
    expect([...imports.values()].flat().filter(({ from }) => isOfSrc(from)).length).toBeGreaterThan(100);
  });

  it.each([...files])('%s imports from its own layer or an earlier one', (file) => {
    const layer = LAYERS.indexOf(layerOf(file));
    const backwards = imports.get(file)!.filter(({ from }) => {
      if (!isOfSrc(from) || layerOf(from) === layerOf(file)) return false;
      const other = LAYERS.indexOf(layerOf(from));
      // Sub-paths stand on top of all layers, and nothing stands on them.
      return other < 0 || (layer >= 0 && other > layer);
    });
    expect(backwards.map(({ from }) => from)).toEqual([]);
  });

  it.each(Object.entries(ALONE))('%s imports its own files and %j alone', (layer, arrays) => {
    const own = files.filter((file) => layerOf(file) === layer);
    expect(own.length).toBeGreaterThan(0);
    for (const file of own) {
      expect(
        imports
          .get(file)!
          .filter(({ from }) => !isOfSrc(from) || (layerOf(from) !== layer && !arrays.includes(from))),
      ).toEqual([]);
    }
  });

  it('has no cycles', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const { from } of imports.get(file)!) if (isOfSrc(from)) visit(from, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('uses Node only where a sub-path is for Node', () => {
    const users = files.filter((file) =>
      imports.get(file)!.some(({ from }) => /^(?:node:|fs$|path$|url$|module$|os$)/.test(from)),
    );
    expect(users.filter((file) => !NODE_ONLY.includes(layerOf(file)))).toEqual([]);
    const globals = files.filter((file) => /\b(?:process|Buffer|__dirname)\s*(?:\?\.|[.(])/.test(code(file)));
    expect(globals.filter((file) => !NODE_ONLY.includes(layerOf(file)))).toEqual(ASKS_FOR_NODE);
  });

  it('knows zod at the border only (records, and what sub-paths are handed), in the form that bundles small', () => {
    const users = files.filter((file) => imports.get(file)!.some(({ from }) => /^zod\b/.test(from)));
    expect(users.length).toBeGreaterThan(0);
    for (const file of users) {
      const layer = layerOf(file);
      expect(layer === 'records' || !LAYERS.includes(layer)).toBe(true);
      for (const { what, from } of imports.get(file)!.filter(({ from }) => /^zod\b/.test(from))) {
        expect([what, from]).toEqual(['* as z', 'zod/mini']);
      }
    }
  });

  // A barrel is a list of names.
  const isBarrel = (file: string) => file.endsWith('/index.ts');
  it.each(files.filter((file) => !isData(file) && !isBarrel(file)))('%s is short', (file) => {
    expect(texts.get(file)!.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
  });
});

/** A file without comments and texts. */
function code(file: string): string {
  return texts
    .get(file)!
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}
