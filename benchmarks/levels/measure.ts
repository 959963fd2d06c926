import { gradeOf } from '../../src/core/levels/grade.ts';
import { ANSWERING } from '../../src/core/levels/level.ts';
import { SIGNAL_WEIGHTS } from '../../src/core/vectors/signals.ts';
import { auc } from '../../src/evaluate/auc.ts';
import { calibrationError } from '../../src/evaluate/calibration-error.ts';
import { precisionAtCoverage } from '../../src/evaluate/coverage.ts';
import { type Fitted, fitLevels } from './fit.ts';
import type { Shown } from './lists.ts';

/** What a calibration is worth on lists. */
export interface Measured {
  readonly name: string;
  readonly demands: number;
  /** Over the lines of the lists; where not all relevant ones are known, over those that were judged. */
  readonly calibrationError: number | undefined;
  /** Mean probability and share of relevant lines. */
  readonly promised: number;
  readonly held: number;
  /** Of first lines that are judged, by probability: share of relevant ones among the surest half, 80 %, all. */
  readonly precision: readonly (number | undefined)[];
  /** Probability that a demand with an answer scores above one whose answers were taken out. */
  readonly answeredAuc: number | undefined;
  /** Shares of demands that are said to be answered: with an answer, and without. */
  readonly saidWith: number;
  readonly saidWithout: number;
}

/** Lists of demands, and of the same without what answers them. */
export interface Lists {
  readonly name: string;
  /** Whether what nobody judged is not relevant. */
  readonly isComplete: boolean;
  readonly full: readonly Shown[];
  readonly without: readonly Shown[];
  /** Demands that have a relevant achievement. */
  readonly answerable: ReadonlySet<string>;
}

const COVERAGES = [0.5, 0.8, 1];
const FOLDS = 5;

/** Measures a calibration on a set that it was not fitted on. */
export function measureLevels(lists: Lists, fitted: Fitted): Measured {
  return measured(lists, () => fitted);
}

/**
 * Measures how well levels are fitted: demands, in the order of their lists, are dealt into five parts of every set; each
 * part is measured with what the other four of all sets teach.
 */
export function crossValidated(all: readonly Lists[]): Measured[] {
  const fold = new Map<string, number>();
  for (const { full } of all)
    for (const { demandId } of full) if (!fold.has(demandId)) fold.set(demandId, fold.size % FOLDS);
  const foldOf = (demandId: string) => fold.get(demandId) ?? 0;
  const fits = Array.from({ length: FOLDS }, (_, out) =>
    fitLevels(all.map(({ full }) => full.filter(({ demandId }) => foldOf(demandId) !== out))),
  );
  return all.map((lists) => measured(lists, (demandId) => fits[foldOf(demandId)]!));
}

function measured(
  { name, isComplete, full, without, answerable }: Lists,
  fittedFor: (demandId: string) => Fitted,
): Measured {
  const graded = (list: readonly Shown[]) =>
    list.map((line) => {
      // The evidence is score / own, rooted: own 1 makes a score of its square.
      const calibration = { ...fittedFor(line.demandId), signals: SIGNAL_WEIGHTS };
      const { level, probability } = gradeOf(calibration, line.evidence ** 2, 1);
      return { ...line, probability, isAnswer: level.level >= ANSWERING, isRelevant: (line.grade ?? 0) >= 2 };
    });
  const lines = graded(full);
  const judged = lines.filter(({ grade }) => isComplete || grade !== undefined);
  const firsts = lines.filter(({ rank }) => rank === 1);
  const first = firsts.filter(({ grade }) => isComplete || grade !== undefined);
  const withAnswer = firsts.filter(({ demandId }) => answerable.has(demandId));
  const withoutAnswer = graded(without).filter(({ rank }) => rank === 1);
  const share = (list: readonly unknown[], of: readonly unknown[]) =>
    of.length === 0 ? 0 : list.length / of.length;
  return {
    name,
    demands: new Set(full.map(({ demandId }) => demandId)).size,
    calibrationError: calibrationError(
      judged.map(({ probability }) => probability),
      judged.map(({ isRelevant }) => isRelevant),
    ),
    promised: judged.reduce((sum, { probability }) => sum + probability, 0) / judged.length,
    held: share(
      judged.filter(({ isRelevant }) => isRelevant),
      judged,
    ),
    precision: COVERAGES.map((coverage) =>
      precisionAtCoverage(
        first.map(({ probability }) => probability),
        first.map(({ isRelevant }) => isRelevant),
        coverage,
      ),
    ),
    answeredAuc: auc(
      [...withAnswer, ...withoutAnswer].map(({ evidence }) => evidence),
      [...withAnswer.map(() => true), ...withoutAnswer.map(() => false)],
    ),
    saidWith: share(
      withAnswer.filter(({ isAnswer }) => isAnswer),
      withAnswer,
    ),
    saidWithout: share(
      withoutAnswer.filter(({ isAnswer }) => isAnswer),
      withoutAnswer,
    ),
  };
}
