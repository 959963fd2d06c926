import { InputError } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { describeThrown } from '../base/zod-issues.ts';
import { NO_DAY } from '../core/collection/attributes.ts';
import { mayState } from '../core/conditions/stated.ts';
import { MAY_ASK_SEVERAL } from '../core/needs/asked.ts';
import { dayNumber } from '../core/records/dates.ts';
import { parseRecords, type Side } from '../core/records/parse.ts';
import { regionOf } from '../core/records/region.ts';
import { regionLevels } from '../core/records/regions.ts';
import { KNOWN_FIELDS } from '../core/records/schema.ts';
import { secrecyRank } from '../core/records/secrecy.ts';
import type { MatchRecord, RecordInput } from '../core/records/types.ts';
import type { Weigher } from '../core/weigher/weigher.ts';
import { type FeatureRow, featureRow } from './names.ts';
import { requireWeigher } from './weigher.ts';

/** How a record becomes a document. */
export interface DocumentOptions {
  /**
   * Which state of the record this is, a whole number that rises with every change of it, such as a row version of the
   * database or a time in milliseconds: of two, the engine keeps the higher one, whichever comes last.
   */
  readonly revision: number;
  /** Which side the index holds. Default `achievement`: any kind of supply. */
  readonly side?: Side;
}

/** What is kept of a record in the engine. */
export interface DocumentSource {
  /** Form of the document, side of the index and version of the weigher: documents of another one cannot be compared. */
  readonly v: string;
  readonly id: string;
  readonly revision: number;
  readonly kind: string;
  /** Secrecy, 0 public to 4. */
  readonly secrecy: number;
  /** Last valid day, in days from 1970-01-01; 2³¹ − 1 without end. */
  readonly lastDay: number;
  /** The region and those that contain it. */
  readonly regions: readonly string[];
  readonly chains: readonly string[];
  /** Code of the stage; empty without one. */
  readonly stage: string;
  /** What conditions may be made of, as bits. */
  readonly states: number;
  /** Names of features and their weights. */
  readonly row: FeatureRow;
  /** Of a demand with several needs the row of each. */
  readonly needs?: readonly { readonly row: FeatureRow }[];
  /** The record as it was given, as JSON. */
  readonly record: unknown;
}

/** A document of the engine. */
export interface EngineDocument {
  /** Id of the record, and of the document. */
  readonly id: string;
  readonly revision: number;
  readonly source: DocumentSource;
}

/** Form of documents: a change of what stands in them raises it. */
const FORM = 1;

/** What documents must have in common to be compared: their weigher, their side and their form. */
export function versionOf({ version }: Weigher, side: Side): string {
  return `${FORM}-${side}-${version}`;
}

/** Bytes of the longest id that the engine takes. */
export const LONGEST_ID = 512;

/**
 * The document of a record: always the same for the same record, weigher and revision.
 * @throws InputError for a bad record, one of the other side, one that is no JSON, an id of more than 512 bytes, bad options.
 */
export function toDocument(weigher: Weigher, record: RecordInput, options: DocumentOptions): EngineDocument {
  const { reading, weighed } = requireWeigher(weigher);
  const issues = new Issues();
  if (expectKeys(issues, options, ['revision', 'side'])) {
    const isRevision = Number.isSafeInteger(options.revision) && options.revision >= 0;
    issues.expect(isRevision, 'revision', 'a whole number from 0 to 2⁵³ − 1', options.revision);
    expectSide(issues, options.side);
  }
  issues.throwAsOptions();
  const { revision, side = 'achievement' } = options;
  // What is weighed is what is kept, and will be read again.
  const kept = asJson(record);
  const given = parseRecords([record], side, reading.parsing)[0]!;
  const parsed = parseRecords([kept], side, reading.parsing)[0]!;
  expectKept(issues, given, parsed, reading.parsing.weighed);
  if (new TextEncoder().encode(parsed.id).length > LONGEST_ID) {
    issues.addText('id', `at most ${LONGEST_ID} bytes, for the engine`, parsed.id, {
      id: parsed.id,
      index: 0,
    });
    issues.throwAs('INVALID_RECORDS', 'Bad records');
  }
  const { row, needs, side: read } = weighed(parsed);
  const lastDay = parsed.validTo?.to;
  const isSeveral = needs === undefined ? 0 : MAY_ASK_SEVERAL;
  const source: DocumentSource = {
    v: versionOf(weigher, side),
    id: parsed.id,
    revision,
    kind: parsed.kind,
    secrecy: secrecyRank(parsed.secrecyLevel),
    lastDay: lastDay === undefined ? NO_DAY : dayNumber(lastDay),
    regions: regionLevels(regionOf(parsed) ?? ''),
    chains: read.tags.map(({ code }) => code),
    stage: parsed.stage?.code ?? '',
    states: mayState(parsed, read.fields()) | isSeveral,
    row: featureRow(row),
    ...(needs && { needs: needs.map((need) => ({ row: featureRow(need) })) }),
    record: kept,
  };
  return { id: parsed.id, revision, source };
}

/** Notes a side that is none. */
export function expectSide(issues: Issues, side: unknown): void {
  const isKnown = side === undefined || side === 'achievement' || side === 'demand';
  issues.expect(isKnown, 'side', 'achievement or demand', side);
}

/**
 * Notes fields that JSON does not keep as they were read: getters of a class, inherited ones, values that JSON has no form
 * for. A document without its secrecy or its last day would be open to all for ever.
 */
function expectKept(issues: Issues, given: MatchRecord, kept: MatchRecord, weighed: readonly string[]): void {
  const [before, after] = [given, kept] as unknown as Readonly<Record<string, unknown>>[];
  for (const field of new Set([...KNOWN_FIELDS, ...weighed])) {
    if (toldIn(before![field]) === toldIn(after![field])) continue;
    const expected = 'a field that JSON keeps: an own property of the record, of a value that JSON has';
    issues.add(field, expected, before![field], { index: 0, id: given.id });
  }
  issues.throwAs('INVALID_RECORDS', 'Bad records');
}

/** What was read, whatever its wording: a day may be a `Date`, or the text that JSON makes of it. */
function toldIn(value: unknown): string | undefined {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'raw' ? undefined : inner));
}

/** Names of keys that clients of the engine refuse to read, lest they change prototypes: one such record would end every answer. */
const UNREADABLE_KEYS: readonly string[] = ['__proto__', 'constructor'];

/** @throws InputError for what has no JSON, or JSON that clients do not read. */
function asJson(record: unknown): unknown {
  let text: string | undefined;
  let kept: unknown;
  const keys = new Set<string>();
  try {
    text = JSON.stringify(record, withoutBigints) as string | undefined;
    kept = text === undefined ? record : JSON.parse(text, noting(keys));
  } catch (error) {
    const issue = { index: 0, path: '', expected: 'a record that is JSON', received: describeThrown(error) };
    throw new InputError('INVALID_RECORDS', 'Bad records', [issue], error);
  }
  const issues = new Issues();
  for (const key of keys)
    issues.addText(
      key,
      'another name of a field: clients of engines refuse this one',
      'a field of this name',
      {
        index: 0,
      },
    );
  issues.throwAs('INVALID_RECORDS', 'Bad records');
  return kept;
}

/** Ids may be `bigint`, which JSON does not know. */
function withoutBigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** A reviver that changes nothing, and notes keys that clients refuse. */
function noting(keys: Set<string>) {
  return (key: string, value: unknown): unknown => {
    if (UNREADABLE_KEYS.includes(key)) keys.add(key);
    return value;
  };
}
