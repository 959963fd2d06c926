/** Columns of a panel. */
export const PANEL = 8;

/** What `multiply` of kernel.wat does, and the same bits: sums in ascending order of depth, each step rounded to 32 bits. */
export function multiply(
  memory: Float32Array,
  left: number,
  leftStride: number,
  rows: number,
  depth: number,
  weights: number,
  panels: number,
  out: number,
  outStride: number,
): void {
  const { fround } = Math;
  for (let panel = 0; panel < panels; panel++) {
    const first = (weights >>> 2) + panel * depth * PANEL;
    for (let row = 0; row < rows; row++) {
      const from = (left + row * leftStride) >>> 2;
      const to = ((out + row * outStride) >>> 2) + panel * PANEL;
      // Eight sums at once: what is read of the left side is used for all, and the weights are read as they lie.
      let [s0, s1, s2, s3] = [memory[to]!, memory[to + 1]!, memory[to + 2]!, memory[to + 3]!];
      let [s4, s5, s6, s7] = [memory[to + 4]!, memory[to + 5]!, memory[to + 6]!, memory[to + 7]!];
      for (let k = 0, at = first; k < depth; k++, at += PANEL) {
        const value = memory[from + k]!;
        s0 = fround(s0 + fround(value * memory[at]!));
        s1 = fround(s1 + fround(value * memory[at + 1]!));
        s2 = fround(s2 + fround(value * memory[at + 2]!));
        s3 = fround(s3 + fround(value * memory[at + 3]!));
        s4 = fround(s4 + fround(value * memory[at + 4]!));
        s5 = fround(s5 + fround(value * memory[at + 5]!));
        s6 = fround(s6 + fround(value * memory[at + 6]!));
        s7 = fround(s7 + fround(value * memory[at + 7]!));
      }
      memory[to] = s0;
      memory[to + 1] = s1;
      memory[to + 2] = s2;
      memory[to + 3] = s3;
      memory[to + 4] = s4;
      memory[to + 5] = s5;
      memory[to + 6] = s6;
      memory[to + 7] = s7;
    }
  }
}

/** Writes a matrix of steps, row by row, as panels of numbers: `scale × step`. */
export function writePanels(
  steps: Int8Array,
  scale: number,
  depth: number,
  columns: number,
  memory: Float32Array,
  at: number,
): void {
  for (let first = 0, to = at; first < columns; first += PANEL) {
    for (let k = 0, from = first; k < depth; k++, from += columns) {
      for (let column = 0; column < PANEL; column++) memory[to++] = scale * steps[from + column]!;
    }
  }
}
