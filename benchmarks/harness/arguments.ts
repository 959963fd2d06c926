/** A number of the command line. @throws Error naming the option that is wrong. */
export function countOf(name: string, value: string): number {
  if (/^[1-9]\d{0,7}$/.test(value)) return Number(value);
  throw new Error(`--${name}: expected a whole number from 1 to 99999999, received ${JSON.stringify(value)}`);
}
