import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly packages: Readonly<Record<string, { readonly link?: boolean; readonly integrity?: string }>>;
}
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')) as T;

test('the lock file says of every package, those of other platforms too, what its bytes are', () => {
  const entries = Object.entries(read<Locked>('package-lock.json').packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && link !== true,
  );
  expect(entries.length).toBeGreaterThan(300);
  const open = entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
  expect(open.map(([path]) => path)).toEqual([]);
});

test.each(['package.json', 'benchmarks/package.json', 'examples/refresh/package.json'])(
  'dependencies of %s are one version each',
  (name) => {
    const { dependencies = {}, devDependencies = {} } = read<Manifest>(name);
    const all = Object.entries({ ...dependencies, ...devDependencies });
    const loose = all.filter(([, version]) => !/^(?:npm:@?[\w/-]+@)?\d+\.\d+\.\d+$|^file:/.test(version));
    expect(all).not.toEqual([]);
    expect(loose).toEqual([]);
  },
);
