/**
 * A text without what is loose at its end. A pattern that ends with `+$` looks for an end from every place of a long run
 * that is none, in n²; this looks at each character once, from the end.
 * @param isLoose of one character: a unit, or a pair of surrogates.
 */
export function withoutEnd(text: string, isLoose: (char: string) => boolean): string {
  let end = text.length;
  while (end > 0) {
    const start = end > 1 && isPair(text, end - 2) ? end - 2 : end - 1;
    if (!isLoose(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}

/** The same at both ends. */
export function withoutEnds(text: string, isLoose: (char: string) => boolean): string {
  const rest = withoutEnd(text, isLoose);
  let start = 0;
  while (start < rest.length) {
    const end = start + (isPair(rest, start) ? 2 : 1);
    if (!isLoose(rest.slice(start, end))) break;
    start = end;
  }
  return rest.slice(start);
}

function isPair(text: string, at: number): boolean {
  return text.codePointAt(at)! > 0xffff;
}
