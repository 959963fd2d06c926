import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import type { Steps } from '../../base/steps.ts';
import { expectRun, type Progress, RUN_KEYS, type RunOptions } from '../matches/match-options.ts';

/**
 * Milliseconds of work between two turns of the event loop, and between two progress reports. The last step of a turn and a
 * collection of garbage come on top: both together are a few tens, and a turn is to be less than 50.
 */
const SLICE = 16;
const REPORT_EVERY = 100;

/** Keeps a long run polite: progress, cancellation, and turns for the event loop. */
export class Pacer {
  private readonly started = now();
  private lastTurn = this.started;
  private lastReport = Number.NEGATIVE_INFINITY;
  private readonly total: number | undefined;
  private readonly options: RunOptions;

  constructor(total: number | undefined, options: RunOptions) {
    this.total = total;
    this.options = options;
  }

  /** Whether {@link step} has anything to do: a turn, a report, or to stop. */
  isDue(): boolean {
    const time = now();
    return (
      time - this.lastReport >= REPORT_EVERY ||
      time - this.lastTurn >= SLICE ||
      this.options.signal?.aborted === true
    );
  }

  /**
   * Call after each unit of work.
   * @throws the reason of the signal once it is aborted.
   */
  async step(done: number): Promise<void> {
    const time = now();
    if (time - this.lastReport >= REPORT_EVERY) this.report(done, time);
    if (time - this.lastTurn >= SLICE) {
      await turn();
      this.lastTurn = now();
    }
    this.options.signal?.throwIfAborted();
  }

  /** Reports the end. */
  finish(done: number): void {
    this.report(done, now());
  }

  private report(done: number, time: number): void {
    this.lastReport = time;
    const seconds = (time - this.started) / 1000;
    const progress: Progress = { done, total: this.total, rate: seconds > 0 ? done / seconds : 0 };
    this.options.onProgress?.(progress);
  }
}

/** What platforms have to let others run: Node, and pages, whose timers wait for four milliseconds after a few. */
interface Turns {
  readonly setImmediate?: (act: () => void) => unknown;
  readonly scheduler?: { readonly yield?: () => Promise<void> };
}

/** Lets the event loop go on: timers, input and output, whatever waits. */
function turn(): Promise<void> {
  const { setImmediate, scheduler } = globalThis as Turns;
  if (setImmediate !== undefined) return new Promise((resolve) => setImmediate(resolve));
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Checks the options of a run.
 * @throws InputError for bad options; the signal's reason when it is aborted already.
 */
export function requireRun(options: RunOptions): void {
  const issues = new Issues();
  if (expectKeys(issues, options, RUN_KEYS)) expectRun(issues, options);
  issues.throwAsOptions();
  options.signal?.throwIfAborted();
}

/**
 * What steps come to, driven in turns.
 * @param total of what the steps tell.
 */
export async function inTurns<T>(
  steps: Steps<T>,
  total: number | undefined,
  options: RunOptions,
): Promise<T> {
  const pacer = new Pacer(total, options);
  let done = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      pacer.finish(total ?? done);
      return step.value;
    }
    done = Math.max(done, step.value);
    // To wait for what need not wait costs more than many a step.
    if (pacer.isDue()) await pacer.step(done);
  }
}

/** Most queries that are ranked together, and the time that this should take, in milliseconds. */
const MAX_BATCH = 256;
const BATCH_TIME = SLICE;

/**
 * How many queries to rank together: more share the walk over the postings better, but nothing else happens
 * meanwhile. The results do not depend on it.
 */
export class BatchSize {
  /** Of the batch that begins next. */
  size = 1;
  private began = 0;

  /** Call before a batch is ranked. */
  begin(): void {
    this.began = now();
  }

  /** Call once it is. */
  end(): void {
    const took = now() - this.began;
    if (took > 2 * BATCH_TIME) this.size = Math.max(1, this.size >> 1);
    else if (took < BATCH_TIME / 2) this.size = Math.min(MAX_BATCH, this.size * 2);
  }
}

function now(): number {
  return performance.now();
}
