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
    const first = weights / 4 + panel * depth * PANEL;
    for (let row = 0; row < rows; row++) {
      const from = (left + row * leftStride) / 4;
      const to = (out + row * outStride) / 4 + panel * PANEL;
      for (let column = 0; column < PANEL; column++) {
        let sum = memory[to + column]!;
        for (let k = 0, at = first + column; k < depth; k++, at += PANEL) {
          sum = fround(sum + fround(memory[from + k]! * memory[at]!));
        }
        memory[to + column] = sum;
      }
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
