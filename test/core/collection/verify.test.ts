import { type CuoheError, createMatcher, openMatcher, openStatistics, saveStatistics } from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { last } from '../../../src/base/steps.ts';
import { FORMAT_VERSION, openCollection, openCollectionSteps } from '../../../src/core/collection/saved.ts';
import { type SectionArray, writeSections } from '../../../src/core/collection/sections.ts';
import { PARTS, thrownBy, titled } from '../../fixtures.ts';
import { putTogether, takenApart } from './forging.ts';

const letter = (i: number) => String.fromCharCode(0x4e00 + (i % 40));
const rows = [
  { id: 'a', title: '燃机叶片热障涂层', regionCode: '210100', stage: '中试', chains: [{ code: 'X9' }] },
  ...titled(...Array.from({ length: 515 }, (_, i) => `涂层${letter(i)}${i % 3 === 0 ? '药' : ''}`)),
];
const vectors = rows.map((_, i) => [1, i % 7, -(i % 3)]);
const made = createMatcher(rows, { ...PARTS, vectors: { records: vectors, store: 'float32' } });
const saved = new Uint8Array(made.save());
const count = rows.length;

type Sections = Record<string, SectionArray>;
/** The message with which a file is refused after a change. */
const refused = (change: (sections: Sections, head: Record<string, unknown>) => void) => {
  const opened = takenApart(saved);
  change(opened.sections, opened.head as Record<string, unknown>);
  const error = thrownBy(() => openCollection(putTogether(opened)));
  expect(error.code).toBe('SAVED_INDEX_UNREADABLE');
  return error.message;
};
const put = (name: string, at: number, value: number) => (sections: Sections) => {
  const array = sections[name]!;
  array[at < 0 ? array.length + at : at] = value;
};

describe('what is in a saved index', () => {
  it.each<[string, number, number]>([
    ['vocabulary.offsets', 0, 1],
    ['vocabulary.offsets', 5, 0],
    ['vocabulary.offsets', -1, 7],
    ['vocabulary.pool', 0, 9],
    ['vocabulary.slots', 1, 1e9],
    ['documentFrequencies', 3, count + 1],
    ['rows.offsets', 0, 1],
    ['rows.offsets', 5, 1],
    ['rows.offsets', -1, 0xffffffff],
    ['rows.starts', 7, 0],
    ['rows.starts', -1, 3],
    ['rows.steps', 0, 0],
    ['rows.steps', 3, 60_000],
    ['rows.steps', -1, 60_000],
    ['rows.codes', 9, 255],
    ['rows.codes', 9, 253],
    ['rows.values', 0, Number.NaN],
    ['rows.values', 1, -1],
    ['rows.scales', 8, Number.POSITIVE_INFINITY],
    ['rows.scales', 8, -1],
    ['rows.weightStarts', 4, 1e9],
    ['rows.frequencies', 0, 1e6],
    ['rows.rarities', 0, 0],
    ['rows.rarities', -1, Number.NaN],
    ['columns.terms', 0, 1e6],
    ['columns.bytes', 6, 97],
    ['columns.bytes', -1, 255],
    ['columns.steps', 0, Number.NaN],
    ['lists.terms', 1, 0],
    ['lists.terms', -1, 1e6],
    ['lists.directory', 1, 1e9],
    ['lists.directory', -1, 0],
    ['lists.postings', 0, 0x7fc00000],
    ['lists.postings', 0, 0xbf000000],
    ['lists.postings', 0, 0x3f810000],
    ['lists.postings', 1, 0x3e000001],
    // A row of the tile that the collection does not have.
    ['lists.postings', -1, 0x3e000000 | (count * 4)],
    ['tail.bases', 1, 0],
    ['tail.offsets', 0, 1],
    ['tail.offsets', 2, 0],
    ['tail.offsets', -1, 60_000],
    ['tail.postings', 0, 0xffffffff],
    ['attributes.kinds', 0, 9],
    ['attributes.kinds', 0, 200],
    ['attributes.secrecy', 0, 5],
    ['attributes.regions', 0, 2],
    ['attributes.stages', 0, 2],
    ['attributes.tagOffsets', 1, 1e9],
    ['attributes.tagOffsets', -1, 0],
    ['attributes.tagChains', 0, 9],
    ['attributes.tagConfidences', 0, 1.5],
    ['attributes.tagConfidences', 0, Number.NaN],
    ['dense.mean', 0, Number.NaN],
    ['dense.norms', 3, 1e-300],
    ['dense.norms', 3, Number.NaN],
    ['dense.floats', 3, Number.NEGATIVE_INFINITY],
    ['records.offsets', 0, 1],
    ['records.offsets', 3, 1e9],
    ['records.offsets', -1, 0],
  ])('is refused with %s [%i] = %f, and the section is named', (name, at, value) => {
    // A number that is looked at in several ways is told by one of them.
    const others = name === 'rows.offsets' ? 'rows.' : name === 'tail.offsets' ? 'tail.' : name;
    const message = refused(put(name, at, value));
    expect(message).toContain(name === 'rows.weightStarts' || name === 'rows.values' ? 'rows.' : others);
  });

  // Values that no code needs may be there or not.
  it.each(Object.keys(takenApart(saved).sections).filter((name) => name !== 'rows.values'))(
    'is refused where %s is shorter or longer',
    (name) => {
      const { length } = takenApart(saved).sections[name]!;
      const shorten = (sections: Sections) => {
        sections[name] = sections[name]!.slice(0, -1);
      };
      if (length > 0) refused(shorten);
      refused((sections) => {
        const longer = new (sections[name]!.constructor as Uint8ArrayConstructor)(length + 1);
        longer.set(sections[name]! as Uint8Array);
        sections[name] = longer;
      });
      refused((sections) => void delete sections[name]);
    },
  );

  it('is refused with rows of the tail that do not ascend: the kernel would walk out of a tile', () => {
    const message = refused(({ 'tail.offsets': offsets, 'tail.bases': bases, 'tail.postings': postings }) => {
      // The first term with two postings.
      let at = 0;
      while (!(offsets![at + 1]! >= offsets![at]! + 2)) at++;
      const first = bases![Math.floor(at / 33)]! + offsets![at]!;
      [postings![first], postings![first + 1]] = [postings![first + 1]!, postings![first]!];
    });
    expect(message).toContain('ascending rows in the section "tail.postings"');
  });

  it('is refused with a hash table that is full, in which a search would not end', () => {
    expect(refused(({ 'vocabulary.slots': slots }) => void slots!.fill(1))).toContain('vocabulary.slots');
    expect(
      refused((sections) => {
        sections['vocabulary.slots'] = sections['vocabulary.slots']!.slice(1);
      }),
    ).toMatch(/expected \d+ numbers in the section "vocabulary.slots"/);
  });

  it.each<[string, unknown]>([
    ['tile', 8192],
    ['tile', 4095],
    ['side', 'evil'],
    ['count', null],
    ['count', -1],
    ['count', 1.5],
    ['maxDocumentFrequency', 'x'],
    ['maxDocumentShare', 0],
    ['leastWeight', 0],
    ['leastWeight', 2],
    ['columnLength', -1],
    ['tailBits', 33],
    ['tailBits', 1],
    ['tailStep', null],
    ['regionKeys', []],
    ['regionKeys', ['x']],
    ['regionKeys', ['', 'x', 'x']],
    ['stageCodes', null],
    ['chainCodes', ['a', 'a']],
    ['fieldWeights', { title: -1 }],
    ['signalWeights', { title: 1 }],
    ['signalWeights', null],
    ['conditionWeights', { quantity: 9 }],
    ['vectors', { weight: 2, store: 'int8' }],
    ['vectors', { weight: 0.2, store: 'int8' }],
    ['vectors', undefined],
    ['analyzer', 7],
    ['evil', 1],
  ])('is refused where its head says that %s is %j', (field, value) => {
    refused((_, head) => {
      head[field] = value;
    });
  });

  it('is refused of another tile size, and without sections', () => {
    for (const head of [{ tile: 8192 }, takenApart(saved).head]) {
      expect(thrownBy(() => openCollection(writeSections(FORMAT_VERSION, head, {}))).code).toBe(
        'SAVED_INDEX_UNREADABLE',
      );
    }
  });

  it('is looked at when a record is read: what is no record is told then, by the error of a file', () => {
    const opened = takenApart(saved);
    const at = (opened.sections['records.offsets'] as Uint32Array)[4]!;
    opened.sections['records.bytes']![at] = 0x5b;
    const matcher = openMatcher(putTogether(opened), PARTS);
    expect(matcher.record(3).id).toBe('r2');
    const error = thrownBy(() => matcher.record(4));
    expect(error).toMatchObject({ code: 'SAVED_INDEX_UNREADABLE', name: 'CuoheError' });
    expect(error.message).toBe(
      'Cannot open the saved index: expected a record in the section "records.bytes", received no JSON at row 4',
    );
  });

  it('is not looked at where it is trusted, but its checks are', () => {
    const opened = takenApart(saved);
    opened.sections['attributes.secrecy']![0] = 5;
    const forged = putTogether(opened);
    expect(thrownBy(() => openMatcher(forged, PARTS)).code).toBe('SAVED_INDEX_UNREADABLE');
    expect(openMatcher(forged, { ...PARTS, trust: true }).size).toBe(count);
    expect(openMatcher(saved, { ...PARTS, trust: true }).match('涂层')).toEqual(
      openMatcher(saved, PARTS).match('涂层'),
    );
    forged[forged.length - 100]! ^= 1;
    expect(thrownBy(() => openMatcher(forged, { ...PARTS, trust: true })).message).toContain('was changed');
    const options = { ...PARTS, trust: 'yes' as never };
    expect(thrownBy(() => openMatcher(saved, options)).code).toBe('INVALID_OPTIONS');
  });

  it('was looked at before where another thread opens it again', () => {
    const damaged = saved.slice();
    damaged[damaged.length - 2000]! ^= 1;
    expect(thrownBy(() => last(openCollectionSteps(damaged, undefined, 'contents'))).message).toContain(
      'was changed',
    );
    expect(last(openCollectionSteps(damaged, undefined, 'all')).collection.records.size).toBe(count);
  });
});

describe('saved statistics', () => {
  const statistics = new Uint8Array(saveStatistics(made.statistics));
  const { head, sections } = (() => {
    const read = takenApart(statistics, 2);
    return read;
  })();
  const codeOf = (change: Partial<Sections>, changed: object = {}) => {
    const forged = writeSections(2, { ...(head as object), ...changed }, {
      ...sections,
      ...change,
    } as Sections);
    return thrownBy(() => openStatistics(forged)).code;
  };

  it('are refused where they are no statistics', () => {
    expect(openStatistics(statistics).version).toBe(made.statistics.version);
    const size = sections.frequencies!.length;
    const bad: CuoheError['code'][] = [
      codeOf({ slots: sections.slots!.slice().fill(1) }),
      codeOf({ slots: sections.slots!.slice(1) }),
      codeOf({ offsets: sections.offsets!.slice(1) }),
      codeOf({ offsets: sections.offsets!.slice().reverse() }),
      codeOf({ pool: sections.pool!.slice(1) }),
      codeOf({ frequencies: sections.frequencies!.slice(1) }),
      codeOf({ frequencies: new Uint32Array(size).fill(count + 1) }),
      codeOf({}, { count: -1 }),
      codeOf({}, { count: null }),
      codeOf({}, { reading: 7 }),
      codeOf({}, { what: 'index' }),
      codeOf({}, { evil: 1 }),
    ];
    expect(new Set(bad)).toEqual(new Set(['SAVED_INDEX_UNREADABLE']));
  });
});
