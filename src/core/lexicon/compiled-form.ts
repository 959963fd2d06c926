import type { LexiconEntry, Strength } from './entry.ts';
import type { NameList } from './names.ts';

/**
 * The compiled form of a lexicon: one text, which is used as it is. A line of JSON ({@link CompiledHead}) is followed by
 * the sections, one behind the other. Of the sections all but the last are read by place: a word is a slice, a number
 * is one unit. Opening it makes no object an entry, and takes milliseconds where reading word lists takes seconds.
 *
 *     words    words, one behind the other: names of entries, generic words, names of several meanings, names of
 *              compound heads; in lower case they are the normalised words
 *     spoken   everyday words in the same way, which stand before the heads: of each what the one before does not begin
 *              with, because most are made of a few parts
 *     shared   a number an everyday word: units that the one before begins with
 *     lengths  a number a word: its units
 *     kinds    a number a name, those of heads last: which of `CompiledRest.kinds` its entry is
 *     counts   a number an entry: its names; 0 for a head
 *     broader  a number an entry: 0 for none, else how far off the entry is that this one is a kind of
 *     factors  a number a generic word: which of `CompiledRest.factors` it has
 *     lists    a number an everyday word: which of `CompiledRest.terms` it has
 *     rest     JSON: what is small, and what is out of the ordinary
 */
export const SECTIONS = [
  'words',
  'spoken',
  'shared',
  'lengths',
  'kinds',
  'counts',
  'broader',
  'factors',
  'lists',
  'rest',
] as const;

export type Section = (typeof SECTIONS)[number];

/** Rises whenever an older text would be misread. */
export const COMPILED_FORMAT = 1;

/** The first line. */
export interface CompiledHead {
  /** What the text is. */
  readonly cuohe: 'lexicon';
  readonly format: number;
  readonly name: string;
  readonly fingerprint: string;
  /** UTF-16 units of each section. */
  readonly sections: readonly number[];
  /** Words of each part of `words`. */
  readonly parts: Readonly<Record<WordPart, number>>;
}

/** Entries between two whose first name is told; those between are counted. */
export const BLOCK = 64;

/** The parts of the words, in their order. */
export const WORD_PARTS = ['names', 'generic', 'senses', 'everyday', 'heads'] as const;

type WordPart = (typeof WORD_PARTS)[number];

/** The last section. Positions of words and entries are keys of objects where few have something. */
export interface CompiledRest {
  /** What entries say: their chains, and 1 for a compound head. */
  readonly kinds: readonly (readonly [chains: Readonly<Record<string, Strength>>, head: 0 | 1])[];
  /** Entries that are compound heads, in order, and how many names each has. */
  readonly heads: readonly (readonly [entry: number, names: number])[];
  /** The first name of every {@link BLOCK}th entry, by its position among the words; of a head the next entry's. */
  readonly blocks: readonly number[];
  readonly factors: readonly number[];
  /** Technical terms of everyday words, as they are written. */
  readonly terms: readonly (readonly string[])[];
  readonly boilerplate: readonly string[];
  readonly functions: readonly (readonly [name: string, words: readonly string[]])[];
  /** Words that the finder does not give: of one unit, and those that are everyday words too. */
  readonly apart: readonly number[];
  /** Of a word of `words` how it is written, where that is not how it stands there. */
  readonly given: Readonly<Record<string, string>>;
  /** Texts of this section whose normalised form is not their lower case. */
  readonly folded: Readonly<Record<string, string>>;
  /** Of an entry the broader word where it is no first name, or far off. */
  readonly broader: Readonly<Record<string, string>>;
  readonly ambiguous: Readonly<Record<string, NonNullable<LexiconEntry['ambiguous']>>>;
  /** Of each name of several meanings what it may mean, its words as they are written. */
  readonly senses: readonly (readonly (readonly [entry: number, words: readonly string[]])[])[];
  /** Whether the ideographs of all names are written as they stand in `words`. */
  readonly asWritten: boolean;
  /** See {@link NameList}. */
  readonly totals: NameList['totals'];
  /** The list of words that the taxonomy was added to. */
  readonly source: {
    /** Entries behind these are the taxonomy's. */
    readonly entries: number;
    /** What entries said before. */
    readonly chains: Readonly<Record<string, LexiconEntry['chains']>>;
    readonly ambiguous: Readonly<Record<string, NonNullable<LexiconEntry['ambiguous']>>>;
  };
}

/** Behind the backslash, so that as a text in source code few numbers need an escape. */
export const FIRST_UNIT = 0x5d;
/** Numbers below this are units below the surrogates, which are no text on their own. */
export const MOST_NUMBERS = 0xd800 - FIRST_UNIT;

/** The unit of a whole number from 0. @throws RangeError for one that is too large. */
export function unitOf(number: number): string {
  if (!(number >= 0 && number < MOST_NUMBERS)) {
    throw new RangeError(`A compiled lexicon holds numbers below ${MOST_NUMBERS}, not ${number}`);
  }
  return String.fromCharCode(FIRST_UNIT + number);
}

/** The number at a place of a compiled text. */
export function numberAt(text: string, at: number): number {
  return text.charCodeAt(at) - FIRST_UNIT;
}

/** How far off an entry may be to be told by a number. */
export const FAR = MOST_NUMBERS >> 1;

/** 1, 2, 3 … for a distance of 0, -1, 1, -2 …; 0 is left for none. */
export function fromDistance(distance: number): number {
  return 1 + (distance < 0 ? -2 * distance - 1 : 2 * distance);
}

/** The distance of {@link fromDistance}. */
export function toDistance(number: number): number {
  const n = number - 1;
  return n % 2 === 1 ? -(n + 1) / 2 : n / 2;
}
