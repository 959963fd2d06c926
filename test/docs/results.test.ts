import { describe, expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { difference } from './results.ts';
import { runBlock } from './run.ts';

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
    expect(await run('console.log(2); // two\n// → 3')).toEqual([
      'value: the document says 3, the code gives 2',
    ]);
    expect(await run('console.log([1,\n  2]);\n// → [\n//   1, 2]')).toEqual([]);
    expect(await run('await Promise.resolve(5); // → throws BAD')).toEqual(
      ['the document says that BAD is thrown, the code gives 5'].map((text) =>
        text.replace('gives 5', 'gives no error'),
      ),
    );
    expect(await run('if (Date.now() < 0) {\n  1 + 1; // → 2\n}')).toEqual(['0 of 1 results were reached']);
  });
});
