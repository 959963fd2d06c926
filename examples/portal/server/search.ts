import { type Counted, InputError, type Match, type MatchOptions, type MatchRecord } from 'cuohe';
import { FACETS, type Facet, type Question, type SearchAnswer } from './api.ts';
import type { Collection } from './collection.ts';
import { facetChoices } from './facets.ts';
import { itemOf } from './item.ts';
import type { Portal } from './portal.ts';
import { Refused } from './refused.ts';
import { organizationName, titleOf } from './shown.ts';
import type { StoredRecord } from './store.ts';
import { type Subject, subjectOf } from './subject.ts';

/** Records on a page of the list. */
export const PAGE_SIZE = 20;
/** A text that is shorter is words to look up, and no description of a demand. */
const SHORT_TEXT = 8;

type Options = MatchOptions<StoredRecord>;

/** All that a question finds: ids from the best on, or from the newest where nothing was asked. */
export interface Found {
  readonly collection: Collection;
  readonly subject: Subject | undefined;
  readonly indices: readonly number[];
  readonly levels?: SearchAnswer['levels'];
  readonly answer?: SearchAnswer['answer'];
  readonly counts: Readonly<Record<Facet, Readonly<Record<string, number>>>>;
}

/** One page of what a question finds. @throws Refused */
export function search(portal: Portal, question: Question, page = 1): SearchAnswer {
  const started = performance.now();
  const found = findAll(portal, question);
  const { collection, subject, indices, levels, answer, counts } = found;
  const pages = Math.max(1, Math.ceil(indices.length / PAGE_SIZE));
  const first = (page - 1) * PAGE_SIZE;
  const shown = indices.slice(first, first + PAGE_SIZE);
  // Reasons are made for the page alone.
  const matches = matchesOf(found, shown);
  const from = subject?.from;
  return {
    ...(from && {
      subject: {
        side: from.side,
        id: from.record.id,
        title: titleOf(from.record).text,
        organization: organizationName(from.record),
      },
    }),
    total: indices.length,
    page,
    pages,
    items: shown.map((index, i) => itemOf(collection, index, matches[i], first + i + 1)),
    facets: facetChoices(collection, question, counts),
    ...(levels && { levels }),
    ...(answer && { answer: { zh: answer.zh, en: answer.en } }),
    took: performance.now() - started,
  };
}

/** The matches of records that were found, with reasons; nothing where nothing was asked. */
export function matchesOf({ collection, subject }: Found, indices: readonly number[]): Match<StoredRecord>[] {
  return subject?.reasons(indices.map((index) => collection.record(index).id)) ?? [];
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
    throw new Refused(400, `筛选条件有误：${error.message}`, error.message);
  }
}

/**
 * Everything that is not noise, ranked. The whole list is ranked without reasons, which takes milliseconds; a facet that
 * something is chosen in is counted without that choice, so that people see what else there is.
 */
function ranked(collection: Collection, subject: Subject, question: Question): Found {
  const noise = noiseTest(collection, subject, question);
  const options = (left?: Facet): Options => ({ ...optionsOf(collection, question, noise.keeps, left) });
  const whole = subject.rank({ ...options(), minScore: noise.minScore, limit: 0, counts: FACETS });
  const list = subject.rank({ ...options(), minScore: noise.minScore, limit: whole.total! });
  const atLeast = (level: number) => list.matches.filter((match) => (match.level?.level ?? 3) >= level);
  const matches = question.level === 0 ? list.matches : atLeast(question.level);
  // A level never rises as scores fall, so that a level is a score.
  const last = matches.at(-1);
  const minScore = question.level === 0 ? noise.minScore : (last?.score ?? 1);
  const count = (facets: readonly Counted[], left?: Facet) =>
    subject.rank({ ...options(left), minScore, limit: 0, counts: facets }).counts!;
  const all = question.level === 0 ? whole.counts! : last === undefined ? {} : count(FACETS);
  const counts = Object.fromEntries(
    FACETS.map((facet) => {
      const isChosen = question[facet].length > 0 && (last !== undefined || question.level === 0);
      return [facet, (isChosen ? count([facet], facet)[facet] : all[facet]) ?? {}];
    }),
  ) as Found['counts'];
  const hasLevels = list.matches.length === 0 || list.matches[0]!.level !== undefined;
  return {
    collection,
    subject,
    indices: matches.map(({ index }) => index),
    ...(hasLevels && { levels: [0, 1, 2, 3].map((level) => atLeast(level).length) as never }),
    ...(list.answer && { answer: list.answer }),
    counts,
  };
}

/**
 * Noise scores below the threshold of the collection. But a few words reach no high score with anything: there a record
 * that holds them as they are is kept, whatever it scores.
 */
function noiseTest(collection: Collection, subject: Subject, { text }: Question) {
  const { minScore } = collection;
  if (subject.from !== undefined || text.length >= SHORT_TEXT) return { minScore, keeps: undefined };
  const { total } = subject.rank({ minScore, limit: 0, total: true });
  const near = subject.rank({ minScore, limit: total! }).matches.map(({ index }) => index);
  const words = text.split(/\s+/);
  const holding = collection
    .visible()
    .filter((index) => words.every((word) => collection.holds(index, word)));
  const kept = new Set([...near, ...holding]);
  return { minScore: 0, keeps: (index: number) => kept.has(index) };
}

/** The filters of a question as the library takes them, but for one. The default clearance lets public records out alone. */
function optionsOf(
  collection: Collection,
  question: Question,
  keeps: ((index: number) => boolean) | undefined,
  left?: Facet,
): Options {
  const wanted = (facet: Facet) => (facet === left ? [] : question[facet]);
  const [chains, regions, kinds, stages] = FACETS.map(wanted) as [string[], string[], string[], string[]];
  // What a record does not state cannot be named to a filter of the library.
  const unstated = { chains: chains.includes(''), regions: regions.includes('') };
  const tests: ((index: number) => boolean)[] = [];
  if (keeps !== undefined) tests.push(keeps);
  if (stages.length > 0) tests.push((index) => stages.includes(stageOf(collection.record(index))));
  for (const facet of ['chains', 'regions'] as const) {
    const keys = facet === 'chains' ? chains : regions;
    if (unstated[facet])
      tests.push((index) => collection.keys(index)[facet].some((key) => keys.includes(key)));
  }
  return {
    ...(kinds.length === 0 ? {} : { kinds: kinds as NonNullable<Options['kinds']> }),
    filter: {
      ...(chains.length === 0 || unstated.chains ? {} : { chains }),
      ...(regions.length === 0 || unstated.regions ? {} : { regions }),
      ...(tests.length === 0
        ? {}
        : { where: (_: StoredRecord, index: number) => tests.every((test) => test(index)) }),
    },
  };
}

function stageOf({ stage }: MatchRecord): string {
  return stage?.code ?? '';
}

/** Nothing was asked: all records that pass the filters, the newest first. */
function newest(collection: Collection, question: Question): Found {
  const passing = (left?: Facet) => {
    const { kinds, filter } = optionsOf(collection, question, undefined, left);
    return collection.matcher.passing(filter, kinds).indices;
  };
  const indices = passing();
  const counts = Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      countOf(collection, facet, question[facet].length > 0 ? passing(facet) : indices),
    ]),
  ) as Found['counts'];
  return { collection, subject: undefined, indices: [...indices].reverse(), counts };
}

function countOf(collection: Collection, facet: Facet, indices: readonly number[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const index of indices) {
    for (const key of collection.keys(index)[facet]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
