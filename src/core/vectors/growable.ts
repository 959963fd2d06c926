/** Typed arrays that double their capacity, for sizes known only at the end. */

const FIRST_CAPACITY = 1024;

abstract class Growable<A extends Uint16Array | Uint32Array | Float32Array> {
  private array: A;
  private readonly Type: new (
    capacity: number,
  ) => A;
  length = 0;

  constructor(Type: new (capacity: number) => A) {
    this.Type = Type;
    this.array = new Type(FIRST_CAPACITY);
  }

  push(value: number): void {
    if (this.length === this.array.length) {
      const bigger = new this.Type(this.array.length * 2);
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

  finish(): A {
    return this.array.slice(0, this.length) as A;
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
