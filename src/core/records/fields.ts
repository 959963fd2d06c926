import type { MatchRecord } from './types.ts';

/**
 * Which fields are matched and how much each weighs. A weight multiplies the term frequency of its field:
 * 0 leaves the field out, 1 counts it as plain text.
 */
export type FieldWeights = Readonly<Record<string, number>>;

/** Default weights. The title holds the object in a few words; introductions and praise hold little. */
export const FIELD_WEIGHTS: FieldWeights = {
  title: 3,
  keywords: 2,
  text: 1,
  abstract: 1,
  problem: 1,
  keyTechnology: 1,
  expectedOutcome: 1,
  indicators: 0.5,
  expertise: 2,
  researchFields: 1,
  techField: 0.5,
  applications: 0.5,
  prospects: 0.25,
  existingConditions: 0.25,
  awards: 0.1,
};

/** One text of a record. */
export interface TextField {
  /** `title`, `abstract`, `keywords[1]`. */
  readonly path: string;
  /** Field name without position. */
  readonly field: string;
  readonly text: string;
  readonly weight: number;
}

/** The texts of a record that count, in the order of the weights' keys. */
export function textFields(record: MatchRecord, weights: FieldWeights): TextField[] {
  const fields: TextField[] = [];
  for (const [field, weight] of Object.entries(weights)) {
    if (!(weight > 0) || !Object.hasOwn(record, field)) continue;
    const value = (record as Readonly<Record<string, unknown>>)[field];
    const parts = Array.isArray(value) ? value : [value];
    parts.forEach((part: unknown, i) => {
      const text = typeof part === 'string' ? part : rawOf(part);
      if (text !== '')
        fields.push({ path: Array.isArray(value) ? `${field}[${i}]` : field, field, text, weight });
    });
  }
  return fields;
}

function rawOf(value: unknown): string {
  const raw = typeof value === 'object' && value !== null ? (value as { raw?: unknown }).raw : undefined;
  return typeof raw === 'string' ? raw : '';
}
