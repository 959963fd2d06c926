import { describe, expect, it } from 'vitest';
import { blocksOf, documents, isChinese, runnableOf } from './blocks.ts';
import { countPromises, moduleOf, runBlock, typeProblems } from './run.ts';

/** Documents with code. Those in Chinese hold the same code and results, as another test sees to. */
const withCode = documents()
  .filter((name) => !isChinese(name))
  .map((name) => ({ name, blocks: runnableOf(name) }))
  .filter(({ blocks }) => blocks.length > 0);

describe('code in the documents', () => {
  it.each(withCode)('$name: every block runs, and gives the results that it tells', async ({ blocks }) => {
    const problems: string[] = [];
    for (const block of blocks) {
      const found = await runBlock(block, blocks[0]!).catch((error: unknown) => [String(error)]);
      problems.push(...found.map((problem) => `${block.place}: ${problem}`));
    }
    expect(problems).toEqual([]);
  });

  it('has the right types', () => {
    const modules = new Map(
      withCode.flatMap(({ blocks }) =>
        blocks.map((block): [string, string] => [block.place, moduleOf(block, blocks[0]!)]),
      ),
    );
    for (const name of documents()) {
      for (const { file, place, code } of blocksOf(name, 'ts'))
        if (file !== undefined) modules.set(place, code);
    }
    expect(modules.size).toBeGreaterThan(0);
    expect(typeProblems(modules)).toEqual([]);
  });

  it('tells its results: every guide and programme promises some', () => {
    const silent = withCode.filter(
      ({ name, blocks }) =>
        /^(README|docs\/(guides|programmes|walkthrough))/.test(name) &&
        blocks.every((block) => countPromises(block) === 0),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
