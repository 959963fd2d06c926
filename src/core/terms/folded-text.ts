/** Text in one form, with the way back to the text as given. */
export interface NormalizedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its source begins in the text as given. */
  readonly starts: Uint32Array;
  /** For each UTF-16 unit of `text`: where its source ends, exclusive. */
  readonly ends: Uint32Array;
}

const SPACE = 0x20;
const NEWLINE = 0x0a;
/** Arguments of one call stay well below what engines allow. */
const CHUNK = 8192;

/** Used again for each short text, one after the other: to make them takes longer than to fill them. */
const SHORT = 4096;
const units = new Uint16Array(SHORT);
const starts = new Uint32Array(SHORT);
const ends = new Uint32Array(SHORT);

/** Collects folded characters, one text at a time, and holds white space back until the next character shows whether it counts. */
export class FoldedText {
  /** False once a piece came in that folding again could change. */
  settled = true;
  private units: Uint16Array;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private length = 0;
  /** Code point written last; 0 at the beginning. */
  private last = 0;
  /** White space held back, and its place; 0 for none. */
  private held = 0;
  private heldStart = 0;
  private heldEnd = 0;

  constructor(capacity: number) {
    const isShort = capacity + 8 <= SHORT;
    this.units = isShort ? units : new Uint16Array(capacity + 8);
    this.starts = isShort ? starts : new Uint32Array(capacity + 8);
    this.ends = isShort ? ends : new Uint32Array(capacity + 8);
  }

  /** Adds one code point from a place of the source; of white space only U+0020 and U+000A. */
  push(char: number, start: number, end: number): void {
    if (char === SPACE || char === NEWLINE) {
      if (this.held === 0 || char === NEWLINE) {
        this.held = char;
        this.heldStart = start;
        this.heldEnd = end;
      }
      return;
    }
    if (this.held !== 0) {
      const between = this.held === SPACE && isIdeograph(char) && isIdeograph(this.last);
      if (this.length > 0 && !between) this.write(this.held, this.heldStart, this.heldEnd);
      this.held = 0;
    }
    this.last = char;
    if (char < 0x10000) this.write(char, start, end);
    else {
      this.write(0xd7c0 + (char >> 10), start, end);
      this.write(0xdc00 + (char & 0x3ff), start, end);
    }
  }

  /** The text, without white space at its ends. */
  finish(): NormalizedText {
    const { length } = this;
    let text = '';
    for (let at = 0; at < length; at += CHUNK) {
      const part = this.units.subarray(at, Math.min(length, at + CHUNK));
      text += Reflect.apply(String.fromCharCode, undefined, part) as string;
    }
    const places = new Uint32Array(2 * length);
    places.set(this.starts.subarray(0, length));
    places.set(this.ends.subarray(0, length), length);
    return { text, starts: places.subarray(0, length), ends: places.subarray(length) };
  }

  private write(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  private grow(): void {
    const { units, starts, ends } = this;
    this.units = new Uint16Array(units.length * 2);
    this.starts = new Uint32Array(units.length * 2);
    this.ends = new Uint32Array(units.length * 2);
    this.units.set(units);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}

/** Scripts written without spaces between words, and Hangul. */
function isIdeograph(char: number): boolean {
  return (
    (char >= 0x4e00 && char <= 0x9fff) ||
    (char >= 0x3400 && char <= 0x4dbf) ||
    (char >= 0x3040 && char <= 0x30ff) ||
    (char >= 0xac00 && char <= 0xd7a3) ||
    (char >= 0xf900 && char <= 0xfaff) ||
    (char >= 0x20000 && char <= 0x323af) ||
    char === 0x3005 ||
    char === 0x3007
  );
}
