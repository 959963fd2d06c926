/** One window of the network: how many pieces it sees at once, and how many of them stand before the one it is for. */
export interface Window {
  readonly size: number;
  readonly before: number;
}

/** A layer with a way around it: `relu(x × inner) × outer + x × around`. */
export interface Block {
  readonly inner: number;
  readonly outer: number;
}

/** The sizes of a network. All widths are multiples of 8. */
export interface Shape {
  /** Numbers of a piece. */
  readonly width: number;
  /** Numbers that a window gives. */
  readonly channels: number;
  readonly windows: readonly Window[];
  /** Numbers of a text between the windows and the blocks. */
  readonly pooled: number;
  /** The last one gives the vector. */
  readonly blocks: readonly Block[];
}

/** The name of a matrix, its rows and columns. */
export type MatrixShape = readonly [name: string, rows: number, columns: number];

/** Numbers of a piece in its text: its own, and those of each window. */
export function featuresOf({ width, channels, windows }: Shape): number {
  return width + windows.length * channels;
}

/** All matrices of a network, each row by row in the file. */
export function matricesOf(shape: Shape): MatrixShape[] {
  const { width, channels, windows, pooled, blocks } = shape;
  const list: MatrixShape[] = [];
  windows.forEach(({ size }, i) => {
    list.push([`project${i}`, width, channels]);
    // The first layer place by place: the products of a piece are taken before it is known where it stands.
    for (let place = 0; place < size; place++) list.push([`first${i}at${place}`, channels, channels]);
    list.push([`second${i}`, size * channels, channels]);
  });
  list.push(['pool', featuresOf(shape), pooled]);
  blocks.forEach(({ inner, outer }, i) => {
    const before = blocks[i - 1]?.outer ?? pooled;
    list.push([`inner${i}`, before, inner], [`outer${i}`, inner, outer], [`around${i}`, before, outer]);
  });
  return list;
}

/** All lists of numbers of a network. `gain` and `shift` are those behind a normalisation. */
export function listsOf(shape: Shape): (readonly [name: string, length: number])[] {
  const all = shape.windows.length * shape.channels;
  const features = featuresOf(shape);
  return [
    ['projectBias', all],
    ['projectGain', all],
    ['projectShift', all],
    ['firstBias', all],
    ['secondBias', all],
    ['gain', features],
    ['shift', features],
    ['poolBias', shape.pooled],
  ];
}
