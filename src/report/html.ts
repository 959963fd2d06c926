/** Markup as text: everything that is put into it is escaped, unless it is markup itself. */

/** Markup that is safe as it is. Made by {@link html} alone. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in markup; nothing is shown of `undefined`, `null` and `false`. */
export type Content = string | number | Markup | undefined | null | false | readonly Content[];

/** Markup of a template: what is put in is escaped, in texts and in quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = parts[0]!;
  for (let i = 0; i < contents.length; i++) text += markupOf(contents[i]) + parts[i + 1]!;
  return new Markup(text);
}

/** Nothing. */
export const NOTHING = html``;

function markupOf(content: Content): string {
  if (content === undefined || content === null || content === false) return '';
  if (content instanceof Markup) return content.toString();
  if (typeof content === 'string') return escapeText(content);
  return typeof content === 'number' ? String(content) : content.map(markupOf).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A text as it stands in markup. Control characters, which HTML has no way to write, and halves of characters become the
 * sign for what cannot be shown; what turns the direction of letters turns nothing.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (char) => ESCAPES[char]!)
    .replace(UNSHOWN, '\ufffd')
    .replace(TURNING, NO_WIDTH);
}

/** Marks by which a text shows its letters in another order than it has them: 涂层 as 层涂. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
/** Takes the place of such a mark, and none on the page. */
const NO_WIDTH = '\u200b';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTML does not have.
const UNSHOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Cs}/gu;

/** Data as the text of a data block: no `<` that could end it, no line end that a script does not have; places stay. */
export function dataBlock(data: unknown): Markup {
  const text = JSON.stringify(data).replace(TURNING, NO_WIDTH);
  return new Markup(
    text.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Script or style of our own, which must stand as its hash was taken. Never a text of anybody else. */
export function constant(text: string): Markup {
  return new Markup(text);
}
