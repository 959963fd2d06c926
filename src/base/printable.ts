/**
 * Texts of others in messages: cut, and without what could break a line, turn the direction of what stands beside it, or
 * hide. Messages go to logs and screens; what they quote comes from files and forms.
 */

/** Control and format characters (direction marks and zero width among them), line ends, halves of surrogate pairs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** The text with each such character written as an escape: `\u202e`. What has none is as it was. Idempotent. */
export function printable(text: string): string {
  return text.replace(UNSEEN, (char) => {
    const hex = char.codePointAt(0)!.toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
  });
}

/** The beginning of a text, at most so many units, and an ellipsis where it goes on. No pair of surrogates is parted. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const isParted = text.codePointAt(most - 1)! > 0xffff;
  return `${text.slice(0, isParted ? most - 1 : most)}…`;
}

/** Units of a received text that a message shows. */
const SHOWN = 40;

/** Received text in a message: never longer than 40 characters (escapes count as one) and an ellipsis. */
export function shorten(text: string): string {
  return printable(cut(text, SHOWN));
}

/** The same in quotation marks, as JSON writes it. */
export function quote(text: string): string {
  return printable(JSON.stringify(cut(text, SHOWN)));
}

/**
 * The first few of a list of names, quoted, and how many there are more.
 * @param most names that are shown.
 */
export function quoteAll(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map(quote).join(', ');
  return names.length <= most ? shown : `${shown} and ${names.length - most} more`;
}
