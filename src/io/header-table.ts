import type { Side } from '../core/records/parse.ts';
import { HEADER_ENDS } from './header-ends.ts';
import { bareHeader, openedHeader, plainHeader } from './header-text.ts';
import { ACHIEVEMENT_HEADERS, COMMON_HEADERS, DEMAND_HEADERS, FALLBACK_HEADERS } from './headers.ts';
import { READINGS } from './readings.ts';

/** Finds the field that a header means, and says by which rule. */

/**
 * How a header was understood: `option` is the caller's, `known` a wording of the tables; `fallback` means the field
 * where nothing better does; `part` is one side of 及, 和, 与; `end` is its last word alone.
 */
export type HeaderRule = 'option' | 'known' | 'fallback' | 'part' | 'end';

/** What a header means. */
export interface HeaderMeaning {
  readonly field: string;
  /** The lower the better: of several headers for one value the best is taken. */
  readonly rank: number;
  readonly rule: HeaderRule;
}

/** Finds the meaning of a header; `undefined` for one that is not known. */
export interface HeaderTable {
  (header: string): HeaderMeaning | undefined;
  /** Whether a cell may be a known header, told quickly: what is none of them is most cells of a table. */
  readonly mayKnow: (cell: string) => boolean;
}

/** Ranks; a header of the side goes before one of both sides. */
const RANK = { option: 0, side: 1, common: 2, fallback: 10, part: 40, end: 50 } as const;
/** What may stand before the words that count. */
const LEADING = /^(?:主要|具体|详细|相关|本|该|拟|现|初步|简要|希望|预计|请填写|填写)/;
const JOINTS = /以及|及|和|与|或|[、/&]/;

/**
 * The headers of one side: the caller's, which go first, field names as they are, and the known wordings. With
 * `onlyOwn` the caller's headers alone.
 */
export function headerTable(
  side: Side,
  own: Readonly<Record<string, string>> = {},
  onlyOwn = false,
): HeaderTable {
  const known = onlyOwn ? new Map<string, HeaderMeaning>() : new Map(knownHeaders(side));
  for (const [header, field] of Object.entries(own))
    known.set(plainHeader(header), { field, rank: RANK.option, rule: 'option' });
  const found = new Map<string, HeaderMeaning | undefined>();
  const look = (header: string) => {
    const plain = plainHeader(header);
    const bare = bareHeader(header);
    // A note alone is no header.
    if (bare === '') return undefined;
    return known.get(plain) ?? known.get(openedHeader(header)) ?? known.get(bare) ?? counted(bare);
  };
  const counted = (bare: string) => {
    // 关键词1, 关键词2
    const meaning = known.get(withoutNumber(bare));
    return meaning !== undefined && ['list', 'items'].includes(READINGS[side].get(meaning.field)!)
      ? meaning
      : undefined;
  };
  const read = (header: string): HeaderMeaning | undefined => {
    const whole = look(header) ?? ofFirstLine(header);
    if (whole !== undefined || onlyOwn) return whole;
    const bare = bareHeader(header);
    const shorter = withoutLeading(bare);
    const plain = shorter === bare ? undefined : look(shorter);
    if (plain !== undefined) return plain;
    return ofParts(bare) ?? ofEnd(shorter, side);
  };
  /** What stands below a known first line is a note, not its last words. */
  const ofFirstLine = (header: string): HeaderMeaning | undefined => {
    const end = header.indexOf('\n');
    return end < 0 ? undefined : look(header.slice(0, end));
  };
  const ofParts = (bare: string): HeaderMeaning | undefined => {
    const pieces = bare.split(JOINTS);
    if (pieces.length < 2) return undefined;
    const meanings = pieces.map((piece) => look(piece) ?? look(withoutLeading(piece)));
    const meaning =
      meanings.find((meaning) => meaning !== undefined && READINGS[side].get(meaning.field) === 'text') ??
      meanings.find((meaning) => meaning !== undefined);
    // A list of wishes (姓名/电话) is no name.
    if (meaning === undefined || meaning.rule === 'fallback') return undefined;
    return { field: meaning.field, rank: RANK.part, rule: 'part' };
  };
  const meaningOf = (header: string) => {
    if (!found.has(header)) found.set(header, read(header));
    return found.get(header);
  };
  return Object.assign(meaningOf, {
    mayKnow: (cell: string) => cell.length <= LONGEST_QUICK && known.has(quick(cell)),
  });
}

const LONGEST_QUICK = 30;

/** What stands before a note or a line break, in lower case: enough to find most headers. */
function quick(cell: string): string {
  let end = 0;
  while (end < cell.length && !'（(【[\n*★'.includes(cell[end]!)) end++;
  return cell.slice(0, end).trim().toLowerCase();
}

/** 技术攻关主要内容 says 内容: what the last word says, where nothing else is known. */
function ofEnd(bare: string, side: Side): HeaderMeaning | undefined {
  const at = HEADER_ENDS[side].findIndex(({ ends, not }) => ends.test(bare) && !(not?.test(bare) ?? false));
  return at < 0 ? undefined : { field: HEADER_ENDS[side][at]!.field, rank: RANK.end + at, rule: 'end' };
}

function withoutLeading(bare: string): string {
  let text = bare;
  for (let next = text.replace(LEADING, ''); next !== text; next = text.replace(LEADING, '')) text = next;
  return text;
}

function withoutNumber(bare: string): string {
  let end = bare.length;
  while (end > 0 && bare[end - 1]! >= '0' && bare[end - 1]! <= '9') end--;
  return end === bare.length && '一二三四五六七八九十'.includes(bare.at(-1) ?? ' ')
    ? bare.slice(0, -1)
    : bare.slice(0, end);
}

const TABLES = new Map<Side, ReadonlyMap<string, HeaderMeaning>>();

function knownHeaders(side: Side): ReadonlyMap<string, HeaderMeaning> {
  const made = TABLES.get(side);
  if (made !== undefined) return made;
  const known = new Map<string, HeaderMeaning>();
  for (const [field, headers] of Object.entries(FALLBACK_HEADERS)) {
    if (!READINGS[side].has(field)) continue;
    headers.forEach((header, i) => {
      known.set(plainHeader(header), { field, rank: RANK.fallback + i, rule: 'fallback' });
    });
  }
  const set = (words: Readonly<Record<string, readonly string[]>>, rank: number) => {
    for (const [field, headers] of Object.entries(words))
      for (const header of headers) known.set(plainHeader(header), { field, rank, rule: 'known' });
  };
  set(COMMON_HEADERS, RANK.common);
  set(side === 'demand' ? DEMAND_HEADERS : ACHIEVEMENT_HEADERS, RANK.side);
  for (const field of READINGS[side].keys())
    known.set(plainHeader(field), { field, rank: RANK.side, rule: 'known' });
  TABLES.set(side, known);
  return known;
}
