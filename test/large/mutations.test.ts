import { readdirSync, readFileSync } from 'node:fs';
import { readAchievements, readDemands } from 'cuohe/io';
import { readWorkbook, writeTable } from 'cuohe/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CuoheError } from '../../src/base/errors.ts';
import { normalize } from '../../src/core/terms/normalize.ts';

/** Files that were damaged on their way: each is read, or refused with one of our errors, and ids stay unique. */

const sample = (name: string, lines: number) =>
  readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .slice(0, lines)
    .join('\n');
const FORM =
  '需求名称,锻件除鳞\n需求单位,某厂,技术领域,冶金\n需求描述,改为机械除鳞\n拟投入资金（万元）,50-80\n合作方式,□技术转让 ☑合作开发';
/** Small files, each with another peculiarity of what offices send. What ever broke a reader is added here. */
const CORPUS = new URL('corpus/', import.meta.url);
const corpus = readdirSync(CORPUS).map((name) => new Uint8Array(readFileSync(new URL(name, CORPUS))));
const SEEDS = [
  ...[sample('demands.csv', 6), sample('achievements.csv', 6), sample('demands.jsonl', 3), FORM].map((text) =>
    new TextEncoder().encode(text),
  ),
  ...corpus,
];
/** So many times the cases: `CUOHE_FUZZ=100` takes an hour. */
const TIMES = Number(process.env.CUOHE_FUZZ ?? 1);
const PIECES = [
  '合计',
  '注：',
  '\n',
  ',',
  ',,,',
  '"',
  '□',
  '☑',
  '（',
  '1.2E+11',
  '#N/A',
  '序号',
  '需求名称',
  '\t',
  ';',
  '\0',
  '\uFEFF',
  '&nbsp;',
  '<br>',
  '46387',
].map((text) => new TextEncoder().encode(text));

const mutation = fc.record({
  kind: fc.constantFrom('byte', 'cut', 'insert', 'copy', 'end', 'cross'),
  other: fc.constantFrom(...SEEDS),
  at: fc.nat(5000),
  length: fc.nat(60),
  byte: fc.nat(255),
  piece: fc.constantFrom(...PIECES),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  let now = [...bytes];
  for (const { kind, at, length, byte, piece, other } of changes) {
    const place = now.length === 0 ? 0 : at % now.length;
    if (kind === 'byte') now[place] = byte;
    else if (kind === 'cut') now.splice(place, length);
    else if (kind === 'insert') now.splice(place, 0, ...piece);
    else if (kind === 'copy') now.splice(place, 0, ...now.slice(place, place + length));
    else if (kind === 'cross') now = [...now.slice(0, place), ...other.slice(at % other.length)];
    else now = now.slice(0, place);
  }
  return Uint8Array.from(now);
}

/** Reads, and looks at what came out; errors on purpose pass. */
function readAny(source: Parameters<typeof readDemands>[0], leaveOut: boolean): void {
  for (const read of [readDemands, readAchievements]) {
    try {
      const { records, report } = read(source, leaveOut ? { invalid: 'leave-out' } : {});
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      expect(report.records).toBe(records.length);
    } catch (error) {
      if (!(error instanceof CuoheError)) throw error;
    }
  }
}

const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });

test('A damaged file is read, or refused by name', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SEEDS), changes, fc.boolean(), (seed, list, leaveOut) => {
      readAny(mutated(seed, list), leaveOut);
    }),
    { numRuns: 1500 * TIMES },
  );
});

test('A damaged workbook is read, or refused by name', async () => {
  const book = await writeTable({
    columns: [{ header: '需求编号' }, { header: '需求名称' }, { header: '预算（万元）' }],
    rows: [
      ['D1', '阀门内漏', 80],
      ['D2', '轧辊修复', '面议'],
    ],
  });
  await fc.assert(
    fc.asyncProperty(changes, fc.boolean(), async (list, leaveOut) => {
      try {
        readAny(await readWorkbook(mutated(book, list)), leaveOut);
      } catch (error) {
        if (!(error instanceof CuoheError)) throw error;
      }
    }),
    { numRuns: 400 * TIMES },
  );
});

test('Every file of the corpus is read as it is, or refused by name', () => {
  for (const seed of SEEDS) for (const leaveOut of [false, true]) readAny(seed, leaveOut);
});

test('Any text is normalised once and for all, and each of its places leads back into it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SEEDS), changes, (seed, list) => {
      const text = new TextDecoder().decode(mutated(seed, list));
      const { text: folded, starts, ends } = normalize(text);
      expect(normalize(folded).text).toBe(folded);
      for (let i = 0; i < folded.length; i++) {
        const isPlace = 0 <= starts[i]! && starts[i]! <= ends[i]! && ends[i]! <= text.length;
        if (!isPlace || (i > 0 && starts[i]! < starts[i - 1]!))
          expect([text, i, starts[i], ends[i]]).toEqual([]);
      }
    }),
    { numRuns: 500 * TIMES },
  );
});
