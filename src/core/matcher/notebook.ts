import { cut, printable } from '../../base/printable.ts';
import type { LeanMatch, Match, MatchResult } from './match.ts';

/** A result as notebooks show it: what the kernel of Deno looks for on a value. */

const DISPLAY = Symbol.for('Jupyter.display');

/** Units of the longest cell: a notebook keeps all that it shows. */
const LONGEST = 400;
const HEADERS = ['#', '编号 id', '名称 title', '得分 score', '等级 level', '理由 reason'];

/** The same result, which a notebook shows as a table. Nothing else sees it: it is not enumerable, and not copied along. */
export function displayed<R, M extends LeanMatch>(result: MatchResult<R, M>): MatchResult<R, M> {
  return Object.defineProperty(result, DISPLAY, { value: display });
}

/** The result by the types of media that notebooks know. */
function display(this: MatchResult<unknown, LeanMatch>): Readonly<Record<string, string>> {
  const { matches, answer } = this;
  const rows = matches.map((match) => {
    const { title } = ((match as Partial<Match>).record ?? {}) as { readonly title?: unknown };
    const { rank, id, score, level, reason } = match;
    return [
      String(rank),
      id,
      typeof title === 'string' ? title : '',
      score.toFixed(3),
      level?.labelZh ?? '',
      reason.zh,
    ].map((text) => printable(cut(text, LONGEST)));
  });
  const line = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const table = [line(HEADERS, 'th'), ...rows.map((row) => line(row, 'td'))].join('');
  const told = answer === undefined ? '' : `<p>${escaped(answer.zh)}</p>`;
  const text = [...(answer === undefined ? [] : [answer.zh]), ...rows.map((row) => row.join('  '))];
  return { 'text/html': `${told}<table>${table}</table>`, 'text/plain': text.join('\n') };
}

/** A text as HTML has it, whatever it holds. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
