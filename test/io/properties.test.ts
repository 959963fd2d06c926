import { type ReadOptions, readAchievements, readDemands } from 'cuohe/io';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { CuoheError } from '../../src/base/errors.ts';
import { isPlaceholder } from '../../src/io/cells.ts';

const formats = fc.constantFrom<ReadOptions['format']>(undefined, 'json', 'jsonl', 'csv');

/** Reads, and gives the records or the error on purpose; other errors pass. */
function outcome(source: string | Uint8Array, options: ReadOptions): unknown {
  try {
    return readAchievements(source, options).records;
  } catch (error) {
    if (error instanceof CuoheError) return error;
    throw error;
  }
}

test('Any bytes give records or one of our errors', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), formats, (bytes, format) => {
      const result = outcome(bytes, { format });
      expect(Array.isArray(result) || result instanceof CuoheError).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('Any text made of the pieces of tables and JSON gives records or one of our errors', () => {
  const piece = fc.constantFrom(
    ...[
      '编号',
      '名称',
      '关键词1',
      '预算（万元）',
      '需求时限',
      'TRL',
      '__proto__',
      '统一社会信用代码',
      '单位名称',
    ],
    ...[
      ',',
      ',',
      '\n',
      '\r\n',
      '"',
      '\t',
      ';',
      '{',
      '}',
      '[',
      ']',
      ':',
      '"id"',
      '"title"',
      '1',
      '2024-01至',
      '\u0000',
      "'",
      '=',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), formats, (pieces, format) => {
      const result = outcome(pieces.join(''), { format });
      expect(Array.isArray(result) || result instanceof CuoheError).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

const cell = fc
  .string({ unit: fc.constantFrom(...'涂层a1 ,;"\n\t、|=𠮷'), minLength: 0, maxLength: 12 })
  // Excel's way to keep a cell text is read as that text: see the test of its marks.
  .filter((text) => !/^\s*="/.test(text));
const filled = cell.map((text) => `x${text}y`);
const rows = fc.uniqueArray(
  fc.record({ id: filled, title: filled, abstract: cell, 备注: cell, __other: cell }),
  {
    selector: ({ id }) => id,
    maxLength: 12,
  },
);

test('What is written as a table is read back, whatever the cells hold', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(',', '\t', ';'),
      fc.constantFrom('\r\n', '\n'),
      (records, delimiter, newline) => {
        const fields = ['id', 'title', 'abstract', '备注', '__other'];
        const data = records.map((record) => fields.map((field) => record[field as keyof typeof record]));
        const csv = Papa.unparse(
          { fields: ['成果编号', 'title', '成果简介', '备注', '__other'], data },
          { delimiter, newline },
        );
        const expected = records.map((record) => {
          const kept = Object.entries(record).map(([field, text]) => [
            field,
            field === 'abstract' ? text.trim() : text,
          ]);
          return {
            // Signs alone say nothing in a column that is read.
            ...Object.fromEntries(
              kept.filter(
                ([field, text]) => text!.trim() !== '' && !(field === 'abstract' && isPlaceholder(text!)),
              ),
            ),
            kind: 'achievement',
          };
        });
        expect(readAchievements(csv).records).toEqual(expected);
      },
    ),
  );
});

test('Records are the same from JSON, JSON lines and every guess of the format', () => {
  const record = fc.record({ id: filled, title: cell, problem: cell, 其他: fc.jsonValue() });
  fc.assert(
    fc.property(
      fc.uniqueArray(record, { selector: ({ id }) => id, minLength: 2, maxLength: 6 }),
      (records) => {
        const expected = readDemands(JSON.stringify(records), { format: 'json' }).records;
        expect(expected.map(({ kind, ...rest }) => rest)).toEqual(JSON.parse(JSON.stringify(records)));
        const lines = records.map((one) => JSON.stringify(one)).join('\n');
        expect(readDemands(lines).records).toEqual(expected);
        expect(readDemands(JSON.stringify({ records }, null, 1)).records).toEqual(expected);
      },
    ),
  );
});

test('28,000 rows are read, each its own', () => {
  const text = `ID,成果名称,关键词,简介\n${Array.from({ length: 28_000 }, (_, i) => `${i},"名,${i}",a、b,${'内容'.repeat(50)}`).join('\n')}`;
  const records = readAchievements(new TextEncoder().encode(text)).records;
  expect(records).toHaveLength(28_000);
  expect(records.at(-1)).toMatchObject({ id: '27999', title: '名,27999', keywords: ['a', 'b'] });
});
