import { withoutEnds } from '../base/ends.ts';

/** Boxes of forms in one cell: □研发 ☑中试, 研发□ 中试√, [x] 技术转让 [ ] 入股. */

/** The words of a cell with boxes. */
export interface Ticks {
  readonly ticked: readonly string[];
  /** All words that a box stands at, in their order. */
  readonly offered: readonly string[];
}

const EMPTY = '□☐○◯❏❑▢⬜';
const TICKED = '☑☒■●✓✔√☒◉◼⬛▣✅';
const CROSSED = '✗✘✕×╳';
/** Marks of more than one character, before they are one: in brackets, and those of symbol fonts. */
const LONG_MARKS: readonly (readonly [pattern: RegExp, mark: string])[] = [
  [/[[(（【]\s{0,3}[xX√✓✔☑*●■vV]\s{0,3}[\])）】]/g, '☑'],
  [/[[(（【]\s{0,3}[×✗✘]\s{0,3}[\])）】]/g, '□'],
  [/\[\s{0,3}\]|【\s{0,3}】|[(（]\s{0,3}[)）]/g, '□'],
  [/[\uF052\uF0FE\uF0FD]/g, '☑'],
  // The same fonts, lost: £ and ¨ were boxes, R and þ ticks.
  [/[£¨](?=\s{0,3}[\u4e00-\u9fff])/g, '□'],
  [/þ(?=\s{0,3}[\u4e00-\u9fff])/g, '☑'],
  [/[\uF0A3\uF06F\uF0A8]/g, '□'],
];
/** A letter before a word, which no other letter touches. */
const LOST_TICK = /(?<![A-Za-z])R(?=\s{0,3}[\u4e00-\u9fff])/g;
/** Cells of forms are short. */
const LONGEST = 2000;
const MARK = new RegExp(`[${EMPTY}${TICKED}${CROSSED}]`);
const BOX = new RegExp(`[${EMPTY}${TICKED}]`);
const MARKS = new RegExp(`[${EMPTY}${TICKED}${CROSSED}]+`, 'g');
/** What parts the words of a cell, beside their boxes; before it may stand a label: 合作方式：. */
const EDGE = /[\s,，、;；/|。.]/;
const withoutEdges = (text: string) => withoutEnds(text, (char) => EDGE.test(char));

interface Piece {
  readonly text: string;
  /** Whether a mark of a box, and of a tick, stands here. */
  readonly isMark: boolean;
  readonly isTicked: boolean;
}

/**
 * The words of a cell that boxes stand at; `undefined` where it has none. Marks stand before their words, or behind them
 * in the whole cell; a mark of the first kind at the beginning says before, one at the end behind. A tick without other
 * boxes (研发 √中试) ticks the word that it touches. O(length).
 */
export function readTicks(cell: string): Ticks | undefined {
  if (cell.length > LONGEST) return undefined;
  let text = cell;
  if (text.includes('£')) text = text.replace(LOST_TICK, '☑');
  for (const [pattern, mark] of LONG_MARKS) text = text.replace(pattern, mark);
  if (!MARK.test(text)) return undefined;
  // × of a size (100×50) and ○ of a formula are no boxes: of such marks alone there are none.
  if (!BOX.test(text)) return undefined;
  const pieces = piecesOf(text.replace(/^[^:：□☐○☑☒■●✓✔√]{1,12}[:：]/, ''));
  const marks = pieces.filter(({ isMark }) => isMark);
  if (marks.every(({ text }) => [...text].every((char) => '√✓✔'.includes(char))) && hasBareWords(pieces))
    return bare(pieces);
  const isBehind = !pieces[0]!.isMark && pieces.at(-1)!.isMark;
  const ticked: string[] = [];
  const offered: string[] = [];
  pieces.forEach(({ isMark, isTicked }, i) => {
    if (!isMark) return;
    const word = wordOf(pieces[isBehind ? i - 1 : i + 1], isBehind);
    if (word === '') return;
    offered.push(word);
    if (isTicked) ticked.push(word);
  });
  return { ticked, offered };
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const addWord = (word: string) => {
    if (withoutEdges(word) !== '') pieces.push({ text: word, isMark: false, isTicked: false });
  };
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    addWord(text.slice(end, match.index));
    const isTicked = [...match[0]].some((char) => TICKED.includes(char));
    pieces.push({ text: match[0], isMark: true, isTicked });
    end = match.index + match[0].length;
  }
  addWord(text.slice(end));
  return pieces;
}

/** The word beside a mark; 其他：____ is 其他, and what was written in. */
function wordOf(piece: Piece | undefined, isBehind: boolean): string {
  if (piece === undefined || piece.isMark) return '';
  const lines = piece.text
    .replace(/[_＿]+/g, ' ')
    .split('\n')
    .filter((line) => withoutEdges(line) !== '');
  const line = (isBehind ? lines.at(-1) : lines[0]) ?? '';
  return withoutEdges(line)
    .replace(/[:：]$/, '')
    .trim();
}

/** Whether words stand without any mark: then a tick touches its own word alone. */
function hasBareWords(pieces: readonly Piece[]): boolean {
  const words = pieces.filter(({ isMark }) => !isMark);
  const count = words.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  return count > pieces.length - words.length;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,，、;；/|]+/).filter((word) => word !== '');
}

function bare(pieces: readonly Piece[]): Ticks {
  const ticked: string[] = [];
  const offered: string[] = [];
  const isBehind = touchesBefore(pieces);
  pieces.forEach((piece, i) => {
    if (piece.isMark) return;
    const words = wordsOf(piece.text);
    offered.push(...words);
    const before = pieces[i - 1]?.isMark === true && !isBehind;
    const after = pieces[i + 1]?.isMark === true && isBehind;
    if (before) ticked.push(words[0]!);
    else if (after) ticked.push(words.at(-1)!);
  });
  return { ticked, offered };
}

/** 研发 中试√ 产业化: the tick touches what is before it. */
function touchesBefore(pieces: readonly Piece[]): boolean {
  const at = pieces.findIndex(({ isMark }) => isMark);
  const before = pieces[at - 1]?.text ?? ' ';
  const after = pieces[at + 1]?.text ?? ' ';
  return !/\s$/.test(before) && (/^[\s,，、;；/|]/.test(after) || pieces[at + 1] === undefined);
}
