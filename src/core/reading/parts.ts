import { parseIndicators } from '../indicators/indicators.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { cueFinder } from './cue-finder.ts';
import { exclusionsOf } from './exclusions.ts';
import { skipNumber } from './headings.ts';
import { type NamedThing, readName } from './names.ts';
import { REACHES } from './part-words.ts';
import { ROLES, type Role } from './roles.ts';
import type { Statements } from './statements.ts';

/** What a part of a need tells: the thing, what is done to it, what is to be reached or is wrong, and its bounds. */
export const PARTS = ['object', 'process', 'effect', 'indicator', 'condition', 'exclusion'] as const;
/** One of {@link PARTS}. */
export type PartKind = (typeof PARTS)[number];

/** A piece of a need. Places in the normalised text, end exclusive. */
export interface Part {
  readonly kind: PartKind;
  readonly start: number;
  readonly end: number;
  /** Of an object: where its head begins, 钢 of 轴承钢. What stands before it says what kind it is. */
  readonly head?: number;
}

/** Statements that tell parts: the rest is no part of a need. */
const TELLING: ReadonlySet<Role> = new Set(['need', 'problem', 'offer', 'other', 'indicator', 'condition']);
/** Texts are read so far: longer ones repeat themselves. In UTF-16 units. */
const MOST = 20_000;
const PROBLEM = ROLES.indexOf('problem');
const NEED = ROLES.indexOf('need');
/** Words of asking that stand before what is asked for: 希望找到一种, 开发新型. */
const ASKING =
  /^(?:(?:现?急需|亟[需待]|急求|迫切需要|希望|期望|盼望?|寻求|寻找|征集|求购?|想[找要求请把让]?|需要?|现[需求寻]|拟|计划|打算|我[们司厂]|公司|企业|本公司|现|目前|并|且|同时|因此|所以|为了?|以|请|可以|能够?|进行|通过|来|去|将|对于|关于|针对|其中|如何|怎样|怎么|有没有|能不能|能否|谁有|哪家有|找到?|找出|解决|研究|开发|研发|研制|设计|开展|引进|采购|购买|一[种套个款台类项]|新型|新的|更好的?|可以|合适的|适合的?) ?)+/;
const AFTER_PROBLEM = /(?:的?(?:问题|难题|现象|情况|缺陷))$/;

/**
 * The parts of the needs and problems of a text: things and what is done to them from the names of things (A的B技术,
 * 对A进行B, 一种基于C的A的B方法及装置), effects from verbs of reaching and words of what is wrong (A磨损快), figures,
 * conditions and what is ruled out. Rules on wording: of a sentence that tells none of it nothing is told. In the order
 * of their beginnings. O(length), of the first 20,000 units.
 */
export function partsOf(text: string, statements: Statements, lexicon: Lexicon): Part[] {
  const read = text.slice(0, MOST);
  const parts: Part[] = [];
  for (const { start, end } of exclusionsOf(read, lexicon)) parts.push({ kind: 'exclusion', start, end });
  const figures = parseIndicators(read);
  let figure = 0;
  for (const { start, end, role } of statements) {
    for (; figure < figures.length && figures[figure]!.start < end; figure++) {
      const { start: from, end: to } = figures[figure]!;
      if (TELLING.has(role) && from >= start) parts.push({ kind: 'indicator', start: from, end: to });
    }
  }
  let i = 0;
  for (const clause of clausesOf(read)) {
    while (i + 1 < statements.length && statements[i]!.end <= clause.start) i++;
    const role = statements[i]?.role ?? 'other';
    if (!TELLING.has(role) || clause.by === 'colon') continue;
    if (role === 'condition') {
      const told = trimmed(read, clause);
      if (told.end > told.start) parts.push({ kind: 'condition', ...told });
    } else if (role !== 'indicator') readClause(read, clause, lexicon, parts);
  }
  return parts.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The parts of a name, as of a title. */
export function partsOfName(text: string, lexicon: Lexicon): Part[] {
  const parts: Part[] = [];
  add(readName(text, 0, text.length, lexicon), parts);
  return parts.sort((a, b) => a.start - b.start || a.end - b.end);
}

function readClause(text: string, clause: Clause, lexicon: Lexicon, out: Part[]): void {
  const bare = trimmed(text, clause);
  const from = skipNumber(text, bare.start, bare.end);
  const said = text.slice(from, bare.end);
  const start = from + (ASKING.exec(said)?.[0].length ?? 0);
  if (bare.end - start < 2) return;
  const verb = REACHES.find((word) => text.startsWith(word, start));
  if (verb !== undefined) {
    out.push({ kind: 'effect', start, end: bare.end });
    const of = text.lastIndexOf('的', bare.end - 1);
    if (of > start + verb.length) addThing(text, start + verb.length, of, lexicon, out);
    return;
  }
  const done = /^对?(.{2,30}?)(?:进行|实施|开展|加以)(.{2,20})$/.exec(text.slice(start, bare.end));
  if (done !== null) {
    const [, thing, treatment] = done as unknown as [string, string, string];
    const at = start + done[0].indexOf(thing);
    addThing(text, at, at + thing.length, lexicon, out);
    out.push({ kind: 'process', start: bare.end - treatment.length, end: bare.end });
    return;
  }
  const wrong = wrongFrom(text, start, bare.end);
  if (wrong === undefined) {
    addThing(text, start, bare.end, lexicon, out, start === from);
    return;
  }
  const stop = bare.end - (AFTER_PROBLEM.exec(text.slice(wrong, bare.end))?.[0].length ?? 0);
  out.push({ kind: 'effect', start: wrong, end: Math.max(stop, Math.min(wrong + 1, bare.end)) });
  if (wrong - start > 1) addThing(text, start, wrong, lexicon, out);
}

/** Where the words begin that tell what is wrong; undefined for none. */
function wrongFrom(text: string, start: number, end: number): number | undefined {
  let found: number | undefined;
  cueFinder().eachCue(text, start, end, start, ({ role, strength }, at, stop) => {
    if (role === NEED && strength === 3) found = -1;
    if (role !== PROBLEM || strength < 2 || found !== undefined || stop - at < 2 || at === start) return;
    if (!/^(?:问题|难题|困难|难点|存在)$/.test(text.slice(at, stop))) found = at;
  });
  return found === -1 ? undefined : found;
}

/** A longer piece is a sentence. In UTF-16 units. */
const LONGEST_THING = 24;

/**
 * What a piece of a sentence names, where it names a thing that the lexicon knows; of one that nothing asks for
 * (遇到高温) only what is done to it.
 */
function addThing(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  out: Part[],
  isPlain = false,
): void {
  const named = readName(text, start, end, lexicon);
  const { object, process } = named;
  if (isPlain && process === undefined) return;
  const thing = object && text.slice(object.start, object.end);
  const isKnown =
    thing !== undefined &&
    thing.length <= LONGEST_THING &&
    (named.head !== object!.start ||
      lexicon.finder.segment(thing).some(({ word }) => lexicon.byName.has(word)));
  add(isKnown ? named : process === undefined ? {} : { process }, out);
}

function add({ object, head, process }: NamedThing, out: Part[]): void {
  if (object !== undefined) out.push({ kind: 'object', ...object, head: head ?? object.start });
  if (process !== undefined) out.push({ kind: 'process', ...process });
}

function trimmed(text: string, { start, end }: Clause): { readonly start: number; readonly end: number } {
  let [from, to] = [start, end];
  while (to > from && /[\s,;。!?:]/.test(text.charAt(to - 1))) to--;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  return { start: from, end: to };
}
