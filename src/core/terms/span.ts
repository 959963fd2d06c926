import type { ReadField } from './analyzer.ts';

/** A place in a record's text as given, UTF-16 units, end exclusive. */
export interface FieldSpan {
  /** `title`, `abstract`, `keywords[1]`. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** The text at that place. */
  readonly text: string;
}

/** A place of a normalised text in the text as given. */
export function spanOf(
  { field, normalized }: Pick<ReadField, 'field' | 'normalized'>,
  start: number,
  end: number,
): FieldSpan {
  const from = normalized.starts[start] ?? 0;
  const to = normalized.ends[end - 1] ?? from;
  return { field: field.path, start: from, end: to, text: field.text.slice(from, to) };
}
