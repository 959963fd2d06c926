import { readFileSync } from 'node:fs';
import { DEFAULT_TAXONOMY, defaultLexicon, domainLexicon } from 'cuohe';
import { describe, expect, it } from 'vitest';
import { COMPILED_FILE, compiledModule } from '../../../scripts/build-lexicon.ts';
import { createLexicon } from '../../../src/core/matcher/lexicons.ts';
import { readLists } from '../../../src/defaults/lexicon/lists.ts';

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
    for (const map of ['byName', 'heads', 'senses', 'generic', 'everyday', 'functions'] as const) {
      expect([map, ...opened[map]]).toEqual([map, ...made[map]]);
      expect(opened[map].size).toBe(made[map].size);
      for (const [key, value] of made[map]) {
        expect(opened[map].has(key)).toBe(true);
        if (JSON.stringify(opened[map].get(key)) !== JSON.stringify(value)) expect.fail(`${map} ${key}`);
      }
    }
  });

  it('gives the source back, of which the same lexicon can be made again', () => {
    expect(domainLexicon()).toEqual(readLists());
    expect(createLexicon(domainLexicon(), DEFAULT_TAXONOMY).fingerprint).toBe(defaultLexicon().fingerprint);
  });
});
