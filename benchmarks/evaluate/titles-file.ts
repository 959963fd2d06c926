import { type TaggedTitle, titleIssues } from '../../src/evaluate/tagged-title.ts';
import { DEFAULT_TAXONOMY, InputError } from '../../src/index.ts';
import { readJsonLinesFile } from './read-lines.ts';

/**
 * Reads titles tagged with codes of the default taxonomy, a line of JSON each.
 * @throws InputError `UNREADABLE_INPUT` naming every bad line and title by its line.
 */
export function readTitlesFile(path: string): TaggedTitle[] {
  const { values, place } = readJsonLinesFile(path);
  const issues = titleIssues(values, place, new Set(DEFAULT_TAXONOMY.chains.map(({ code }) => code)));
  if (issues.length > 0) {
    const named = issues.map((issue) => ({ ...issue, index: -1 }));
    throw new InputError('UNREADABLE_INPUT', `Cannot read the tagged titles ${path}`, named);
  }
  return values as TaggedTitle[];
}
