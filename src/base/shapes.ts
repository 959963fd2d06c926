import * as z from 'zod/mini';
import { Issues } from './issues.ts';
import { expectKeys, type OtherNames } from './options.ts';

/** Shapes of what sub-paths are handed, held to their types: what a type says and a shape does not, does not compile. */

/** A shape for every named field of a type, and for no other. */
export type ShapeOf<T> = {
  readonly [K in keyof T as string extends K ? never : K]-?: z.ZodMiniType<T[K] | undefined>;
};

/** The shape of a record of the host's: it may carry further fields, which are left alone. */
export function itemOf<T extends object>(shape: ShapeOf<T>): z.ZodMiniType<T> {
  return z.looseObject(shape as z.core.$ZodLooseShape) as unknown as z.ZodMiniType<T>;
}

/**
 * The shape of options, rules and other sets of names that are ours: an unknown one is refused, with what was meant.
 * @param otherNames how others call a name; those of names that the shape lacks are left out.
 */
export function optionsOf<T extends object>(
  shape: ShapeOf<T>,
  otherNames: OtherNames = {},
): z.ZodMiniType<T> {
  const known = Object.keys(shape);
  const others = Object.fromEntries(
    Object.entries(otherNames).filter(([, meant]) => known.includes(meant.split('.')[0]!)),
  );
  const values = itemOf(shape);
  // Names beside values, in one check: a chain of two would end with the first that finds something.
  return z.custom<T>().check(({ value, issues }) => {
    const read = values.safeParse(value);
    for (const issue of read.error?.issues ?? [])
      issues.push({ ...issue, input: value } as (typeof issues)[0]);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const names = new Issues();
    expectKeys(names, value, known, '', others);
    for (const { path, expected, received } of names.all) {
      issues.push({ code: 'custom', path: [path], message: expected, params: { received }, input: value });
    }
  });
}

/** A value of which only a part is looked at. */
export function partOf<T>(part: z.ZodMiniType): z.ZodMiniType<T> {
  return part as z.ZodMiniType<T>;
}
