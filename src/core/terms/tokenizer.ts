/**
 * What a term is made of: single ideographs, pairs of neighbouring ones, Latin words and model numbers, words (also
 * quantities, which say little alone), or a class of functions that a word tells of. Each kind is a signal of its own.
 */
export type TokenKind = 'characters' | 'functions' | 'latin' | 'pairs' | 'words';

/** One occurrence of a term in a normalised text. */
export interface Token {
  /** What is counted and matched: a word, a character bigram, a stem, a number with its unit. */
  readonly term: string;
  /** Place in the normalised text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What one occurrence counts, ≥ 0; default 1. */
  readonly weight?: number;
  /** Default `words`. */
  readonly kind?: TokenKind;
}

/** What tokens are written to. */
export interface TokenSink {
  push(token: Token): unknown;
}

/**
 * Cuts a normalised text into terms. Must be a pure function of the text: the same text gives the same tokens.
 * Tokens may overlap; their order does not matter. Tokens without a term, outside of the text, or with a weight
 * that is not above 0 are left out.
 */
export interface Tokenizer {
  /** Changes whenever the same text could give other tokens; a saved index is bound to it. */
  readonly fingerprint: string;
  /**
   * The tokens of a normalised text, places in it included. The same text gives the same tokens.
   * @param reading the same text, unit by unit at the same places, with the capitals of the text as given where it
   * holds numbers (mW is no MW); a tokenizer that reads no units leaves it out of account. Default: the text.
   */
  tokenize(text: string, reading?: string): Token[];
  /**
   * Of {@link Tokenizer.tokenize} the tokens of the kinds `words` and `latin`, in the same order: explanations ask for
   * them of many records, and for no others. Default: they are picked from all.
   */
  words?(text: string, reading?: string): Token[];
}
