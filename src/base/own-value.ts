/** A field of a record's own, whatever its name; nothing of its prototype. */
export function ownValue(record: object, field: string): unknown {
  return Object.hasOwn(record, field) ? (record as Readonly<Record<string, unknown>>)[field] : undefined;
}
