import { describe, expect, it } from 'vitest';
import { contactsOf, withoutContacts } from '../../../src/core/terms/contacts.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';

/** What is left, blanks as one. */
const left = (given: string) => withoutContacts(normalize(given)).text.replace(/ +/g, ' ').trim();

describe('contacts', () => {
  it.each([
    ['a mobile number', '修辊，13900001111', '修辊,'],
    ['with spaces', '139 0000 1111', ''],
    ['with dashes and a country', '+86-139-0000-1111', ''],
    ['with letters before', 'tel13900001111', ''],
    ['a landline', '024-22223333', ''],
    ['with an area in brackets', '（024）2222 3333', ''],
    ['with an extension', '0411-22223333转8001', ''],
    ['with an extension behind a dash', '024-22223333-8001', ''],
    ['a hotline', '400-111-2222', ''],
    ['a label and its number', '联系电话：22223333', ''],
    ['several', '电话：024-22223333、13900001111', ''],
    ['a fax and a postcode', '传真:024 22223333；邮编：110000', ';'],
    ['an address of mail', '见 li.x@lab.example.cn', '见'],
    ['with its label', 'E-mail：li@lab.example.cn', ''],
    ['a messenger', 'QQ：123456789，微信号 abc_1234', ','],
    ['a messenger of one number', '微信：13900001111（同微信）', ''],
    ['another one', 'WeChat: lab-8', ''],
    ['a name up to a sign', '涂层。联系人：甲某某，乙', '涂层。 ,乙'],
    ['a name up to a space', '联系人:甲某 涂层', '涂层'],
    ['a name up to the next label', '联系人：甲某电话：13900001111', ''],
    ['a name without a colon', '联系人甲某 电话13900001111', ''],
    ['an address', '地址：某市某区某路1号，涂层', ',涂层'],
    ['with its kind', '通讯地址:某省某市', ''],
    ['a link', '见https://lab.example.cn/a?b=1 涂层', '见 涂层'],
    ['a site', '官网：www.example.com。', '。'],
  ])('%s', (_what, given, expected) => {
    expect(left(given)).toBe(expected);
  });

  it.each([
    '2260个',
    '13500kn压机',
    '20231103',
    'gb 13801-2015',
    'cn202310112345.6',
    '1380013800hz',
    '13900001111元',
    '13900001111次循环',
    'zl202310112345',
    '专利号201310112345.6',
    '联系人工智能研究',
    '手机屏幕玻璃',
    '微信小程序开发',
    '寄存器地址:0x20',
    'ip地址:192.168.1.1',
    '电话会议系统',
    '热线检测仪',
    '邮箱服务器',
    '地址总线',
    '400-500mpa',
    '规格1300 1500 2000',
    '1580 1234 5678',
    '139-0000-1111a',
    '0.5ppm',
    '2023-2025',
  ])('%s stays', (text) => {
    expect(left(text)).toBe(text);
  });

  it('leave the places of all other characters', () => {
    const given = '甲 13900001111 乙';
    const { text, starts } = withoutContacts(normalize(given));
    expect(text).toHaveLength(normalize(given).text.length);
    expect(starts[text.indexOf('乙')]).toBe(given.indexOf('乙'));
  });

  it.each(['联系人:', '1', 'a.', '139 0000 ', '电话:', '地址:路', 'www.', '@a.', '024-2345'])(
    'a million characters of %s are searched',
    (piece) => {
      expect(() => contactsOf(piece.repeat(1e6 / piece.length))).not.toThrow();
    },
  );
});
