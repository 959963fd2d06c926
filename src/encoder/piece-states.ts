import { fullRows, type Kernel } from './kernel.ts';
import { normalizeLayer } from './layer-norm.ts';
import type { Plan } from './plan.ts';
import type { Weights } from './weights.ts';

/** Pieces that are kept: those of some thousand Chinese titles, of which most are among the most frequent characters. */
export const KEPT = 1024;
/** Pieces that are computed at once. */
const STAGED = 32;

/**
 * What depends on a piece alone, and not on its neighbours: its numbers, what each window makes of them, and what each place of
 * each window multiplies them into. That is more than half of all work, and few pieces make most of all texts: the last
 * {@link KEPT} that were used are kept. A state is, in this order,
 *
 *     width numbers of the piece
 *     for each window: channels numbers, projected and normalised
 *     for each window and place in it: channels numbers, the products with the first layer
 */
export class PieceStates {
  /** Numbers of a state. */
  readonly size: number;
  /** Where the products of each window begin in a state. */
  readonly products: readonly number[];
  private readonly kept: number;
  private readonly staged: number;
  /** Piece → its place among those that are kept; the one that was used longest ago first. */
  private readonly places = new Map<number, number>();

  constructor(
    private readonly weights: Weights,
    private readonly plan: Plan,
  ) {
    const { width, channels, windows } = weights.shape;
    let end = width + windows.length * channels;
    this.products = windows.map(({ size }) => {
      const at = end;
      end += size * channels;
      return at;
    });
    this.size = end;
    this.staged = plan.place(STAGED * end);
    this.kept = plan.place(KEPT * end);
  }

  /**
   * Where the states of pieces begin in the memory, as numbers of 32 bits.
   * @param pieces at most half of {@link KEPT} different ones; negative ones have none, and get -1.
   */
  of(pieces: Int32Array, kernel: Kernel): Int32Array {
    const missing = new Set<number>();
    for (const piece of pieces) {
      if (piece < 0) continue;
      const place = this.places.get(piece);
      if (place === undefined) {
        missing.add(piece);
        continue;
      }
      // Used now, so last in line to go.
      this.places.delete(piece);
      this.places.set(piece, place);
    }
    const wanted = [...missing];
    for (let i = 0; i < wanted.length; i += STAGED) this.compute(wanted.slice(i, i + STAGED), kernel);
    return pieces.map((piece) => (piece < 0 ? -1 : this.kept / 4 + this.places.get(piece)! * this.size));
  }

  private compute(pieces: readonly number[], { memory, multiply }: Kernel): void {
    const { weights, plan, size, staged, products } = this;
    const { width, channels, windows } = weights.shape;
    const list = (name: string) => weights.lists.get(name)!;
    const [bias, gain, shift] = [list('projectBias'), list('projectGain'), list('projectShift')];
    const first = staged / 4;
    const stride = size * 4;
    const rows = fullRows(pieces.length);
    memory.fill(0, first, first + rows * size);
    pieces.forEach((piece, i) => {
      weights.rows.read(piece, memory, first + i * size);
      memory.set(bias, first + i * size + width);
    });
    const own = (window: number) => width + window * channels;
    windows.forEach((_, w) => {
      const { at, panels } = plan.matrix(`project${w}`);
      multiply(staged, stride, rows, width, at, panels, staged + own(w) * 4, stride);
    });
    // Over all windows together.
    for (let i = 0; i < pieces.length; i++) {
      normalizeLayer(memory, first + i * size + width, bias.length, gain, shift, weights.epsilon);
    }
    windows.forEach((window, w) => {
      for (let place = 0; place < window.size; place++) {
        const { at, panels } = plan.matrix(`first${w}at${place}`);
        const to = staged + (products[w]! + place * channels) * 4;
        multiply(staged + own(w) * 4, stride, rows, channels, at, panels, to, stride);
      }
    });
    pieces.forEach((piece, i) => {
      const place = this.freePlace();
      this.places.set(piece, place);
      const from = first + i * size;
      memory.copyWithin(this.kept / 4 + place * size, from, from + size);
    });
  }

  private freePlace(): number {
    if (this.places.size < KEPT) return this.places.size;
    const [oldest, place] = this.places.entries().next().value!;
    this.places.delete(oldest);
    return place;
  }
}
