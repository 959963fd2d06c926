/** Looks at a worker so often within the time that it may be silent. */
const LOOKS = 4;

/**
 * Tells when a worker that owes an answer has said nothing for too long. Looks are counted, not milliseconds: a machine
 * that slept, or a thread that was busy itself, misses looks, and the worker is not blamed for it.
 */
export class Silence {
  private readonly most: number;
  private readonly tooLong: () => void;
  private owed = 0;
  private silent = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param most milliseconds, > 0; Infinity for a worker that may be silent for ever. */
  constructor(most: number, tooLong: () => void) {
    this.most = most;
    this.tooLong = tooLong;
  }

  /** Another answer is expected. */
  asked(): void {
    this.owed++;
    if (this.timer !== undefined || this.most === Number.POSITIVE_INFINITY) return;
    this.silent = 0;
    // Longer times than timers know would pass at once.
    this.timer = setInterval(() => this.look(), Math.min(this.most / LOOKS, 2 ** 31 - 1));
    // In Node nobody lives for this alone; elsewhere timers are numbers.
    (this.timer as { unref?(): void }).unref?.();
  }

  /** The worker said something. @param answers how many of the expected answers that is. */
  heard(answers: number): void {
    this.silent = 0;
    this.owed -= answers;
    if (this.owed <= 0) this.stop();
  }

  /** Nothing is expected any more. */
  stop(): void {
    this.owed = 0;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    if (++this.silent <= LOOKS) return;
    this.stop();
    this.tooLong();
  }
}
