import { describe, expect, it } from 'vitest';
import { splitList, splitOrganizations, splitPeople } from '../../../src/core/records/lists.ts';
import { parseRecords } from '../../../src/core/records/parse.ts';

describe('people of one text', () => {
  it.each([
    ['李娜、赵云', ['李娜', '赵云']],
    ['张三；李四', ['张三', '李四']],
    ['张三，李四,王五', ['张三', '李四', '王五']],
    ['张三/李四', ['张三', '李四']],
    ['李娜 赵云', ['李娜', '赵云']],
    ['李娜　赵云　孙某等', ['李娜', '赵云', '孙某']],
    ['Wang Ming, Li Na', ['Wang Ming', 'Li Na']],
    ['Wang Ming; Li Na et al.', ['Wang Ming', 'Li Na']],
    ['张三等', ['张三']],
    ['张三、李四等5人', ['张三', '李四']],
    ['张三、李四、等', ['张三', '李四']],
    ['张三教授、李四研究员', ['张三教授', '李四研究员']],
    ['张三 教授 李四 研究员', ['张三 教授', '李四 研究员']],
    ['张三（东北大学、材料学院）、李四', ['张三（东北大学、材料学院）', '李四']],
  ])('are told apart in %s', (text, people) => {
    expect(splitPeople(text)).toEqual(people);
  });

  it.each([
    '张三',
    '王 明',
    '王　明',
    '欧阳 修文',
    '张三 教授',
    '李娜 东北大学',
    'Wang Ming',
    'Li, Na',
    'Li Na, PhD',
    '买买提·艾力',
    '李等',
  ])('is one in %s', (text) => {
    expect(splitPeople(text)).toEqual([text]);
  });
});

describe('organisations of one text', () => {
  it.each([
    ['东北大学；沈阳鼓风机', ['东北大学', '沈阳鼓风机']],
    ['东北大学，大连理工大学等', ['东北大学', '大连理工大学']],
    ['东北大学、大连理工大学等3家单位', ['东北大学', '大连理工大学']],
    ['Foo Co., Ltd., Bar Inc.', ['Foo Co., Ltd.', 'Bar Inc.']],
    ['Siemens, Bosch', ['Siemens', 'Bosch']],
    ['沈阳某大学（材料、机械学院），甲所', ['沈阳某大学（材料、机械学院）', '甲所']],
  ])('are told apart in %s', (text, names) => {
    expect(splitOrganizations(text)).toEqual(names);
  });

  it.each([
    'Foo Co., Ltd.',
    'Foo Co.,Ltd',
    'School of Materials, Northeastern University',
    '沈阳某大学（材料、机械学院）',
    '甲公司 沈阳分公司',
    '甲（乙、丙',
  ])('is one in %s, unless a bracket is never closed', (text) => {
    expect(splitOrganizations(text)).toEqual(text.includes('乙') ? ['甲（乙', '丙'] : [text]);
  });
});

describe('keywords of one text', () => {
  it.each([
    ['涂层、热障,TBC;燃机', ['涂层', '热障', 'TBC', '燃机']],
    ['1,4-丁二醇，催化', ['1,4-丁二醇', '催化']],
    ['涂层（热障、耐磨）、燃机', ['涂层（热障、耐磨）', '燃机']],
    ['thermal barrier  coating', ['thermal barrier', 'coating']],
    ['', []],
  ])('are told apart in %j', (text, words) => {
    expect(splitList(text)).toEqual(words);
  });
});

describe('lists of a record', () => {
  it('may stand in one text, or have items that hold several', () => {
    const [demand] = parseRecords(
      [
        {
          id: 'a',
          title: '',
          keywords: ['涂层、热障', '燃机'],
          preferredExperts: ['李娜、赵云', { name: '孙某、钱某' }],
          preferredOrganizations: '东北大学；甲所',
        },
      ],
      'demand',
    );
    expect(demand).toMatchObject({
      keywords: ['涂层', '热障', '燃机'],
      preferredExperts: ['李娜', '赵云', { name: '孙某、钱某' }],
      preferredOrganizations: ['东北大学', '甲所'],
    });
    const [achievement] = parseRecords([{ id: 'a', title: '', completers: '张三；李四' }], 'achievement');
    expect(achievement!.completers).toEqual(['张三', '李四']);
  });

  it.each(['(', '（', ')', '（）', ',', ' ', '1,', '、', '等', 'a,', '王 ', 'A. '])(
    'are read however often %j stands there',
    (piece) => {
      const text = piece.repeat(100_000);
      for (const split of [splitPeople, splitOrganizations, splitList])
        expect(split(text).join('').length).toBeLessThanOrEqual(text.length);
    },
  );
});

it('The semicolon of an entity of web pages parts nothing', () => {
  expect(splitList('热障&nbsp;涂层;叶片')).toEqual(['热障&nbsp;涂层', '叶片']);
  expect(splitPeople('李&#23068;；赵云')).toEqual(['李&#23068;', '赵云']);
});
