import type { LexiconEntry } from './entry.ts';
import type { Lexicon } from './lexicon.ts';
import { WordPool } from './word-pool.ts';

/** The names of the entries of a lexicon as they are written: of words in their order, then of compound heads. */
export interface NameList {
  readonly pool: WordPool;
  /** Which words of the pool they are: from, to, in order. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
  /** What entries speak for, and which of it that of a name is, by the name's position in the pool. */
  readonly kinds: readonly LexiconEntry['chains'][];
  readonly kindOf: (word: number) => number;
  /** For one set of chains what names count in all, by class; they are summed in order, which takes a while. */
  readonly totals: { readonly codes: readonly string[]; readonly counts: readonly number[] } | undefined;
}

/** Lists that are there without entries. */
const lists = new WeakMap<Lexicon, NameList>();

/** Tells the names of a lexicon, so that its entries need not be made to read them. */
export function tellNames(lexicon: Lexicon, names: NameList): void {
  lists.set(lexicon, names);
}

/** The names of a lexicon. */
export function namesOf(lexicon: Lexicon): NameList {
  const known = lists.get(lexicon);
  if (known !== undefined) return known;
  const names: string[] = [];
  const kinds: LexiconEntry['chains'][] = [];
  const kindOf: number[] = [];
  for (const { names: own, chains } of new Set([...lexicon.byName.values(), ...lexicon.heads.values()])) {
    for (const name of own) {
      names.push(name);
      kindOf.push(kinds.length);
    }
    kinds.push(chains);
  }
  return {
    pool: WordPool.of(names),
    ranges: [[0, names.length]],
    kinds,
    kindOf: (word) => kindOf[word]!,
    totals: undefined,
  };
}
