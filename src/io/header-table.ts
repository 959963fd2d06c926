import type { Side } from '../core/records/parse.ts';
import { ACHIEVEMENT_HEADERS, DEMAND_HEADERS, FALLBACK_HEADERS } from './headers.ts';
import { READINGS } from './readings.ts';

/** Finds the field that a header means. */

/** What a header means. */
export interface HeaderMeaning {
  readonly field: string;
  /** 0 for a header that stands on its own; above 0 for a fallback, the better the lower. */
  readonly rank: number;
}

/** Finds the meaning of a header; `undefined` for one that is not known. */
export type HeaderTable = (header: string) => HeaderMeaning | undefined;

const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/g;
const MARKS = /^[*:•·]+|[*:]+$/g;
const NUMBERING = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、]/;
const BRACKETS = /[([{<【〔〈《][^)\]}>】〕〉》]*[)\]}>】〕〉》]/g;
const TRAILING_NUMBER = /(?:\d+|[一二三四五六七八九十])$/;

/** The header without what does not matter: width, case, spaces, marks of required columns, a closing colon. */
export function plainHeader(header: string): string {
  const text = header.normalize('NFKC').replace(ZERO_WIDTH, '').replace(/\s+/g, '').toLowerCase();
  return text.replace(MARKS, '').replace(NUMBERING, '').replace(MARKS, '');
}

/** The header without units and notes in brackets either. */
export function bareHeader(header: string): string {
  return plainHeader(plainHeader(header).replace(BRACKETS, ''));
}

/** The notes in brackets of a header. */
export function headerNotes(header: string): string[] {
  return [...plainHeader(header).matchAll(BRACKETS)].map((match) => match[0].slice(1, -1));
}

/**
 * The headers of one side: field names as they are, the known wordings, and the caller's, which go first.
 * With `onlyOwn` the caller's headers alone.
 */
export function headerTable(
  side: Side,
  own: Readonly<Record<string, string>> = {},
  onlyOwn = false,
): HeaderTable {
  const owned = new Map<string, HeaderMeaning>();
  for (const [header, field] of Object.entries(own)) owned.set(plainHeader(header), { field, rank: 0 });
  const known = onlyOwn ? new Map<string, HeaderMeaning>() : knownHeaders(side);
  const readings = READINGS[side];
  return (header) => {
    const plain = plainHeader(header);
    const bare = bareHeader(header);
    const found = owned.get(plain) ?? owned.get(bare) ?? known.get(plain) ?? known.get(bare);
    if (found !== undefined) return found;
    // 关键词1, 关键词2
    const counted = bare.replace(TRAILING_NUMBER, '');
    const meaning = owned.get(counted) ?? known.get(counted);
    return meaning !== undefined && readings.get(meaning.field) === 'list' ? meaning : undefined;
  };
}

function knownHeaders(side: Side): Map<string, HeaderMeaning> {
  const known = new Map<string, HeaderMeaning>();
  for (const [field, headers] of Object.entries(FALLBACK_HEADERS)) {
    if (!READINGS[side].has(field)) continue;
    headers.forEach((header, i) => {
      known.set(plainHeader(header), { field, rank: i + 1 });
    });
  }
  const words = side === 'demand' ? DEMAND_HEADERS : ACHIEVEMENT_HEADERS;
  for (const [field, headers] of Object.entries(words)) {
    for (const header of headers) known.set(plainHeader(header), { field, rank: 0 });
  }
  for (const field of READINGS[side].keys()) known.set(plainHeader(field), { field, rank: 0 });
  return known;
}
