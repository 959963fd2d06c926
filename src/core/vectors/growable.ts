import { last, type Steps } from '../../base/steps.ts';

/** Typed arrays for sizes known only at the end: pieces of one size, so that to grow never copies all that is there. */

const FIRST_CAPACITY = 64;
const PIECE_BITS = 16;
const PIECE = 1 << PIECE_BITS;

abstract class Growable<A extends Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array> {
  private readonly Type: new (
    capacity: number,
  ) => A;
  /** All but the last have {@link PIECE} entries; a single one has what it needs so far. */
  private pieces: A[];
  private piece: A;
  /** Entries of the last piece that are in use. */
  private used = 0;

  constructor(Type: new (capacity: number) => A) {
    this.Type = Type;
    this.piece = new Type(FIRST_CAPACITY);
    this.pieces = [this.piece];
  }

  get length(): number {
    return (this.pieces.length - 1) * PIECE + this.used;
  }

  push(value: number): void {
    if (this.used === this.piece.length) this.grow();
    this.piece[this.used++] = value;
  }

  at(index: number): number {
    return this.pieces[index >>> PIECE_BITS]![index & (PIECE - 1)]!;
  }

  set(index: number, value: number): void {
    this.pieces[index >>> PIECE_BITS]![index & (PIECE - 1)] = value;
  }

  add(index: number, value: number): void {
    this.pieces[index >>> PIECE_BITS]![index & (PIECE - 1)]! += value;
  }

  /** All entries in one array; this holds none afterwards. */
  finish(): A {
    return last(this.finishSteps());
  }

  /** The same in steps. A piece is let go once it is copied: little is there twice. */
  *finishSteps(): Steps<A> {
    const { pieces, used, length } = this;
    this.piece = new this.Type(FIRST_CAPACITY);
    this.pieces = [this.piece];
    this.used = 0;
    const all = new this.Type(length);
    for (let i = 0; i < pieces.length; i++) {
      all.set(i === pieces.length - 1 ? pieces[i]!.subarray(0, used) : pieces[i]!, i * PIECE);
      pieces[i] = NOTHING as A;
      yield 0;
    }
    return all;
  }

  private grow(): void {
    if (this.piece.length < PIECE) {
      const bigger = new this.Type(this.piece.length * 2);
      bigger.set(this.piece);
      this.piece = bigger;
      this.pieces[0] = bigger;
      return;
    }
    this.piece = new this.Type(PIECE);
    this.pieces.push(this.piece);
    this.used = 0;
  }
}

const NOTHING: unknown = new Uint8Array(0);

/** Growable bytes. */
export class GrowableUint8 extends Growable<Uint8Array> {
  constructor() {
    super(Uint8Array);
  }
}

/** Growable unsigned 16-bit integers. */
export class GrowableUint16 extends Growable<Uint16Array> {
  constructor() {
    super(Uint16Array);
  }
}

/** Growable unsigned 32-bit integers. */
export class GrowableUint32 extends Growable<Uint32Array> {
  constructor() {
    super(Uint32Array);
  }
}

/** Growable 32-bit floats. */
export class GrowableFloat32 extends Growable<Float32Array> {
  constructor() {
    super(Float32Array);
  }
}

/** Growable 64-bit floats. */
export class GrowableFloat64 extends Growable<Float64Array> {
  constructor() {
    super(Float64Array);
  }
}
