/**
 * Room `core/terms`: texts become terms: normalised, freed of stop phrases, cut by a tokenizer.
 * Begin: this file puts it together; `tokenizer.ts` is the contract.
 * Order: knows records, lexicon and quantities.
 */

import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Exclusion, exclusionsOf } from '../reading/exclusions.ts';
import { type FieldWeights, type TextField, textFields } from '../records/fields.ts';
import type { MatchRecord } from '../records/types.ts';
import { withoutContacts } from './contacts.ts';
import { foldWord, type NormalizedText, normalize, type Simplifier } from './normalize.ts';
import { readingText } from './reading-text.ts';
import { StopPhrases, type TextSpan } from './stop-phrases.ts';
import type { Token, Tokenizer } from './tokenizer.ts';
import { usableTokens } from './usable-tokens.ts';

/** One field of a record, normalised and cut into terms. */
export interface AnalyzedField {
  readonly field: TextField;
  /** Contacts are blanks in it. */
  readonly normalized: NormalizedText;
  /** Tokens outside of stop phrases and of what the text rules out. */
  readonly tokens: readonly Token[];
  /** What the text rules out. */
  readonly exclusions: readonly Exclusion[];
}

/** Texts of a record → terms. The only place where texts are normalised and cut. */
export interface Analyzer {
  readonly fingerprint: string;
  readonly lexicon: Lexicon;
  analyze(record: MatchRecord): AnalyzedField[];
}

/** What an analyzer is made of. */
export interface AnalyzerParts {
  readonly tokenizer: Tokenizer;
  readonly lexicon: Lexicon;
  readonly fieldWeights: FieldWeights;
  readonly simplifier?: Simplifier | undefined;
}

/** Puts normalisation, stop phrases and a tokenizer together. */
export function createAnalyzer(parts: AnalyzerParts): Analyzer {
  const { tokenizer, lexicon, fieldWeights, simplifier } = parts;
  const phrases = new StopPhrases(lexicon.boilerplate, foldWord);
  return {
    fingerprint: `${tokenizer.fingerprint}|${lexicon.fingerprint}|${simplifier?.fingerprint ?? 'as-is'}`,
    lexicon,
    analyze: (record) =>
      textFields(record, fieldWeights).map((field) => {
        const normalized = withoutContacts(normalize(field.text, simplifier));
        const { text } = normalized;
        const stopped = phrases.find(text);
        const tokens = usableTokens(
          tokenizer.tokenize(text, readingText(normalized, field.text)),
          text.length,
        );
        const exclusions = exclusionsOf(text, lexicon);
        const left = exclusions.filter(({ replaced }) => !replaced).map(({ start, end }) => ({ start, end }));
        return { field, normalized, tokens: outside(outside(tokens, stopped), left), exclusions };
      }),
  };
}

function outside(tokens: readonly Token[], spans: readonly TextSpan[]): readonly Token[] {
  const last = spans.at(-1);
  if (last === undefined) return tokens;
  const stopped = new Uint8Array(last.end);
  for (const span of spans) stopped.fill(1, span.start, span.end);
  return tokens.filter((token) => {
    for (let at = token.start; at < token.end; at++) if (stopped[at] === 1) return false;
    return true;
  });
}
