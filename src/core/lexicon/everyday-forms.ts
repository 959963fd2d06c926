/** Forms that one word may stand for: a part of twenty and one of twenty-five make so many. */
const MOST_FORMS = 500;

/** What the grammar asks for. */
export const EVERYDAY_PATTERN = `parts like (A|B) or (A|B)?, none empty, of ${MOST_FORMS} forms at most`;

const PIECE = /\(([^()]*)\)(\??)|[^()|]+/gu;

/**
 * The forms that a word of everyday speech stands for. `(皮带|胶带)` is one of them, `(皮带)?` may be missing:
 * `(皮带|胶带)(跑偏|打滑)` is 皮带跑偏, 皮带打滑, 胶带跑偏 and 胶带打滑. A word without these signs is its own form.
 * @returns undefined for a bad pattern.
 */
export function everydayForms(word: string): readonly string[] | undefined {
  let forms: readonly string[] = [''];
  let read = 0;
  for (const [piece, group, optional] of word.matchAll(PIECE)) {
    read += piece.length;
    const parts = group?.split('|') ?? [piece];
    if (parts.includes('')) return undefined;
    if (optional === '?') parts.push('');
    if (forms.length * parts.length > MOST_FORMS) return undefined;
    forms = forms.flatMap((form) => parts.map((part) => form + part));
  }
  return read === word.length && !forms.includes('') ? forms : undefined;
}
