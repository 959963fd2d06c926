import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_FILE, pageModule } from '../../scripts/build-report.ts';
import { maskContacts } from '../../src/report/contacts.ts';
import type { PageData } from '../../src/report/data.ts';
import { CardFilter } from '../../src/report/page/filter.ts';
import { piecesOf } from '../../src/report/page/marked.ts';
import { stepsOf } from '../../src/report/page/waterfall.ts';
import { placesOf } from '../../src/report/places.ts';
import { WORDS } from '../../src/report/say.ts';

describe('the script and the style of a report', () => {
  test('are compiled from their source', async () => {
    expect(readFileSync(PAGE_FILE, 'utf8')).toBe(await pageModule());
  });

  test('ask for nothing, and make no markup of texts', () => {
    const module = readFileSync(PAGE_FILE, 'utf8');
    for (const name of [
      'innerHTML',
      'outerHTML',
      'insertAdjacentHTML',
      'document.write',
      'eval(',
      'fetch(',
      'url(',
      'import(',
    ])
      expect(module).not.toContain(name);
  });
});

describe('words', () => {
  test('take the same values in both languages', () => {
    const namesOf = (words: unknown, path = ''): string[] =>
      typeof words === 'string'
        ? [
            `${path} ${[...words.matchAll(/\{\w+\}/g)]
              .map(([name]) => name)
              .sort()
              .join(' ')}`,
          ]
        : Object.entries(words as object).flatMap(([key, value]) => namesOf(value, `${path}.${key}`));
    expect(namesOf(WORDS.en).sort()).toEqual(namesOf(WORDS.zh).sort());
  });
});

describe('marks', () => {
  test('cover what the spans cover, and leave the text as it is', () => {
    const span = fc
      .tuple(fc.nat(12), fc.nat(12))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.array(span), (text, spans) => {
        const texts = new Map([['title', { number: 3, text }]]);
        const places = placesOf(
          spans.map((one) => ({ ...one, field: 'title', text: '' })),
          texts,
        );
        const pieces = piecesOf(text, 3, places);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        const marked = pieces.flatMap((piece) =>
          Array.from({ length: piece.text.length }, () => piece.marked),
        );
        const wanted = Array.from({ length: text.length }, (_, i) =>
          spans.some(({ start, end }) => end <= text.length && start <= i && i < end),
        );
        expect(marked).toEqual(wanted);
        expect(piecesOf(text, 4, places).every((piece) => !piece.marked)).toBe(true);
      }),
    );
  });
});

describe('a waterfall', () => {
  test('has steps that begin where the one before ended', () => {
    const steps = stepsOf([
      ['a', 0.5],
      ['b', 0.25],
      ['c', -0.125],
    ]);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.5],
      [0.5, 0.75],
      [0.625, 0.75],
    ]);
  });
});

describe('contacts', () => {
  test('are masked in place', () => {
    const text = '技术先进，联系人：王小明，电话：024-88886666。欢迎合作';
    const masked = maskContacts(text);
    expect(masked).toHaveLength(text.length);
    expect(masked).toMatch(/^技术先进，＊+，＊+。欢迎合作$/);
    expect(maskContacts('压力 0.6MPa，转速 12000r/min')).toBe('压力 0.6MPa，转速 12000r/min');
  });
});

describe('filters', () => {
  const record = (id: string, kind: string, more: object = {}) => ({
    id,
    title: id,
    kind,
    regions: [],
    chains: [],
    texts: [['标题', id]],
    facts: [],
    ...more,
  });
  const data = {
    records: [
      record('D1', 'demand', { chains: ['SY02'], regions: ['21', '2101'], organization: '沈阳某厂' }),
      record('D2', 'demand'),
      record('热障涂层', 'achievement'),
      record('涂层专利', 'patent'),
    ],
    cards: [
      {
        query: 0,
        answered: true,
        needs: [],
        matches: [
          { record: 2, level: 3 },
          { record: 3, level: 1 },
        ],
      },
      { query: 1, answered: false, needs: [], matches: [] },
    ],
  } as unknown as PageData;
  const filter = new CardFilter(data);
  const none = { text: '', chain: '', region: '', level: '', kind: '', answered: '' };
  const shown = (wanted: Partial<typeof none>) =>
    filter.shown({ ...none, ...wanted }).map(({ card, matches }) => [card, ...matches]);

  test.each([
    [{}, [[0, 0, 1], [1]]],
    [{ chain: 'SY02' }, [[0, 0, 1]]],
    [{ chain: '-' }, [[1]]],
    [{ region: '2101' }, [[0, 0, 1]]],
    [{ region: '-' }, [[1]]],
    [{ level: '2' }, [[0, 0]]],
    [{ kind: 'patent' }, [[0, 1]]],
    [{ answered: 'no' }, [[1]]],
    [{ text: 'ｄ1' }, [[0, 0, 1]]],
    [{ text: '热障 沈阳' }, [[0, 0]]],
    [{ text: '沈阳' }, [[0, 0, 1]]],
    [{ text: '专利' }, [[0, 1]]],
    [{ text: '没有的词' }, []],
  ])('of %j show %j', (wanted, cards) => {
    expect(shown(wanted)).toEqual(cards);
  });

  test('of a kind keep the queries of the kind where these are supply', () => {
    const reversed = {
      ...data,
      cards: [{ query: 3, needs: [], matches: [{ record: 0 }] }],
    } as unknown as PageData;
    const kinds = (kind: string) => new CardFilter(reversed).shown({ ...none, kind });
    expect(kinds('patent')).toEqual([{ card: 0, matches: [0] }]);
    expect(kinds('achievement')).toEqual([]);
  });
});
