import { indicatorsOf, type RecordIndicator } from '../indicators/record-indicators.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { limitsOf } from '../reading/limits.ts';
import { maturityOf, wantedMaturity } from '../reading/maturity.ts';
import { type Purpose, purposeOf } from '../reading/purpose.ts';
import { trlOf } from '../records/readiness.ts';
import type { TrlRange } from '../records/stages.ts';
import type { MatchRecord } from '../records/types.ts';
import type { ReadField } from '../terms/analyzer.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import { targetsOf } from './targets.ts';
import { termsOfThing } from './thing.ts';

/** Something that a record rules out. */
export interface StatedExclusion {
  /** As it stands in the normalised text. */
  readonly thing: string;
  /** What the lexicon counts it as, and its synonyms; empty where it does not know it. */
  readonly terms: readonly string[];
  readonly replaced: boolean;
  readonly span: FieldSpan;
}

/** Something that a supply record says it lacks. */
export interface StatedLimit {
  /** As it stands in the normalised text. */
  readonly thing: string;
  /** The whole wording: 不具备防爆条件. */
  readonly span: FieldSpan;
}

/** What a supply record is there for. */
export interface StatedPurpose {
  readonly purpose: Purpose;
  readonly span: FieldSpan;
}

/** How ready a record is, or wants a thing to be. */
export interface StatedMaturity {
  readonly trl: TrlRange;
  /** Where its text says so; absent where a field does. */
  readonly span?: FieldSpan;
}

/** What a record states that conditions are made of. */
export interface Stated {
  readonly exclusions: readonly StatedExclusion[];
  /** Of supply only. */
  readonly limits: readonly StatedLimit[];
  /** Of supply only: what its title says it is there for, beside solving something. */
  readonly purpose: StatedPurpose | undefined;
  /** Of a demand what it asks for, of supply what it reaches. */
  readonly indicators: readonly RecordIndicator[];
  /** Of a demand only what its text asks for: its field may tell its own stage. */
  readonly maturity: StatedMaturity | undefined;
}

/** One side of a pair, as conditions see it; all of it is read when it is asked for. */
export interface StatingRecord {
  readonly isDemand: boolean;
  readonly record: () => MatchRecord;
  readonly fields: () => readonly ReadField[];
}

/** What a record may state, as bits, so that records which state nothing are never read for it. */
export const MAY_EXCLUDE = 1;
export const MAY_MEASURE = 2;
export const MAY_BE_MATURE = 4;
export const MAY_LACK = 8;
export const MAY_SERVE = 16;

/** What a record may state; what it does not have it does not state. */
export function mayState(record: MatchRecord, fields: readonly ReadField[]): number {
  let bits = 0;
  const isDemand = record.kind === 'demand';
  if (!isDemand && trlOf(record) !== undefined) bits |= MAY_BE_MATURE;
  for (const { exclusions, normalized, field } of fields) {
    if (exclusions.length > 0) bits |= MAY_EXCLUDE;
    if (!isDemand && limitsOf(normalized.text).length > 0) bits |= MAY_LACK;
    if (!isDemand && field.field === 'title' && purposeOf(normalized.text)) bits |= MAY_SERVE;
    if (NUMBER.test(field.text)) bits |= MAY_MEASURE;
    if ((bits & MAY_BE_MATURE) === 0 && (isDemand ? wantedMaturity : maturityOf)(normalized.text)) {
      bits |= MAY_BE_MATURE;
    }
  }
  return bits;
}

const NUMBER = /\p{N}|[一二两三四五六七八九十百]/u;

/** Reads what a record states. */
export function statedOf(
  { isDemand, record, fields }: StatingRecord,
  bits: number,
  lexicon: Lexicon,
): Stated {
  return {
    exclusions: (bits & MAY_EXCLUDE) === 0 ? [] : exclusionsIn(fields(), lexicon),
    limits: (bits & MAY_LACK) === 0 ? [] : limitsIn(fields()),
    purpose: (bits & MAY_SERVE) === 0 ? undefined : purposeIn(fields()),
    indicators: (bits & MAY_MEASURE) === 0 ? [] : (isDemand ? targetsOf : offersOf)(record(), fields()),
    maturity: (bits & MAY_BE_MATURE) === 0 ? undefined : maturityIn(record(), fields(), isDemand),
  };
}

function exclusionsIn(fields: readonly ReadField[], lexicon: Lexicon): StatedExclusion[] {
  const found: StatedExclusion[] = [];
  for (const field of fields) {
    for (const { from, end, replaced } of field.exclusions) {
      const thing = field.normalized.text.slice(from, end);
      if (found.some((other) => other.thing === thing)) continue;
      found.push({ thing, terms: termsOfThing(thing, lexicon), replaced, span: spanOf(field, from, end) });
    }
  }
  return found;
}

/** Most limits that are read of one record. */
const MOST_LIMITS = 8;

function limitsIn(fields: readonly ReadField[]): StatedLimit[] {
  const found = fields.flatMap((field) =>
    limitsOf(field.normalized.text).map(({ start, from, end }) => ({
      thing: field.normalized.text.slice(from, end),
      span: spanOf(field, start, end),
    })),
  );
  return found.slice(0, MOST_LIMITS);
}

function purposeIn(fields: readonly ReadField[]): StatedPurpose | undefined {
  const title = fields.find(({ field }) => field.field === 'title');
  const read = title && purposeOf(title.normalized.text);
  return read && { purpose: read.purpose, span: spanOf(title, read.start, read.end) };
}

/** What a supply record says it reaches, in any of its texts. */
function offersOf(record: MatchRecord, fields: readonly ReadField[]): RecordIndicator[] {
  return indicatorsOf(record, [...new Set(fields.map(({ field }) => field.field))]);
}

function maturityIn(
  record: MatchRecord,
  fields: readonly ReadField[],
  isDemand: boolean,
): StatedMaturity | undefined {
  const given = isDemand ? undefined : trlOf(record);
  if (given !== undefined) return { trl: given };
  for (const field of fields) {
    const read = (isDemand ? wantedMaturity : maturityOf)(field.normalized.text);
    if (read !== undefined) return { trl: read.trl, span: spanOf(field, read.start, read.end) };
  }
  return undefined;
}
