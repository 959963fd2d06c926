import { fingerprint } from '../../base/hash.ts';
import { Issues } from '../../base/issues.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { LexiconEntry, Sense, Strength } from './entry.ts';
import { WordFinder } from './word-finder.ts';

/** What a lexicon is made of. */
export interface LexiconSource {
  readonly name: string;
  readonly entries: readonly LexiconEntry[];
  /** Words of any title → what an occurrence counts, 0 to 1. */
  readonly generic?: ReadonlyMap<string, number>;
  /** Phrases cut out before matching; `*` stands for up to twelve characters other than punctuation. */
  readonly boilerplate?: readonly string[];
  /** Words of everyday speech → technical terms for the remedy or the same thing, the best first. */
  readonly everyday?: ReadonlyMap<string, readonly string[]>;
  /** Classes of functions (what is wrong, what is done about it) → words that tell of one, each of two characters or more. */
  readonly functions?: ReadonlyMap<string, readonly string[]>;
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
  /** Normalised name with several meanings → what it may mean. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  /** Compound heads: normalised ending → its entry. */
  readonly heads: ReadonlyMap<string, LexiconEntry>;
  /** Normalised everyday word → normalised technical terms, the best first. */
  readonly everyday: ReadonlyMap<string, readonly string[]>;
  /** Normalised word → the classes of functions that it tells of. */
  readonly functions: ReadonlyMap<string, readonly string[]>;
  /** Finds the words of functions, also inside of other words: 除锈 of 激光除锈机. */
  readonly functionFinder: WordFinder;
  /** Finds names, generic words and everyday words. */
  readonly finder: WordFinder;
}

const STRENGTHS: ReadonlySet<unknown> = new Set([0, 1, 2, 3]);

/**
 * Checks a lexicon and makes it ready.
 * @param fold the text normalisation that records go through, so that names meet texts in the same form.
 * @throws InputError `INVALID_LEXICON` naming every repeated or empty name, bad strength, unknown broader entry, bad
 * generic word, bad everyday word and bad word of a function.
 */
export function defineLexicon(source: LexiconSource, fold: (text: string) => string): Lexicon {
  const issues = new Issues();
  const byName = new Map<string, LexiconEntry>();
  const heads = new Map<string, LexiconEntry>();
  source.entries.forEach((entry, index) => {
    const names = entry.head === true ? heads : byName;
    if (entry.names.length === 0) issues.addText('names', 'one name or more', 'none', { index });
    for (const [code, strength] of Object.entries(entry.chains)) {
      issues.expect(STRENGTHS.has(strength), `chains.${code}`, 'a strength of 0 to 3', strength, { index });
    }
    for (const given of entry.names) {
      const name = fold(given);
      if (name === '') issues.add('names', 'a name', given, { index });
      else if (names.has(name)) issues.add('names', 'a name not used before', given, { index });
      else names.set(name, entry);
    }
  });
  source.entries.forEach((entry, index) => {
    if (entry.broader === undefined) return;
    const broader = byName.get(fold(entry.broader));
    if (broader === undefined) issues.add('broader', 'the name of an entry', entry.broader, { index });
    else if (broader === entry) issues.add('broader', 'the name of another entry', entry.broader, { index });
  });
  const senses = readSenses(source.entries, byName, fold, issues);
  const generic = new Map<string, number>();
  for (const [word, factor] of source.generic ?? []) {
    const name = fold(word);
    const path = `generic ${word}`;
    issues.expect(name !== '', path, 'a word', word);
    const isEntry = byName.has(name) || senses.has(name);
    if (isEntry) issues.addText(path, 'a word that is no entry', 'a word of both lists');
    issues.expect(!generic.has(name), path, 'a word not used before', word);
    issues.expect(factor >= 0 && factor <= 1, path, 'a factor from 0 to 1', factor);
    generic.set(name, factor);
  }
  const everyday = new Map<string, readonly string[]>();
  for (const [word, terms] of source.everyday ?? []) {
    const name = fold(word);
    const path = `everyday ${word}`;
    issues.expect(name !== '', path, 'a word', word);
    if (generic.has(name)) issues.addText(path, 'a word that is not generic', 'a word of both lists');
    issues.expect(!everyday.has(name), path, 'a word not used before', word);
    const folded = terms.map(fold);
    issues.expect(folded.length > 0 && !folded.includes(''), path, 'technical terms', terms);
    everyday.set(name, folded);
  }
  const functions = new Map<string, readonly string[]>();
  for (const [name, words] of source.functions ?? []) {
    const path = `functions ${name}`;
    issues.expect(name.trim() !== '', path, 'the name of a class', name);
    issues.expect(words.length > 0, path, 'words', words);
    for (const given of words) {
      const word = fold(given);
      const classes = functions.get(word) ?? [];
      issues.expect(word.length > 1, path, 'a word of two characters or more', given);
      issues.expect(!classes.includes(name), path, 'a word not used before in the class', given);
      functions.set(word, [...classes, name]);
    }
  }
  issues.throwAs('INVALID_LEXICON', `Bad lexicon "${source.name}"`);
  const boilerplate = source.boilerplate ?? [];
  return {
    name: source.name,
    fingerprint: fingerprint(
      JSON.stringify([source.entries, [...generic], boilerplate, [...everyday], [...functions]]),
    ),
    entries: source.entries,
    generic,
    boilerplate,
    byName,
    senses,
    heads,
    everyday,
    functions,
    functionFinder: new WordFinder(functions.keys()),
    finder: new WordFinder(
      new Set([...byName.keys(), ...senses.keys(), ...generic.keys(), ...everyday.keys()]),
      everyday,
    ),
  };
}

/** The names of several meanings; words that tell of two meanings of one name, and names that stand alone too, are issues. */
function readSenses(
  entries: readonly LexiconEntry[],
  byName: ReadonlyMap<string, LexiconEntry>,
  fold: (text: string) => string,
  issues: Issues,
): Map<string, Sense[]> {
  const senses = new Map<string, Sense[]>();
  entries.forEach((entry, index) => {
    for (const [given, telling] of Object.entries(entry.ambiguous ?? {})) {
      const name = fold(given);
      const path = `ambiguous.${given}`;
      const words = telling.map(fold);
      const others = senses.get(name) ?? [];
      issues.expect(name !== '' && !byName.has(name), path, 'a name not used without words', given, {
        index,
      });
      issues.expect(words.length > 0 && !words.includes(''), path, 'words that tell', telling, { index });
      const isTold = (word: string) => others.some((sense) => sense.words.includes(word));
      issues.expect(!words.some(isTold), path, 'words that tell of one meaning', telling, { index });
      senses.set(name, [...others, { entry, words }]);
    }
  });
  return senses;
}

/**
 * A lexicon with the names, terms and confusable words of a taxonomy: added as entries where it lacks them. A word
 * that it knows keeps its synonyms, and speaks for the chains that name it unless it speaks for a chain of this
 * taxonomy already: then the lexicon knows better how strongly.
 */
export function withTaxonomy(
  source: LexiconSource,
  taxonomy: Taxonomy,
  fold: (text: string) => string,
): LexiconSource {
  const codes = new Set(taxonomy.chains.map((chain) => chain.code));
  const known = new Map<string, LexiconEntry>();
  const told = new Set<string>();
  for (const entry of source.entries) {
    if (entry.head === true) continue;
    for (const name of entry.names) known.set(fold(name), entry);
    // A name of several meanings keeps them where one of them is a chain's of this taxonomy.
    const speaks = Object.keys(entry.chains).some((code) => codes.has(code));
    if (speaks) for (const name of Object.keys(entry.ambiguous ?? {})) told.add(fold(name));
  }
  const generic = new Set([...(source.generic?.keys() ?? [])].map(fold));
  const added = new Map<
    string,
    { readonly names: readonly string[]; readonly chains: Readonly<Record<string, Strength>> }
  >();
  const claimed = new Map<LexiconEntry, Record<string, Strength>>();
  const addWord = (word: string, code?: string) => {
    const name = fold(word);
    if (name === '' || generic.has(name) || told.has(name)) return;
    const entry = known.get(name);
    if (entry !== undefined) {
      const speaks = Object.entries(entry.chains).some(([own, strength]) => strength > 0 && codes.has(own));
      if (code !== undefined && !speaks) claimed.set(entry, { ...claimed.get(entry), [code]: 3 });
      return;
    }
    const { names, chains } = added.get(name) ?? { names: [word], chains: {} };
    // A word that two chains name speaks for both. Not by assignment: a code may be `__proto__`.
    added.set(name, { names, chains: code === undefined ? chains : { ...chains, [code]: 3 } });
  };
  for (const chain of taxonomy.chains) {
    for (const word of [chain.nameZh, ...(chain.aliases ?? []), ...chain.terms]) addWord(word, chain.code);
  }
  for (const chain of taxonomy.chains) for (const word of chain.confusable ?? []) addWord(word);
  const entries = source.entries.map((entry) => {
    const chains = claimed.get(entry);
    const made = chains === undefined ? entry : { ...entry, chains: { ...entry.chains, ...chains } };
    if (entry.ambiguous === undefined) return made;
    // A name that the taxonomy uses means what it says there.
    const kept = Object.entries(entry.ambiguous).filter(([name]) => !added.has(fold(name)));
    return { ...made, ambiguous: Object.fromEntries(kept) };
  });
  return { ...source, entries: [...entries, ...added.values()] };
}
