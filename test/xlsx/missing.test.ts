import { readWorkbook, writeTable } from 'cuohe/xlsx';
import { expect, it, vi } from 'vitest';
import { book } from './books.ts';

vi.mock('hucre/xlsx', () => {
  throw Object.assign(new Error("Cannot find package 'hucre'"), { code: 'ERR_MODULE_NOT_FOUND' });
});

const table = { columns: [{ header: 'a' }], rows: [['1']] };

it.each([
  ['reading', () => readWorkbook(book({}))],
  ['writing', () => writeTable(table)],
])('says what to install where hucre is absent: %s', async (_, run) => {
  const error = await run().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'CuoheError', code: 'MISSING_PACKAGE', cause: expect.any(Error) });
  expect(String(error)).toContain('npm install hucre@1.0.0');
});

it('needs nothing for what is no workbook', async () => {
  expect(await readWorkbook(new TextEncoder().encode('a,b'))).toHaveLength(1);
  expect(await writeTable(table, { format: 'csv' })).toBeInstanceOf(Uint8Array);
});
