/** Which character parts the cells of a table. */

const DELIMITERS = [',', '\t', ';', '|'];
/** What people type where a comma is meant. Texts hold it too, so that it comes last. */
const FULL_WIDTH = '，';

/** How often each delimiter stands in a line, outside quotes. */
interface LineCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly fullWidth: number;
}

/**
 * The delimiter found most often, outside quotes, in the first line that has one. A comma of full width parts the cells
 * where the first line has one and none of the others is in the text, or only below several lines that it cuts alike.
 * Linear: lines are looked at once, up to the first with a delimiter.
 */
export function guessDelimiter(text: string): string {
  const before: number[] = [];
  for (const { counts, fullWidth } of lineCounts(text)) {
    if (counts.size === 0) {
      before.push(fullWidth);
      continue;
    }
    const isFullWidth = before.length > 1 && before[0]! > 0 && before.every((count) => count === before[0]);
    if (isFullWidth) return FULL_WIDTH;
    return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  }
  return (before[0] ?? 0) > 0 ? FULL_WIDTH : ',';
}

/** The lines that are not blank, one by one. */
function* lineCounts(text: string): Generator<LineCounts> {
  let counts = new Map<string, number>();
  let fullWidth = 0;
  let isBlank = true;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i] ?? '\n';
    if (char === '"') quoted = !quoted;
    else if (char === '\n' && (!quoted || i === text.length)) {
      if (!isBlank) yield { counts, fullWidth };
      counts = new Map();
      fullWidth = 0;
      isBlank = true;
      continue;
    } else if (quoted) continue;
    else if (char === FULL_WIDTH) fullWidth++;
    // A tab at the end of a cell keeps its digits as a text in Excel; it parts nothing.
    else if (DELIMITERS.includes(char) && !(char === '\t' && isEnd(text[i + 1])))
      counts.set(char, (counts.get(char) ?? 0) + 1);
    if (char.trim() !== '') isBlank = false;
  }
}

function isEnd(char: string | undefined): boolean {
  return char === undefined || char === ',' || char === ';' || char === '|' || char === '\n';
}
