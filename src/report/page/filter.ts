import type { PageData, PageRecord } from '../data.ts';

/** Which cards and matches are wanted; no page is known here. */

/** What people chose. Empty: all. */
export interface Wanted {
  /** Words that must all stand in the texts. */
  readonly text: string;
  /** Code of a chain of the query. */
  readonly chain: string;
  /** Key of a region that holds the query. */
  readonly region: string;
  /** Least level of a match. */
  readonly level: string;
  /** Kind of the record that is no demand. */
  readonly kind: string;
  /** `yes`, `no`. */
  readonly answered: string;
}

/** A card with the matches of it that are wanted, by their places. */
export interface ShownCard {
  readonly card: number;
  readonly matches: readonly number[];
}

/** Finds cards; texts are folded once. */
export class CardFilter {
  readonly #data: PageData;
  readonly #texts: (string | undefined)[];

  constructor(data: PageData) {
    this.#data = data;
    this.#texts = new Array(data.records.length);
  }

  /**
   * The cards that are wanted, in their order: where the query has all words, all its matches that pass, else those that
   * have the words. A card without a match stays only where nothing is asked of matches.
   */
  shown(wanted: Wanted): ShownCard[] {
    const { cards, records } = this.#data;
    const words = folded(wanted.text)
      .split(/\s+/)
      .filter((word) => word !== '');
    const least = wanted.level === '' ? undefined : Number(wanted.level);
    const found: ShownCard[] = [];
    for (const [i, card] of cards.entries()) {
      const query = records[card.query]!;
      if (wanted.chain !== '' && !hasChain(query, wanted.chain)) continue;
      if (wanted.region !== '' && !isIn(query, wanted.region)) continue;
      if (wanted.answered !== '' && card.answered !== (wanted.answered === 'yes')) continue;
      const isQueryKind = query.kind !== 'demand' && wanted.kind !== '';
      if (isQueryKind && query.kind !== wanted.kind) continue;
      const missing = words.filter((word) => !this.#text(card.query).includes(word));
      const matches: number[] = [];
      for (const [place, match] of card.matches.entries()) {
        const record = records[match.record]!;
        if (least !== undefined && (match.level ?? -1) < least) continue;
        if (wanted.kind !== '' && !isQueryKind && record.kind !== wanted.kind) continue;
        if (missing.length > 0 && !missing.every((word) => this.#text(match.record).includes(word))) continue;
        matches.push(place);
      }
      const asksOfMatches = least !== undefined || (wanted.kind !== '' && !isQueryKind) || missing.length > 0;
      if (matches.length > 0 || !asksOfMatches) found.push({ card: i, matches });
    }
    return found;
  }

  /** What is searched of a record. */
  #text(place: number): string {
    let text = this.#texts[place];
    if (text === undefined) {
      const { id, organization = '', place: where = '', texts } = this.#data.records[place]!;
      text = folded([id, organization, where, ...texts.map(([, one]) => one)].join('\n'));
      this.#texts[place] = text;
    }
    return text;
  }
}

/** The empty code in the list of choices stands for all, so that of records without a chain is another. */
export const NO_CHAIN = '-';

function hasChain({ chains }: PageRecord, code: string): boolean {
  return code === NO_CHAIN ? chains.length === 0 : chains.includes(code);
}

/** Records that tell no region. */
export const NO_REGION = '-';

function isIn({ regions }: PageRecord, key: string): boolean {
  return key === NO_REGION ? regions.length === 0 : regions.includes(key);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
