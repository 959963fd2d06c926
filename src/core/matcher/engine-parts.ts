import type { LevelCalibration } from '../levels/calibration.ts';
import type { Side } from '../records/parse.ts';
import type { Reading } from '../weigher/reading.ts';
import type { KernelOptions } from './scorer.ts';
import type { Segments } from './segments.ts';

/** How rows become records, also of those that are put later. */
export interface RowReading {
  readonly read?: ((row: never) => unknown) | undefined;
  readonly unreadable?: 'report' | 'refuse' | undefined;
}

/** What an engine is made of. */
export interface EngineParts {
  readonly side: Side;
  readonly reading: Reading;
  readonly segments: Segments;
  readonly kernel?: KernelOptions['kernel'];
  /** How levels follow from scores; used where it was made for scores of the collection's weights. */
  readonly levels?: LevelCalibration | undefined;
  readonly rowReading?: RowReading;
  /** The bytes that the index was opened from, where it is still what they hold. */
  readonly saved?: Uint8Array;
}
