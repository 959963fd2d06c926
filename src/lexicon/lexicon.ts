import { InputError, type InputIssue } from '../records/errors.ts';
import { fingerprint } from '../records/hash.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { LexiconEntry } from './entry.ts';
import { WordFinder } from './word-finder.ts';

/** What a lexicon is made of. */
export interface LexiconSource {
  readonly name: string;
  readonly entries: readonly LexiconEntry[];
  /** Words of any title → what an occurrence counts, 0 to 1. */
  readonly generic?: ReadonlyMap<string, number>;
  /** Phrases cut out before matching; `*` stands for up to twelve characters other than punctuation. */
  readonly boilerplate?: readonly string[];
}

/** A checked lexicon, ready to look words up in normalised texts. */
export interface Lexicon {
  readonly name: string;
  readonly fingerprint: string;
  readonly entries: readonly LexiconEntry[];
  readonly generic: ReadonlyMap<string, number>;
  readonly boilerplate: readonly string[];
  /** Normalised name → its entry; heads are not in it. */
  readonly byName: ReadonlyMap<string, LexiconEntry>;
  /** Compound heads: normalised ending → its entry. */
  readonly heads: ReadonlyMap<string, LexiconEntry>;
  /** Finds names and generic words. */
  readonly finder: WordFinder;
}

/**
 * Checks a lexicon and makes it ready.
 * @param fold the text normalisation that records go through, so that names meet texts in the same form.
 * @throws InputError `INVALID_LEXICON` naming every repeated name, unknown broader entry and empty name.
 */
export function defineLexicon(source: LexiconSource, fold: (text: string) => string): Lexicon {
  const issues: InputIssue[] = [];
  const byName = new Map<string, LexiconEntry>();
  const heads = new Map<string, LexiconEntry>();
  const add = (index: number, path: string, expected: string, received: string) =>
    issues.push({ index, path, expected, received });
  source.entries.forEach((entry, index) => {
    const names = entry.head === true ? heads : byName;
    for (const given of entry.names) {
      const name = fold(given);
      if (name === '') add(index, 'names', 'a name', JSON.stringify(given));
      else if (names.has(name)) add(index, 'names', 'a name not used before', JSON.stringify(given));
      else names.set(name, entry);
    }
  });
  source.entries.forEach((entry, index) => {
    if (entry.broader !== undefined && !byName.has(fold(entry.broader))) {
      add(index, 'broader', 'the name of an entry', JSON.stringify(entry.broader));
    }
  });
  const generic = new Map<string, number>();
  for (const [word, factor] of source.generic ?? []) {
    const name = fold(word);
    if (byName.has(name)) add(-1, `generic ${word}`, 'a word that is no entry', 'a word of both lists');
    generic.set(name, factor);
  }
  if (issues.length > 0) throw new InputError('INVALID_LEXICON', `Bad lexicon "${source.name}"`, issues);
  const boilerplate = source.boilerplate ?? [];
  return {
    name: source.name,
    fingerprint: fingerprint(JSON.stringify([source.entries, [...generic], boilerplate])),
    entries: source.entries,
    generic,
    boilerplate,
    byName,
    heads,
    finder: new WordFinder([...byName.keys(), ...generic.keys()]),
  };
}

/**
 * A lexicon with the names, terms and confusable words of a taxonomy added as entries, for names that it lacks.
 * A name that the lexicon knows keeps the lexicon's own word on it.
 */
export function withTaxonomy(
  source: LexiconSource,
  taxonomy: Taxonomy,
  fold: (text: string) => string,
): LexiconSource {
  const known = new Set(
    source.entries.flatMap((entry) => (entry.head === true ? [] : entry.names.map(fold))),
  );
  const generic = new Set([...(source.generic?.keys() ?? [])].map(fold));
  const entries = [...source.entries];
  const addWord = (word: string, chains: LexiconEntry['chains']) => {
    const name = fold(word);
    if (name === '' || known.has(name) || generic.has(name)) return;
    known.add(name);
    entries.push({ names: [word], chains });
  };
  for (const chain of taxonomy.chains) {
    for (const word of [chain.nameZh, ...(chain.aliases ?? []), ...chain.terms])
      addWord(word, { [chain.code]: 3 });
  }
  for (const chain of taxonomy.chains) for (const word of chain.confusable ?? []) addWord(word, {});
  return { ...source, entries };
}
