import { RECORD_KINDS } from '../records/kinds.ts';
import type { MatchRecord } from '../records/types.ts';
import { TEXT_SIGNALS, type TermFrequencies } from '../terms/term-frequencies.ts';
import { FIRST_TEXT_SIGNAL, featuresOf, SIGNALS } from '../vectors/signals.ts';
import { AttributeCollector, type Attributes, tagsAt } from './attributes.ts';
import type { Collection } from './collection.ts';
import type { Findings } from './findings.ts';

/** No terms: what a record has besides its texts. */
const NO_TEXTS = Object.fromEntries(
  TEXT_SIGNALS.map((signal) => [signal, new Map()]),
) as unknown as TermFrequencies;

/** Every record can be read, has an id of its own, and is what columns and rows say of it. */
export function compareRecords(
  { records, attributes, rows, vectorizer }: Collection,
  findings: Findings,
): void {
  const firstWith = new Map<string, number>();
  for (let row = 0; row < records.size; row++) {
    const record = findings.attempt(() => records.at(row));
    if (record === undefined) continue;
    const first = firstWith.get(record.id);
    if (first === undefined) firstWith.set(record.id, row);
    else findings.add('records.bytes', `row ${row}`, 'an id not used before', `that of row ${first}`);
    compareColumns(record, attributes, row, findings);
    const tags = tagsAt(attributes, row);
    const made = vectorizer.row(featuresOf(record, NO_TEXTS, tags));
    const found = rows.row(row);
    const firstText = vectorizer.signalStarts[FIRST_TEXT_SIGNAL]!;
    const size = found.ids.findIndex((id) => id >= firstText);
    const length = size < 0 ? found.ids.length : size;
    for (let i = 0; i < Math.max(length, made.ids.length); i++) {
      const [id, other] = [made.ids[i], i < length ? found.ids[i] : undefined];
      if (id === other && made.weights[i] === found.weights[i]) continue;
      const signal = SIGNALS.findLast(
        (_, s) => vectorizer.signalStarts[s]! <= Math.min(id ?? other!, other ?? id!),
      );
      findings.add('rows.steps', `row ${row}`, `the ${signal} of its record`, 'others');
      break;
    }
  }
}

/** What filters read of a record. */
function compareColumns(record: MatchRecord, attributes: Attributes, row: number, findings: Findings): void {
  const collector = new AttributeCollector();
  collector.add(record, [], 0);
  const made = collector.finish();
  const expect = (column: string, expected: unknown, received: unknown) => {
    if (expected !== received) findings.add(`attributes.${column}`, `row ${row}`, expected, received);
  };
  expect('kinds', RECORD_KINDS[made.kinds[0]!], RECORD_KINDS[attributes.kinds[row]!]);
  expect('secrecy', made.secrecy[0], attributes.secrecy[row]);
  expect('lastDays', made.lastDays[0], attributes.lastDays[row]);
  expect('regions', made.regionKeys[made.regions[0]!], attributes.regionKeys[attributes.regions[row]!]);
  expect('stages', made.stageCodes[made.stages[0]!], attributes.stageCodes[attributes.stages[row]!]);
}
