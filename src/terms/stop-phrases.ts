/** Boilerplate of the trade (国内领先水平, 合作方式面议): spans that no term may come from. */

/** A part of a normalised text, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Characters that `*` in a phrase may stand for, and how many at most. */
const GAP = '[^\\s,.;:!?、。，；：！？()（）]{0,12}?';

/** Finds the phrases of a list, the longest at each place, in time linear in the text. */
export class StopPhrases {
  private readonly byPrefix = new Map<string, RegExp[]>();

  /** @param phrases with `*` for a short gap; the first two characters must be literal. */
  constructor(phrases: readonly string[], fold: (text: string) => string) {
    const folded = [...new Set(phrases.map((phrase) => phrase.split('*').map(fold).join('*')))];
    folded.sort((a, b) => b.length - a.length);
    for (const phrase of folded) {
      const prefix = phrase.slice(0, 2);
      if (prefix.length < 2 || prefix.includes('*')) continue;
      const pattern = new RegExp(phrase.split('*').map(escape).join(GAP), 'uy');
      const list = this.byPrefix.get(prefix);
      if (list === undefined) this.byPrefix.set(prefix, [pattern]);
      else list.push(pattern);
    }
  }

  /** Spans of phrases in a normalised text, in order, not overlapping. */
  find(text: string): TextSpan[] {
    const spans: TextSpan[] = [];
    if (this.byPrefix.size === 0) return spans;
    for (let at = 0; at + 1 < text.length; ) {
      const end = this.endAt(text, at);
      if (end > at) spans.push({ start: at, end });
      at = Math.max(end, at + 1);
    }
    return spans;
  }

  private endAt(text: string, at: number): number {
    for (const pattern of this.byPrefix.get(text.slice(at, at + 2)) ?? []) {
      pattern.lastIndex = at;
      if (pattern.test(text)) return pattern.lastIndex;
    }
    return at;
  }
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
