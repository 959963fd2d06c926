/** Significant digits that are kept: enough for every use, and the same on every machine. */
const DIGITS = 6;

/** Plain JSON data with every number rounded to six significant digits. */
export function rounded<T>(data: T): T {
  return JSON.parse(
    JSON.stringify(data, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value,
    ),
  ) as T;
}
