import type { Clause } from './clauses.ts';
import { headingOf } from './headings.ts';
import { type ListMark, listMarks, listsOf } from './list-marks.ts';
import type { Role } from './roles.ts';
import type { Statement, Statements } from './statements.ts';

/** One of the needs that a text tells. Places in the normalised text, end exclusive; its number is no part of it. */
export interface Need {
  readonly start: number;
  readonly end: number;
}

/** A list that begins behind these words tells what one need is to reach, not several needs. */
const OF_ONE =
  /要求|指标|参数|目标|功能|特点|优点|优势|条件|效果|性能|步骤|原因|方案|基础|措施|组成|结构|验收|成果|费用|不足|体现|如下情况|表现|(?:研究|主要|项目|建设|开发|研发)内容/;
/** Behind these it tells needs, whatever else stands there: 需求及目标. */
const OF_NEEDS = /需求|难题|问题|难点|难处|攻关|关键技术|技术方向|想解决|求助|几件事|几个方面|帮忙/;
/** Of a need that is its own, the shortest. In UTF-16 units: 去除率低 is said of something else. */
const SHORTEST = 6;
/** Words that begin another need. */
const ALSO =
  /^(?:另外|此外|除此之外|同时|再者|其次|另|还有|还|并且?)[,也]?(?:我[们厂司]|公司|企业)?(?:还|也|又|且)?(?:想|希望|需要?|急需|亟需|寻求|寻找|征集|求|计划|拟|打算|欲|盼)/;
/** A line that is a need by itself is no longer. */
const LONGEST_LINE = 40;
/** Lists looked at: each may reach to the end of the text. */
const MOST_LISTS = 32;
/** A heading is looked for so far. In UTF-16 units. */
const HEAD = 30;
const MATTER: ReadonlySet<Role> = new Set(['need', 'problem', 'other', 'offer', 'present']);

/**
 * The needs that a text tells: the points of its list of needs or problems (1. 2.; (1) (2); 一是 二是; 首先 其次; 需求一:
 * 需求二:; lines behind ●), the lines of one that is nothing but lines, or what 另外还想 and 同时希望 part; else one, which is all that is no
 * introduction. An introduction that they share is no part of them; nor are points that say what one need is to reach
 * (技术指标: 1. 2.), headings (一、需求内容 二、预期目标), or points too short to stand alone. O(length).
 *
 * @returns at least one for a text that is not empty, in order, without overlap.
 */
export function needsOf(text: string, statements: Statements): Need[] {
  if (text === '') return [];
  for (const list of listsOf(listMarks(text)).slice(0, MOST_LISTS)) {
    const points = pointsOf(text, list, statements);
    if (points !== undefined) return points;
  }
  return linesOf(text, statements) ?? partedOf(text, statements);
}

/** The points of a list where each is a need; undefined for another list. */
function pointsOf(text: string, list: readonly ListMark[], statements: Statements): Need[] | undefined {
  const [first] = list as readonly [ListMark, ...ListMark[]];
  const lead = leadOf(text, first.at);
  if (OF_ONE.test(lead) && !OF_NEEDS.test(lead)) return undefined;
  const before = statementBefore(statements, first.at);
  const isLed = before === undefined || MATTER.has(before.role) || OF_NEEDS.test(lead);
  let hasLines = false;
  const told = list.map(({ from }, i): Need => {
    const next = list[i + 1];
    const point = trimmed(text, from, next === undefined ? endOf(text, from, statements, hasLines) : next.at);
    hasLines ||= text.slice(point.start, point.end).includes('\n');
    return point;
  });
  // What is headed (3、合作方式：) is no need, and neither is what follows it.
  const headed = told.findIndex((point) => isHeaded(text, point));
  const points = headed < 0 ? told : told.slice(0, headed);
  if (points.some(({ start, end }) => end - start < SHORTEST)) return undefined;
  const asked = points.filter((point) => isMatter(point, statements));
  if (asked.length <= points.length / 2 || asked.length < 2) return undefined;
  // 首先 and 其次 tell the steps of a process as often, and what follows an introduction may go on with it.
  const isDoubtful = first.style.startsWith('order') || (!isLed && !first.style.startsWith('label'));
  if (isDoubtful && !points.every((point) => isAsked(point, statements))) return undefined;
  return [...asked.slice(0, -1), ...lastOf(text, asked, statements)];
}

/**
 * The last point, which no number ends: of one sentence, where the others are; and what 另外还想 parts from it, which is
 * a need of its own.
 */
function lastOf(text: string, points: readonly Need[], statements: Statements): Need[] {
  const last = points.at(-1)!;
  const sentence = (from: number, to: number) => {
    const at = text.slice(from, to).search(/[。!?\n]/);
    return at < 0 ? to : from + at;
  };
  const areSentences = points.slice(0, -1).every(({ start, end }) => sentence(start, end) === end);
  const starts = [last.start];
  for (let i = firstFrom(statements, last.start); i < statements.length; i++) {
    const { start } = statements[i]!;
    if (start > last.start && ALSO.test(text.slice(start, start + 16))) starts.push(start);
    if (start >= last.end) break;
  }
  return starts
    .map((start, i) => {
      const end = starts[i + 1] ?? Math.max(last.end, start);
      return trimmed(text, start, areSentences ? sentence(start, end) : end);
    })
    .filter(({ start, end }) => end - start >= SHORTEST);
}

/** What stands right before a list: the clause that leads to it. */
const LONGEST_LEAD = 30;

function leadOf(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_LEAD), at).trimEnd();
  const bare = before.replace(/[:,;。]$/, '');
  const cut = Math.max(...['\n', '。', ';', ','].map((sign) => bare.lastIndexOf(sign)));
  return bare.slice(cut + 1);
}

function statementBefore(statements: Statements, at: number): Statement | undefined {
  const i = firstFrom(statements, at);
  return statements[i]?.start === at || statements[i] === undefined ? statements[i - 1] : statements[i];
}

/** Position of the first statement that ends behind a place; the statements are in order. */
function firstFrom(statements: Statements, at: number): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (statements[middle]!.end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a point begins with a heading: a list of such tells the parts of one need. */
function isHeaded(text: string, { start, end }: Need): boolean {
  const head = text.slice(start, Math.min(end, start + HEAD));
  const sign = head.search(/[\n:。]/);
  const isColon = head.charAt(sign) === ':';
  const stop = start + (sign < 0 ? head.length : isColon ? sign + 1 : sign);
  const clause: Clause = { start, end: stop, by: isColon ? 'colon' : 'line', hasDigit: false };
  return headingOf(text, clause) !== undefined;
}

function isAsked({ start, end }: Need, statements: Statements): boolean {
  for (let i = firstFrom(statements, start); i < statements.length && statements[i]!.start < end; i++) {
    const { role } = statements[i]!;
    if (role === 'need' || role === 'problem') return true;
  }
  return false;
}

/** Whether a point tells a need or a problem by most of its units; figures say neither. */
function isMatter({ start, end }: Need, statements: Statements): boolean {
  let units = 0;
  for (let i = firstFrom(statements, start); i < statements.length && statements[i]!.start < end; i++) {
    const { start: from, end: to, role } = statements[i]!;
    const share = Math.min(to, end) - Math.max(from, start);
    units += MATTER.has(role) || role === 'condition' ? share : role === 'indicator' ? 0 : -share;
  }
  return units > 0;
}

/**
 * The last point ends where an introduction, a heading or a way of cooperation begins; with its line, where the others
 * are lines.
 */
function endOf(text: string, from: number, statements: Statements, hasLines: boolean): number {
  const line = hasLines ? -1 : text.indexOf('\n', from);
  let end = line < 0 ? text.length : line;
  for (let i = firstFrom(statements, from) + 1; i < statements.length && statements[i]!.start < end; i++) {
    const { role, start } = statements[i]!;
    if (!MATTER.has(role) && role !== 'indicator' && role !== 'condition') end = start;
  }
  return end;
}

/** A text of nothing but short lines, each a need. */
function linesOf(text: string, statements: Statements): Need[] | undefined {
  if (!text.includes('\n') || statements.some(({ role }) => !MATTER.has(role))) return undefined;
  const lines: Need[] = [];
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const line = trimmed(text, start, end);
    const size = line.end - line.start;
    if (size < SHORTEST || size > LONGEST_LINE || /[:,]/.test(text.slice(line.start, line.end)))
      return undefined;
    lines.push(line);
    start = end + 1;
  }
  return lines.length > 1 ? lines : undefined;
}

/** One need, or several that words part; from the first statement that is no introduction to the last one. */
function partedOf(text: string, statements: Statements): Need[] {
  const matter = statements.filter(({ role }) => MATTER.has(role));
  const first = matter.find(({ role }) => role === 'need' || role === 'problem') ?? matter[0];
  if (first === undefined) return [{ start: 0, end: text.length }];
  const last = matter.at(-1)!;
  const starts = [first.start];
  let asked = false;
  for (const { start, role } of statements) {
    if (start < first.start || role !== 'need') continue;
    if (asked && ALSO.test(text.slice(start, start + 16))) starts.push(start);
    asked = true;
  }
  return starts.map((start, i) => trimmed(text, start, starts[i + 1] ?? last.end));
}

const EDGE = /[\s,;。、:]/;

function trimmed(text: string, start: number, end: number): Need {
  let [from, to] = [start, end];
  while (to > from && EDGE.test(text.charAt(to - 1))) to--;
  while (from < to && EDGE.test(text.charAt(from))) from++;
  return { start: from, end: to };
}
