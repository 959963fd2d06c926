import { type IndexFinding, UnreadableError } from './container.ts';

/** Findings that are told: a file with more is wrong all over. */
const MOST_TOLD = 100;

/** Takes what is found. */
export class Findings {
  readonly all: IndexFinding[] = [];

  /** Notes something, unless enough is told. */
  add(section: string, place: string, expected: unknown, received: unknown): void {
    this.take({ section, place, expected: String(expected), received: String(received) });
  }

  take(finding: IndexFinding): void {
    if (this.all.length < MOST_TOLD) this.all.push(finding);
  }

  /** What is done, or undefined where it says that something cannot be read. */
  attempt<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      this.take(error.finding);
      return undefined;
    }
  }
}
