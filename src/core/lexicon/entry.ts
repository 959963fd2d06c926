/** Strength of the evidence that a word gives for a chain: 3 settles it, 2 is strong, 1 is a hint, 0 is none. */
export type Strength = 0 | 1 | 2 | 3;

/** A technical word with its synonyms and what it says about industry chains. */
export interface LexiconEntry {
  /** Interchangeable names; the first one stands for all. */
  readonly names: readonly string[];
  /**
   * Names with other meanings too → words of which one must stand in the same text for the name to count:
   * { ABS: ['塑料', '注塑'] }. Several entries may have the same one; a text that tells of two of them tells of none.
   */
  readonly ambiguous?: Readonly<Record<string, readonly string[]>>;
  /** Chain code → strength. Empty for a word that is known and speaks for no chain. */
  readonly chains: Readonly<Record<string, Strength>>;
  /** First name of the entry that this one is a kind of. */
  readonly broader?: string;
  /** True for a compound head: every longer word that ends in one of the names gives this evidence. */
  readonly head?: boolean;
}

/** One meaning of a name that has several: ABS of plastics, ABS of brakes. */
export interface Sense {
  readonly entry: LexiconEntry;
  /** Normalised; one of them tells of this meaning. */
  readonly words: readonly string[];
}
