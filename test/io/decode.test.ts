import { decodeText, readAchievements } from 'cuohe/io';
import { describe, expect, test } from 'vitest';
import { CuoheError } from '../../src/base/errors.ts';
import { encodeBig5, encodeGb18030, encodeUtf16 } from './helpers.ts';

const CSV = '成果编号,成果名称,关键词\r\nA1,热障涂层,"涂层、燃机"\r\n';
const RECORD = { id: 'A1', title: '热障涂层', keywords: ['涂层', '燃机'], kind: 'achievement' };
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  test.each([
    ['UTF-8', utf8(CSV)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${CSV}`)],
    ['UTF-16LE with a byte order mark', encodeUtf16(CSV, true)],
    ['UTF-16BE with a byte order mark', encodeUtf16(CSV, false)],
    ['GB18030', encodeGb18030(CSV)],
    ['UTF-16LE without a mark', encodeUtf16(CSV, true).subarray(2)],
    ['UTF-16BE without a mark', encodeUtf16(CSV, false).subarray(2)],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(CSV);
    expect(readAchievements(bytes).records).toEqual([RECORD]);
  });

  test('reads the bytes that Excel writes in China', () => {
    // 编号,名称 / 1,涂层 in GBK, as saved
    const bytes = [
      0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x31, 0x2c, 0xcd, 0xbf, 0xb2, 0xe3,
    ];
    expect(decodeText(Uint8Array.from(bytes))).toBe('编号,名称\r\n1,涂层');
  });

  test('reads characters of four bytes in GB18030', () => {
    const bytes = Uint8Array.from([0x82, 0x35, 0x8f, 0x33, 0xb1, 0xe0]);
    expect(decodeText(bytes)).toBe('\u9FA6编');
  });

  test('takes an ArrayBuffer, any view and a text, whose byte order mark goes', () => {
    const bytes = utf8(`xx${CSV}`);
    expect(decodeText(bytes.buffer.slice(2))).toBe(CSV);
    expect(decodeText(bytes.subarray(2))).toBe(CSV);
    expect(decodeText(`\uFEFF${CSV}`)).toBe(CSV);
    expect(decodeText(new DataView(bytes.buffer, 2) as unknown as ArrayBuffer)).toBe(CSV);
  });

  test.each([
    ['bytes of no encoding', [0xff, 0x81, 0x20, 0xff], 'none of these encodings'],
    ['UTF-8 that breaks its mark', [0xef, 0xbb, 0xbf, 0xb1, 0xe0], 'not UTF-8, though'],
    ['UTF-16 of an odd length', [0xff, 0xfe, 0x41], 'not UTF-16LE, though'],
    ['zeros behind a mark', [0xff, 0xfe, 0x00, 0x00], 'binary data (zero at character 0)'],
    ['zeros at any place', [0x41, 0x00, 0x42, 0x43], 'binary data (zero at byte 1)'],
    ['zeros in an odd length', [0x41, 0x00, 0x42], 'binary data (zero at byte 1)'],
    ['an Excel workbook', [0x50, 0x4b, 0x03, 0x04, 0x14], 'readWorkbook of cuohe/xlsx, or saved as CSV'],
    [
      'an old Excel workbook',
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1],
      '(.xls, .doc); workbooks are read with readWorkbook',
    ],
    ['a PDF file', utf8('%PDF-1.7'), 'a PDF file'],
    ['a page', utf8('\uFEFF\n<!DOCTYPE html>'), 'an HTML page, as many .xls files are; readWorkbook'],
    ['a page in UTF-16', encodeUtf16('<html><table>', true), 'an HTML page'],
    ['XML', utf8('<?xml version="1.0"?><a/>'), 'an XML file'],
  ])('refuses %s and says why', (_, bytes, words) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(words);
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(CuoheError);
  });

  test('refuses a text that is a page', () => {
    expect(() => decodeText(' <html>')).toThrow('an HTML page');
    expect(decodeText('<编号>,名称')).toBe('<编号>,名称');
  });

  test.each([
    '編號,成果名稱,關鍵詞\r\n1,燃氣輪機葉片熱障塗層製備技術,塗層\r\n',
    '姓名\n王小明',
    '編號,名稱\n1,2026年度產業技術需求：節能環保、新材料',
  ])('reads Big5: %j', (text) => {
    expect(decodeText(encodeBig5(text))).toBe(text);
  });

  test.each([
    '编号,名称\n1,涂层',
    '朱镕基',
    '編號,成果名稱\n1,燃氣輪機葉片熱障塗層',
    '①㈠Ⅱ％',
    '喆',
    '锂离子电池',
  ])('does not take GB18030 for Big5: %j', (text) => {
    expect(decodeText(encodeGb18030(text))).toBe(text);
  });

  test('refuses Big5 with characters that no standard has, rather than read it as nonsense', () => {
    const bytes = encodeBig5(`編號,成果名稱\r\n1,燃氣輪機葉片熱障塗層製備技術與應用研究`);
    expect(() => decodeText(Uint8Array.from([...bytes, 0xc8, 0xff]))).toThrow(
      'Big5 with characters of no standard',
    );
  });

  test('names the wrong byte of damaged UTF-8 instead of reading it as nonsense in GB18030', () => {
    const text = '编号,名称\n1,发动机热障涂层制备';
    const bytes = utf8(text);
    bytes[13 + 2] = 0xff;
    const whole = Uint8Array.from([...utf8('涂层'), 0xe6, 0xb6, ...utf8(text)]);
    expect(() => decodeText(bytes)).toThrow('UTF-8 with a wrong byte at 15');
    expect(() => decodeText(whole)).toThrow('UTF-8 with a wrong byte at 6');
  });

  test.each([null, undefined, 7, {}])('refuses %s', (source) => {
    expect(() => decodeText(source as unknown as string)).toThrow(
      'expected a text, a Uint8Array or an ArrayBuffer',
    );
  });

  test('takes bytes for damaged UTF-8 where ten characters are right for each that is wrong', () => {
    const damaged = (right: number) => () => decodeText(Uint8Array.of(...utf8('涂'.repeat(right)), 0xff));
    expect(damaged(10)).toThrow('received UTF-8 with a wrong byte at 30');
    // As many as come about when Chinese of another encoding happens to pass.
    expect(damaged(9)).toThrow('received bytes in none of these encodings');
  });
});
