import { ROLE_WEIGHTS } from '../reading/roles.ts';
import type { Statement } from '../reading/statements.ts';
import type { AnalyzedField } from './analyzer.ts';
import type { Token, TokenKind } from './tokenizer.ts';

/**
 * The text of a record as six separate signals: a rare word says nothing about how telling the single characters
 * are, so each kind of term is counted and scaled for itself, and the title once more alone.
 */
export const TEXT_SIGNALS = ['characters', 'functions', 'latin', 'pairs', 'title', 'words'] as const;
export type TextSignal = (typeof TEXT_SIGNALS)[number];

/** Term → frequency, for each text signal: the sum of field weight × token weight, as 32-bit floats like stored rows. */
export type TermFrequencies = Readonly<Record<TextSignal, ReadonlyMap<string, number>>>;

/** Units of the first field that stand in for a missing title, from the first statement that is no introduction. */
const LEAD = 60;
/** A need that is shorter is a heading. In UTF-16 units. */
const SHORTEST = 8;
/** What the words of such a statement count at least. */
const TELLING = 0.5;

/** Takes a term of a signal and what it counts, above 0; of one that comes again, the sum counts. */
export type CountTerm = (signal: TextSignal, term: string, count: number) => void;

/** Shows the terms of all fields to a counter. */
export function countTextTerms(fields: readonly AnalyzedField[], count: CountTerm): void {
  for (const { field, tokens } of fields) {
    for (const token of tokens) {
      const value = (token.weight ?? 1) * field.weight;
      if (value > 0) count(kindOf(token), token.term, value);
    }
  }
  for (const { term, weight = 1 } of titleOf(fields)?.tokens ?? []) {
    if (weight > 0) count('title', term, weight);
  }
}

/** Counts the terms of all fields. */
export function termFrequencies(fields: readonly AnalyzedField[]): TermFrequencies {
  const counts = {
    characters: new Map<string, number>(),
    functions: new Map<string, number>(),
    latin: new Map<string, number>(),
    pairs: new Map<string, number>(),
    title: new Map<string, number>(),
    words: new Map<string, number>(),
  };
  countTextTerms(fields, (signal, term, value) => {
    const known = counts[signal];
    known.set(term, Math.fround((known.get(term) ?? 0) + value));
  });
  return counts;
}

/**
 * The title with the tokens that its signal counts, or the first words of a record without one: single characters and
 * Latin words, which bridge different wordings of the same object best; all tokens where a tokenizer gives neither.
 */
export function titleOf(fields: readonly AnalyzedField[]): AnalyzedField | undefined {
  const told = fields.filter(({ tokens }) => tokens.length > 0);
  const named = told.find(({ field }) => field.field === 'title');
  // A title that only says who asks is none.
  const others = told.filter((field) => field !== named);
  const title =
    named === undefined || others.length === 0 || named.statements.some(isTelling) ? named : undefined;
  const first = title ?? others[0];
  if (first === undefined) return undefined;
  const tokens = title === undefined ? leadOf(first) : first.tokens;
  const short = tokens.filter((token) => kindOf(token) === 'characters' || kindOf(token) === 'latin');
  return { ...first, tokens: short.length > 0 ? short : tokens };
}

/** Who writes 我公司成立于1998年 before the matter has no title of that kind: a need or a problem is one, or what comes first else. */
function leadOf({ statements, tokens }: AnalyzedField): readonly Token[] {
  const matter = statements.find(
    ({ role, start, end }) => (role === 'need' || role === 'problem') && end - start > SHORTEST,
  );
  const from = (matter ?? statements.find(isTelling))?.start ?? 0;
  const lead = tokens.filter(({ start, end }) => start >= from && end <= from + LEAD);
  return lead.length > 0 ? lead : tokens.filter(({ end }) => end <= LEAD);
}

function isTelling({ role }: Statement): boolean {
  return ROLE_WEIGHTS[role] >= TELLING;
}

/** The kind of a token: the signal that it counts for, beside the title's. */
export function kindOf({ kind = 'words' }: Token): TokenKind {
  return kind;
}
