import { DEFAULT_TAXONOMY, defaultLexicon, domainLexicon, type LexiconEntry } from 'cuohe';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../../src/core/terms/normalize.ts';

const {
  entries,
  generic = new Map<string, number>(),
  boilerplate = [],
  everyday = new Map<string, readonly string[]>(),
  functions = new Map<string, readonly string[]>(),
} = domainLexicon();
const codes = new Set(DEFAULT_TAXONOMY.chains.map(({ code }) => code));
const words = entries.filter(({ head }) => head !== true);
const speaksFor = (entry: LexiconEntry) => Object.keys(entry.chains);

describe('the domain lexicon', () => {
  it('holds at least 4,000 technical terms with chains and 1,000 groups of synonyms', () => {
    expect(words.filter((entry) => speaksFor(entry).length > 0).length).toBeGreaterThanOrEqual(4000);
    expect(words.filter(({ names }) => names.length > 1).length).toBeGreaterThanOrEqual(1000);
  });

  it('speaks for chains of the taxonomy only, and for each of them with at least 150 words', () => {
    const orphans = entries.flatMap(speaksFor).filter((code) => !codes.has(code));
    expect(orphans).toEqual([]);
    for (const code of codes) {
      expect(words.filter((entry) => entry.chains[code] !== undefined).length).toBeGreaterThanOrEqual(150);
    }
  });

  it('names nothing twice, as it stands in texts', () => {
    for (const list of [words, entries.filter(({ head }) => head === true)]) {
      const names = list.flatMap((entry) => entry.names.map(foldWord));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('has broader words that lead somewhere and never in a circle', () => {
    const byName = new Map(
      words.flatMap((entry) => entry.names.map((name) => [foldWord(name), entry] as const)),
    );
    for (const entry of words) {
      const seen = new Set<LexiconEntry>();
      for (let at: LexiconEntry | undefined = entry; at !== undefined; ) {
        expect(seen.has(at)).toBe(false);
        seen.add(at);
        if (at.broader === undefined) break;
        const wider: LexiconEntry | undefined = byName.get(foldWord(at.broader));
        expect(wider).toBeDefined();
        at = wider;
      }
    }
  });

  it('counts no word as technical for a chain and as generic at once', () => {
    const technical = new Set(words.flatMap((entry) => entry.names.map(foldWord)));
    expect([...generic.keys()].filter((word) => technical.has(foldWord(word)))).toEqual([]);
    for (const factor of generic.values()) expect(factor >= 0 && factor <= 1).toBe(true);
  });

  it('holds at least 3,000 everyday words, none of which is its own technical term', () => {
    expect(everyday.size).toBeGreaterThanOrEqual(3000);
    for (const [word, terms] of everyday) {
      expect(terms).not.toContain(word);
      expect(terms.length).toBeGreaterThan(0);
    }
  });

  it('holds at least 150 classes of functions, and no word in more than four of them', () => {
    expect(functions.size).toBeGreaterThanOrEqual(150);
    const all = [...defaultLexicon().functions];
    expect(all.filter(([, classes]) => classes.length > 4)).toEqual([]);
  });

  it('lists no word of a function that holds another one of its class: the shorter one is found in it', () => {
    for (const [name, list] of functions) {
      const longer = list.filter((word) => list.some((other) => other !== word && word.includes(other)));
      expect([name, ...longer]).toEqual([name]);
    }
  });

  it('lets the words of a trouble and of its remedy meet in a class', () => {
    const classes = (word: string) => defaultLexicon().functions.get(foldWord(word));
    expect(classes('掉漆')).toEqual(classes('转化膜'));
    expect(classes('结拱')).toEqual(classes('破拱'));
    expect(classes('结拱')).not.toEqual(classes('掉漆'));
  });

  it('cuts out no phrase that is a technical word', () => {
    const { byName } = defaultLexicon();
    const technical = (phrase: string) => Object.keys(byName.get(foldWord(phrase))?.chains ?? {}).length > 0;
    expect(boilerplate.filter(technical)).toEqual([]);
  });

  it.each([
    ['热障涂层', 'TBC', 'the long name and its acronym'],
    ['增材制造', '3D打印', 'the standard name and the popular one'],
    ['日光温室', '暖棚', 'the book word and the colloquial one'],
    ['自动导引车', 'AGV', 'Chinese and English'],
  ])('knows %s and %s as one: %s', (one, other, _why) => {
    const { byName } = defaultLexicon();
    expect(byName.get(foldWord(one))).toBeDefined();
    expect(byName.get(foldWord(one))).toBe(byName.get(foldWord(other)));
  });

  it.each([
    ['集成灶', 'SY06', 'a kitchen stove is no integrated circuit'],
    ['薯片', 'SY17', 'a crisp is no chip'],
    ['聊天机器人', 'SY04', 'talk is no machine'],
  ])('does not let %s speak for %s: %s', (word, code, _why) => {
    expect(defaultLexicon().byName.get(foldWord(word))?.chains[code] ?? 0).toBe(0);
  });
});
