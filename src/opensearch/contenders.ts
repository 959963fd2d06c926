import { CuoheError } from '../base/errors.ts';
import { once } from '../base/once.ts';
import { quote } from '../base/printable.ts';
import { conditionsOf, partyOf } from '../core/conditions/pair.ts';
import { shifted, shiftOf } from '../core/conditions/shift.ts';
import type { LevelCalibration } from '../core/levels/calibration.ts';
import type { Engine } from '../core/matcher/engine.ts';
import { engineOfFew } from '../core/matcher/few.ts';
import type { Answering } from '../core/matcher/match.ts';
import { MATCHES_OF_NEED, mostWanted, type SideRanking } from '../core/matcher/rankings.ts';
import type { QuerySide } from '../core/matcher/sides.ts';
import { type MatchFilter, NOTHING_FILTERED } from '../core/matches/filters.ts';
import type { ResolvedMatchOptions } from '../core/matches/match-options.ts';
import { parseRecords, type Side } from '../core/records/parse.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { TopK } from '../core/scores/top-k.ts';
import type { WeigherInside } from '../core/weigher/weigher-inside.ts';
import type { Candidate } from './candidate.ts';
import type { Question } from './question.ts';

/** Sums are rounded: a bound that is higher by this is one. */
const ABOVE = 1 + 1e-12;

/** How candidates are ranked. */
export interface Contest {
  readonly inside: WeigherInside;
  readonly question: Question;
  readonly side: Side;
  readonly levels: LevelCalibration | undefined;
  readonly options: Pick<ResolvedMatchOptions, 'limit' | 'offset' | 'minScore' | 'explain'>;
  /** Who may see what: asked of the records again, whatever their documents say. */
  readonly gate: Pick<MatchFilter, 'clearance' | 'asOf' | 'includeExpired'>;
}

/** A list of the answer: the matches of the whole, or those of one need. */
export interface RankedList {
  /** Rows of the question of which the best counts. */
  readonly rows: readonly number[];
  /** How many of the best are wanted. */
  readonly wanted: number;
  /** Scores that were found, descending. */
  readonly scores: Float64Array;
}

/** The exact ranking of candidates. */
export interface Ranked {
  readonly engine: Engine;
  readonly query: QuerySide;
  readonly ranking: SideRanking;
  readonly answering: Answering;
  readonly lists: readonly RankedList[];
}

/** The most that a record of such a product may score. */
export function scoreBelow(product: number, { mostShift }: Question): number {
  return shifted(Math.min(1, product), mostShift) * ABOVE;
}

/**
 * Ranks candidates as one machine does that has no other record. Their scores are made of the products of their stored rows
 * and of what conditions shift; the best become an index, which answers as any does.
 * @param candidates of different ids.
 * @throws CuoheError `ENGINE_FAILED` for a document whose row is not that of its record.
 */
export function rankCandidates(candidates: readonly Candidate[], contest: Contest): Ranked {
  const lists = listsOf(contest.question, contest.options);
  const shiftOfOne = shifts(contest);
  const taken = new Set<Candidate>();
  for (const list of lists) {
    for (const candidate of bestOf(candidates, list, contest, shiftOfOne)) taken.add(candidate);
  }
  return rankTaken([...taken], lists, contest);
}

/**
 * The best of a list, by score and then by id. They are looked at by falling products: from the first one that cannot reach
 * the last that is wanted any more, none is read.
 */
function bestOf(
  candidates: readonly Candidate[],
  { rows, wanted }: Omit<RankedList, 'scores'>,
  { question, options }: Contest,
  shiftOfOne: (candidate: Candidate) => number,
): readonly Candidate[] {
  const ordered = candidates
    .map((candidate) => ({ candidate, product: productOf(candidate, rows) }))
    .sort((a, b) => b.product - a.product);
  const found: { readonly candidate: Candidate; readonly score: number }[] = [];
  const top = new TopK(Math.min(wanted, candidates.length));
  for (const [i, { candidate, product }] of ordered.entries()) {
    const bound = scoreBelow(product, question);
    if (product === 0 || bound < options.minScore || bound < top.threshold) break;
    const score = shifted(product, shiftOfOne(candidate));
    if (score < options.minScore) continue;
    top.offer(i, score);
    found.push({ candidate, score });
  }
  found.sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
  return found.slice(0, wanted).map(({ candidate }) => candidate);
}

/** By how much conditions shift the log-odds of the score of a candidate; each is read when it is first asked for. */
function shifts(contest: Contest): (candidate: Candidate) => number {
  const { inside, question } = contest;
  const { stating } = question;
  if (stating === undefined) return () => 0;
  const { reading, weighting } = inside;
  const { analyzer } = reading;
  const known = new Map<Candidate, number>();
  return (candidate) => {
    const shift = known.get(candidate);
    if (shift !== undefined) return shift;
    const { states } = candidate;
    const parsed = once(() => parsedOf(candidate, contest));
    const fields = once(() => analyzer.skim(parsed()));
    const isDemand = !stating.isDemand;
    const party = once(() => partyOf({ isDemand, record: parsed, fields }, states, analyzer.lexicon));
    const other = { isDemand, states: () => states, party };
    const found = shiftOf(conditionsOf(stating, other, weighting.conditionWeights));
    known.set(candidate, found);
    return found;
  };
}

function listsOf({ rows }: Question, options: Contest['options']): Omit<RankedList, 'scores'>[] {
  const wanted = mostWanted({ ...options, total: false, counts: [] });
  const needs = rows.slice(1).map((_, need) => ({ rows: [need + 1], wanted: MATCHES_OF_NEED }));
  return [{ rows: rows.map((_, row) => row), wanted }, ...needs];
}

function productOf({ products }: Candidate, rows: readonly number[]): number {
  let best = 0;
  for (const row of rows) if (products[row]! > best) best = products[row]!;
  return best;
}

function rankTaken(
  taken: Candidate[],
  lists: readonly Omit<RankedList, 'scores'>[],
  contest: Contest,
): Ranked {
  const { inside, question, side, levels, options, gate } = contest;
  const { reading, weighting } = inside;
  // Equal scores come in the order of positions: in that of ids.
  taken.sort((a, b) => (a.id < b.id ? -1 : 1));
  const records = taken.map((candidate) => parsedOf(candidate, contest));
  const row = (index: number) => taken[index]!.record;
  const engine = engineOfFew(records, { side, reading, levels, weighting, row });
  const answering: Answering = {
    ...options,
    total: false,
    counts: [],
    eligibility: {
      parts: [{ bits: undefined, passed: taken.length }],
      passed: taken.length,
      filtered: NOTHING_FILTERED,
    },
  };
  const { filtered } = engine.eligibility(undefined, gate);
  if (filtered.secrecy + filtered.expired > 0) {
    const open = new Set(
      engine.segments.passing(engine.eligibility(undefined, gate).parts.map(({ bits }) => bits)),
    );
    const hidden = taken.find((_, index) => !open.has(index))!;
    refuse(hidden.id, 'its record is secret or expired, and its fields do not say so');
  }
  const query = engine.querySide(question.record);
  for (const [index, { id, products }] of taken.entries()) {
    const stored = productOf({ products } as Candidate, lists[0]!.rows);
    if (engine.sumOf(query, index) !== stored) refuse(id, 'its row is not that of its record');
  }
  const ranking = engine.rankings([query], answering)[0]!;
  const scored = lists.map((list, i) => ({
    ...list,
    scores: i === 0 ? ranking.scores : (ranking.needs?.[i - 1]?.scores ?? new Float64Array(0)),
  }));
  return { engine, query, ranking, answering, lists: scored };
}

/** The record of a candidate, read again: once for conditions, and once for the index of the best. */
function parsedOf({ id, record }: Candidate, { inside, side }: Contest): MatchRecord {
  const parsed = parseRecords([record], side, inside.reading.parsing)[0]!;
  return parsed.id === id ? parsed : refuse(id, 'its id is not that of its record');
}

function refuse(id: string, why: string): never {
  throw new CuoheError('ENGINE_FAILED', `Document ${quote(id)} cannot be scored: ${why}. Write it again`);
}
