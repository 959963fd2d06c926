import { ROLE_WEIGHTS } from '../reading/roles.ts';
import type { Statement } from '../reading/statements.ts';
import type { AnalyzedField } from './analyzer.ts';
import { termOf } from './term-code.ts';
import { CHARACTERS, LATIN, TOKEN_KINDS, type TokenList } from './token-list.ts';
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

/** Takes the terms of texts and what each counts, above 0; of one that comes again, the sum counts. */
export interface TermCounter {
  add(signal: TextSignal, term: string, count: number): void;
  /** The same for a term of one or two units, by its code: most are. */
  addCode(signal: TextSignal, code: number, count: number): void;
}

/** Shows the terms of all fields to a counter. */
export function countTextTerms(fields: readonly AnalyzedField[], counter: TermCounter): void {
  for (const { field, counted } of fields) countTerms(counted, field.weight, counter);
  const title = titleTokens(fields)?.counted;
  if (title !== undefined) countTerms(title, 1, counter, 'title');
}

function countTerms(tokens: TokenList, factor: number, counter: TermCounter, own?: TextSignal): void {
  const { length, weights } = tokens;
  for (let i = 0; i < length; i++) {
    const count = weights[i]! * factor;
    if (!(count > 0)) continue;
    const signal = own ?? TOKEN_KINDS[tokens.kindAt(i)]!;
    const code = tokens.codeAt(i);
    if (code === 0) counter.add(signal, tokens.termAt(i), count);
    else counter.addCode(signal, code, count);
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
  const add = (signal: TextSignal, term: string, value: number) => {
    const known = counts[signal];
    known.set(term, Math.fround((known.get(term) ?? 0) + value));
  };
  countTextTerms(fields, { add, addCode: (signal, code, value) => add(signal, termOf(code), value) });
  return counts;
}

/** The title with the tokens that its signal counts, see {@link titleTokens}. */
export function titleOf(fields: readonly AnalyzedField[]): AnalyzedField | undefined {
  const title = titleTokens(fields);
  return title && { ...title.field, counted: title.counted, tokens: title.counted.tokens() };
}

/**
 * The title with the tokens that its signal counts, or the first words of a record without one: single characters and
 * Latin words, which bridge different wordings of the same object best; all tokens where a tokenizer gives neither.
 */
function titleTokens(
  fields: readonly AnalyzedField[],
): { readonly field: AnalyzedField; readonly counted: TokenList } | undefined {
  const told = fields.filter(({ counted }) => counted.length > 0);
  const named = told.find(({ field }) => field.field === 'title');
  // A title that only says who asks is none.
  const others = told.filter((field) => field !== named);
  const title =
    named === undefined || others.length === 0 || named.statements.some(isTelling) ? named : undefined;
  const field = title ?? others[0];
  if (field === undefined) return undefined;
  const tokens = title === undefined ? leadOf(field) : field.counted;
  const short = tokens.filter((i) => tokens.kindAt(i) === CHARACTERS || tokens.kindAt(i) === LATIN);
  return { field, counted: short.length > 0 ? short : tokens };
}

/** Who writes 我公司成立于1998年 before the matter has no title of that kind: a need or a problem is one, or what comes first else. */
function leadOf({ statements, counted }: AnalyzedField): TokenList {
  const matter = statements.find(
    ({ role, start, end }) => (role === 'need' || role === 'problem') && end - start > SHORTEST,
  );
  const from = (matter ?? statements.find(isTelling))?.start ?? 0;
  const { starts, ends } = counted;
  const lead = counted.filter((i) => starts[i]! >= from && ends[i]! <= from + LEAD);
  return lead.length > 0 ? lead : counted.filter((i) => ends[i]! <= LEAD);
}

function isTelling({ role }: Statement): boolean {
  return ROLE_WEIGHTS[role] >= TELLING;
}

/** The kind of a token: the signal that it counts for, beside the title's. */
export function kindOf({ kind = 'words' }: Token): TokenKind {
  return kind;
}
