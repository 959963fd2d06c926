import type { Achievement, Demand } from 'cuohe';
import type { ProgrammeResult } from 'cuohe/programmes';

/** The bundled sample, as the programmes are handed it. */
export interface Sample {
  readonly achievements: readonly Achievement[];
  readonly demands: readonly Demand[];
  /** Reads the items of `examples/data/programmes/NAME.jsonl`. */
  readonly extra: <T>(name: string) => readonly T[];
}

/** What a programme gives on the sample. */
export interface DemoResult {
  /** Plain JSON: what `--json` prints under the programme's key. */
  readonly json: unknown;
  /** What an office would read, in Chinese; lines without a trailing newline. */
  readonly text: string;
  /** What the programme returned: what `--csv` and `--xlsx` write as the tables of `rows`. */
  readonly results: readonly ProgrammeResult[];
  /** What ids of these results are called, beside those of the sample. */
  readonly titles?: ReadonlyMap<string, string>;
}

/** One programme of the demo. */
export interface DemoProgramme {
  /** Key in the JSON: kebab-case, `broker-assignment`. */
  readonly key: string;
  /** Number in the list of programmes, 1–16; 0 for all of them together. */
  readonly number: number;
  readonly titleZh: string;
  readonly titleEn: string;
  run(sample: Sample): DemoResult | Promise<DemoResult>;
}

/** The day on which the sample is looked at, so that its dates mean the same every year. */
export const AS_OF = '2026-09-01';
