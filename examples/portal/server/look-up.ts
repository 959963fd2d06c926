import type { Question } from './api.ts';
import type { Collection } from './collection.ts';
import type { Options } from './filters.ts';
import type { Subject } from './subject.ts';

/** A text that is shorter is words to look up, and no description of a demand. */
const SHORT_TEXT = 8;
/** A text that is longer is no name. */
const LONGEST_NAME = 40;

/** From this level on, 较强, a match answers. */
const ANSWERING = 2;

/** Whether a question is a few words. */
function isFewWords({ text, of, like }: Question): boolean {
  return of === undefined && like === undefined && text.length < SHORT_TEXT;
}

/**
 * Whether a level says something. Levels tell how well a demand is answered; a few words that nothing answers were looked up,
 * and are no demand.
 * @param level of the best match, or of the one that is shown; undefined where there is none.
 * @param isName whether what was typed is a name that records have.
 */
export function hasMeaning(question: Question, level: number | undefined, isName = false): boolean {
  return !(isFewWords(question) || isName) || question.level > 0 || (level ?? 0) >= ANSWERING;
}

/** What is no noise for a question. */
export interface LookUp {
  readonly minScore: number;
  /** Present for a few words: what must hold of a record besides. */
  readonly keeps?: (index: number) => boolean;
  /** Records that are not ranked, but have what was typed as their id or in the name of their organisation. */
  readonly named: ReadonlySet<number>;
}

/**
 * Noise scores below the threshold of the collection. But a few words reach no high score with anything: there a record
 * that holds them as they are is kept, whatever it scores. And who types a name or a number wants what has it.
 */
export function lookUp(collection: Collection, subject: Subject, question: Question): LookUp {
  const { text } = question;
  const { minScore } = collection;
  if (subject.from !== undefined || text.length > LONGEST_NAME || text.includes('\n')) {
    return { minScore, named: new Set() };
  }
  let options: Options = { minScore };
  if (isFewWords(question)) {
    const words = text.split(/\s+/);
    const holds = (index: number) => words.every((word) => collection.holds(index, word));
    const kept = new Set([...rankedBy(subject, options), ...collection.visible().filter(holds)]);
    options = { minScore: 0, filter: { where: (_, index) => kept.has(index) } };
  }
  const named = new Set(collection.visible().filter((index) => collection.isNamed(index, text)));
  if (named.size > 0) for (const index of rankedBy(subject, options)) named.delete(index);
  const where = options.filter?.where;
  return {
    minScore: options.minScore!,
    // The row is not looked at.
    ...(where && { keeps: (index: number) => where(undefined as never, index) }),
    named,
  };
}

function rankedBy(subject: Subject, options: Options): number[] {
  const { matches } = subject.rank({ ...options, limit: Number.POSITIVE_INFINITY });
  return matches.map(({ index }) => index);
}
