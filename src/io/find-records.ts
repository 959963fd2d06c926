import { describeValue } from '../base/errors.ts';
import { quote } from '../base/printable.ts';

/** Where the records are in a JSON answer: portals wrap them in objects, some levels down. */

type Json = Readonly<Record<string, unknown>>;

/** An array and where it is. */
export interface FoundArray {
  /** `data.rows`; empty for the whole content, also where that is one record. */
  readonly path: string;
  readonly values: readonly unknown[];
}

/** Levels of objects that are looked into. */
const DEEPEST = 8;
/** Units of a key that a path has as it is. */
const LONGEST = 100;
/** Arrays that an error names. */
const NAMED = 8;

/**
 * The array of records of a content: itself, or the only array of objects in it, at whatever depth, else the only array
 * there is. Neither arrays nor records are looked into. One record alone is an array of it.
 * @returns a text that says what there is instead, where no array is meant for sure.
 */
export function findRecords(content: unknown): FoundArray | string {
  if (Array.isArray(content)) return { path: '', values: content };
  if (!isObject(content)) return describeValue(content);
  if (isNative(content)) return { path: '', values: [content] };
  const arrays = arraysOf(content);
  const ofObjects = arrays.filter(({ values }) => values.some(isObject));
  const candidates = ofObjects.length > 0 ? ofObjects : arrays;
  const [first] = candidates;
  if (first === undefined) return 'an object without an array';
  if (candidates.length === 1) return first;
  const kind = ofObjects.length > 0 ? 'arrays of objects' : 'arrays';
  const named = candidates.slice(0, NAMED).map(({ path, values }) => `${path} (${values.length})`);
  const more = candidates.length > NAMED ? ', …' : '';
  return `an object with ${candidates.length} ${kind}: ${named.join(', ')}${more}`;
}

/** Whether a value is an object and no array. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an object is a record in the names of the fields. */
export function isNative(value: Json): boolean {
  return Object.hasOwn(value, 'id') && Object.hasOwn(value, 'title');
}

/** The arrays in an object, level by level. */
function arraysOf(content: Json): FoundArray[] {
  const found: FoundArray[] = [];
  let level: { readonly path: string; readonly value: Json }[] = [{ path: '', value: content }];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { path, value } of level) {
      for (const [key, inner] of Object.entries(value)) {
        if (Array.isArray(inner)) found.push({ path: joined(path, key), values: inner });
        else if (isObject(inner) && !isNative(inner)) next.push({ path: joined(path, key), value: inner });
      }
    }
    level = next;
  }
  return found;
}

function joined(path: string, key: string): string {
  const isPlain = key.length <= LONGEST && /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key);
  if (!isPlain) return `${path}[${quote(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
