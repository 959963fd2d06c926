import type { Bilingual } from '../base/bilingual.ts';
import { Issues } from '../base/issues.ts';
import type { Condition, ConditionKind } from '../core/conditions/condition.ts';
import type { VectorPart } from '../core/explanation/contributions.ts';
import type { Explanation } from '../core/explanation/explain.ts';
import type { Match } from '../core/matcher/match.ts';
import { SIGNALS, type SignalName } from '../core/vectors/signals.ts';
import { CONDITION_LABELS, OUTCOME_LABELS, SIGNAL_LABELS, VECTORS_LABEL } from './part-names.ts';

/** One part of a score, with its name in both languages: a step of a waterfall. */
export interface ScorePart extends Bilingual {
  /**
   * `signal`: what both texts have in common; `vectors`: what the vectors of the host add; `condition`: what the demand
   * asks for beside its matter.
   */
  readonly kind: 'signal' | 'vectors' | 'condition';
  /** The signal, the kind of the condition, or `vectors`. */
  readonly code: SignalName | ConditionKind | 'vectors';
  /** What it adds to the score; below 0 for a condition that takes from it. */
  readonly value: number;
  /** The sum of the parts before it; of the first 0. */
  readonly from: number;
  /** `from` + `value`: of the last part the score. */
  readonly to: number;
  /** What the condition says, one clause; of conditions alone. */
  readonly clause?: Bilingual;
}

/** What of a match or an explanation tells the parts of its score. */
export type ScoredMatch =
  | Pick<Match, 'score' | 'signals' | 'vectors' | 'conditions'>
  | Pick<Explanation, 'score' | 'signals' | 'vectors' | 'conditions'>;

/**
 * The parts of a score in the order in which a waterfall shows them: signals, the largest first, what vectors add, then
 * conditions, the most decisive first. Parts that add nothing are left out. The values sum to the score, to 1e-9.
 * @param match of `match` or `matchAll`, or an explanation of `explain`.
 * @throws InputError `INVALID_OPTIONS` for anything else, lean matches among it: they keep no parts.
 */
export function scoreParts(match: ScoredMatch): ScorePart[] {
  const { signals, vectors, conditions } = readMatch(match);
  const parts: Omit<ScorePart, 'from' | 'to'>[] = valuesOf(signals)
    .filter(([, value]) => value !== 0)
    .sort(([, a], [, b]) => b - a)
    .map(([code, value]) => ({ kind: 'signal', code, value, ...SIGNAL_LABELS[code] }));
  if (vectors !== undefined && vectors.value !== 0)
    parts.push({ kind: 'vectors', code: 'vectors', value: vectors.value, ...VECTORS_LABEL });
  for (const { kind, outcome, value, zh, en } of conditions) {
    if (value === 0) continue;
    const label = CONDITION_LABELS[kind];
    const said = OUTCOME_LABELS[outcome];
    parts.push({
      kind: 'condition',
      code: kind,
      value,
      zh: `${label.zh}：${said.zh}`,
      en: `${label.en}: ${said.en}`,
      clause: { zh, en },
    });
  }
  let to = 0;
  return parts.map((part) => {
    const from = to;
    to += part.value;
    return { ...part, from, to };
  });
}

/** What each signal adds, of a match or of an explanation. */
function valuesOf(signals: ReadMatch['signals']): (readonly [SignalName, number])[] {
  return 'map' in signals
    ? signals.map(({ signal, value }) => [signal, value] as const)
    : SIGNALS.map((signal) => [signal, signals[signal]] as const);
}

interface ReadMatch {
  readonly signals: Match['signals'] | Explanation['signals'];
  readonly vectors: VectorPart | undefined;
  readonly conditions: readonly Condition[];
}

function readMatch(match: ScoredMatch): ReadMatch {
  const { score, signals, vectors, conditions } = (match ?? {}) as Partial<ScoredMatch>;
  const issues = new Issues();
  issues.expect(typeof score === 'number', 'score', 'a number', score);
  issues.expect(
    typeof signals === 'object' && signals !== null,
    'signals',
    'the signals of a match; lean matches have none',
    signals,
  );
  issues.throwAs('INVALID_OPTIONS', 'Bad match');
  return { signals: signals!, vectors, conditions: conditions ?? [] };
}
