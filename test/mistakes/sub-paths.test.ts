import { createLexicon, createMatcher, DEFAULT_TAXONOMY, InputError, openMatcher } from 'cuohe';
import { pairedBootstrap, randomizationTest } from 'cuohe/evaluate';
import { readAchievements, writeCsv } from 'cuohe/io';
import { learn } from 'cuohe/learn';
import { nodeRsJiebaTokenizer } from 'cuohe/node-rs-jieba';
import { openccSimplifier } from 'cuohe/opencc';
import { createMatchPool } from 'cuohe/parallel';
import { rerank } from 'cuohe/rerank';
import { openStore } from 'cuohe/store';
import { folderFiles } from 'cuohe/store/folder';
import { readWorkbook, writeTable } from 'cuohe/xlsx';
import { describe, expect, it } from 'vitest';

const matcher = createMatcher([{ id: 'a', title: '热障涂层' }]);
const records = { achievements: [], demands: [] };

/** Every function of a sub-path with options, called with a mistyped one; hosts without types do it. */
const MISTYPED: Readonly<Record<string, readonly [call: () => unknown, said: string]>> = {
  readAchievements: [
    () => readAchievements('id,title\na,b\n', { header: {} } as never),
    'header: a known option: did you mean headers?',
  ],
  learn: [
    () => learn([], records, { shrinkge: 1 } as never),
    'shrinkge: a known option: did you mean shrinkage?',
  ],
  'signals of learn': [
    () => learn([], records, { matcher: { signals: { regoin: 1 } as never } }),
    'matcher.signals.regoin: a known option: did you mean region?',
  ],
  'reasons of learn': [
    () => learn([], records, { reasons: { odd: { grade: 1, wieght: 2 } as never } }),
    'reasons.odd.wieght: a known option: did you mean weight?',
  ],
  rerank: [
    () => rerank([], { query: [1], records: new Map() }, { metrc: 'cosine' } as never),
    'metrc: a known option: did you mean metric?',
  ],
  'vectors of rerank': [
    () => rerank([], { query: [1], records: new Map(), qurey: [1] } as never),
    'qurey: a known option: did you mean query?',
  ],
  randomizationTest: [
    () => randomizationTest([], [], { ronuds: 5 } as never),
    'ronuds: a known option: did you mean rounds?',
  ],
  pairedBootstrap: [
    () => pairedBootstrap([], [], { confidenec: 0.9 } as never),
    'confidenec: a known option: did you mean confidence?',
  ],
  createMatchPool: [
    () => createMatchPool(matcher, { smallJobs: 5 } as never),
    'smallJobs: a known option: did you mean smallJob?',
  ],
  openStore: [
    () => openStore(folderFiles('none'), { open: openMatcher, craete: () => matcher } as never),
    'craete: a known option: did you mean create?',
  ],
  writeCsv: [
    () => writeCsv({ columns: [{ header: 'a' }], rows: [] }, { encodng: 'utf-8' } as never),
    'encodng: a known option: did you mean encoding?',
  ],
  readWorkbook: [
    () => readWorkbook(new Uint8Array(1), { maxCell: 5 } as never),
    'maxCell: a known option: did you mean maxCells?',
  ],
  writeTable: [
    () => writeTable({ columns: [{ header: 'a' }], rows: [] }, { fromat: 'csv' } as never),
    'fromat: a known option: did you mean format?',
  ],
  openccSimplifier: [
    () => openccSimplifier({ form: 'tw' } as never),
    'form: a known option: did you mean from?',
  ],
  nodeRsJiebaTokenizer: [
    () =>
      nodeRsJiebaTokenizer(createLexicon({ name: 'none', entries: [] }, DEFAULT_TAXONOMY), {
        bigram: false,
      } as never),
    'bigram: a known option: did you mean bigrams?',
  ],
};

describe('sub-paths refuse what is mistyped', () => {
  it.each(Object.entries(MISTYPED))('%s', async (_, [call, said]) => {
    const error = await Promise.resolve()
      .then(call)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).issues.map(({ path, expected }) => `${path}: ${expected}`)).toEqual([said]);
  });
});
