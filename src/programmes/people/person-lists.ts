import { isOrganizationName, readPerson, withoutRole } from './person-names.ts';
import { isChineseName, isLongSurname } from './surnames.ts';

/** Cells that name several people or units, beyond the lists that every record is read by (李娜、赵云): one piece for each. */

/** A piece of a cell that names one person. */
export interface ListedPiece {
  /** 覃砚舟研究员, 浑河特种材料研究所覃砚舟: who it is stands in it. */
  readonly text: string;
  /** The organisation that the cell names for several pieces: 东北大学（王伟、赵云）. */
  readonly organization?: string;
}

/** Signs between names that a record may still hold. */
const SIGNS = /[、，,;；|\n]+/;
const SLASH = / ?[/／\\—–-]+ ?/;
/** Words between names: 李娜和赵云, John Smith and Li Na. */
const JOINED =
  /(?<=[^\s和与及]) ?(?:以及|[和与及]) ?(?=\S)| (?:and|&) |(?<=\p{Script=Han}) ?[&+] ?(?=\p{Script=Han})/giu;
const COLON = /^([^:：]{2,40})[:：](.+)$/s;
const BRACKETS = /^([^()（）]{2,40})[(（]([^()（）]+)[)）]$/;
const LATIN = /\p{Script=Latin}/u;

/**
 * The people whom a cell names, one piece each. Names are not judged: who stands in a piece, `readPerson` tells. O(length).
 * @param isKnown whether a text is the name of somebody as it is: 王和平 is one person.
 */
export function listedPeople(text: string, isKnown: (text: string) => boolean = () => false): ListedPiece[] {
  const cell = withoutRole(oneBlank(text));
  if (isKnown(cell)) return [{ text: cell }];
  const [, head, rest] = COLON.exec(cell) ?? BRACKETS.exec(cell) ?? [];
  if (head !== undefined && isOrganizationName(head.trim())) {
    const pieces = piecesOf(rest!, isKnown);
    if (pieces.every((piece) => isKnown(piece) || isName(piece))) {
      return pieces.map((piece) => ({ text: piece, organization: head.trim() }));
    }
  }
  return piecesOf(cell, isKnown).flatMap(besideUnit);
}

function piecesOf(cell: string, isKnown: (text: string) => boolean): string[] {
  const listed = outsideBrackets(cell, SIGNS).flatMap((part) => {
    const names = part.split(SLASH);
    return names.length > 1 && names.every((name) => unjoined(name).every(isName)) ? names : [part];
  });
  return commaInName(listed, cell)
    .map(withoutRole)
    .flatMap((part) => (isKnown(part) ? [part] : spaced(part)))
    .flatMap((part) => (isKnown(part) ? [part] : unjoined(part)))
    .filter((part) => !MARKS.test(part));
}

/** Numbers of notes alone: of 王伟1,2. */
const MARKS = /^[\d*#†‡§^ ]*$/;

/** 王伟 李娜 赵云 are three, 王 伟, 欧阳 峰 and 买买提 江 one each. */
function spaced(part: string): string[] {
  const words = part.split(' ');
  const areNames = words.length > 1 && words.every((word) => isOneName(word));
  return areNames ? words : [part];
}

function isOneName(word: string): boolean {
  const name = readPerson(word)?.name ?? '';
  return isChineseName(name) && !isLongSurname(name);
}

/** 王伟和李娜; 刘和平和张伟, where what joins may be a part of a name. One where pieces are no names. O(length). */
function unjoined(part: string): string[] {
  const joins = [...part.matchAll(JOINED)];
  if (joins.length === 0) return [part];
  const from = [0, ...joins.map(({ index, 0: found }) => index + found.length)];
  const to = [...joins.map(({ index }) => index), part.length];
  const names: string[] = [];
  for (let i = 0; i < from.length; ) {
    const last = [2, 1, 0].map((more) => i + more).find((at) => isOne(i, at));
    if (last === undefined) return [part];
    names.push(part.slice(from[i], to[last]).trim());
    i = last + 1;
  }
  return names;

  /** Whether pieces are one name, with the characters between them. */
  function isOne(first: number, last: number): boolean {
    if (last >= to.length) return false;
    const isWithin = joins.slice(first, last).every(({ 0: found }) => /^[和与及]$/.test(found));
    const name = part.slice(from[first], to[last]).trim();
    return isWithin && isName(name) && (first === last || !name.includes('·'));
  }
}

/** Smith, John is one person; John Smith, Li Na are two. */
function commaInName(parts: readonly string[], cell: string): readonly string[] {
  const areWords = parts.length === 2 && parts.every((part) => LATIN.test(part)) && /[,，]/.test(cell);
  return areWords && parts.some((part) => /^\S+$/.test(part)) ? [`${parts[1]} ${parts[0]}`] : parts;
}

/** 东北大学 王伟 赵云, 王伟 东北大学: the unit before names is theirs, else the one behind them. */
function besideUnit(part: string): ListedPiece[] {
  if (LATIN.test(part)) return [{ text: part }];
  const words = part.split(/\s+/);
  const units = words.map(isOrganizationName);
  const isListed =
    words.length > 1 &&
    units.includes(true) &&
    units.includes(false) &&
    words.every((word, i) => units[i] || isName(word));
  if (!isListed) return [{ text: part }];
  const pieces: ListedPiece[] = [];
  const isBefore = units[0] === true;
  let open: string[] = [];
  let unit: string | undefined;
  const close = () => {
    for (const text of open) pieces.push(unit === undefined ? { text } : { text, organization: unit });
    open = [];
  };
  for (const [i, word] of words.entries()) {
    if (units[i] !== true) open.push(word);
    else if (isBefore) {
      close();
      unit = word;
    } else {
      unit = word;
      close();
      unit = undefined;
    }
  }
  close();
  return pieces;
}

/** Whether a text reads as one name: of two to four characters, with dots, or of Latin words. */
function isName(text: string): boolean {
  const name = readPerson(text)?.name ?? '';
  if (isOrganizationName(text)) return false;
  return LATIN.test(name) ? /\S\s+\S/.test(name) : /^\p{Script=Han}{2,4}$|·/u.test(name);
}

/** The units of a cell, one piece each; what joins them is no part of a name only where all pieces are known or end as units do. */
export function listedUnits(text: string, isKnown: (text: string) => boolean = () => false): string[] {
  const cell = oneBlank(text);
  if (cell === '' || isKnown(cell)) return [cell];
  return outsideBrackets(cell, SIGNS)
    .map((part) => part.replace(REST, ''))
    .flatMap((part) => {
      if (isKnown(part)) return [part];
      const parts = part.split(UNITS_JOINED).filter((unit) => unit !== '');
      return parts.every((unit) => isKnown(unit) || isOrganizationName(unit)) ? parts : [part];
    });
}

/** Width folded, and blanks one each; lines stay apart. */
function oneBlank(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

const UNITS_JOINED = / ?[/／] ?| |(?<=\S)(?:或者|或|以及|[和与及])(?=\S)/;
const REST = /等(?:高校|院校|高校院所|科研院所|院所|单位|企业|机构)?$/;

/** Pieces between signs that stand outside of brackets. */
function outsideBrackets(text: string, signs: RegExp): string[] {
  const parts: string[] = [];
  let open = 0;
  let part = '';
  for (const piece of text.split(/([()（）])/)) {
    if (piece === '(' || piece === '（') open++;
    if (piece === ')' || piece === '）') open = Math.max(0, open - 1);
    if (open > 0 || piece.length <= 1) {
      if (open === 0 && signs.test(piece)) {
        parts.push(part);
        part = '';
      } else part += piece;
      continue;
    }
    const [first, ...more] = piece.split(signs);
    part += first;
    for (const next of more) {
      parts.push(part);
      part = next;
    }
  }
  parts.push(part);
  return parts.map((one) => one.trim()).filter((one) => one !== '');
}
