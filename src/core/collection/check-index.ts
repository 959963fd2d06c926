import { last } from '../../base/steps.ts';
import { comparePostings } from './check-postings.ts';
import { compareRecords } from './check-records.ts';
import { checkRows, checkVectors, checkVocabulary } from './check-rows.ts';
import type { Collection } from './collection.ts';
import type { IndexFinding } from './container.ts';
import { Findings } from './findings.ts';
import { collectionOf, type ReadIndex, readSavedSteps } from './saved.ts';
import type { SavedBytes } from './sections.ts';
import { verifiedParts } from './verify.ts';

/**
 * Looks a saved index through: its checks, everything that `openMatcher` looks at, and whether its parts fit each other:
 * terms and the table that finds them, lengths of rows, postings (made anew of the rows, and compared), attributes, chains,
 * region, maturity and ways of cooperation of each record (read anew of the records, and compared with columns and rows),
 * and vectors. Takes about as long as building the index without reading its texts, and as much memory. Not looked at: the
 * terms that texts are cut into, and what texts may state, which need the parts that read them.
 * @returns what is wrong, at most 100 findings, those of the checks first; none for an index as `save` writes it.
 */
export function checkIndex(saved: SavedBytes): IndexFinding[] {
  const findings = new Findings();
  const read = findings.attempt(() => last(readSavedSteps(saved, 'tell')));
  if (read !== undefined) checkRead(read, findings);
  return findings.all;
}

function checkRead({ head, arrays, damaged }: ReadIndex, findings: Findings): void {
  for (const { section, byte } of damaged) {
    findings.add(section, `byte ${byte}`, 'the checks that it was saved with', 'others: it was changed');
  }
  const [vocabulary, rows, ...others] = verifiedParts(head, arrays);
  const isGood = [
    findings.attempt(() => done(vocabulary!)) ?? false,
    ...others.map((part) => findings.attempt(() => done(part)) ?? false),
  ];
  if (isGood[0]) isGood.push(findings.attempt(() => done(rows!)) ?? false);
  if (!isGood.every(Boolean)) return;
  const collection: Collection = collectionOf(head, arrays, undefined);
  checkVocabulary(collection, findings);
  checkRows(collection, findings);
  checkVectors(collection, findings);
  comparePostings(collection, findings);
  compareRecords(collection, findings);
}

function done(part: () => Generator<unknown, void>): true {
  last(part());
  return true;
}
