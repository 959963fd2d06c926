import type { ArrayOf, TypeName } from './container.ts';

/** The arrays of a saved index, in their order: written and read by this list alone. */
export const LAYOUT = {
  'vocabulary.pool': 'Uint16Array',
  'vocabulary.offsets': 'Uint32Array',
  'vocabulary.slots': 'Uint32Array',
  documentFrequencies: 'Uint32Array',
  'rows.offsets': 'Uint32Array',
  'rows.starts': 'Uint32Array',
  'rows.steps': 'Uint16Array',
  'rows.codes': 'Uint8Array',
  'rows.values': 'Float64Array',
  'rows.scales': 'Float64Array',
  'rows.weights': 'Float32Array',
  'rows.weightStarts': 'Uint32Array',
  'rows.frequencies': 'Uint32Array',
  'rows.rarities': 'Float64Array',
  'columns.terms': 'Uint32Array',
  'columns.bytes': 'Uint8Array',
  'columns.steps': 'Float32Array',
  'lists.terms': 'Uint32Array',
  'lists.directory': 'Uint32Array',
  'lists.postings': 'Uint32Array',
  'tail.bases': 'Uint32Array',
  'tail.offsets': 'Uint16Array',
  'tail.postings': 'Uint32Array',
  'attributes.kinds': 'Uint8Array',
  'attributes.secrecy': 'Uint8Array',
  'attributes.states': 'Uint8Array',
  'attributes.lastDays': 'Int32Array',
  'attributes.regions': 'Uint32Array',
  'attributes.stages': 'Uint32Array',
  'attributes.tagOffsets': 'Uint32Array',
  'attributes.tagChains': 'Uint32Array',
  'attributes.tagConfidences': 'Float64Array',
  'dense.mean': 'Float64Array',
  'dense.norms': 'Float64Array',
  'dense.whole': 'Int8Array',
  'dense.floats': 'Float32Array',
  'records.bytes': 'Uint8Array',
  'records.offsets': 'Uint32Array',
} as const satisfies Readonly<Record<string, TypeName>>;

export type SectionName = keyof typeof LAYOUT;
export type Sections = { readonly [N in SectionName]: ArrayOf<(typeof LAYOUT)[N]> };
/** The arrays of one part, by what stands behind its name and a dot. */
export type Part<P extends string> = {
  readonly [N in SectionName as N extends `${P}.${infer Rest}` ? Rest : never]: Sections[N];
};

/** The names of the arrays. */
export const NAMES = Object.keys(LAYOUT) as SectionName[];

/** The arrays of a part under their names in the layout. */
export function named<P extends string, A extends object>(part: P, arrays: A) {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${part}.${name}`, array])) as {
    [K in keyof A & string as `${P}.${K}`]: A[K];
  };
}

/** The arrays of one part. */
export function partOf<P extends string>(arrays: Sections, part: P): Part<P> {
  return Object.fromEntries(
    NAMES.filter((name) => name.startsWith(`${part}.`)).map((name) => [
      name.slice(part.length + 1),
      arrays[name],
    ]),
  ) as unknown as Part<P>;
}
