/** Running numbers (序号) as ids: they begin again below each school, and stand once beside several records. */

/** Makes ids of running numbers, in the order of the rows. */
export class RunningNumbers {
  private run = 1;
  private last: string | undefined;
  private repeats = 1;
  private readonly seen = new Set<string>();
  /** Whether a number came again, so that ids are not the numbers alone. */
  came = false;

  /** The id of the next row: `1`; `1.2` for the second row with the number 1; `part2-1` where numbers begin again. */
  idOf(number: string): string {
    if (number === this.last) {
      this.came = true;
      this.repeats++;
    } else {
      this.repeats = 1;
      if (this.seen.has(number)) {
        this.came = true;
        this.run++;
        this.seen.clear();
      }
    }
    this.last = number;
    this.seen.add(number);
    const own = this.repeats === 1 ? number : `${number}.${this.repeats}`;
    return this.run === 1 ? own : `part${this.run}-${own}`;
  }
}
