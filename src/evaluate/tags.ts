import { Issues } from '../base/issues.ts';
import { tagChains } from '../defaults/defaults.ts';
import { type TaggedTitle, titleIssues } from './tagged-title.ts';

/** Evaluates tags, such as industry chains, on titles that people have labelled. */

/** Gives the tags of a title, best first. */
export type TitleTagger = (title: TaggedTitle) => readonly string[];

/** Hits and errors, and what follows from them. A measure whose denominator is 0 is 0. */
export interface TagCounts {
  /** Predicted tags that are accepted (true positives). */
  readonly right: number;
  /** Predicted tags that are not (false positives). */
  readonly wrong: number;
  /** Tags of `codes` that were not predicted (false negatives). */
  readonly missed: number;
  /** right / (right + wrong). */
  readonly precision: number;
  /** right / (right + missed). */
  readonly recall: number;
  /** 2 · precision · recall / (precision + recall). */
  readonly f1: number;
}

/** What was found for one title. */
export interface TitleEvaluation {
  readonly id: string;
  readonly predicted: readonly string[];
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  /** Whether the first predicted tag is the first of `codes`; for a title without codes: whether there is none. */
  readonly firstRight: boolean;
}

/** An evaluation of a tagger. All measures lie in [0, 1]; without titles they are 0. */
export interface TagEvaluation {
  /** F1 of the counts summed over titles. */
  readonly microF1: number;
  readonly precision: number;
  readonly recall: number;
  /** Mean F1 of the tags that were given or predicted anywhere, each tag counting the same. */
  readonly macroF1: number;
  /** Share of titles whose first tag is right, titles without a tag included. */
  readonly firstCode: number;
  readonly titles: number;
  readonly perTitle: readonly TitleEvaluation[];
  /** Counts of each tag, by code. */
  readonly perCode: ReadonlyMap<string, TagCounts>;
}

/**
 * Compares predicted tags with given ones: a predicted tag is right if it is `accepted`, a tag of `codes` that is not
 * predicted is missed. Micro and macro F1 as in Manning, Raghavan, Schütze, Introduction to Information Retrieval,
 * 2008, section 13.6. A tag predicted twice counts once, at its first place.
 * @param tagger default: the chains of the bare title under the default taxonomy and lexicon.
 * @throws InputError `INVALID_RECORDS` naming every bad title.
 */
export function evaluateTags(
  titles: readonly TaggedTitle[],
  tagger: TitleTagger = chainsOfTitle,
): TagEvaluation {
  const issues = new Issues();
  issues.take(titleIssues(titles, (index) => `titles[${index}]`));
  issues.throwAs('INVALID_RECORDS', 'Bad tagged titles');
  const perTitle = titles.map((title) => evaluateTitle(title, tagger(title)));
  const all = countsOf(
    perTitle.flatMap(({ right }) => right).length,
    perTitle.flatMap(({ wrong }) => wrong).length,
    perTitle.flatMap(({ missed }) => missed).length,
  );
  const perCode = countByCode(perTitle);
  const f1Sum = [...perCode.values()].reduce((sum, { f1 }) => sum + f1, 0);
  return {
    microF1: all.f1,
    precision: all.precision,
    recall: all.recall,
    macroF1: share(f1Sum, perCode.size),
    firstCode: share(perTitle.filter(({ firstRight }) => firstRight).length, titles.length),
    titles: titles.length,
    perTitle,
    perCode,
  };
}

function chainsOfTitle({ id, title }: TaggedTitle): string[] {
  return tagChains({ id, title }).map(({ code }) => code);
}

function evaluateTitle({ id, codes, accepted = codes }: TaggedTitle, tags: readonly string[]) {
  const predicted = [...new Set(tags)];
  return {
    id,
    predicted,
    right: predicted.filter((code) => accepted.includes(code)),
    wrong: predicted.filter((code) => !accepted.includes(code)),
    missed: [...new Set(codes)].filter((code) => !predicted.includes(code)),
    firstRight: predicted[0] === codes[0],
  };
}

function countByCode(titles: readonly TitleEvaluation[]): Map<string, TagCounts> {
  const codes = new Set(titles.flatMap(({ right, wrong, missed }) => [...right, ...wrong, ...missed]));
  const count = (code: string, list: 'right' | 'wrong' | 'missed') =>
    titles.filter((title) => title[list].includes(code)).length;
  return new Map(
    [...codes]
      .sort()
      .map((code) => [code, countsOf(count(code, 'right'), count(code, 'wrong'), count(code, 'missed'))]),
  );
}

function countsOf(right: number, wrong: number, missed: number): TagCounts {
  const precision = share(right, right + wrong);
  const recall = share(right, right + missed);
  const f1 = share(2 * precision * recall, precision + recall);
  return { right, wrong, missed, precision, recall, f1 };
}

function share(count: number, of: number): number {
  return of === 0 ? 0 : count / of;
}
