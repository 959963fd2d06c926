/** What the page script reads: the data of all cards, in one block of JSON. Texts are in the language of the report. */

/** A record that a card shows. */
export interface PageRecord {
  readonly id: string;
  readonly title: string;
  readonly organization?: string;
  /** Name of the region. */
  readonly place?: string;
  /** Keys of the region and of those that hold it, widest first. */
  readonly regions: readonly string[];
  readonly kind: string;
  /** Codes of the chains, the surest first. */
  readonly chains: readonly string[];
  /** The texts that were matched: label and text. The first is the title. */
  readonly texts: readonly (readonly [label: string, text: string])[];
  /** What else it says: budget, stage, contact. */
  readonly facts: readonly (readonly [label: string, text: string])[];
}

/** Places in the texts of a record, three numbers each: position of the text, start and end in it. In order, apart. */
export type Places = readonly number[];

/** One match of a card. */
export interface PageMatch {
  /** Position of the record. */
  readonly record: number;
  readonly rank: number;
  readonly score: number;
  /** 0 to 3; absent where none was given. */
  readonly level?: number;
  readonly probability?: number;
  /** The need that it answers, from 0. */
  readonly need?: number;
  readonly reason: string;
  /** Of the texts of the query, and of the record. */
  readonly queryPlaces: Places;
  readonly recordPlaces: Places;
  /** What the score is the sum of: what it is called, and how much it adds. Empty where it is not known. */
  readonly parts: readonly (readonly [name: string, value: number])[];
  /** What the demand asks for beside its matter: outcome, and what is to be said of it. */
  readonly conditions: readonly (readonly [outcome: string, text: string])[];
}

/** A query with its matches. */
export interface PageCard {
  /** Position of the record. */
  readonly query: number;
  /** Whether anything answers it; absent where no level says so. */
  readonly answered?: boolean;
  /** The same in a sentence. */
  readonly answer?: string;
  readonly needs: readonly string[];
  readonly matches: readonly PageMatch[];
}

/** All of it. */
export interface PageData {
  readonly words: PageWords;
  /** Code → name. */
  readonly chains: Readonly<Record<string, string>>;
  /** Kind → name. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Of the levels, from 0. */
  readonly levels: readonly string[];
  readonly records: readonly PageRecord[];
  readonly cards: readonly PageCard[];
}

/** What the page script says; `{…}` stands for a number or a text. */
export interface PageWords {
  readonly score: string;
  readonly probability: string;
  readonly noLevel: string;
  readonly rank: string;
  readonly chains: string;
  readonly needs: string;
  readonly need: string;
  readonly noMatches: string;
  readonly noneShown: string;
  readonly more: string;
  readonly compare: string;
  readonly texts: { readonly demand: string; readonly supply: string };
  readonly conditions: string;
  readonly parts: string;
  readonly partsTable: string;
  readonly part: string;
  readonly value: string;
  readonly sum: string;
  readonly partsOf: string;
  readonly shownCards: string;
  readonly nothingFound: string;
  readonly answered: string;
  readonly unanswered: string;
  readonly light: string;
  readonly dark: string;
  readonly tooManyToPrint: string;
  readonly printed: string;
  readonly number: string;
}
