import { buildExpertProfiles } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedPeople } from '../../src/programmes/people/person-lists.ts';
import { readPerson } from '../../src/programmes/people/person-names.ts';

const read = async (cell: unknown) => {
  const record = { id: 'r', title: '热障涂层', organization: '甲研究所', completers: [cell] };
  const { profiles, unread } = await buildExpertProfiles([record as never]);
  return {
    people: profiles.map(({ name, organization }) =>
      organization === '甲研究所' ? name : `${name}@${organization}`,
    ),
    unread: unread.map(({ text }) => text),
  };
};

describe('a cell of people', () => {
  it.each([
    ['signs', '高明、林静，方远；秦岚/沈白', ['高明', '林静', '方远', '秦岚', '沈白']],
    ['words', '高明和林静及方远与秦岚', ['高明', '林静', '方远', '秦岚']],
    ['& without blanks', '高明&林静', ['高明', '林静']],
    ['blanks', '高明 林静　方远', ['高明', '林静', '方远']],
    ['a blank in a name', '高 明、欧阳 静', ['高明', '欧阳静']],
    ['a joining character in a name', '高和平和林静', ['高和平', '林静']],
    ['a surname that joins', '和晓月和林静', ['和晓月', '林静']],
    ['notes', '高明①、林静*，方远2', ['高明', '林静', '方远']],
    ['numbers before', '1.高明 2、林静；(3)方远', ['高明', '林静', '方远']],
    ['labels', '课题负责人：高明；参加人员：林静、方远', ['高明', '林静', '方远']],
    ['a remark', '高明（已退休）、林静（通讯作者）', ['高明', '林静']],
    ['the unit behind a name', '高明（乙大学）、林静', ['高明@乙大学', '林静']],
    ['a unit and a blank', '乙大学 高明', ['高明@乙大学']],
    ['the team of somebody', '高明院士团队', ['高明']],
    ['how many more', '高明等12人', ['高明']],
    [
      'other languages',
      "Mary O'Neil; Björn Ångström; 吐尔逊江·艾力",
      ["Mary O'Neil", 'Björn Ångström', '吐尔逊江·艾力'],
    ],
  ])('holds the names between %s', async (_, cell, names) => {
    expect(await read(cell)).toEqual({ people: names, unread: [] });
  });

  it.each([
    '暂无',
    '不详',
    '高总',
    '林工',
    '方经理',
    '某某科技项目部',
    '陶瓷材料团队',
    '乙大学材料学院',
    '高和林静',
    // Who of two it is stands in brackets.
    '高明(小)',
  ])('holds nobody whom it does not tell: %s', async (cell) => {
    expect(await read(cell)).toEqual({ people: [], unread: [cell] });
  });

  it('gives every name that was joined, and each as it reads alone', () => {
    const name = fc.constantFrom('高明', '林静怡', '欧阳锋', '和晓月', '李和平', '阿依慕·买买提');
    const sign = fc.constantFrom('、', '，', '；', '/', '和', '及', '与', '&', '|', '\n', ' 和 ');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, sign), { minLength: 1, maxLength: 8 }), (parts) => {
        const cell = parts.map(([one, by], i) => (i < parts.length - 1 ? one + by : one)).join('');
        const found = listedPeople(cell).map(({ text }) => readPerson(text)?.name);
        expect(found).toEqual(parts.map(([one]) => one));
      }),
      { numRuns: 300 },
    );
  });

  it('may hold ten thousand', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `高明${String.fromCodePoint(0x4e00 + i)}`);
    for (const sign of ['、', '和', ' ', '&']) {
      const found = listedPeople(names.join(sign));
      expect(found.length > 9000 || found.length === 1).toBe(true);
    }
  });
});
