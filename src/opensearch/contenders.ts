import { type Steps, told } from '../base/steps.ts';
import type { Engine } from '../core/matcher/engine.ts';
import { engineOfFewSteps } from '../core/matcher/few.ts';
import type { Answering } from '../core/matcher/match.ts';
import type { SideRanking } from '../core/matcher/rankings.ts';
import type { QuerySide } from '../core/matcher/sides.ts';
import { NOTHING_FILTERED } from '../core/matches/filters.ts';
import { regionOf } from '../core/records/region.ts';
import { regionLevels } from '../core/records/regions.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { Candidate } from './candidate.ts';
import { type Contest, parsedOf, productOf, refuse } from './standings.ts';

/** The exact ranking of the best candidates. */
export interface Ranked {
  readonly engine: Engine;
  readonly query: QuerySide;
  readonly ranking: SideRanking;
  readonly answering: Answering;
}

/** What a product may lose or gain where a weight is less than the least that the engine takes. */
const TINY = 2 ** -100;

/**
 * Makes an index of the best candidates, which answers as any does, in steps.
 * @throws CuoheError `ENGINE_FAILED` for a document whose row or fields are not those of its record.
 */
export function* rankSteps(best: Iterable<Candidate>, contest: Contest): Steps<Ranked> {
  const { inside, question, side, levels, options } = contest;
  const { reading, weighting } = inside;
  // Equal scores come in the order of positions: in that of ids.
  const taken = [...best].sort((a, b) => (a.id < b.id ? -1 : 1));
  const records: MatchRecord[] = [];
  for (const candidate of taken) {
    records.push(parsedOf(candidate, contest));
    yield records.length;
  }
  const row = (index: number) => taken[index]!.record;
  const engine = yield* told(
    taken.length,
    engineOfFewSteps(records, { side, reading, levels, weighting, row }),
  );
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
  const query = engine.querySide(question.record);
  expectOpen(taken, engine, contest);
  const rows = question.rows.map((_, number) => number);
  for (const [index, candidate] of taken.entries()) {
    const stored = productOf(candidate, rows);
    if (Math.abs(engine.sumOf(query, index) - stored) > TINY)
      refuse(candidate.id, 'its row is not that of its record');
    expectFields(candidate, records[index]!, engine, index);
    yield taken.length;
  }
  return { engine, query, ranking: engine.rankings([query], answering)[0]!, answering };
}

/** Whoever may not be shown is not, whatever the fields of the document say. */
function expectOpen(taken: readonly Candidate[], engine: Engine, { gate }: Contest): void {
  const { parts, filtered } = engine.eligibility(undefined, gate);
  if (filtered.secrecy + filtered.expired === 0) return;
  const open = new Set(engine.segments.passing(parts.map(({ bits }) => bits)));
  const hidden = taken.find((_, index) => !open.has(index))!;
  refuse(hidden.id, 'its record is secret or expired, and its fields do not say so');
}

/** A document that a filter let pass for what its record does not say. */
function expectFields({ id, filtered }: Candidate, record: MatchRecord, engine: Engine, index: number): void {
  const same = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((name) => other.includes(name));
  const chains = engine.tagsOf(index).map(({ code }) => code);
  const isSame =
    filtered.kind === record.kind &&
    filtered.stage === (record.stage?.code ?? '') &&
    same(filtered.regions, regionLevels(regionOf(record) ?? '')) &&
    same(filtered.chains, chains);
  if (!isSame) refuse(id, 'its kind, stage, regions or chains are not those of its record');
}
