import { last } from '../../base/steps.ts';
import { type Postings, postingsSteps } from '../postings/postings.ts';
import type { Collection } from './collection.ts';
import type { Findings } from './findings.ts';

type Numbers = ArrayLike<number>;

/** Postings are those that the rows have: they are made anew. */
export function comparePostings({ rows, postings }: Collection, findings: Findings): void {
  const ids = new Uint32Array(rows.entries);
  const weights = new Float32Array(rows.entries);
  const { offsets } = rows.arrays;
  for (let row = 0; row < rows.size; row++) {
    const one = rows.row(row);
    ids.set(one.ids, offsets[row]!);
    weights.set(one.weights, offsets[row]!);
  }
  const made = last(postingsSteps({ offsets, ids, weights }, postings.termCount));
  const expected = arraysOf(made);
  for (const [section, array] of Object.entries(arraysOf(postings))) {
    compare(section, array, expected[section]!, findings);
  }
  const heads = [
    ['leastWeight', made.leastWeight, postings.leastWeight],
    ['columnLength', made.columns.length, postings.columns.length],
    ['tailStep', made.tail.step, postings.tail.step],
  ] as const;
  for (const [field, one, other] of heads) if (one !== other) findings.add('head', field, one, other);
}

function arraysOf({ columns, lists, tail }: Postings): Readonly<Record<string, Numbers>> {
  return {
    'columns.terms': columns.terms,
    'columns.bytes': columns.bytes,
    'columns.steps': columns.steps,
    'lists.terms': lists.terms,
    'lists.directory': lists.directory,
    'lists.postings': lists.postings,
    'tail.bases': tail.bases,
    'tail.offsets': tail.offsets,
    'tail.postings': tail.postings,
  };
}

/** Notes the first number that is another. */
export function compare(section: string, given: Numbers, expected: Numbers, findings: Findings): void {
  if (given.length !== expected.length) {
    findings.add(section, 'its end', `${expected.length} numbers`, given.length);
    return;
  }
  for (let i = 0; i < given.length; i++) {
    if (given[i] === expected[i]) continue;
    findings.add(section, `place ${i}`, expected[i], given[i]);
    return;
  }
}
