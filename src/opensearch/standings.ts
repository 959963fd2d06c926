import { CuoheError } from '../base/errors.ts';
import { once } from '../base/once.ts';
import { quote } from '../base/printable.ts';
import type { Steps } from '../base/steps.ts';
import { conditionsOf, partyOf } from '../core/conditions/pair.ts';
import { shifted, shiftOf } from '../core/conditions/shift.ts';
import type { LevelCalibration } from '../core/levels/calibration.ts';
import { MATCHES_OF_NEED, mostWanted } from '../core/matcher/rankings.ts';
import type { MatchFilter } from '../core/matches/filters.ts';
import type { ResolvedMatchOptions } from '../core/matches/match-options.ts';
import { parseRecords, type Side } from '../core/records/parse.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { TopK } from '../core/scores/top-k.ts';
import type { WeigherInside } from '../core/weigher/weigher-inside.ts';
import type { Candidate } from './candidate.ts';
import type { Question } from './question.ts';

/** How candidates are ranked. */
export interface Contest {
  readonly inside: WeigherInside;
  readonly question: Question;
  readonly side: Side;
  readonly levels: LevelCalibration | undefined;
  readonly options: Pick<ResolvedMatchOptions, 'limit' | 'offset' | 'minScore' | 'explain'>;
  /** Who may see what: asked of the records again, whatever their documents say. */
  readonly gate: Pick<MatchFilter, 'clearance' | 'asOf' | 'includeExpired'>;
  /** What was read of candidates: by how much conditions shift them, and their records. */
  readonly known: { readonly shifts: Map<Candidate, number>; readonly records: Map<Candidate, MatchRecord> };
}

/** A list of the answer: the matches of the whole, or those of one need. */
export interface WantedList {
  /** Rows of the question of which the best counts. */
  readonly rows: readonly number[];
  /** How many of the best are wanted. */
  readonly wanted: number;
}

/** The best of a list among the candidates: by score, then by id. */
export interface Standing extends WantedList {
  readonly best: readonly Candidate[];
  /** The last score that is wanted; undefined where there are fewer. */
  readonly last: number | undefined;
}

/** Sums are rounded: a bound that is higher by this is one. */
const ABOVE = 1 + 1e-12;

/** The most that a record of such a product may score. */
export function scoreBelow(product: number, { mostShift }: Question): number {
  return shifted(Math.min(1, product), mostShift) * ABOVE;
}

/** The lists of an answer. */
export function listsOf({ question: { rows }, options }: Contest): WantedList[] {
  const wanted = mostWanted({ ...options, total: false, counts: [] });
  const needs = rows.slice(1).map((_, need) => ({ rows: [need + 1], wanted: MATCHES_OF_NEED }));
  return [{ rows: rows.map((_, row) => row), wanted }, ...needs];
}

/** The best product of a candidate with any of some rows. */
export function productOf({ products }: Candidate, rows: readonly number[]): number {
  let best = 0;
  for (const row of rows) if (products[row]! > best) best = products[row]!;
  return best;
}

/**
 * The best of a list, in steps. They are looked at by falling products: from the first one that cannot reach the last that is
 * wanted any more, none is read.
 */
export function* standingSteps(
  candidates: readonly Candidate[],
  list: WantedList,
  contest: Contest,
): Steps<Standing> {
  const { question, options } = contest;
  const { rows, wanted } = list;
  const ordered = candidates
    .map((candidate) => ({ candidate, product: productOf(candidate, rows) }))
    .sort((a, b) => b.product - a.product);
  const found: { readonly candidate: Candidate; readonly score: number }[] = [];
  const top = new TopK(Math.min(wanted, candidates.length));
  for (const [i, { candidate, product }] of ordered.entries()) {
    const bound = scoreBelow(product, question);
    if (product === 0 || bound < options.minScore || bound < top.threshold) break;
    const score = shifted(product, shiftOfOne(candidate, contest));
    yield i;
    if (score < options.minScore) continue;
    top.offer(i, score);
    found.push({ candidate, score });
  }
  found.sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
  const best = found.slice(0, wanted).map(({ candidate }) => candidate);
  return { ...list, best, last: found[wanted - 1]?.score };
}

/** By how much conditions shift the log-odds of the score of a candidate, which is read once. */
function shiftOfOne(candidate: Candidate, contest: Contest): number {
  const { inside, question, known } = contest;
  const { stating } = question;
  if (stating === undefined) return 0;
  const before = known.shifts.get(candidate);
  if (before !== undefined) return before;
  const { analyzer } = inside.reading;
  const { states } = candidate;
  const record = () => parsedOf(candidate, contest);
  const fields = once(() => analyzer.skim(record()));
  const isDemand = !stating.isDemand;
  const party = once(() => partyOf({ isDemand, record, fields }, states, analyzer.lexicon));
  const other = { isDemand, states: () => states, party };
  const shift = shiftOf(conditionsOf(stating, other, inside.weighting.conditionWeights));
  known.shifts.set(candidate, shift);
  return shift;
}

/** The record of a candidate, which is read once. */
export function parsedOf(candidate: Candidate, { inside, side, known }: Contest): MatchRecord {
  const before = known.records.get(candidate);
  if (before !== undefined) return before;
  const { id, record } = candidate;
  const parsed = parseRecords([record], side, inside.reading.parsing)[0]!;
  if (parsed.id !== id) refuse(id, 'its id is not that of its record');
  known.records.set(candidate, parsed);
  return parsed;
}

/** @throws CuoheError `ENGINE_FAILED` for a document that cannot be used. */
export function refuse(id: string, why: string): never {
  const what = `Document ${quote(id)} cannot be scored: ${why}. Write it again with a higher revision`;
  throw new CuoheError('ENGINE_FAILED', what);
}
