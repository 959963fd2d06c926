import type { ErrorCode } from '../base/errors.ts';
import type { Answering, BareResult } from '../core/matcher/match.ts';
import type { KernelOptions } from '../core/matcher/scorer.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { FromBuilder, ToBuilder } from './build-messages.ts';

/** An index in memory that all threads share, and the place of a worker's kernel in it. */
interface SharedIndex {
  readonly memory: WebAssembly.Memory;
  readonly kernels: number;
  readonly start: number;
  readonly length: number;
  readonly place: number;
}

/** How a worker gets its index: shared, or a copy of its own. */
export type SentIndex = { readonly shared: SharedIndex } | { readonly copy: Uint8Array };

/**
 * To a worker: what to open, first, or else what {@link ToBuilder} says; then runs, chunks of them in the order in which they are to be answered, and single
 * queries.
 */
export type ToWorker =
  | ToBuilder
  | {
      readonly type: 'open';
      readonly index: SentIndex;
      /** URL of the module with the reading parts; undefined for the default ones. */
      readonly parts: string | undefined;
      readonly kernel: NonNullable<KernelOptions['kernel']>;
      /** Saved statistics that the index was made with, where they were not its own. */
      readonly statistics: Uint8Array | undefined;
    }
  | {
      readonly type: 'begin';
      readonly run: number;
      readonly answering: Answering;
      /** Whether only what a lean match has is sent back. */
      readonly lean: boolean;
    }
  | {
      readonly type: 'answer';
      readonly run: number;
      readonly chunk: number;
      readonly queries: readonly MatchRecord[];
    }
  /** A single query, answered as the run with the number is. */
  | {
      readonly type: 'ask';
      readonly run: number;
      readonly number: number;
      readonly query: MatchRecord;
    }
  /** Chunks of the run that still wait are not wanted any more; single queries are. */
  | { readonly type: 'end'; readonly run: number };

/** From a worker. `open` and `prepare` get one `ready`, each `answer` one `answered`, each `ask` one `told`. */
export type FromWorker =
  | FromBuilder
  /** It hears, before it opens what it was given. */
  | { readonly type: 'ready'; readonly version: string }
  /** It is still at what it was asked, which takes long. */
  | { readonly type: 'busy' }
  | {
      readonly type: 'answered';
      readonly run: number;
      readonly chunk: number;
      /** Milliseconds of work. */
      readonly took: number;
      /**
       * What each query gets, {@link BareResult}[] in JSON, which costs the calling thread less than a
       * structured clone; undefined where the run had ended.
       */
      readonly found: string | undefined;
    }
  /** `found`: what the query gets, a {@link BareResult} in JSON. */
  | { readonly type: 'told'; readonly number: number; readonly found: string }
  /** The worker cannot go on; `code` is that of a CuoheError. */
  | { readonly type: 'failed'; readonly message: string; readonly code?: ErrorCode };
