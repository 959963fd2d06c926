/** No amount, date or stage needs more; readers look no further, whatever was pasted into the field. */
const MAX_WORDING = 500;

/** The beginning of a wording in one form: NFKC, white space as single spaces, none at the ends. */
export function foldWording(value: string): string {
  return value.slice(0, MAX_WORDING).normalize('NFKC').replace(/\s+/g, ' ').trim();
}
