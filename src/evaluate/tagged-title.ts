import type { InputIssue } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
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
): readonly InputIssue[] {
  const issues = new Issues();
  const first = new Map<string, number>();
  titles.forEach((title, index) => {
    const id = readId(title);
    const where = { index, ...(id === undefined ? {} : { id }), place: place(index) };
    if (typeof title !== 'object' || title === null || Array.isArray(title)) {
      issues.add('', 'an object', title, where);
      return;
    }
    const fields = title as Readonly<Record<string, unknown>>;
    if (id === undefined || id === '') issues.add('id', 'a text that is not empty', fields.id, where);
    else if (first.has(id)) {
      issues.addText('id', 'an id not used before', `the id of ${place(first.get(id)!)}`, where);
    } else first.set(id, index);
    issues.expect(typeof fields.title === 'string', 'title', 'a text', fields.title, where);
    for (const path of ['codes', 'accepted'] as const) {
      const list = fields[path];
      if (path === 'accepted' && list === undefined) continue;
      if (!Array.isArray(list)) issues.add(path, 'an array of codes', list, where);
      else {
        const expected = known === undefined ? 'a text' : 'a code of the taxonomy';
        list.forEach((code: unknown, i) => {
          const isGood = typeof code === 'string' && known?.has(code) !== false;
          issues.expect(isGood, `${path}[${i}]`, expected, code, where);
        });
      }
    }
  });
  return issues.all;
}
