/** Strength of the evidence that a word gives for a chain: 3 settles it, 2 is strong, 1 is a hint, 0 is none. */
export type Strength = 0 | 1 | 2 | 3;

/** A technical word with its synonyms and what it says about industry chains. */
export interface LexiconEntry {
  /** Interchangeable names; the first one stands for all. */
  readonly names: readonly string[];
  /** Chain code → strength. Empty for a word that is known and speaks for no chain. */
  readonly chains: Readonly<Record<string, Strength>>;
  /** First name of the entry that this one is a kind of. */
  readonly broader?: string;
  /** True for a compound head: every longer word that ends in one of the names gives this evidence. */
  readonly head?: boolean;
}
