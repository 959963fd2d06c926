import { normalize } from 'cuohe';
import { redactPersonalData } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('redactPersonalData', () => {
  it.each([
    ['a mobile telephone', '擅长涂层，13812345678，', '擅长涂层， ，'],
    ['one with spaces', '致电138 1234 5678。', '致电 。'],
    ['one in full width with a country code', '＋８６１３８－１２３４－５６７８', ' '],
    ['one with joiners that nobody sees', '138\u200b1234\u200b5678', ' '],
    ['a telephone with an area code and an extension', '(024)8888-6666转801', ' '],
    ['an e-mail address', '来信wang.wei＠example．com', '来信 '],
    ['one that hides', 'wang (at) example.com', ' '],
    ['an identity card', '110101199003071234，', ' ，'],
    ['one that ends with X', '11010119900307123X', ' '],
    ['one in groups', '110101 19900307 123x', ' '],
    ['a bank card', '6222 0200 1234 5678 901', ' '],
    ['what a label names', '身份证号：A123；工号: 77', ' ； '],
    ['a label and what stands behind it', '联系电话：024-88886666 专长焊接', ' 专长焊接'],
    ['a chat account', '微信：abc_123', ' '],
    ['a home address', '家庭住址：沈阳市和平区某路1号，研究涂层', ' ，研究涂层'],
    ['particulars with labels', '性别：男；民族：满族；政治面貌：群众；出生年月：1970年5月', ' ； ； ； '],
    ['particulars in a list', '王某，男，汉族，1965年3月生，中共党员，教授', '王某， ， ， ， ，教授'],
    ['a contact', '联系人：王老师', ' '],
  ])('cuts out %s', (_, text, left) => {
    expect(redactPersonalData(text)).toBe(left);
  });

  it.each([
    '专利ZL202199900105.7，申请号202110123456.7',
    '1200℃长期服役，15000r/min，15～53微米，2018-2020年',
    'GB/T 2260-2007，IP地址192.168.10.11，10.3901/JME.2019.01.001',
    '成果登记号210Y20200123，登记于2021年',
    '生产民族药材，男性不育，女贞子提取，贵金属催化',
    '温度：1200℃；转速：3000r/min',
    '',
  ])('leaves technical data as they are: %s', (text) => {
    expect(redactPersonalData(text)).toBe(text);
  });

  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const identifier = fc.oneof(
    fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('024-', '010-', '0411 '), fc.stringMatching(/^[2-8]\d{6,7}$/))
      .map((parts) => parts.join('')),
    fc
      .tuple(
        fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/),
        fc.constantFrom('@', '＠'),
        fc.constantFrom('example.com', 'a.edu.cn'),
      )
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.stringMatching(/^[1-6]\d{16}$/), fc.constantFrom('0', '7', 'X', 'x'))
      .map((parts) => parts.join('')),
    fc.stringMatching(/^62\d{17}$/),
  );
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const around = fc.constantFrom('', '，', '。', ' ', '涂层', '（', '：', '男，', '<b>', '\n', '1200℃、');

  it('leaves no identifier, wherever and however it is written, and gives the same when applied again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(around, fc.option(identifier, { nil: '' }), fc.boolean()), { maxLength: 5 }),
        (pieces) => {
          const text = pieces
            .map(([before, secret, isWide]) => `${before}${isWide ? wide(secret) : secret}涂层`)
            .join('');
          const left = redactPersonalData(text);
          expect(redactPersonalData(left)).toBe(left);
          const folded = normalize(left).text;
          expect(folded).not.toContain('@');
          expect(folded).not.toMatch(/\d{7}/);
          const ideographs = (given: string) => given.replace(/[^涂层]/g, '');
          expect(ideographs(left)).toBe(ideographs(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('only ever takes away: what is left stands in the text in this order', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom(...'13800@.：男族年生 \ud800涂'),
            fc.constantFrom('性别', '电话', '138'),
          ),
          maxLength: 40,
        }),
        (text) => {
          let at = 0;
          for (const char of redactPersonalData(text).replace(/ /g, '')) {
            at = text.indexOf(char, at) + 1;
            expect(at).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
