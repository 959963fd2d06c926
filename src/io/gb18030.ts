/** Text to bytes in GB18030, which platforms decode and do not encode: their decoder, turned around. */

interface Codes {
  /** By unit of UTF-16: the two bytes as one number; 0 for none. */
  readonly two: Uint16Array;
  /** By unit of UTF-16: the number of its four bytes, and one; 0 for none. */
  readonly four: Uint16Array;
}

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const NO_TRAIL = 0x7f;
/** Characters of four bytes below U+10000 come first, those above from a number of their own on. */
const FOURS = 39_420;
const ABOVE = 189_000;
const REPLACEMENT = 0xfffd;

/**
 * The bytes of a text in GB18030. All characters of Unicode have a place there; what is none becomes U+FFFD: half of a
 * pair, as in UTF-8, and a few codes for private use that decoders read as the characters that stand there by now.
 */
export function encodeGb18030(text: string): Uint8Array {
  const codes = table();
  const bytes = new Uint8Array(lengthOf(text, codes));
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[at++] = unit;
      continue;
    }
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    const pair = point > 0xffff ? 0 : codes.two[point]!;
    if (pair !== 0) {
      bytes[at++] = pair >> 8;
      bytes[at++] = pair & 0xff;
    } else {
      bytes.set(fourBytes(numberOf(point, codes)), at);
      at += 4;
    }
  }
  return bytes;
}

/** The number of four bytes of a code point that has no two. */
function numberOf(point: number, { four }: Codes): number {
  if (point > 0xffff) return point - 0x10000 + ABOVE;
  const number = isHalf(point) ? 0 : four[point]!;
  return (number === 0 ? four[REPLACEMENT]! : number) - 1;
}

function lengthOf(text: string, codes: Codes): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length++;
    else if (isHalf(unit)) {
      length += 4;
      if (text.codePointAt(i)! > 0xffff) i++;
    } else length += codes.two[unit] === 0 ? 4 : 2;
  }
  return length;
}

function isHalf(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

let codes: Codes | undefined;

/** Made when it is first asked for: a moment, and 256 kB. */
function table(): Codes {
  codes ??= { two: readTwos(), four: readFours() };
  return codes;
}

function readTwos(): Uint16Array {
  const two = new Uint16Array(0x10000);
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST_LEAD; trail++) {
      if (trail === NO_TRAIL) continue;
      pair[0] = lead;
      pair[1] = trail;
      const text = decoder.decode(pair);
      const unit = text.charCodeAt(0);
      if (text.length === 1 && unit !== REPLACEMENT && two[unit] === 0) two[unit] = (lead << 8) | trail;
    }
  }
  return two;
}

function readFours(): Uint16Array {
  const four = new Uint16Array(0x10000);
  const decoder = new TextDecoder('gb18030');
  for (let number = 0; number < FOURS; number++) {
    const text = decoder.decode(fourBytes(number));
    if (text.length === 1 && four[text.charCodeAt(0)] === 0) four[text.charCodeAt(0)] = number + 1;
  }
  return four;
}

/** The bytes of a number: digits of the bases 10, 126, 10 and what is above. */
function fourBytes(number: number): Uint8Array {
  const third = Math.floor(number / 10);
  const second = Math.floor(third / 126);
  return Uint8Array.of(
    FIRST_LEAD + Math.floor(second / 10),
    0x30 + (second % 10),
    FIRST_LEAD + (third % 126),
    0x30 + (number % 10),
  );
}
