/** Most terms are one or two UTF-16 units: as integers they are counted and looked up without a text of their own. */

const UNIT = 0x10000;

/** A term of one or two units as an integer below 2³²; 0 for others, among them those with the unit 0. */
export function codeOf(term: string): number {
  if (term.length === 1) return term.charCodeAt(0) * UNIT;
  if (term.length !== 2) return 0;
  const [first, second] = [term.charCodeAt(0), term.charCodeAt(1)];
  return first === 0 || second === 0 ? 0 : first * UNIT + second;
}

/** The term of a code that is not 0. */
export function termOf(code: number): string {
  const second = code % UNIT;
  return second === 0 ? String.fromCharCode(code >>> 16) : String.fromCharCode(code >>> 16, second);
}
