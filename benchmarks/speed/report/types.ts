import type { Machine } from '../../harness/machine.ts';
import type { Times } from '../../harness/rounds.ts';
import type { Formula } from '../data/reference.ts';
import type { Abilities } from '../peers/peer.ts';

/** Times of one way to answer queries, and how many postings it touches in a nanosecond, by the median. */
export interface Rate {
  readonly name: string;
  readonly usPerQuery: Times;
  readonly postingsPerNs: number;
}

/** Another engine on the same vectors. */
export interface RivalRow {
  readonly name: string;
  readonly formula: Formula;
  readonly abilities: Abilities;
  readonly threads: number;
  readonly note: string;
  /** Records and queries of a round. */
  readonly records: number;
  readonly queries: number;
  /** Measured on fewer records than ours: times are those of a pair, times all records. */
  readonly scaled: boolean;
  /** Of one query over all records. */
  readonly usPerQuery: Times;
  /** Its time divided by ours (WebAssembly, batches), by the medians of this run. */
  readonly ratio: number;
  /** Whether its ten best are those of its own formula, but for ties and rounding. */
  readonly agrees: boolean;
}

/** Latency of single queries in microseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly samples: number;
}

/** Engines on one collection of vectors. */
export interface VectorResult {
  readonly records: number;
  readonly terms: number;
  readonly postings: number;
  readonly queries: number;
  /** Postings touched by a query, on average. */
  readonly touched: number;
  readonly bytesPerPosting: number;
  readonly own: readonly Rate[];
  /** The C program: adding alone, and with the selection; null without a compiler. */
  readonly limit: readonly Rate[] | null;
  /** Whether our kernels gave the same bits as each other and as the plain reference, and the C program the same rows. */
  readonly agrees: boolean;
  readonly rivals: readonly RivalRow[];
  readonly latency: { readonly ours: Latency; readonly minisearch: Latency | null };
}

/** One figure of the text cases. */
export interface TextRow {
  readonly name: string;
  readonly unit: 'ms' | 'µs/query';
  readonly times: Times;
  /** Of single queries in microseconds, where they were timed one by one. */
  readonly p99: number | null;
  /** Millions of bytes of UTF-8 in a second, for builds. */
  readonly mbPerSecond: number | null;
  readonly note: string;
}

/** Whole texts: what a host calls. */
export interface TextResult {
  readonly records: number;
  readonly demands: number;
  readonly megabytes: number;
  readonly index: Readonly<Record<string, number | string>>;
  readonly rows: readonly TextRow[];
}

/** What an index adds to the memory, in bytes: objects, and typed arrays. */
export interface MemoryRow {
  readonly name: string;
  readonly heap: number;
  readonly arrays: number;
}

/** Time of a posting at one size, in nanoseconds. */
export interface GrowthRow {
  readonly records: number;
  readonly js: number;
  readonly wasm: number;
}

/** The figures that are compared between runs; null where the command does not measure them. */
export interface Summary {
  readonly postingsPerNs: { readonly js: number; readonly wasm: number; readonly limit: number | null };
  /** Theirs divided by ours in time, one thread each: the least over the sizes that count. */
  readonly ratio: Readonly<Record<RatioName, number | null>>;
  /** Time on one thread divided by the time on two workers. */
  readonly threads2: number | null;
  readonly build: { readonly ratioSklearn: number | null; readonly ratioMinisearch: number | null };
  readonly open: { readonly ratioBuild: number | null };
  /** Bytes that MiniSearch adds to the memory divided by ours, for the same terms. */
  readonly memory: { readonly ratioMinisearch: number | null };
  /** Greatest time of a posting from 20,000 records on, divided by the least. */
  readonly growth: { readonly ratio: number | null };
  readonly bytesPerPosting: number;
  /** Whether all answers that can be compared agreed. */
  readonly agree: boolean;
}

export type RatioName = 'sparseDotTopn' | 'bm25s' | 'scipy' | 'minisearch' | 'natural' | 'denseCosine';

/** What a command prints with `--json`. */
export interface Report extends Summary {
  readonly command: 'bench' | 'bench:python';
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly data: string;
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly vectors: readonly VectorResult[];
  readonly texts: TextResult;
  readonly memoryRows: readonly MemoryRow[] | null;
  readonly growthRows: readonly GrowthRow[] | null;
}
