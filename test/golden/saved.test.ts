import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CuoheError,
  checkIndex,
  type Matcher,
  openMatcher,
  openStatistics,
  type Statistics,
} from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { last } from '../../src/base/steps.ts';
import { tagsAt } from '../../src/core/collection/attributes.ts';
import type { Collection } from '../../src/core/collection/collection.ts';
import { FORMAT_VERSION, openCollection } from '../../src/core/collection/saved.ts';
import { QueryTable } from '../../src/core/scores/query-table.ts';
import type { TermStatistics } from '../../src/core/vectors/statistics.ts';
import { decodeChangeSteps } from '../../src/store/change.ts';
import { decodeManifest, entryOf } from '../../src/store/manifest.ts';
import { EVERYTHING, PARTS } from '../fixtures.ts';
import { savedFiles } from './saved-files.ts';

/**
 * Files of every format version since 11, as they were written then. Each later release of the same major version opens
 * them: what they hold is compared with what it was, which stands beside each as text. They are never written again; a new
 * format version gets a folder of its own by `CUOHE_GOLDEN=1`.
 */
const ROOT = new URL('saved/', import.meta.url).pathname;
const folderOf = (version: number | string) => join(ROOT, `v${version}`);

if (process.env.CUOHE_GOLDEN) {
  mkdirSync(folderOf(FORMAT_VERSION));
  for (const [name, bytes] of await savedFiles()) writeFileSync(join(folderOf(FORMAT_VERSION), name), bytes);
}

const VERSIONS = readdirSync(ROOT).map((name) => name.slice(1));

/** What an index holds, without what read it: of words that another release has, nothing is asked. */
function contentsOf({ rows, records, attributes, vectorizer, dense, conditionWeights }: Collection) {
  const { vocabulary, documentFrequencies, count, signalWeights } = vectorizer.parts;
  const all = Array.from({ length: Math.min(records.size, 8) }, (_, row) => row);
  const products = all.map((one) => {
    const table = new QueryTable();
    table.fill(rows.row(one));
    return all.map((other) => rows.product(other, table));
  });
  return {
    size: records.size,
    count,
    terms: vocabulary.size,
    signalWeights,
    conditionWeights,
    rows: all.map((row) => {
      const { ids, weights } = rows.row(row);
      return Array.from(ids, (id, i) => [vocabulary.term(id), weights[i], documentFrequencies[id]]);
    }),
    products,
    columns: all.map((row) => [
      attributes.kinds[row],
      attributes.secrecy[row],
      attributes.states[row],
      attributes.lastDays[row],
      attributes.regionKeys[attributes.regions[row]!],
      attributes.stageCodes[attributes.stages[row]!],
      tagsAt(attributes, row).map(({ code, confidence }) => [code, confidence]),
    ]),
    vectors: dense && all.map((row) => Array.from(dense.at(row)?.values ?? [])),
    records: all.map((row) => records.at(row)),
  };
}

describe.each(VERSIONS)('the files of format version %s', (version) => {
  const folder = folderOf(version);
  const names = readdirSync(folder).filter((name) => !name.endsWith('.txt'));
  const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  const statisticsOf = (name: string): Statistics | undefined =>
    name === 'with-statistics.cuohe' ? openStatistics(read('statistics.cuohe')) : undefined;
  const isIndex = (name: string) =>
    name !== 'statistics.cuohe' && (name.endsWith('.cuohe') || name.includes('.base-'));
  const expectSame = (name: string, contents: unknown) =>
    expect(`${JSON.stringify(contents, null, 1)}\n`).toMatchFileSnapshot(join(folder, `${name}.txt`));

  it('are those of indexes of either side, with and without what an index may have, and of a store', () => {
    expect(names.length).toBeGreaterThanOrEqual(11);
  });

  it.each(names.filter(isIndex))('%s holds what it held', async (name) => {
    const { collection } = openCollection(read(name), statisticsOf(name) as TermStatistics | undefined);
    await expectSame(name, contentsOf(collection));
    expect(checkIndex(read(name))).toEqual([]);
  });

  it.each(names.filter(isIndex))(
    '%s answers as it answered, or tells that its words are others',
    async (name) => {
      const statistics = statisticsOf(name);
      const parts = { ...PARTS, ...(statistics && { statistics }) };
      let matcher: Matcher;
      try {
        matcher = openMatcher(read(name), parts);
      } catch (error) {
        expect((error as CuoheError).code).toBe('SAVED_INDEX_MISMATCH');
        return;
      }
      const { matches } = matcher.match('热障涂层 tc4，药', { ...EVERYTHING, limit: 5 });
      const answers = matches.map(({ id, score }) => [id, score]);
      await expect(`${JSON.stringify(answers, null, 1)}\n`).toMatchFileSnapshot(
        join(folder, `${name}.answers.txt`),
      );
    },
  );

  it('tell statistics and the changes of a store as they were', async () => {
    const statistics = openStatistics(read('statistics.cuohe')) as TermStatistics;
    const { vocabulary, frequencies, count } = statistics.parts;
    await expectSame('statistics.cuohe', {
      count,
      version: statistics.version,
      terms: Array.from(frequencies, (frequency, id) => [vocabulary.term(id), frequency]),
    });
    const manifest = names.find((name) => name.startsWith('store.manifest-'))!;
    const { base, changes, generation } = decodeManifest(read(manifest), Number(manifest.split('-').at(-1)));
    expect(entryOf(base.name, read(`store.${base.name}`))).toEqual(base);
    const told = changes.map(({ count: _, ...entry }) => {
      const bytes = read(`store.${entry.name}`);
      expect(entryOf(entry.name, bytes)).toEqual(entry);
      const { put, removed, vectors } = last(decodeChangeSteps(entry.name, bytes));
      return { put, removed, vectors: vectors?.map((vector) => vector && Array.from(vector)) };
    });
    await expectSame(manifest, { generation, changes: told });
  });
});

it('there are files of the format version of today', () => {
  expect(VERSIONS).toContain(String(FORMAT_VERSION));
});
