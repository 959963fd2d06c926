/** Typed arrays that double their capacity, for sizes known only at the end. */

abstract class Growable<A extends Uint16Array | Uint32Array | Float32Array> {
  protected array: A;
  length = 0;

  constructor(array: A) {
    this.array = array;
  }

  protected abstract make(capacity: number): A;

  push(value: number): void {
    if (this.length === this.array.length) {
      const bigger = this.make(this.array.length * 2);
      bigger.set(this.array);
      this.array = bigger;
    }
    this.array[this.length++] = value;
  }

  at(index: number): number {
    return this.array[index]!;
  }

  set(index: number, value: number): void {
    this.array[index] = value;
  }

  add(index: number, value: number): void {
    this.array[index]! += value;
  }
}

const FIRST_CAPACITY = 1024;

/** Growable unsigned 16-bit integers. */
export class GrowableUint16 extends Growable<Uint16Array> {
  constructor() {
    super(new Uint16Array(FIRST_CAPACITY));
  }

  protected override make(capacity: number): Uint16Array {
    return new Uint16Array(capacity);
  }

  finish(): Uint16Array {
    return this.array.slice(0, this.length);
  }
}

/** Growable unsigned 32-bit integers. */
export class GrowableUint32 extends Growable<Uint32Array> {
  constructor() {
    super(new Uint32Array(FIRST_CAPACITY));
  }

  protected override make(capacity: number): Uint32Array {
    return new Uint32Array(capacity);
  }

  finish(): Uint32Array {
    return this.array.slice(0, this.length);
  }
}

/** Growable 32-bit floats. */
export class GrowableFloat32 extends Growable<Float32Array> {
  constructor() {
    super(new Float32Array(FIRST_CAPACITY));
  }

  protected override make(capacity: number): Float32Array {
    return new Float32Array(capacity);
  }

  finish(): Float32Array {
    return this.array.slice(0, this.length);
  }
}
