import { readFileSync } from 'node:fs';
import {
  DEFAULT_TAXONOMY,
  defaultLexicon,
  defineTaxonomy,
  domainLexicon,
  type LexiconEntry,
  type LexiconSource,
} from 'cuohe';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPILED_FILE, compiledModule } from '../../../scripts/build-lexicon.ts';
import {
  compileLexicon,
  createLexicon,
  openCompiled,
  openLexicon,
} from '../../../src/core/matcher/lexicons.ts';
import { foldWord } from '../../../src/core/terms/normalize.ts';
import { readLists } from '../../../src/defaults/lexicon/lists.ts';

const MAPS = ['byName', 'heads', 'senses', 'generic', 'everyday', 'functions'] as const;

describe('the compiled lexicon', () => {
  it('is what the word lists and the taxonomy compile to (else: npm run build:lexicon)', () => {
    expect(readFileSync(COMPILED_FILE, 'utf8') === compiledModule(), 'run: npm run build:lexicon').toBe(true);
  });

  it('is the lexicon that is made of the lists', () => {
    const made = createLexicon(readLists(), DEFAULT_TAXONOMY);
    const opened = defaultLexicon();
    expect(opened.fingerprint).toBe(made.fingerprint);
    expect(opened.name).toBe(made.name);
    expect(opened.entries).toEqual(made.entries);
    expect(opened.boilerplate).toEqual(made.boilerplate);
    for (const map of MAPS) {
      expect([map, ...opened[map]]).toEqual([map, ...made[map]]);
      expect(opened[map].size).toBe(made[map].size);
      for (const [key, value] of made[map]) {
        expect(opened[map].has(key)).toBe(true);
        if (JSON.stringify(opened[map].get(key)) !== JSON.stringify(value)) expect.fail(`${map} ${key}`);
      }
    }
  });

  it('has the chains of a taxonomy that is one', () => {
    expect(defineTaxonomy(DEFAULT_TAXONOMY.name, DEFAULT_TAXONOMY.chains)).toEqual(DEFAULT_TAXONOMY);
  });

  it('gives the source back, of which the same lexicon can be made again', () => {
    expect(domainLexicon()).toEqual(readLists());
    expect(createLexicon(domainLexicon(), DEFAULT_TAXONOMY).fingerprint).toBe(defaultLexicon().fingerprint);
  });
});

const piece = fc.constantFrom('涂', '层', '钢', 'A', 'b', 'Ｔ', '老', '1', 'Σ', '𠮷');
const word = fc.string({ unit: piece, minLength: 1, maxLength: 4 });
const taxonomy = defineTaxonomy('small', [
  { code: 'X', nameZh: '涂层', nameEn: 'coatings', terms: ['钢涂', 'A1'] },
  { code: 'Y', nameZh: '钢', nameEn: 'steel', terms: ['层层'], confusable: ['钢b'] },
]);

/** Lexicons of words that are used once each, of all kinds. */
const sources = fc
  .tuple(
    fc.uniqueArray(word, { minLength: 8, maxLength: 40, selector: foldWord }),
    fc.array(fc.nat(6), { minLength: 40, maxLength: 40 }),
  )
  .map(([words, kinds]): LexiconSource => {
    const entries: LexiconEntry[] = [];
    const generic = new Map<string, number>();
    const everyday = new Map<string, readonly string[]>();
    const functions = new Map<string, readonly string[]>();
    words.forEach((name, i) => {
      const chains = { [i % 2 === 0 ? 'X' : 'Y']: 3 } as const;
      const last = entries.filter(({ head }) => head !== true).at(-1);
      if (kinds[i] === 0) entries.push({ names: [name, `${name}二`], chains: {} });
      else if (kinds[i] === 1) entries.push({ names: [name], chains, head: true });
      else if (kinds[i] === 2) generic.set(name, i / 50);
      else if (kinds[i] === 3) everyday.set(name, [`${name}术`, 'ＴＢＣ']);
      else if (kinds[i] === 4 && name.length > 1) functions.set(`class ${i}`, [name, `${name}x`]);
      else if (kinds[i] === 5)
        entries.push({ names: [`${name}三`], ambiguous: { [name]: ['塑Ａ'] }, chains });
      else
        entries.push({ names: [name], chains, ...(last === undefined ? {} : { broader: last.names[0]! }) });
    });
    return { name: 'test', entries, generic, boilerplate: ['涂层*钢'], everyday, functions };
  });

describe('a lexicon of a host', () => {
  it('opens as it was made, with a taxonomy and without, and finds the same words', () => {
    fc.assert(
      fc.property(sources, fc.boolean(), fc.string({ unit: piece, maxLength: 60 }), (source, has, text) => {
        const chains = has ? taxonomy : undefined;
        const made = createLexicon(source, chains);
        const compiled = compileLexicon(source, chains);
        const opened = openLexicon(compiled);
        expect(opened.fingerprint).toBe(made.fingerprint);
        expect(opened.entries).toEqual(made.entries);
        for (const map of MAPS) {
          expect([map, ...opened[map]]).toEqual([map, ...made[map]]);
          for (const key of made[map].keys()) {
            expect(opened[map].has(key)).toBe(true);
            expect(opened[map].get(key)).toEqual(made[map].get(key));
          }
          expect(opened[map].get(`${text}?`)).toBe(undefined);
        }
        const normal = foldWord(text);
        expect(opened.finder.segment(normal)).toEqual(made.finder.segment(normal));
        expect(opened.functionFinder.segment(normal)).toEqual(made.functionFinder.segment(normal));
        expect(openCompiled(compiled).source()).toEqual(source);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused where its text is another one, cut off, or of another version', () => {
    const compiled = compileLexicon({ name: 'small', entries: [{ names: ['涂层'], chains: {} }] });
    expect(openLexicon(compiled).byName.has('涂层')).toBe(true);
    for (const text of [
      '',
      '涂层 3',
      '{}\n',
      compiled.slice(0, -1),
      compiled.replace('"format":1', '"format":99'),
      `${compiled} `,
    ]) {
      expect(() => openLexicon(text)).toThrow(expect.objectContaining({ code: 'INVALID_LEXICON' }));
    }
  });
});
