import { describeValue, type InputIssue } from '../base/errors.ts';
import { readId } from '../base/zod-issues.ts';

/** A title with the tags that people gave it. */
export interface TaggedTitle {
  readonly id: string;
  readonly title: string;
  /** Tags that must be found, best first; empty for a title that has none. */
  readonly codes: readonly string[];
  /** Tags that may be found: `codes` and those on which people differ. Default: `codes`. */
  readonly accepted?: readonly string[] | undefined;
}

/**
 * What is wrong with tagged titles: shape, repeated ids, codes outside of a taxonomy.
 * @param place tells people where the title at an index stands.
 * @param known codes that may occur; default: any.
 */
export function titleIssues(
  titles: readonly unknown[],
  place: (index: number) => string,
  known?: ReadonlySet<string>,
): InputIssue[] {
  const issues: InputIssue[] = [];
  const first = new Map<string, number>();
  titles.forEach((title, index) => {
    const id = readId(title);
    const add = (path: string, expected: string, received: string) =>
      issues.push({
        index,
        ...(id === undefined ? {} : { id }),
        place: place(index),
        path,
        expected,
        received,
      });
    if (typeof title !== 'object' || title === null || Array.isArray(title)) {
      add('', 'an object', describeValue(title));
      return;
    }
    const fields = title as Readonly<Record<string, unknown>>;
    if (id === undefined || id === '') add('id', 'a text that is not empty', describeValue(fields.id));
    else if (first.has(id)) add('id', 'an id not used before', `the id of ${place(first.get(id)!)}`);
    else first.set(id, index);
    if (typeof fields.title !== 'string') add('title', 'a text', describeValue(fields.title));
    for (const path of ['codes', 'accepted'] as const) {
      const list = fields[path];
      if (path === 'accepted' && list === undefined) continue;
      if (!Array.isArray(list)) add(path, 'an array of codes', describeValue(list));
      else {
        list.forEach((code: unknown, i) => {
          const good = typeof code === 'string' && known?.has(code) !== false;
          const expected = known === undefined ? 'a text' : 'a code of the taxonomy';
          if (!good) add(`${path}[${i}]`, expected, describeValue(code));
        });
      }
    }
  });
  return issues;
}
