import { readAchievements } from 'cuohe/io';
import { expect, test } from 'vitest';

/**
 * 成果编号,成果名称,关键词 / A1,热障涂层,陶瓷；涂层 / A2,㐀䶮𠀀型材,ＴＣ４ in GB18030, with line ends of Windows.
 * 㐀 and 𠀀 take four bytes, which GBK does not have.
 */
const GB18030 =
  'b3c9b9fbb1e0bac52cb3c9b9fbc3fbb3c62cb9d8bcfcb4ca0d0a41312cc8c8d5cfcdbfb2e32cccd5b4c9a3bbcdbfb2e30d0a' +
  '41322c8139ee39fe9f95328236d0cdb2c42ca3d4a3c3a3b40d0a';

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g)!, (byte) => Number.parseInt(byte, 16));
}

test('a browser reads a table in GB18030, as Excel in China writes it', () => {
  const records = readAchievements(bytesOf(GB18030), { name: 'table.csv' }).records;
  expect(records).toMatchObject([
    { id: 'A1', title: '热障涂层', keywords: ['陶瓷', '涂层'] },
    { id: 'A2', title: '㐀䶮𠀀型材', keywords: ['ＴＣ４'] },
  ]);
});

test('a browser reads the bytes of an upload, which come as an ArrayBuffer', async () => {
  const file = new File([bytesOf(GB18030).slice().buffer], 'table.csv');
  const [first] = readAchievements(await file.arrayBuffer(), { name: file.name }).records;
  expect(first).toMatchObject({ id: 'A1', title: '热障涂层' });
});

test('a browser refuses bytes of no encoding instead of replacing characters', () => {
  expect(() => readAchievements(Uint8Array.of(0xff, 0xff, 0x80, 0x81))).toThrow(/expected text in UTF-8/);
});
