import { describe, expect, it } from 'vitest';
import { MODE_WORDS, parseMode, parseModes } from '../../../src/core/records/modes.ts';

describe('a way of cooperation', () => {
  it.each([
    ['a transfer', '技术转让', 'technology-transfer'],
    ['a licence of any sort', '独占许可', 'technology-licensing'],
    ['an open licence is a sort of its own', '专利开放许可', 'open-licence'],
    ['shares for technology', '技术作价入股', 'equity-contribution'],
    ['development together holds 开发 and is more', '联合开发', 'joint-development'],
    ['commissioned development holds 开发 and is more', '委托开发', 'commissioned-development'],
    ['plain development', '技术开发', 'technology-development'],
    ['advice', '技术咨询', 'technology-consulting'],
    ['a code, as it is', 'technology-service', 'technology-service'],
    ['full-width and padded wording', ' 技术转让\u3000', 'technology-transfer'],
  ])('%s is known', (_reason, raw, code) => {
    expect(parseMode(raw)).toEqual({ raw, code });
  });

  it.each(['其他', '', '面谈', 'constructor', '__proto__'])('%j has no code', (raw) => {
    expect(parseMode(raw)).toEqual({ raw });
  });

  it.each([
    '不接受技术入股',
    '无需技术服务',
    '无须技术咨询',
    '不考虑转让',
    '暂不转让',
    '除技术转让外',
    '除技术转让外均可',
    '技术转让除外',
    '技术入股不考虑',
    '不接受以技术入股的方式',
    '不含技术服务',
    '拒绝入股',
  ])('that is taken back is not claimed: %s', (raw) => {
    expect(parseMode(raw)).toEqual({ raw });
    expect(parseModes(raw)).toEqual([{ raw }]);
  });

  it.each([
    ['不限于技术转让', 'technology-transfer'],
    ['不排除技术入股', 'equity-contribution'],
    ['无偿转让', 'technology-transfer'],
    ['非独占许可', 'technology-licensing'],
    ['只接受技术转让', 'technology-transfer'],
    ['拟转让', 'technology-transfer'],
  ])('that is offered is read, whatever stands before it: %s', (raw, code) => {
    expect(parseMode(raw)).toEqual({ raw, code });
  });

  it.each<[raw: string, read: [string, string?][]]>([
    ['技术转让、不接受技术入股', [['技术转让', 'technology-transfer'], ['不接受技术入股']]],
    ['不接受技术入股、转让', [['不接受技术入股'], ['转让']]],
    ['不接受技术入股，可转让', [['不接受技术入股'], ['可转让', 'technology-transfer']]],
    ['合作开发，转让暂不考虑', [['合作开发', 'joint-development'], ['转让暂不考虑']]],
    [
      '技术转让或许可',
      [
        ['技术转让', 'technology-transfer'],
        ['许可', 'technology-licensing'],
      ],
    ],
    ['不接受转让或许可', [['不接受转让或许可']]],
    ['', []],
  ])('stands beside others in one text: %s', (raw, read) => {
    expect(parseModes(raw)).toEqual(
      read.map(([piece, code]) => (code === undefined ? { raw: piece } : { raw: piece, code })),
    );
  });

  it('every wording of the table gives its own code', () => {
    for (const [code, words] of Object.entries(MODE_WORDS)) {
      for (const word of words) expect([word, parseMode(word).code]).toEqual([word, code]);
    }
  });
});
