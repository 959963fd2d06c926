import { describe, expect, it } from 'vitest';
import { publishedName } from '../../entries.ts';
import { readDoors } from './public-names.ts';

/**
 * Public names that the package may have, types included: distinct names over all entries. A name that stands behind
 * two doors counts once; a name behind no door is nobody's business and may change with any release.
 */
const MOST_NAMES = 490;

const doors = readDoors();
const namesOf = (path: string) => {
  const door = doors.find((door) => door.path === path)!;
  return [...door.values, ...door.types];
};

describe('the public names', () => {
  it('are those of names.txt, by entry: each one is a promise', async () => {
    const text = doors.map(({ path, values, types }) =>
      [path, ...values.map((name) => `  ${name}`), ...types.map((name) => `  type ${name}`)].join('\n'),
    );
    await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot('names.txt');
  });

  it(`are at most ${MOST_NAMES}`, () => {
    const names = new Set(doors.flatMap(({ path }) => namesOf(path)));
    expect(names.size).toBeGreaterThan(100);
    expect(names.size).toBeLessThanOrEqual(MOST_NAMES);
  });

  it('of cuohe/core are those of cuohe too', () => {
    const all = namesOf('cuohe');
    expect(namesOf('cuohe/core').filter((name) => !all.includes(name))).toEqual([]);
  });
});

describe('the programmes', () => {
  const common = namesOf('cuohe/programmes');
  // The office brings the default words, which programmes leave to the host: it has a door of its own alone.
  const office = publishedName('programmes/office');
  const programmes = doors.filter(
    ({ path }) => path.startsWith(`${publishedName('programmes')}/`) && path !== office,
  );

  it('share one door for functions, options and results; each has its own, with its labels and tables', () => {
    expect(programmes.length).toBeGreaterThan(10);
    const own = new Set(programmes.flatMap(({ path }) => namesOf(path)));
    // The text in two languages that all of them speak, and the tables of whatever they return.
    const ofAll = ['Bilingual', 'ProgrammeResult', 'RowsOptions', 'rows'];
    expect(common.filter((name) => !own.has(name)).sort()).toEqual(ofAll);
  });

  it.each(programmes)('$path keeps nothing to itself but constants', ({ values, types }) => {
    const isConstant = (name: string) => /^[A-Z][A-Z_]+$/.test(name);
    expect(values.filter((name) => !common.includes(name) && !isConstant(name))).toEqual([]);
    expect(types.filter((name) => !common.includes(name))).toEqual([]);
    expect(common.filter(isConstant)).toEqual([]);
  });

  it('never give one name to two things', () => {
    const owners = new Map<string, string[]>();
    for (const { path } of programmes) {
      for (const name of namesOf(path)) owners.set(name, [...(owners.get(name) ?? []), path]);
    }
    expect([...owners].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });
});
