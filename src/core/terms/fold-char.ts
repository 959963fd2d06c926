/** One character, or a base with its marks, folded: width, case, compatibility forms; what is no text is a space. */

const NEWLINE = /[\n\r\u2028\u2029\u0085]/;
/** Joiners, direction and variation marks, soft hyphens, fillers. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;
const SPACE_LIKE = /[\s\p{Cc}\p{Cs}\p{Co}\p{Cn}<>&\ufffd]/u;
/** What may melt into the character before it: marks, and the vowels and finals of Hangul. */
const ATTACHES = /[\p{M}\u1160-\u11ff]/u;

/** What a piece of text folds to. */
export interface Folding {
  /** `''` for the invisible, `' '` for spaces and for what cannot be text, `'\n'` for line ends. */
  readonly text: string;
  /** True when folding the outcome again cannot change it, whatever stands beside it. */
  readonly settled: boolean;
}

/** Folds a cluster: one character, or a base with what composes with it. */
export function foldCluster(cluster: string): Folding {
  const text = foldedText(cluster);
  let settled = true;
  for (const char of text) settled &&= !ATTACHES.test(char) && foldedText(char) === char;
  return { text, settled };
}

function foldedText(cluster: string): string {
  let text = '';
  for (const char of cluster.normalize('NFKC').toLowerCase().normalize('NFKC')) {
    if (NEWLINE.test(char)) text += '\n';
    else if (SPACE_LIKE.test(char) && !INVISIBLE.test(char)) text += ' ';
    else if (!INVISIBLE.test(char)) text += char;
  }
  return text;
}

const known = new Map<number, Folding>();

/** {@link foldCluster} of one UTF-16 unit, kept: a text has few different ones. */
export function foldUnit(unit: number): Folding {
  let folding = known.get(unit);
  if (folding === undefined) {
    folding = foldCluster(String.fromCharCode(unit));
    known.set(unit, folding);
  }
  return folding;
}

/** Given by {@link foldPlain} for all that it does not know. */
export const NOT_PLAIN = 0;

/** What a frequent character folds to by itself: ideographs, ASCII and its full-width forms, 、 and 。 */
export function foldPlain(unit: number): number {
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf)) return unit;
  const ascii = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  if (ascii >= 0x41 && ascii <= 0x5a) return ascii + 0x20;
  if (ascii >= 0x20 && ascii <= 0x7e)
    return ascii === 0x26 || ascii === 0x3c || ascii === 0x3e ? 0x20 : ascii;
  return unit === 0x3001 || unit === 0x3002 ? unit : NOT_PLAIN;
}

const UNKNOWN = 0;
const APART = 1;
const MELTS = 2;
const attaching = new Uint8Array(0x10000);

/** False when a unit surely does not melt into the character before it. Kept for each unit, as of most texts few differ. */
export function mayAttach(unit: number): boolean {
  if (attaching[unit] === UNKNOWN) {
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    attaching[unit] = isHalf || ATTACHES.test(String.fromCharCode(unit)) ? MELTS : APART;
  }
  return attaching[unit] === MELTS;
}
