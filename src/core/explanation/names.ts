import type { Lexicon } from '../lexicon/lexicon.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { kindOf } from '../terms/term-frequencies.ts';
import type { Token } from '../terms/tokenizer.ts';

/**
 * How the record says what it does not say in the words of the query: `same`: by another name of the same entry;
 * `related`: by a wider or narrower word, or by the technical term for an everyday word.
 */
export type Relation = 'same' | 'related';

/** A whole word of the record. */
export interface RecordWord {
  readonly field: AnalyzedField;
  readonly token: Token;
  /** As it stands in the normalised text. */
  readonly text: string;
}

/** Words kept for one term. */
const MOST_WORDS = 20;

/**
 * The words, Latin words and quantities of the record that are shared, by term. Single characters and pairs are pieces,
 * no words.
 */
export function recordWordsOf(
  record: readonly AnalyzedField[],
  shared: ReadonlyMap<string, number>,
): Map<string, RecordWord[]> {
  const words = new Map<string, RecordWord[]>();
  for (const field of record) {
    for (const token of field.tokens) {
      if (!isWord(token) || !shared.has(token.term)) continue;
      const list = words.get(token.term) ?? [];
      words.set(token.term, list);
      if (list.length < MOST_WORDS) {
        list.push({ field, token, text: field.normalized.text.slice(token.start, token.end) });
      }
    }
  }
  return words;
}

/** Whether a token is a whole word where it stands. */
export function isWord(token: Token): boolean {
  const kind = kindOf(token);
  return kind === 'words' || kind === 'latin';
}

/** Whether a token is said with a number, so that another spelling of it is the same thing. */
export function isExact(token: Token): boolean {
  return kindOf(token) === 'latin' || /^-?\d/.test(token.term);
}

/**
 * How two words of one term are related; nothing where the lexicon does not know both as words, or where the term names
 * neither of them: two kinds of one thing need not be near to each other.
 */
export function relationOf(
  word: string,
  other: string,
  term: string,
  { byName, everyday, senses }: Lexicon,
): Relation | undefined {
  const named = byName.get(term);
  // A name of several meanings has given the term of the one that its text tells of.
  const entryOf = (text: string) =>
    byName.get(text) ?? senses.get(text)?.find(({ entry }) => entry === named)?.entry;
  const one = entryOf(word);
  const two = entryOf(other);
  if (one !== undefined && one === two) return 'same';
  const isKnown = (text: string) => entryOf(text) !== undefined || everyday.has(text);
  return named !== undefined && (one === named || two === named) && isKnown(word) && isKnown(other)
    ? 'related'
    : undefined;
}

/** Longest word that is looked for across an end, in UTF-16 units. */
const REACH = 8;

/** Whether another known word lies across an end of a word, so that the word may be no word there: 电池鼓|包. */
export function isDoubtful(text: string, start: number, end: number, { finder }: Lexicon): boolean {
  for (let at = Math.max(0, start - REACH); at < end; at++) {
    if (at === start) continue;
    for (const word of finder.wordsAt(text, at)) {
      const to = at + word.length;
      if (at < start ? to > start && to < end : to > end) return true;
    }
  }
  return false;
}

/** Words that rule out what follows them. Single ideographs (无, 免) are parts of words too often. */
const WITHOUT =
  /(?:不用|不使用|不采用|不含有?|不添加|不依赖|无需使用|无须使用|避免使用|禁用|禁止使用|杜绝使用|弃用|不得使用|不能用|不想用)$/;
const LONGEST_WITHOUT = 4;

/** Whether a text writes, right before a place, that it does without what stands there. */
export function isRuledOut(text: string, at: number): boolean {
  return WITHOUT.test(text.slice(Math.max(0, at - LONGEST_WITHOUT), at));
}
