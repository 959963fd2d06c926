import * as z from 'zod/mini';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { RecordKind } from '../../core/records/kinds.ts';
import { regionOf } from '../../core/records/region.ts';
import { parseStage, type StageRule } from '../../core/records/stages.ts';
import type { MatchRecord } from '../../core/records/types.ts';
import { COUNT, checkLists, itemOf } from '../common/check.ts';
import { type Readiness, statedReadiness } from './readiness.ts';
import type { MaturityStep } from './steps.ts';

/** Kinds of records that bring results further. */
export const BASE_KINDS: readonly RecordKind[] = ['pilot-base', 'institution'];

/** What routing needs to know of a proof-of-concept platform or pilot base. */
export interface Base {
  /** Position in the matcher. */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** Levels that it brings results to, and what tells so. */
  readonly serves: Readiness;
  readonly region: string | undefined;
  /** Projects that it can still take in; Infinity where the record states no `capacity`. */
  readonly capacity: number;
}

/**
 * Reads the bases of a matcher.
 * @throws InputError `INVALID_RECORDS` naming every base with a bad `capacity`.
 */
export function basesOf(
  matcher: Matcher<unknown>,
  steps: readonly MaturityStep[],
  stages: readonly StageRule[],
): Base[] {
  const all = Array.from({ length: matcher.size }, (_, index) => ({ index, record: matcher.parsed(index) }));
  const bases = all.filter(({ record }) => BASE_KINDS.includes(record.kind));
  checkLists([{ what: 'bases', items: bases.map(({ record }) => record), schema: BASE }]);
  return bases.map(({ index, record }) => ({
    index,
    id: record.id,
    name: record.title,
    serves: servedLevels(record, steps, stages),
    region: regionOf(record),
    capacity: (record as { capacity?: number }).capacity ?? Number.POSITIVE_INFINITY,
  }));
}

const BASE = itemOf<{ readonly capacity?: number }>({ capacity: z.optional(COUNT) });

/** What the record states, else what its name or a keyword says: …中试基地. */
function servedLevels(
  record: MatchRecord,
  steps: readonly MaturityStep[],
  stages: readonly StageRule[],
): Readiness {
  const stated = statedReadiness(record);
  if (stated.trl !== undefined) return stated;
  for (const text of [record.title, ...(record.keywords ?? [])]) {
    const { code, evidence } = parseStage(text, stages);
    // Only wording that names a step: of …研究院 the 研究 tells nothing about what it takes in.
    const step = steps.find((one) => one.code === code);
    if (step !== undefined) return { trl: step.to, source: 'stage', ...(evidence && { phrase: evidence }) };
  }
  return { source: 'unknown' };
}
