/** Which encoding bytes without a mark are in, where several would take them: the one in which the characters are common. */

/** Common characters must be this much more frequent in Big5: GB18030 is what most files are in. */
const MARGIN = 0.2;
/** Least share of common characters in a text of Big5: names and rare words are the rest. */
const MOSTLY = 0.8;

/** How the characters of two bytes would look in each encoding: shares of those that everybody writes. */
export interface CommonShares {
  readonly gb: number;
  readonly big5: number;
  /** Characters of two and four bytes. */
  readonly pairs: number;
}

/**
 * Shares of common characters, read as GB18030 and as Big5. Both standards put common characters and punctuation in
 * ranges of their own, which overlap for half of them only: GB 2312 is rows A1 to F7 with second bytes from A1, the
 * first level of Big5 is rows A1 to C6 with second bytes from 40.
 */
export function commonShares(bytes: Uint8Array): CommonShares {
  let pairs = 0;
  let gb = 0;
  let big5 = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1]!;
    // Four bytes of GB18030: a digit is second.
    i += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7))) gb++;
    const isTrail = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
    if (isTrail && lead >= 0xa1 && lead <= 0xc6) big5++;
  }
  return pairs === 0 ? { gb: 0, big5: 0, pairs } : { gb: gb / pairs, big5: big5 / pairs, pairs };
}

/** Whether bytes look like Big5, the encoding of traditional files, rather than GB18030. */
export function looksBig5({ gb, big5 }: CommonShares): boolean {
  return big5 >= MOSTLY && big5 > gb + MARGIN;
}

/** Least share of everyday units in a text of UTF-16. */
const MOST_UNITS = 0.9;

/**
 * The byte order of UTF-16 without a mark: the one in which units are those of everyday texts. `undefined` for what is
 * no text in either.
 */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0 || bytes.length === 0) return undefined;
  let little = 0;
  let big = 0;
  for (let i = 0; i < bytes.length; i += 2) {
    if (isEveryday(bytes[i]!, bytes[i + 1]!)) little++;
    if (isEveryday(bytes[i + 1]!, bytes[i]!)) big++;
  }
  const units = bytes.length / 2;
  if (Math.max(little, big) < MOST_UNITS * units) return undefined;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/** ASCII but control characters, Latin 1, punctuation and symbols, ideographs, forms of full width. */
function isEveryday(low: number, high: number): boolean {
  if (high === 0)
    return (low >= 0x20 && low < 0x7f) || low >= 0xa0 || low === 0x0a || low === 0x0d || low === 0x09;
  if (high === 0xff) return low >= 0x01 && low <= 0xe6;
  return (high >= 0x20 && high <= 0x26) || high === 0x30 || (high >= 0x4e && high <= 0x9f);
}
