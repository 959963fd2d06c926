import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/base/errors.ts';
import {
  parseEveryday,
  parseFactors,
  parseFunctions,
  parseLexicon,
  parsePhrases,
} from '../../../src/core/lexicon/text-form.ts';

const issuesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError && error.code === 'INVALID_LEXICON') return error.issues;
    throw error;
  }
  return [];
};

describe('the text form of a lexicon', () => {
  it.each([
    ['a name and a strength', '涂层 1', { names: ['涂层'], chains: { A: 1 } }],
    ['synonyms', '热障涂层/TBC/隔热涂层 2', { names: ['热障涂层', 'TBC', '隔热涂层'], chains: { A: 2 } }],
    ['other chains', '热端部件 3 B:2 C:1', { names: ['热端部件'], chains: { A: 3, B: 2, C: 1 } }],
    ['strength 0 is no evidence', '集成灶 0 B:0', { names: ['集成灶'], chains: {} }],
    [
      'a broader entry',
      '磷酸铁锂 2 < 锂离子电池',
      { names: ['磷酸铁锂'], chains: { A: 2 }, broader: '锂离子电池' },
    ],
    [
      'a broader entry behind other chains',
      'x 2 B:1 < y z',
      { names: ['x'], chains: { A: 2, B: 1 }, broader: 'y z' },
    ],
    [
      'a name that counts beside other words only',
      '丙烯腈-丁二烯-苯乙烯共聚物/ABS?塑料, 注塑/ABS树脂 2',
      {
        names: ['丙烯腈-丁二烯-苯乙烯共聚物', 'ABS树脂'],
        ambiguous: { ABS: ['塑料', '注塑'] },
        chains: { A: 2 },
      },
    ],
    ['a compound head', '~燃机 3', { names: ['燃机'], chains: { A: 3 }, head: true }],
    [
      'names with spaces',
      'gas turbine/gas  engine 3',
      { names: ['gas turbine', 'gas engine'], chains: { A: 3 } },
    ],
    ['names that end in a number', 'TRL 4 2', { names: ['TRL 4'], chains: { A: 2 } }],
    ['spaces that do not matter', '  涂层 / 镀层\t1  ', { names: ['涂层', '镀层'], chains: { A: 1 } }],
  ])('%s', (_what, line, entry) => {
    expect(parseLexicon(line, 'A')).toEqual([entry]);
  });

  it('skips blank lines', () => {
    expect(parseLexicon('\n\n  \r\n涂层 1\r\n', 'A')).toHaveLength(1);
    expect(parseLexicon('')).toEqual([]);
  });

  it('names every bad line with what it expected', () => {
    const lines = [
      '好 1',
      '无强度',
      '强 4',
      '链 1 B:9',
      '',
      '空//名 1',
      '/x 1',
      '~ 1',
      '上 1 <',
      '重 1 B:1 B:2',
      '己 1 A:2',
      'ABS?塑料 1',
      '~燃机/GT?叶片 1',
    ];
    const issues = issuesOf(() => parseLexicon(lines.join('\n'), 'A'));
    expect(issues.map(({ index, place }) => [index, place])).toEqual(
      [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12].map((i) => [i, `line ${i + 1}`]),
    );
    expect(issues[0]).toMatchObject({
      expected: 'NAME(/NAME)* STRENGTH( CODE:STRENGTH)*( < BROADER)?',
      received: 'the text "无强度"',
    });
    expect(issues[8]!.expected).toBe('each chain once');
    expect(issues.at(-1)!.expected).toBe('a head without words behind ?');
  });

  it('a list of no chain has no strength of its own', () => {
    expect(parseLexicon('钛合金 0 B:2')).toEqual([{ names: ['钛合金'], chains: { B: 2 } }]);
    expect(issuesOf(() => parseLexicon('钛合金 1'))).toMatchObject([
      { expected: 'strength 0 in a list of no chain' },
    ]);
  });

  it('reads long bad lines in linear time', () => {
    for (const line of [
      `a${' '.repeat(300_000)}b`,
      'a 1 '.repeat(100_000),
      `a 1 ${'b:1 '.repeat(100_000)}<`,
    ]) {
      expect(issuesOf(() => parseLexicon(line, 'A'))[0]?.index ?? 'good').toBe(
        line.startsWith('a 1 a') ? 'good' : 0,
      );
    }
  });
});

describe('factors of generic words', () => {
  it('are numbers from 0 to 1, one word a line', () => {
    expect([...parseFactors('一种 0\n系统 0.5\n\nhigh performance .25\n 研发 1 ')]).toEqual([
      ['一种', 0],
      ['系统', 0.5],
      ['high performance', 0.25],
      ['研发', 1],
    ]);
  });

  it('every bad line is named', () => {
    const issues = issuesOf(() => parseFactors('好 0.5\n无\n大 2\n负 -1\n好 0\n1'));
    expect(issues.map(({ index, expected }) => [index, expected])).toEqual([
      [1, 'WORD FACTOR, a factor from 0 to 1'],
      [2, 'WORD FACTOR, a factor from 0 to 1'],
      [3, 'WORD FACTOR, a factor from 0 to 1'],
      [4, 'a word not used before'],
      [5, 'WORD FACTOR, a factor from 0 to 1'],
    ]);
  });
});

describe('phrases', () => {
  it('are the lines that are not blank', () => {
    expect(parsePhrases('\n 国内*水平 \r\n\n填补空白')).toEqual(['国内*水平', '填补空白']);
  });
});

describe('everyday words', () => {
  it('share the technical terms of their line, the best first', () => {
    const everyday = parseEveryday('费电/ 耗电大 = 节能降耗/节电\n\n 掉皮=附着力 ');
    expect([...everyday]).toEqual([
      ['费电', ['节能降耗', '节电']],
      ['耗电大', ['节能降耗', '节电']],
      ['掉皮', ['附着力']],
    ]);
  });

  it('every bad line is named', () => {
    const lines = [
      '费电',
      '费电 =',
      '= 节电',
      '费电//x = 节电',
      '费电 = 节电/',
      'a = b = c',
      '掉皮 = x',
      '掉皮/y = z',
    ];
    expect(
      issuesOf(() => parseEveryday(lines.join('\n'))).map(({ index, expected }) => [index, expected]),
    ).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((index) => [index, 'WORD(/WORD)* = TERM(/TERM)*']),
      [7, 'words not used before'],
    ]);
  });
});

describe('classes of functions', () => {
  it('hold the words of the trouble and of the remedy alike, one class a line', () => {
    expect([...parseFunctions('adhesion = 掉漆/ 起泡 | 附着力/底涂\n\n  block = 堵塞 | 破拱 ')]).toEqual([
      ['adhesion', ['掉漆', '起泡', '附着力', '底涂']],
      ['block', ['堵塞', '破拱']],
    ]);
  });

  it('may share words with each other', () => {
    expect(parseFunctions('rust = 生锈 | 缓蚀\ncorrosion = 腐蚀 | 缓蚀').get('corrosion')).toEqual([
      '腐蚀',
      '缓蚀',
    ]);
  });

  it('every bad line is named', () => {
    const form = 'CLASS = TROUBLE(/TROUBLE)* | REMEDY(/REMEDY)*';
    const lines = [
      ['堵塞', form],
      ['block = 堵塞', form],
      ['block = 堵塞 |', form],
      ['block = | 破拱', form],
      ['block = 堵塞//结拱 | 破拱', form],
      ['block = 堵塞 | 破拱/', form],
      ['block = 堵塞 | 破拱 | 防堵', form],
      ['two words = 堵塞 | 破拱', form],
      ['block = 堵塞 = 结拱 | 破拱', form],
      ['rust = 生锈 | 生锈', 'each word once in a class'],
      ['wear = 磨损 | 耐磨', undefined],
      ['wear = 磨坏 | 减摩', 'a class not used before'],
    ] as const;
    const issues = issuesOf(() => parseFunctions(lines.map(([line]) => line).join('\n')));
    expect(issues.map(({ index, expected }) => [index, expected])).toEqual(
      lines.flatMap(([, expected], index) => (expected === undefined ? [] : [[index, expected]])),
    );
  });
});
