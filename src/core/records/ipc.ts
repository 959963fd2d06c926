import { withoutEnd } from '../../base/ends.ts';

/**
 * Symbols of the International Patent Classification, as patent offices, exports and forms write them: C22C 38/00,
 * C22C38/00(2006.01)I, C22C-038/00, and the fixed length of WIPO Standard ST.8, C22C0038000000.
 */

/** A symbol of the IPC, its wording kept. */
export interface IpcSymbol {
  readonly raw: string;
  /** The symbol as the IPC writes it: `C22C 38/04`, or `C22C`, `C22`; absent for wording that is none. */
  readonly code?: string;
}

/** 38/04; a colon stands in codes of indexing. */
const PARTED = '(\\d{1,4}) ?[/:] ?(\\d{2,6})';
/** Of fixed length: four digits of the main group, two or six of the subgroup. */
const FIXED = '(\\d{4})(\\d{2}|\\d{6})';
/** A main group alone. */
const ALONE = '(\\d{1,3})(?![./:])';
/** Section, class, subclass, group. All parts have an upper bound, so that no place of the text is tried for long. */
const SYMBOL = new RegExp(
  `(?<![A-Z\\d])([A-H]) ?(\\d{2})(?: ?([A-Z])(?:[ -]{0,6}(?:${PARTED}|${FIXED}|${ALONE})(?!\\d)|(?![A-Z\\d]))|(?=[ ([]|$))`,
  'g',
);
/** 38/04 behind C22C 38/00 is of the same subclass. */
const GROUP_ALONE = new RegExp(`^ {0,6}${PARTED}(?!\\d)`);
const SEPARATORS = /[;,、|\n\r\t]/;

/**
 * Reads the symbols of one text, `C22C 38/00; B22F3/02`; separators may be missing, and a group alone is of the subclass
 * before it. Each symbol keeps its own piece as `raw`, with what stands behind it; a piece without one has no `code`.
 * Nothing is corrected: of C22C 38/OO only C22C is understood. O(length).
 */
export function parseIpc(value: string): IpcSymbol[] {
  const symbols: IpcSymbol[] = [];
  let subclass: string | undefined;
  let from = 0;
  for (const piece of foldAscii(value).split(SEPARATORS)) {
    const found = [...piece.matchAll(SYMBOL)];
    const rawOf = (start: number, end: number) => value.slice(from + start, from + end).trim();
    found.forEach((match, i) => {
      const start = i === 0 ? 0 : match.index;
      subclass = match[3] === undefined ? undefined : `${match[1]}${match[2]}${match[3]}`;
      const end = found[i + 1]?.index ?? piece.length;
      symbols.push({ raw: rawOf(start, end), code: codeOf(match) });
    });
    if (found.length === 0 && piece.trim() !== '') {
      const group = subclass === undefined ? null : GROUP_ALONE.exec(piece);
      const raw = rawOf(0, piece.length);
      symbols.push(group === null ? { raw } : { raw, code: `${subclass} ${Number(group[1])}/${group[2]}` });
    }
    from += piece.length + 1;
  }
  return symbols;
}

function codeOf([
  ,
  section,
  classNumber,
  letter,
  main,
  sub,
  mainOf8,
  subOf8,
  alone,
]: RegExpMatchArray): string {
  const head = `${section}${classNumber}${letter ?? ''}`;
  if (main !== undefined) return `${head} ${Number(main)}/${sub}`;
  // Of fixed length the subgroup is filled up with zeros.
  if (mainOf8 !== undefined)
    return `${head} ${Number(mainOf8)}/${subOf8!.slice(0, 2)}${withoutEnd(subOf8!.slice(2), (digit) => digit === '0')}`;
  return alone === undefined ? head : `${head} ${Number(alone)}/00`;
}

/** Full width and small letters as ASCII capitals, each unit in its place. */
function foldAscii(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, (char) => ('\n\r\t'.includes(char) ? char : ' '))
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** A part of the IPC: all symbols whose key lies from `from` to `to`, see {@link ipcKey}. */
export interface IpcArea {
  readonly from: string;
  readonly to: string;
}

const AREA_END = '\uffff';
const AREA =
  /^([A-H]\d{2}[A-Z] \d{1,4}(?:\/\d{2,6})?|[A-H](?:\d{2}[A-Z]?)?)(?:-([A-H]\d{2}[A-Z] \d{1,4}(?:\/\d{2,6})?|[A-H](?:\d{2}[A-Z]?)?|\d{1,4}(?:\/\d{2,6})?))?$/;

/**
 * A part of the IPC by its first symbol, or from one to another: `H01M`, `H01M 10`, `H01M 10/05`, `B64B-B64G`,
 * `C22C 5-49`, `H01L 21/00-21/98`. A main group without a slash holds its subgroups, a subgroup the numbers that
 * begin with its own, whatever the dots of the IPC say. `undefined` for other wording, and for an end before its begin.
 */
export function parseIpcArea(text: string): IpcArea | undefined {
  const match = AREA.exec(text);
  if (match === null) return undefined;
  const first = match[1]!;
  const given = match[2] ?? first;
  const last = /^\d/.test(given) ? `${first.slice(0, SUBCLASS_LENGTH)} ${given}` : given;
  const [from, to] = [ipcKey(first), ipcKey(last)];
  return levelOf(first) === levelOf(last) && from <= to ? { from, to: to + AREA_END } : undefined;
}

const SUBCLASS_LENGTH = 'C22C'.length;

function levelOf(code: string): number {
  return code.includes('/') ? Number.POSITIVE_INFINITY : ipcKey(code).length;
}

/** Text whose order is that of the IPC: `C22C 38/04` → `C22C003804`; a wider symbol begins the narrower ones. */
export function ipcKey(code: string): string {
  const [head, group] = code.split(' ');
  if (group === undefined) return head!;
  const [main, sub = ''] = group.split('/');
  return `${head}${main!.padStart(4, '0')}${sub}`;
}
