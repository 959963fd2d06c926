import * as z from 'zod/mini';
import { itemOf } from './check.ts';
import { nameOf, organizationKey, plainKey, type UnitKeys } from './organization.ts';
import { shortForms } from './short-names.ts';

/** Further names of an organisation. */
export interface OrganizationAliases {
  readonly name: string;
  /** 沈工大, 金属所. */
  readonly aliases?: readonly string[];
}

const NAME = z.string().check(z.refine((text) => text.trim() !== '', { error: 'a name that is not empty' }));
/** Shape of an option `aliases`. */
export const ALIASES = z.optional(
  z.array(itemOf<OrganizationAliases>({ name: NAME, aliases: z.optional(z.array(NAME)) })),
);

/**
 * Reads which names stand for which unit, for {@link organizationKey}: the aliases of the host, and short forms by rule
 * (沈工大) where exactly one unit of the same data has that short form (沈阳工业大学). A name that is given as the full name of a
 * unit stands for that one, whoever else has it as an alias; an alias of several units stands for itself. The order of
 * names and aliases changes nothing. O(names).
 * @param aliases of the host.
 * @param names of all units of the data, as written; empty ones say nothing.
 */
export function readUnits(
  aliases: readonly OrganizationAliases[] = [],
  names: Iterable<Parameters<typeof nameOf>[0]> = [],
): UnitKeys {
  const full = new Set(aliases.map(({ name }) => plainKey(name)));
  const known = new Set(full);
  for (const given of names) {
    const name = nameOf(given);
    if (name !== undefined) known.add(plainKey(name));
  }
  const keys = onlyOnes(
    aliases.flatMap(({ name, aliases: others = [] }) =>
      others.map((other) => [plainKey(other), plainKey(name)] as const),
    ),
    full,
  );
  const forms = [...known].flatMap((key) =>
    shortForms(key).map((short) => ({ ...short, key: keys.get(key) ?? key })),
  );
  const usual = new Set(forms.flatMap(({ form, isUsual }) => (isUsual ? [form] : [])));
  // What might be meant for another one as well stands for none.
  const byRule = onlyOnes(
    forms.map(({ form, key }) => [form, key] as const),
    full,
  );
  for (const [form, key] of byRule) if (usual.has(form) && !keys.has(form)) keys.set(form, key);
  return keys;
}

/** The name of its entry for a unit that the host's aliases know under any of its names; any other as written. O(aliases). */
export function namesByAlias(aliases: readonly OrganizationAliases[] = []): (name: string) => string {
  const keys = readUnits(aliases);
  const names = new Map(aliases.map(({ name }) => [plainKey(name), name.trim()]));
  return (name) => names.get(organizationKey(name, keys)) ?? name;
}

/** Those that stand for one key alone, and are no full name themselves. */
function onlyOnes(
  pairs: readonly (readonly [name: string, key: string])[],
  full: ReadonlySet<string>,
): Map<string, string> {
  const found = new Map<string, string>();
  const open = new Set<string>();
  for (const [name, key] of pairs) {
    const other = found.get(name);
    if (other !== undefined && other !== key) open.add(name);
    if (name !== key && !full.has(name)) found.set(name, key);
  }
  for (const name of open) found.delete(name);
  return found;
}
