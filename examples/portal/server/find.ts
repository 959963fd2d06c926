import { type Counted, InputError } from 'cuohe';
import { type Bilingual, FACETS, type Facet, type Question, type SearchAnswer } from './api.ts';
import type { Collection } from './collection.ts';
import { countOf, type Options, optionsOf, passing } from './filters.ts';
import { hasMeaning, lookUp } from './look-up.ts';
import type { Portal } from './portal.ts';
import { Refused } from './refused.ts';
import { type Subject, subjectOf } from './subject.ts';

/** All that a question finds. */
export interface Found {
  readonly collection: Collection;
  readonly subject: Subject | undefined;
  readonly total: number;
  /** Positions of some records, from the best on, or from the newest where nothing was asked. */
  slice(first: number, count: number): readonly number[];
  /** Those that were found by id or organisation alone; they come last. */
  readonly named: ReadonlySet<number>;
  readonly levels?: SearchAnswer['levels'];
  readonly answer?: Bilingual;
  readonly counts: Readonly<Record<Facet, Readonly<Record<string, number>>>>;
}

/** @throws Refused for an unknown record, chain or region. */
export function findAll(portal: Portal, question: Question): Found {
  const collection = portal.side(question.side);
  const subject = subjectOf(portal, question);
  try {
    return subject === undefined ? newest(collection, question) : ranked(collection, subject, question);
  } catch (error) {
    // Filters name what the collection does not know.
    if (!(error instanceof InputError)) throw error;
    const line = error.message.split('\n').slice(0, 3).join('; ');
    throw new Refused(400, `检索条件有误：${line}`, line);
  }
}

/**
 * Everything that is not noise, ranked without reasons, which takes milliseconds; a facet that something is chosen in is
 * counted without that choice, so that people see what else there is.
 */
function ranked(collection: Collection, subject: Subject, question: Question): Found {
  const { minScore, keeps, named } = lookUp(collection, subject, question);
  const options = (left?: Facet) => optionsOf(collection, question, keeps, left);
  const rank = (more: Options) => subject.rank({ ...options(), minScore, ...more });
  const head = rank({ limit: 1, counts: FACETS });
  const best = head.matches[0]?.level?.level;
  const isMeant = hasMeaning(question, best, named.size > 0);
  // What was found by its name has no level.
  const names = (left?: Facet) =>
    named.size === 0 || question.level > 0
      ? []
      : passing(collection, question, (index) => named.has(index), left);
  const namedHere = names();
  // A whole list is made for its levels alone.
  const list = isMeant ? rank({ limit: Number.POSITIVE_INFINITY }).matches : undefined;
  const atLeast = (level: number) => list?.filter((match) => (match.level?.level ?? 3) >= level) ?? [];
  const matches = list && atLeast(question.level);
  const total = matches?.length ?? head.total!;
  // A level never rises as scores fall: at least this level is at least the score of the last that has it.
  // Without a choice there may be others of that level, which score less.
  const leastOf = (left?: Facet) => {
    if (question.level === 0) return minScore;
    if (left === undefined || !isMeant) return matches?.at(-1)?.score ?? 1;
    const wider = subject.rank({ ...options(left), minScore, limit: Number.POSITIVE_INFINITY }).matches;
    return wider.filter(({ level }) => (level?.level ?? 3) >= question.level).at(-1)?.score ?? 1;
  };
  const count = (facets: readonly Counted[], left?: Facet) =>
    total === 0 && question.level > 0
      ? {}
      : subject.rank({ ...options(left), minScore: leastOf(left), limit: 0, counts: facets }).counts!;
  const all = question.level === 0 ? head.counts! : count(FACETS);
  const counts = eachFacet((facet) => {
    const left = question[facet].length > 0 ? facet : undefined;
    const matching = (left === undefined ? all : count([facet], facet))[facet];
    return sumOf(matching ?? {}, countOf(collection, facet, names(left)));
  });
  const levels = [0, 1, 2, 3].map((level) => atLeast(level).length + (level === 0 ? namedHere.length : 0));
  return {
    collection,
    subject,
    total: total + namedHere.length,
    slice: (first, count) => {
      const shown = matches?.slice(first, first + count) ?? rank({ limit: count, offset: first }).matches;
      const rest = Math.max(0, first - total);
      return [
        ...shown.map(({ index }) => index),
        ...namedHere.slice(rest, Math.max(0, first + count - total)),
      ];
    },
    named: new Set(namedHere),
    ...(isMeant && (total === 0 || best !== undefined) && { levels: levels as never }),
    ...(isMeant && head.answer && { answer: { zh: head.answer.zh, en: head.answer.en } }),
    counts,
  };
}

/** Nothing was asked: all records that pass the filters, the newest first. */
function newest(collection: Collection, question: Question): Found {
  const indices = passing(collection, question);
  const counts = eachFacet((facet) =>
    countOf(
      collection,
      facet,
      question[facet].length > 0 ? passing(collection, question, undefined, facet) : indices,
    ),
  );
  const newestFirst = [...indices].reverse();
  return {
    collection,
    subject: undefined,
    total: indices.length,
    slice: (first, count) => newestFirst.slice(first, first + count),
    named: new Set(),
    counts,
  };
}

function eachFacet<T>(make: (facet: Facet) => T): Readonly<Record<Facet, T>> {
  return Object.fromEntries(FACETS.map((facet) => [facet, make(facet)])) as Record<Facet, T>;
}

function sumOf(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const sum = { ...a };
  for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}
