import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTRIES, packageExports, sourcePaths, typesVersions } from '../../entries.ts';

const ROOT = new URL('../../', import.meta.url);
const readJson = (name: string) => JSON.parse(readFileSync(new URL(name, ROOT), 'utf8'));

describe('the list of entries', () => {
  it('is what package.json exports, in its order, types first; `npm run entries` writes it', () => {
    const { exports, typesVersions: versions } = readJson('package.json');
    expect(JSON.stringify(exports)).toBe(JSON.stringify(packageExports()));
    expect(JSON.stringify(versions)).toBe(JSON.stringify(typesVersions()));
  });

  it('is what the published names mean to the compiler', () => {
    expect(readJson('tsconfig.json').compilerOptions.paths).toEqual(sourcePaths());
  });

  it('names sources that exist, each once', () => {
    const sources = Object.values(ENTRIES);
    expect(sources.filter((source) => !existsSync(new URL(source, ROOT)))).toEqual([]);
    expect(new Set(sources).size).toBe(sources.length);
  });

  it('leaves out no door: neither a sub-path, nor an adapter, nor a programme', () => {
    const doors = readdirSync(new URL('src', ROOT), { recursive: true, encoding: 'utf8' })
      .map((file) => `src/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('/index.ts') && !file.startsWith('src/defaults/'));
    expect(doors.length).toBeGreaterThan(20);
    const sources: readonly string[] = Object.values(ENTRIES);
    expect(doors.filter((door) => !sources.includes(door))).toEqual([]);
  });
});
