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

/** The words, Latin words and quantities of the record, by term. Single characters and pairs are pieces, no words. */
export function recordWordsOf(record: readonly AnalyzedField[]): Map<string, RecordWord[]> {
  const words = new Map<string, RecordWord[]>();
  for (const field of record) {
    for (const token of field.tokens) {
      if (!isWord(token)) continue;
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

/** How two words of one term are related; nothing where the lexicon does not know either as a word. */
export function relationOf(word: string, other: string, lexicon: Lexicon): Relation | undefined {
  const one = lexicon.byName.get(word);
  const two = lexicon.byName.get(other);
  if (one !== undefined && one === two) return 'same';
  const isKnown = (text: string) => lexicon.byName.has(text) || lexicon.everyday.has(text);
  return isKnown(word) && isKnown(other) ? 'related' : undefined;
}
