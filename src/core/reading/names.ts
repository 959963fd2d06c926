import type { Lexicon } from '../lexicon/lexicon.ts';
import type { FoundWord } from '../lexicon/word-finder.ts';
import { FORMS, MANNERS, PROCESSES } from './part-words.ts';

/** A place in a normalised text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the name of a thing or a result consists of. */
export interface NamedThing {
  readonly object?: Span;
  /** Where the head of the object begins. */
  readonly head?: number;
  readonly process?: Span;
}

const longest = (words: readonly string[]) => Math.max(...words.map(({ length }) => length));
const endings = (words: readonly string[]) => ({
  words: new Set(words),
  longest: longest(words),
  /** Units that one of them ends with: most pieces of texts end with none. */
  last: new Set(words.map((word) => word.charCodeAt(word.length - 1))),
});
const FORM = endings(FORMS);
const PROCESS = endings(PROCESSES);
const MANNER = endings(MANNERS);
/** A name is read so far back from its end. In UTF-16 units. */
const LONGEST = 60;
/** 一种基于机器视觉的: means, uses and kinds that stand before the thing. */
const BEFORE =
  /^(?:一[种类套个款]|新型|新一代|(?:基于|采用|利用|用于|适用于|应用于|面向|针对|具有|带有|含有?|一种)[^的]{1,24}的|高端|高性能|先进|绿色)+/;

/**
 * Reads a name from its end, as compounds are built: the form in which a result comes (…方法及装置) is left aside, then
 * what is done (在线检测), and what stands before it is the thing. Of a name that ends with a thing there is no process.
 * The head of the thing is the last word of the lexicon in it, or the ending that the lexicon knows (轴承|钢).
 * Looks at a bounded number of units.
 * @param words of the whole text, where they are known already; without them the thing is cut into words by itself.
 */
export function readName(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  words?: readonly FoundWord[],
): NamedThing {
  let from = Math.max(start, end - LONGEST);
  if (isLow(text, from)) from++;
  const before = BEFORE.exec(text.slice(from, end))?.[0].length ?? 0;
  const read = readBare(text, from + before, firstOf(text, from + before, end), lexicon, words);
  // 一种具有瓷白外观的柳条的制备方法, but 一种基于柳条的制备方法: of what is done the thing may stand before it only.
  if (read.object !== undefined || before === 0) return read;
  const kind = /^(?:一[种类套个款]|新型|具有|带有|含有?|基于|用于|采用|利用)*/.exec(text.slice(from, end))![0]
    .length;
  return readBare(text, from + kind, firstOf(text, from + kind, end), lexicon, words);
}

/** Of 检测装置及其操作方法 the first: it names the thing, the others what comes with it. */
function firstOf(text: string, from: number, end: number): number {
  for (let at = from + 2; at < end; at++) {
    if ('及和与'.includes(text.charAt(at)) && endingOf(text, from, at, FORM) > 0) return at;
    if (text.startsWith('及其', at)) return at;
  }
  return end;
}

function readBare(
  text: string,
  begin: number,
  end: number,
  lexicon: Lexicon,
  words: readonly FoundWord[] | undefined,
): NamedThing {
  let to = end;
  let from = begin;
  while (from < to && JOINTS.includes(text.charAt(from))) from++;
  for (let isCut = true; isCut; ) {
    to = withoutJoints(text, from, to);
    const form = endingOf(text, from, to, FORM);
    isCut = form > 0 && to - form > from;
    if (isCut) to -= form;
  }
  const done = to;
  for (let size = endingOf(text, from, to, PROCESS); size > 0; size = endingOf(text, from, to, PROCESS)) {
    to -= size;
    for (
      let manner = endingOf(text, from, to, MANNER);
      manner > 0;
      manner = endingOf(text, from, to, MANNER)
    ) {
      to -= manner;
    }
    const joined = withoutJoints(text, from, to);
    if (joined < to && endingOf(text, from, joined, PROCESS) === 0) break;
    to = joined;
  }
  const process = to < done ? { start: to, end: done } : undefined;
  const stop = withoutJoints(text, from, to);
  if (stop - from < 1) return process === undefined ? {} : { process };
  const object = { start: from, end: stop };
  const head = headOf(text, object, lexicon, words);
  return process === undefined ? { object, head } : { object, head, process };
}

const JOINTS = '的及与和、/其 ';

function withoutJoints(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && JOINTS.includes(text.charAt(end - 1))) end--;
  return end;
}

/** Units of the longest word of a list that a piece of a text ends with; 0 for none. */
function endingOf(text: string, from: number, to: number, list: ReturnType<typeof endings>): number {
  if (to - from < 2 || !list.last.has(text.charCodeAt(to - 1))) return 0;
  for (let size = Math.min(list.longest, to - from); size > 1; size--) {
    if (list.words.has(text.slice(to - size, to))) return size;
  }
  return 0;
}

function headOf(
  text: string,
  { start, end }: Span,
  lexicon: Lexicon,
  words: readonly FoundWord[] | undefined,
): number {
  const thing = text.slice(start, end);
  const last = words?.find((word) => word.end >= end && word.start < end);
  // A word of the text that reaches over an end of the thing hides those of the thing.
  const isHidden = last !== undefined && (last.end > end || last.start < start);
  if (words === undefined || isHidden) {
    const inner = lexicon.finder.segment(thing).at(-1);
    if (inner?.end === thing.length && lexicon.byName.has(inner.word)) return start + inner.start;
  } else if (last !== undefined && lexicon.byName.has(last.word)) return last.start;
  for (let size = Math.min(thing.length - 1, LONGEST_HEAD); size > 0; size--) {
    if (lexicon.heads.has(thing.slice(-size))) return end - size;
  }
  // 的 parts the kind from the thing.
  return start + thing.lastIndexOf('的') + 1;
}

const LONGEST_HEAD = 6;

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
