import { createMatcher, defineTaxonomy, InputError, parseLexicon } from 'cuohe';
import { readAchievements, readDemands } from 'cuohe/io';
import { describe, expect, it } from 'vitest';

/** What a file or a caller may put where a message names it. */
const HOSTILE = [
  '\r\nERROR forged line',
  '\u202eabc\u2066',
  '\u200f\ufeff',
  '\ud800',
  '\u0000\u001b[31m',
  '\u2028',
];
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

const matcher = createMatcher([{ id: 'A', title: '叶片涂层' }]);
const table = (header: string, cell: string) =>
  `"编号","成果名称","${header.replaceAll('"', '""')}"\n"${cell.replaceAll('"', '""')}","叶片",""\n"${cell.replaceAll('"', '""')}","叶轮",""`;

/** Calls that fail, each with a text of another in its message. */
const FAILING: Readonly<Record<string, (text: string) => unknown>> = {
  'an id that is not in the index': (text) => matcher.explain({ title: 'x' }, text),
  'an option that is not known': (text) => createMatcher([], { [text]: 1 } as object),
  'an option of a match': (text) => matcher.match('x', { [text]: 1 } as object),
  'a value of an option': (text) =>
    matcher.match('x', { filter: { region: [text], [text]: text } } as object),
  'ids that repeat': (text) => createMatcher([1, 2].map(() => ({ id: text.slice(0, 1000), title: '' }))),
  'a level that is a text': (text) => createMatcher([{ id: text, title: '', trl: text as never }]),
  'a kind that is not known': (text) => createMatcher([{ id: text, title: '', kind: text as never }]),
  'an error that a record throws': (text) =>
    createMatcher([
      {
        id: 'A',
        get title(): string {
          throw new Error(text);
        },
      },
    ]),
  'a key of an organisation': (text) =>
    createMatcher([
      { id: 'A', title: '', completingOrganizations: [{ name: 'x', regionCode: { [text]: 1 } as never }] },
    ]),
  'the name of a taxonomy': (text) => defineTaxonomy(text, [{ code: text } as never]),
  'a line of a lexicon': (text) => parseLexicon(`甲${text} ${text}`),
  'a header': (text) => readAchievements(table(text, 'A'), { headers: { [text]: text } as never }),
  'headers of which none says titles': (text) => readDemands(`"${text.replaceAll('"', '""')}","b"\n1,2`),
  'ids of a table that repeat': (text) => readDemands(table('x', text.slice(0, 1000).trim() || 'A')),
  'the name of a file': (text) => readDemands('a,b\n1,2', { name: text }),
  'JSON that is none': (text) => readDemands(`{"a": ${text}`, { format: 'json' }),
  'a line of JSON that is none': (text) => readDemands(`{"a":1}\n{${text}`, { format: 'jsonl' }),
  'arrays of JSON under keys': (text) =>
    readDemands(JSON.stringify({ [text]: [{ a: 1 }], [`${text}2`]: [{ a: 1 }] }), { format: 'json' }),
  'the name of a sheet': (text) =>
    readDemands([{ name: text, rows: [[text, 'b']] }], { sheets: [`${text}x`] }),
};

const failure = async (fail: (text: string) => unknown, text: string): Promise<Error> => {
  try {
    await fail(text);
  } catch (error) {
    return error as Error;
  }
  throw new Error('no error');
};

describe.each(Object.entries(FAILING))('the message of %s', (_name, fail) => {
  it('holds no control character, no mark of direction and no line of another', async () => {
    for (const text of HOSTILE) {
      const error = await failure(fail, text);
      for (const line of error.message.split('\n')) expect(line).not.toMatch(UNSEEN);
      expect(error.message.split('\n').some((line) => line.startsWith('ERROR'))).toBe(false);
      if (!(error instanceof InputError)) continue;
      for (const { path, place = '', expected, received } of error.issues)
        expect([path, place, expected, received].join(' ')).not.toMatch(UNSEEN);
    }
  });

  it('does not grow with what was received', async () => {
    const sizes: number[] = [];
    for (const times of [150_000, 300_000])
      sizes.push((await failure(fail, '长'.repeat(times))).message.length);
    expect(Math.abs(sizes[1]! - sizes[0]!)).toBeLessThan(20);
    expect(sizes[1]).toBeLessThan(8000);
  });
});

it('the message of a table of 100,000 columns is as long as that of one of a hundred', async () => {
  const wide = (columns: number) =>
    [0, 1].map((row) => Array.from({ length: columns }, (_, i) => `c${row}${i}`).join(',')).join('\n');
  const [few, many] = await Promise.all([100, 100_000].map((n) => failure(() => readDemands(wide(n)), '')));
  expect(many!.message.length).toBeLessThan(few!.message.length + 50);
});
