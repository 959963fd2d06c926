import { MARKUP, markupText } from './html.ts';

/** Text in one form, with the way back to the text as given. */
export interface NormalizedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its source begins in the text as given. */
  readonly starts: Uint32Array;
  /** For each UTF-16 unit of `text`: where its source ends, exclusive. */
  readonly ends: Uint32Array;
}

/** Traditional → simplified characters. A length-preserving result keeps offsets exact. */
export interface Simplifier {
  readonly fingerprint: string;
  readonly simplify: (text: string) => string;
}

/** A base character with the marks that may compose with it; a Hangul syllable in pieces. */
const CLUSTER = /[\u1100-\u11ff]+|[\s\S]\p{M}*/gu;
/** Characters that one-character folding leaves alone: ideographs and plain lower-case ASCII. */
const PLAIN = /^[\u4e00-\u9fff\u3400-\u4dbfa-z0-9]$/;
const NEWLINE = /[\n\r\u2028\u2029\u0085]/;
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/u;
const SPACE_LIKE = /[\s\p{Cc}\p{Cs}\p{Co}\p{Cn}<>&\ufffd]/u;
const IDEOGRAPH = /[\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]/;
/** Folding is repeated until nothing changes; case and compatibility folding settle in two rounds. */
const ROUNDS = 4;

/**
 * Folds width, case, compatibility forms (NFKC), white space, control characters and HTML remnants.
 * Idempotent. Characters that cannot be text (lone surrogates, unassigned) become spaces; a space between two
 * ideographs is dropped; line breaks stay as one `\n`.
 */
export function normalize(text: string, simplifier?: Simplifier): NormalizedText {
  let result = foldOnce(simplifier === undefined ? text : simplifyInPlace(text, simplifier), true);
  for (let round = 1; round < ROUNDS; round++) {
    const again = foldOnce(result.text, false);
    if (again.text === result.text) break;
    result = compose(result, again);
  }
  return result;
}

/** Converts as a whole where that keeps the length, else character by character, so that offsets stay true. */
function simplifyInPlace(text: string, simplifier: Simplifier): string {
  const whole = simplifier.simplify(text);
  if (whole.length === text.length) return whole;
  return Array.from(text, (char) => {
    const simple = simplifier.simplify(char);
    return simple.length === char.length ? simple : char;
  }).join('');
}

function foldOnce(source: string, withMarkup: boolean): NormalizedText {
  const out = new Folded(source.length);
  let at = 0;
  if (withMarkup && /[<&]/.test(source)) {
    for (const match of source.matchAll(MARKUP)) {
      foldRange(source, at, match.index, out);
      const end = match.index + match[0].length;
      for (const char of markupText(match)) foldCluster(char, match.index, end, out);
      at = end;
    }
  }
  foldRange(source, at, source.length, out);
  return out.finish();
}

function foldRange(source: string, from: number, to: number, out: Folded): void {
  const part = from === 0 && to === source.length ? source : source.slice(from, to);
  CLUSTER.lastIndex = 0;
  for (const match of part.matchAll(CLUSTER)) {
    const start = from + match.index;
    foldCluster(match[0], start, start + match[0].length, out);
  }
}

function foldCluster(cluster: string, start: number, end: number, out: Folded): void {
  if (PLAIN.test(cluster)) {
    out.push(cluster, start, end);
    return;
  }
  for (const char of cluster.normalize('NFKC').toLowerCase().normalize('NFKC')) {
    if (NEWLINE.test(char)) out.space('\n', start, end);
    else if (INVISIBLE.test(char)) continue;
    else if (SPACE_LIKE.test(char)) out.space(' ', start, end);
    else out.push(char, start, end);
  }
}

function compose(first: NormalizedText, second: NormalizedText): NormalizedText {
  return {
    text: second.text,
    starts: second.starts.map((at) => first.starts[at] ?? 0),
    ends: second.ends.map((at) => first.ends[at - 1] ?? 0),
  };
}

/** Collects folded characters, and holds white space back until the next character shows whether it counts. */
class Folded {
  private text = '';
  private starts: Uint32Array;
  private ends: Uint32Array;
  private pending: { char: string; start: number; end: number } | undefined;

  constructor(capacity: number) {
    this.starts = new Uint32Array(capacity + 8);
    this.ends = new Uint32Array(capacity + 8);
  }

  push(char: string, start: number, end: number): void {
    const space = this.pending;
    if (space !== undefined) {
      this.pending = undefined;
      const between = space.char === ' ' && IDEOGRAPH.test(char) && IDEOGRAPH.test(this.text.slice(-1));
      if (this.text !== '' && !between) this.write(space.char, space.start, space.end);
    }
    this.write(char, start, end);
  }

  space(char: ' ' | '\n', start: number, end: number): void {
    if (this.pending === undefined || char === '\n') this.pending = { char, start, end };
  }

  finish(): NormalizedText {
    const length = this.text.length;
    return { text: this.text, starts: this.starts.slice(0, length), ends: this.ends.slice(0, length) };
  }

  private write(char: string, start: number, end: number): void {
    for (let i = 0; i < char.length; i++) {
      const at = this.text.length + i;
      if (at >= this.starts.length) this.grow();
      this.starts[at] = start;
      this.ends[at] = end;
    }
    this.text += char;
  }

  private grow(): void {
    for (const name of ['starts', 'ends'] as const) {
      const bigger = new Uint32Array(this[name].length * 2);
      bigger.set(this[name]);
      this[name] = bigger;
    }
  }
}
