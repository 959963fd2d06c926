import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

/** Every import of the TypeScript files of a folder of the repository: file, and what it names. */
function importsOf(folder: string): { readonly file: string; readonly from: string }[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('node_modules') && !name.includes('.venv'),
  );
  return files.flatMap((name) => {
    const file = join(folder, name);
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/(?<![-'])\b(?:from|import)\s*\(?\s*'([\w@./:-]+)'/g)].map(([, from]) => ({
      file,
      from: from!,
    }));
  });
}

/** Name of the package of an import; undefined for files and for modules of Node. */
function packageOf(from: string): string | undefined {
  if (from.startsWith('.') || from.startsWith('node:') || builtinModules.includes(from)) return undefined;
  return /^(?:@[^/]+\/)?[^/]+/.exec(from)![0];
}

const packagesOf = (folder: string) =>
  new Set(importsOf(folder).flatMap(({ from }) => packageOf(from) ?? []));

interface Manifest {
  readonly private?: boolean;
  readonly workspaces?: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;

describe('the benchmarks as a package of their own', () => {
  const library = manifest('.');
  const own = manifest('benchmarks');

  it('are a workspace of the library, and are never published', () => {
    expect(library.workspaces).toEqual(['benchmarks']);
    expect(own.private).toBe(true);
  });

  it('list the packages that only they import, and the library does not', () => {
    const elsewhere = new Set(['src', 'test', 'examples'].flatMap((folder) => [...packagesOf(folder)]));
    const listed = Object.keys(own.devDependencies);
    expect(listed.length).toBeGreaterThan(0);
    for (const name of listed) {
      expect(elsewhere).not.toContain(name);
      expect({ ...library.dependencies, ...library.devDependencies }).not.toHaveProperty(name);
    }
  });

  it('import nothing that no one lists', () => {
    const listed = { ...library.dependencies, ...library.devDependencies, ...own.devDependencies };
    const unlisted = [...packagesOf('benchmarks')].filter((name) => !(name in listed));
    // The library itself, by its published name.
    expect(unlisted).toEqual(['cuohe']);
  });

  it('have every command of theirs in the package of the library, too', () => {
    const delegated = Object.entries(library.scripts).filter(([, script]) => script.includes('benchmarks'));
    expect(delegated.map(([name]) => name).sort()).toEqual(Object.keys(own.scripts).sort());
    for (const [name, script] of delegated) {
      expect(script).toBe(`npm run --silent ${name} --workspace benchmarks --`);
    }
  });
});

describe('the harness', () => {
  it('knows nothing of what is measured', () => {
    const found = importsOf('benchmarks/harness');
    expect(found.length).toBeGreaterThan(10);
    const outside = found.filter(
      ({ file, from }) =>
        packageOf(from) !== undefined ||
        (from.startsWith('.') && relative('benchmarks/harness', join(dirname(file), from)).startsWith('..')),
    );
    expect(outside).toEqual([]);
  });

  it('says in its README what each of its files is', () => {
    const text = readFileSync(join(root, 'benchmarks/harness/README.md'), 'utf8');
    for (const name of readdirSync(join(root, 'benchmarks/harness')).filter((one) => one.endsWith('.ts'))) {
      expect(text).toContain(`(${name})`);
    }
  });
});
