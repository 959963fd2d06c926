/** A field of a record's own, whatever its name; nothing of its prototype. */
export function ownValue<T = unknown>(
  record: Readonly<Record<string, T>> | object,
  field: string,
): T | undefined {
  return Object.hasOwn(record, field) ? (record as Readonly<Record<string, T>>)[field] : undefined;
}
