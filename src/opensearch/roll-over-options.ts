import { Issues } from '../base/issues.ts';
import type { RecordInput } from '../core/records/types.ts';
import type { Weigher } from '../core/weigher/weigher.ts';
import { expectMapping, type MappingOptions } from './mapping.ts';
import { expectTransport } from './transports.ts';
import { requireWeigher } from './weigher.ts';
import {
  expectFunction,
  expectName,
  expectSequence,
  type ResolvedWriting,
  readWriting,
  type Sequence,
  WRITING_KEYS,
  type WritingOptions,
} from './write-options.ts';

/** How an index takes the place of another. */
export interface RollOverOptions<R extends RecordInput = RecordInput> extends WritingOptions, MappingOptions {
  /** The name by which searches ask: an alias of one index, or of none yet. */
  readonly alias: string;
  /** The weigher of the new index. */
  readonly weigher: Weigher;
  /**
   * All records of the new index. Default: those of the index behind the alias, as of the moment after `onIndex`, with their
   * revisions.
   */
  readonly records?: Sequence<R>;
  /** As of `writeAll`; with `records`, and not without. */
  readonly revision?: number | ((record: R) => number);
  /**
   * Is told the name of the new index before it is filled. Once it returns, or what it returns resolves, changes must go to
   * both: to the index behind the alias with its weigher, and to this one with the new one. What changes while the new index
   * is filled is then in it, whichever comes first. Default: nothing changes meanwhile.
   */
  readonly onIndex?: (name: string) => void | Promise<void>;
}

const ROLL_OVER_KEYS = [
  ...WRITING_KEYS,
  'alias',
  'weigher',
  'records',
  'revision',
  'onIndex',
] as const satisfies readonly (keyof RollOverOptions)[];

/**
 * Checks how an index is to take the place of another.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function resolveRollOver<R extends RecordInput>(
  transport: unknown,
  options: RollOverOptions<R>,
): ResolvedWriting {
  const issues = new Issues();
  expectTransport(issues, transport);
  expectMapping(issues, options as MappingOptions, ROLL_OVER_KEYS);
  const given: Partial<RollOverOptions<R>> = typeof options === 'object' && options !== null ? options : {};
  const { alias, records, revision, onIndex } = given;
  expectName(issues, 'alias', alias);
  expectSequence(issues, 'records', records);
  if (records === undefined) {
    const isAbsent = revision === undefined;
    issues.expect(isAbsent, 'revision', 'none without records: those of the index are kept', revision);
  } else {
    const isCount = Number.isSafeInteger(revision) && (revision as number) >= 0;
    const isRevision = typeof revision === 'function' || isCount;
    issues.expect(isRevision, 'revision', 'a whole number ≥ 0 or a function', revision);
  }
  expectFunction(issues, 'onIndex', onIndex);
  const resolved = readWriting(issues, given);
  issues.throwAsOptions();
  requireWeigher(options.weigher);
  return resolved;
}
