import { CuoheError } from '../base/errors.ts';
import { quote } from '../base/printable.ts';
import { shifted } from '../core/conditions/shift.ts';
import type { LevelCalibration } from '../core/levels/calibration.ts';
import type { Engine } from '../core/matcher/engine.ts';
import { engineOfFew } from '../core/matcher/few.ts';
import type { Answering } from '../core/matcher/match.ts';
import { MATCHES_OF_NEED, mostWanted, type SideRanking } from '../core/matcher/rankings.ts';
import type { QuerySide } from '../core/matcher/sides.ts';
import { type MatchFilter, NOTHING_FILTERED } from '../core/matches/filters.ts';
import type { ResolvedMatchOptions } from '../core/matches/match-options.ts';
import type { Side } from '../core/records/parse.ts';
import type { MatchRecord, RecordInput } from '../core/records/types.ts';
import { readRecord } from '../core/weigher/reading.ts';
import type { WeigherInside } from '../core/weigher/weigher-inside.ts';
import type { Candidate } from './candidate.ts';
import type { Question } from './question.ts';

/** Candidates beyond those that are wanted that are read at once where conditions may lift them. */
const MORE = 16;
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
 * Ranks candidates as one machine does that has no other record: those whose products are the highest are read, and then
 * whoever could still come before the last one that is wanted.
 * @param candidates of different ids.
 * @throws CuoheError `ENGINE_FAILED` for a document whose row is not that of its record.
 */
export function rankCandidates(candidates: readonly Candidate[], contest: Contest): Ranked {
  const { question, options } = contest;
  const { minScore } = options;
  const lists = listsOf(question, options);
  const taken = new Set<Candidate>();
  for (const { rows, wanted } of lists) {
    const ordered = candidates
      .map((candidate) => ({ candidate, product: productOf(candidate, rows) }))
      .filter(({ product }) => product > 0 && scoreBelow(product, question) >= minScore)
      .sort((a, b) => b.product - a.product || (a.candidate.id < b.candidate.id ? -1 : 1));
    const first = question.mostShift > 0 ? wanted + MORE : wanted;
    for (const { candidate } of ordered.slice(0, first)) taken.add(candidate);
  }
  for (;;) {
    const ranked = rankTaken([...taken], lists, contest);
    const before = taken.size;
    for (const { rows, wanted, scores } of ranked.lists) {
      const least = Math.max(minScore, scores[wanted - 1] ?? 0);
      for (const candidate of candidates) {
        const product = productOf(candidate, rows);
        if (product > 0 && scoreBelow(product, question) >= least) taken.add(candidate);
      }
    }
    if (taken.size === before) return ranked;
  }
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
  { inside, question, side, levels, options, gate }: Contest,
): Ranked {
  const { reading, weighting } = inside;
  // Equal scores come in the order of positions: in that of ids.
  taken.sort((a, b) => (a.id < b.id ? -1 : 1));
  const records = taken.map(({ id, record }): MatchRecord => {
    const parsed = readRecord(record as RecordInput, side, reading);
    return parsed.id === id ? parsed : refuse(id, 'its id is not that of its record');
  });
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

function refuse(id: string, why: string): never {
  throw new CuoheError('ENGINE_FAILED', `Document ${quote(id)} cannot be scored: ${why}. Write it again`);
}
