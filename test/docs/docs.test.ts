import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Block, blocksOf, headingsOf, ROOT, readDocument } from './blocks.ts';
import { difference } from './results.ts';
import { countPromises, essence, moduleOf, runBlock, typeProblems } from './run.ts';

const WITH_CODE = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'PROGRAMMES.md',
  'PROGRAMMES.zh-CN.md',
  'examples/README.md',
];
const DOCUMENTS = [...WITH_CODE, 'CHANGELOG.md', 'benchmarks/README.md'].filter((name) =>
  existsSync(join(ROOT, name)),
);

const blocks = DOCUMENTS.map((name) => ({ name, ts: blocksOf(name, 'ts'), sh: blocksOf(name, 'sh') }));
const withCode = blocks.filter((document) => document.ts.length > 0);

/** Blocks that ran, and gave the results that they tell. */
const proven = new Set<string>();

describe('code in the documents', () => {
  it.each(withCode)(
    '$name: every block runs, and gives the results that it tells',
    { timeout: 120_000 },
    async (document) => {
      const problems: string[] = [];
      const [first] = document.ts;
      for (const block of document.ts) {
        // The READMEs hold the same code: what ran once with the same results need not run again.
        const key = [first!, block].map(essence).join('\0');
        if (proven.has(key)) continue;
        const found = await runBlock(block, first!).catch((error: unknown) => [String(error)]);
        problems.push(...found.map((problem) => `${block.place}: ${problem}`));
        if (found.length === 0) proven.add(key);
      }
      expect(problems).toEqual([]);
    },
  );

  it('has the right types', { timeout: 120_000 }, () => {
    const modules = new Map(
      withCode.flatMap((document) =>
        document.ts.map((block): [string, string] => [block.place, moduleOf(block, document.ts[0]!)]),
      ),
    );
    expect(modules.size).toBeGreaterThan(0);
    expect(typeProblems(modules)).toEqual([]);
  });

  it('tells its results in the README', () => {
    const [lifeCycle] = blocksOf('README.md', 'ts');
    expect(countPromises(lifeCycle!)).toBeGreaterThanOrEqual(5);
  });
});

describe('the check of results', () => {
  it.each([
    ['0.71', 0.7149, true],
    ['0.71', 0.7151, false],
    ['-1', -1, true],
    ['3', 3.2, false],
    ["'涂层'", '涂层', true],
    ["'涂层'", '涂料', false],
    ["['a', 0.5]", ['a', 0.51], true],
    ["['a']", ['a', 'b'], false],
    ["{ id: 'a', n: 1 }", { n: 1, id: 'a' }, true],
    ["{ id: 'a' }", { id: 'a', n: 1 }, false],
    ['true', true, true],
    ['true', 'true', false],
    ['undefined', undefined, true],
  ])('%s beside %j is right: %s', (promised, value, isRight) => {
    expect(difference(promised, value) === undefined).toBe(isRight);
  });

  it('sees a wrong result, a missing error and a result that is not reached', async () => {
    const run = (code: string) => {
      const block: Block = { place: 'here', line: 1, code };
      return runBlock(block, block);
    };
    expect(await run("import { parseStage } from 'cuohe';\nparseStage('中试').trl; // → [6, 7]")).toEqual([]);
    expect(await run('const two = 1 + 1; // → 3')).toEqual(['value: the document says 3, the code gives 2']);
    expect(await run('console.log([1,\n  2]);\n// → [\n//   1, 2]')).toEqual([]);
    expect(await run('await Promise.resolve(5); // → throws BAD')).toEqual(
      ['the document says that BAD is thrown, the code gives 5'].map((text) =>
        text.replace('gives 5', 'gives no error'),
      ),
    );
    expect(await run('if (Date.now() < 0) {\n  1 + 1; // → 2\n}')).toEqual(['0 of 1 results were reached']);
  });
});

describe('commands in the documents', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  const others = [
    /^npm (?:ci|install(?: [@\w./-]+)*)$/,
    /^npx (?:vitest|biome|tsc|tsx|tsup)\b/,
    /^node --cpu-prof\b/,
  ];

  /** What is wrong with one command, or undefined. */
  function wrong(command: string): string | undefined {
    const script = /^npm (?:--?\w[\w-]* )*(?:run (?:--?\w[\w-]* )*([\w:]+)|(test))/.exec(command);
    const name = script?.[1] ?? script?.[2];
    if (name !== undefined) return scripts[name] === undefined ? `no script "${name}"` : undefined;
    if (!others.some((pattern) => pattern.test(command))) return `unknown command "${command}"`;
    const file = /(?:^|\s)((?:\w+\/)+[\w.-]+\.ts)\b/.exec(command)?.[1];
    return file === undefined || existsSync(join(ROOT, file)) ? undefined : `no file ${file}`;
  }

  it('are scripts of the package, or tools that come with it', () => {
    const commands = blocks.flatMap(({ sh }) =>
      sh.flatMap(({ place, code }) =>
        code
          .split(/\n|&&/)
          .map((line) => line.replace(/\s+#.*$/, '').trim())
          .filter((line) => line !== '' && !line.startsWith('#'))
          .map((command) => ({ place, command })),
      ),
    );
    expect(commands.length).toBeGreaterThan(0);
    const problems = commands
      .map(({ place, command }) => [place, wrong(command)])
      .filter(([, found]) => found !== undefined);
    expect(problems).toEqual([]);
  });

  it('are scripts of the package where a sentence names them', () => {
    const named = DOCUMENTS.flatMap((name) =>
      [...readDocument(name).matchAll(/npm run (?:--?\w[\w-]* )*([\w:]+)/g)].map(([, script]) => ({
        name,
        script: script!,
      })),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });

  it('run scripts that exist where a sentence names them', () => {
    const files = DOCUMENTS.flatMap((name) =>
      [...readDocument(name).matchAll(/npx tsx ([\w./-]+\.ts)/g)].map(([, file]) => ({ name, file: file! })),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ file }) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

describe.each(['README', 'PROGRAMMES'])('%s in both languages', (document) => {
  const [en, zh] = [`${document}.md`, `${document}.zh-CN.md`];

  /** Level and code of a heading: words differ between the languages. */
  const shape = (heading: string) =>
    `${/^#+/.exec(heading)![0]} ${heading.match(/`[^`]+`/g)?.join(' ') ?? ''}`.trim();

  it('has the same headings', () => {
    expect(headingsOf(zh).map(shape)).toEqual(headingsOf(en).map(shape));
  });

  it('has the same code and results, apart from other comments', () => {
    const code = (name: string) => blocksOf(name, 'ts').map(essence);
    expect(code(zh)).toEqual(code(en));
    expect(blocksOf(zh, 'sh').length).toBe(blocksOf(en, 'sh').length);
  });
});

describe('every document', () => {
  it('holds no path of a machine', () => {
    const paths = DOCUMENTS.flatMap((name) =>
      [
        ...readDocument(name).matchAll(
          /(?:^|[\s"'`(=])((?:\/(?:home|root|tmp|work|Users|opt|mnt|var)\/|[A-Z]:\\)\S*)/gm,
        ),
      ].map(([, path]) => `${name}: ${path}`),
    );
    expect(paths).toEqual([]);
  });

  it('links to files and headings that exist', () => {
    const broken = DOCUMENTS.flatMap((name) =>
      [...readDocument(name).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(#[^)\s]*)?\)/g)].flatMap(
        ([, path, anchor]) => {
          const target = path === '' ? name : join(dirname(name), path!);
          if (!existsSync(join(ROOT, target))) return [`${name}: ${path}`];
          if (anchor === undefined) return [];
          return headingsOf(target).some((heading) => `#${slug(heading)}` === anchor)
            ? []
            : [`${name}: ${path}${anchor}`];
        },
      ),
    );
    expect(broken).toEqual([]);
  });
});

/** The anchor of a heading, as forges make it. */
function slug(heading: string): string {
  return heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
