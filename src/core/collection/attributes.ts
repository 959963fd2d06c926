/**
 * Room `core/collection`: an indexed collection: records, columns for filters, and the saved form.
 * Begin: `collection.ts` names the parts, `saved.ts` writes and opens them.
 * Order: knows rows and postings.
 */

import { last, type Steps } from '../../base/steps.ts';
import type { ChainTag } from '../chains/tagger.ts';
import { dayNumber } from '../records/dates.ts';
import { RECORD_KINDS, type RecordKind } from '../records/kinds.ts';
import { regionOf } from '../records/region.ts';
import { regionKey } from '../records/regions.ts';
import { secrecyRank } from '../records/secrecy.ts';
import type { MatchRecord } from '../records/types.ts';
import { GrowableUint32 } from '../vectors/growable.ts';

/** Columns that filters read, one entry a record, and the chain tags. */
export interface Attributes {
  /** Position in {@link RECORD_KINDS}. */
  readonly kinds: Uint8Array;
  /** Secrecy rank, 0 public to 4. */
  readonly secrecy: Uint8Array;
  /** What each record may state that conditions are made of: bits of `mayState`. */
  readonly states: Uint8Array;
  /** Last valid day, in days from 1970-01-01; {@link NO_DAY} without one. */
  readonly lastDays: Int32Array;
  /** Position in `regionKeys`; 0 is the empty key. */
  readonly regions: Uint32Array;
  readonly regionKeys: readonly string[];
  /** Position in `stageCodes`; 0 is the empty code. */
  readonly stages: Uint32Array;
  readonly stageCodes: readonly string[];
  /** Where each record's tags begin; one more entry than records. */
  readonly tagOffsets: Uint32Array;
  /** Position in `chainCodes`, of each tag. */
  readonly tagChains: Uint32Array;
  readonly tagConfidences: Float64Array;
  readonly chainCodes: readonly string[];
}

/** What is kept of a tag. */
export type KeptTag = Pick<ChainTag, 'code' | 'confidence'>;

/** A validity without end. */
export const NO_DAY = 0x7fffffff;

/** Collects the columns while records are read. */
export class AttributeCollector {
  private readonly kinds: number[] = [];
  private readonly secrecy: number[] = [];
  private readonly states: number[] = [];
  private readonly lastDays: number[] = [];
  private readonly regions: number[] = [];
  private readonly regionIds = new Map<string, number>([['', 0]]);
  private readonly stages: number[] = [];
  private readonly stageIds = new Map<string, number>([['', 0]]);
  private readonly chainIds = new Map<string, number>();
  private readonly tagOffsets = new GrowableUint32();
  private readonly tagChains = new GrowableUint32();
  private readonly tagConfidences: number[] = [];

  constructor() {
    this.tagOffsets.push(0);
  }

  /** @param states what the record may state, see `mayState`. */
  add(record: MatchRecord, tags: readonly KeptTag[], states: number): void {
    const lastDay = record.validTo?.to;
    this.kinds.push(RECORD_KINDS.indexOf(record.kind as RecordKind));
    this.secrecy.push(secrecyRank(record.secrecyLevel));
    this.states.push(states);
    this.lastDays.push(lastDay === undefined ? NO_DAY : dayNumber(lastDay));
    this.regions.push(intern(this.regionIds, regionKey(regionOf(record) ?? '')));
    this.stages.push(intern(this.stageIds, record.stage?.code ?? ''));
    for (const { code, confidence } of tags) this.addTag(code, confidence);
    this.tagOffsets.push(this.tagChains.length);
  }

  /** Adds a row of other columns. */
  copy(from: Attributes, row: number): void {
    this.kinds.push(from.kinds[row]!);
    this.secrecy.push(from.secrecy[row]!);
    this.states.push(from.states[row]!);
    this.lastDays.push(from.lastDays[row]!);
    this.regions.push(intern(this.regionIds, from.regionKeys[from.regions[row]!]!));
    this.stages.push(intern(this.stageIds, from.stageCodes[from.stages[row]!]!));
    for (let i = from.tagOffsets[row]!; i < from.tagOffsets[row + 1]!; i++) {
      this.addTag(from.chainCodes[from.tagChains[i]!]!, from.tagConfidences[i]!);
    }
    this.tagOffsets.push(this.tagChains.length);
  }

  private addTag(code: string, confidence: number): void {
    this.tagChains.push(intern(this.chainIds, code));
    this.tagConfidences.push(confidence);
  }

  /** The columns; this holds no tags afterwards. */
  finish(): Attributes {
    return last(this.finishSteps());
  }

  /** The same in steps. */
  *finishSteps(): Steps<Attributes> {
    const kinds = Uint8Array.from(this.kinds);
    const secrecy = Uint8Array.from(this.secrecy);
    const states = Uint8Array.from(this.states);
    yield 0;
    const lastDays = Int32Array.from(this.lastDays);
    yield 0;
    const regions = Uint32Array.from(this.regions);
    yield 0;
    const stages = Uint32Array.from(this.stages);
    yield 0;
    return {
      kinds,
      secrecy,
      states,
      lastDays,
      regions,
      regionKeys: [...this.regionIds.keys()],
      stages,
      stageCodes: [...this.stageIds.keys()],
      tagOffsets: yield* this.tagOffsets.finishSteps(),
      tagChains: yield* this.tagChains.finishSteps(),
      tagConfidences: Float64Array.from(this.tagConfidences),
      chainCodes: [...this.chainIds.keys()],
    };
  }
}

function intern(ids: Map<string, number>, key: string): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, ids.size);
  return ids.size - 1;
}

/** The chain tags of a record as they are kept: without evidence. */
export function tagsAt(
  { tagOffsets, tagChains, tagConfidences, chainCodes }: Attributes,
  index: number,
): ChainTag[] {
  const tags: ChainTag[] = [];
  for (let i = tagOffsets[index]!; i < tagOffsets[index + 1]!; i++) {
    const code = chainCodes[tagChains[i]!]!;
    tags.push({ code, confidence: tagConfidences[i]!, given: false, evidence: [] });
  }
  return tags;
}
