/**
 * What the page and the server say to each other, as types: the page imports nothing else of the server. Texts of the
 * portal's own come in two languages; texts of records come as they are, with the places to mark.
 */

/** A text in the two languages of the portal. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What is searched: 成果 (and other supply), or 需求. */
export type SideName = 'supply' | 'demand';

/** What can be chosen beside the list, by the name that it has in a question. */
export const FACETS = ['chains', 'regions', 'kinds', 'stages'] as const;
export type Facet = (typeof FACETS)[number];

/** What somebody looks for. A saved search keeps it; the address of the page holds it. */
export interface Question extends Readonly<Record<Facet, readonly string[]>> {
  readonly side: SideName;
  /** Free text; empty: the newest records, unless `of` or `like` says more. */
  readonly text: string;
  /** Id of a record of the other side: what answers it. */
  readonly of?: string;
  /** Id of a record of the side that is searched: what is like it. */
  readonly like?: string;
  /** Least level that is shown, from 0 (all that is not noise) to 3 (强). */
  readonly level: number;
}

/** A place to mark, in UTF-16 units of the text beside it; the end is exclusive. Ascending, none overlap. */
export type Mark = readonly [start: number, end: number];

/** A text of a record. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** How well a record answers: 3 强, 2 较强, 1 弱, 0 无. */
export interface Level extends Bilingual {
  readonly level: number;
}

/** A chain of a record; `shared` with what was asked for. */
export interface ChainOf extends Bilingual {
  readonly code: string;
  readonly shared: boolean;
}

/** A record in a list. */
export interface Item {
  readonly side: SideName;
  readonly id: string;
  /** From 1; absent where nothing was asked. */
  readonly rank?: number;
  readonly score?: number;
  readonly level?: Level;
  readonly reason?: Bilingual;
  readonly title: MarkedText;
  readonly excerpt: MarkedText;
  readonly kind: Bilingual;
  readonly organization: string;
  readonly region?: Bilingual;
  readonly stage: string;
  readonly chains: readonly ChainOf[];
}

/** Something to choose, and how many records it would leave. */
export interface Choice extends Bilingual {
  readonly key: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** What a search finds. */
export interface SearchAnswer {
  /** The record that was asked for, or about. */
  readonly subject?: Pick<Item, 'side' | 'id' | 'organization'> & { readonly title: string };
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly items: readonly Item[];
  readonly facets: Readonly<Record<Facet, readonly Choice[]>>;
  /** How many records reach each level at least, by level; absent where there are no levels. */
  readonly levels?: readonly [number, number, number, number];
  /** Whether anything answers. */
  readonly answer?: Bilingual;
  /** Milliseconds on the server. */
  readonly took: number;
}

/** A part of a score: `value` is what it adds. */
export interface ScorePart extends Bilingual {
  readonly key: string;
  readonly value: number;
}

/** A field of a record with its heading. */
export interface ShownField extends MarkedText {
  readonly key: string;
  readonly label: Bilingual;
}

/** A record in full. */
export interface RecordAnswer {
  readonly item: Item;
  readonly fields: readonly ShownField[];
  /** What it was held against: the query, marked on its own side, with the parts of the score. */
  readonly pair?: {
    readonly query: readonly ShownField[];
    readonly queryTitle: MarkedText;
    readonly score: number;
    readonly parts: readonly ScorePart[];
    readonly phrases: readonly { readonly phrase: string; readonly other?: string; readonly value: number }[];
    readonly conditions: readonly (Bilingual & { readonly value: number; readonly met: boolean })[];
  };
}

/** One tile of the picture of chains. */
export interface ChainTile extends Bilingual {
  readonly code: string;
  readonly supply: number;
  readonly demand: number;
}

/** What the page asks first. */
export interface Info {
  readonly records: Readonly<Record<SideName, number>>;
  readonly chains: readonly ChainTile[];
  /** Whether workbooks can be written and read: the optional package `hucre` is there. */
  readonly workbooks: boolean;
}

/** A saved search, and what it would tell. */
export interface SavedSearchAnswer {
  readonly id: string;
  readonly name: string;
  readonly question: Question;
  /** Records that it finds now. */
  readonly total: number;
  /** Ids of those that it did not find, or that were others, when it was last looked at; the best first. */
  readonly news: readonly { readonly id: string; readonly title: string; readonly changed: boolean }[];
}

/** What became of a file. */
export interface ImportAnswer {
  readonly file: string;
  readonly side: SideName;
  /** Records that could be read; with `taken` they can be found. */
  readonly records: number;
  readonly leftOut: number;
  /** Records that take the place of one that is there. */
  readonly replaced: number;
  readonly taken: boolean;
  /** What to check, then what is good to know; the first hundred of each. */
  readonly notices: readonly {
    readonly level: 'warning' | 'info';
    readonly place: Bilingual;
    readonly text: Bilingual;
  }[];
  /** All of them. */
  readonly warnings: number;
  readonly columns: readonly { readonly header: string; readonly field: Bilingual | null }[];
}

/** What is said where something cannot be done. */
export interface Refusal {
  readonly error: Bilingual;
}
