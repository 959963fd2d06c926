import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The rooms of the core in their order, as ARCHITECTURE.md tells it: a file imports from its own room or an earlier one. */
const CORE = [
  ...readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8').matchAll(
    /^\| `src\/core\/([a-z-]+)` \|/gm,
  ),
].map(([, room]) => `core/${room}`);
/** Floors in their order. What is not here are sub-paths: they stand on all floors, and nothing stands on them. */
const FLOORS = ['base', ...CORE, 'core/index.ts', 'defaults', 'evaluate', 'index.ts'];
/**
 * Sub-paths that are a part of others, or made of them: workbooks are bytes of what `cuohe/io` reads and writes, a folder
 * is files of a store, a report is figures of `cuohe/charts` and tables of `cuohe/io`, tools of an agent ask what reads,
 * counts and diagnoses, programmes give tables of `cuohe/io`.
 */
const PART_OF: Readonly<Record<string, readonly string[]>> = {
  programmes: ['io'],
  report: ['charts', 'io'],
  xlsx: ['io'],
  'adapters/folder': ['store'],
  mcp: ['io', 'charts', 'programmes'],
};
/** Rooms that hold typed arrays, and what they may know of each other: neither texts nor records. */
const ARRAYS = ['core/vectors', 'core/postings', 'core/scores'];
/** Sub-paths that run in Node only. */
const NODE_ONLY = ['adapters/nodejieba', 'adapters/node-rs-jieba', 'adapters/folder', 'command'];
/** Runs everywhere, and asks Node for its workers where there is Node: they cannot be had without. */
const ASKS_FOR_NODE = ['parallel/platform.ts'];
const MOST_LINES = 350;

const SRC = join(dirname(fileURLToPath(import.meta.url)), '../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'));
const texts = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));
const isData = (file: string) => file.startsWith('defaults/lexicon/') || file === 'defaults/taxonomy.ts';

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

/** Folders that hold files, but the bytes of the kernel, which are made. */
const ROOMS = [...new Set(files.map((file) => dirname(file)))].filter(
  (room) => room !== '.' && room !== 'core/scores/kernel',
);

const imports = new Map(files.map((file) => [file, importsOf(file)]));
/** Folder, of `core` and `adapters` the one below, or file of src. */
const roomOf = (file: string) => {
  const [first, second] = file.split('/') as [string, string?];
  return first === 'core' || first === 'adapters' ? `${first}/${second}` : first;
};
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

  it('is told by the folders: ARCHITECTURE.md names the rooms of the core, each of them and no other', () => {
    const folders = readdirSync(join(SRC, 'core'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => `core/${name}`)).toEqual([...CORE].sort());
  });

  it.each([...files])('%s imports from its own room or an earlier one', (file) => {
    const floor = FLOORS.indexOf(roomOf(file));
    const upwards = imports.get(file)!.filter(({ from }) => {
      if (!isOfSrc(from) || roomOf(from) === roomOf(file)) return false;
      const other = FLOORS.indexOf(roomOf(from));
      if (PART_OF[roomOf(file)]?.includes(roomOf(from))) return false;
      return other < 0 || (floor >= 0 && other > floor);
    });
    expect(upwards.map(({ from }) => from)).toEqual([]);
  });

  it.each(['core/postings', 'core/scores'])('%s knows typed arrays only', (room) => {
    const own = files.filter((file) => roomOf(file) === room);
    expect(own.length).toBeGreaterThan(0);
    const others = own
      .flatMap((file) => imports.get(file)!)
      .filter(({ from }) => !ARRAYS.includes(roomOf(from)) && from !== 'base/steps.ts');
    expect(others).toEqual([]);
  });

  it.each(ROOMS)('%s says at its door what is here, where to begin and what it stands on', (room) => {
    const own = files.filter((file) => dirname(file) === room).sort();
    const door = own.find((file) => file.endsWith('/index.ts')) ?? own[0]!;
    expect(texts.get(door)).toMatch(
      /^\/\*\*\n(?: \* .*\n)+? \* Begin: .*\n(?: \* .*\n)*? \* Order: .*\n(?: \* .*\n)*? \*\/\n/,
    );
  });

  it('lets no programme stand on another: what several need is in rooms below them', () => {
    const SHARED = ['cases', 'common', 'people', 'places', 'planning', 'transfer-terms'];
    const programmeOf = (file: string) => /^programmes\/([^/]+)\//.exec(file)?.[1];
    const across = files.flatMap((file) => {
      const own = programmeOf(file);
      return (
        imports
          .get(file)!
          .map(({ from }) => programmeOf(from))
          // The office is made of all of them.
          .filter((other) => own !== undefined && other !== undefined && other !== own && own !== 'office')
          .filter((other) => !SHARED.includes(other!) || (own === 'common' && other !== own))
          .map((other) => [file, other])
      );
    });
    expect(across).toEqual([]);
  });

  it('keeps the program a host: it knows the library by its published names alone', () => {
    const own = files.filter((file) => roomOf(file) === 'command');
    expect(own.length).toBeGreaterThan(5);
    const inside = own.flatMap((file) => imports.get(file)!.filter(({ from }) => isOfSrc(from)));
    expect(inside.filter(({ from }) => roomOf(from) !== 'command')).toEqual([]);
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
    expect(users.filter((file) => !NODE_ONLY.includes(roomOf(file)))).toEqual([]);
    const globals = files.filter((file) => /\b(?:process|Buffer|__dirname)\s*(?:\?\.|[.(])/.test(code(file)));
    expect(globals.filter((file) => !NODE_ONLY.includes(roomOf(file)))).toEqual(ASKS_FOR_NODE);
  });

  it('knows zod at the border only (records, heads of files, and what sub-paths are handed), in the form that bundles small', () => {
    const users = files.filter((file) => imports.get(file)!.some(({ from }) => /^zod\b/.test(from)));
    expect(users.length).toBeGreaterThan(0);
    for (const file of users) {
      const room = roomOf(file);
      expect(['base', 'core/records', 'core/collection'].includes(room) || !FLOORS.includes(room)).toBe(true);
      for (const { what, from } of imports.get(file)!.filter(({ from }) => /^zod\b/.test(from))) {
        expect([what, from]).toEqual(['* as z', 'zod/mini']);
      }
    }
  });

  it('collects what is wrong in one way: the place of an issue that has none is known to the base only', () => {
    const literals = files.filter((file) => /\{\s*index: -1\b[^{}]*\bpath\b/.test(code(file)));
    // The program is a host, and knows what hosts know.
    expect(literals.filter((file) => !['base', 'command'].includes(roomOf(file)))).toEqual([]);
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
