import * as z from 'zod/mini';
import { type FoundWord, WordFinder } from '../../core/lexicon/word-finder.ts';
import { normalize, type Simplifier } from '../../core/terms/normalize.ts';
import { checkLists, checkOptions, ID, itemOf, optionsOf, SIMPLIFIER, TEXT } from '../common/check.ts';
import { isPartOf, organizationKey, simplified, type UnitKeys } from '../common/organization.ts';
import { academyForms } from '../common/short-names.ts';
import { type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { personKey } from '../people/person-names.ts';
import type { ExpertProfile } from './profile.ts';
import { nameSimilarity } from './similar-names.ts';

/** What a name may stand for. */
export type NamedKind = 'person' | 'organization';

/** A person or an organisation that demands may name. */
export interface DirectoryEntry {
  /** Of a person the id of the profile. */
  readonly id: string;
  readonly kind: NamedKind;
  readonly name: string;
  /** Other names and short forms: 辽河工大. */
  readonly aliases?: readonly string[];
  /** Of a person: the name of the organisation. */
  readonly organization?: string;
}

/** Entries that a name stands for. */
export interface NamedEntries {
  readonly method: 'name' | 'alias';
  readonly entries: readonly DirectoryEntry[];
}

/** An entry whose name is like another one. */
export interface SimilarEntry {
  readonly entry: DirectoryEntry;
  /** Jaro–Winkler similarity of the names, in [0, 1]; 1 for the same name. */
  readonly similarity: number;
}

const NAME = z.string().check(z.refine((text) => text.trim() !== '', { error: 'a name that is not empty' }));
const ENTRY = itemOf<DirectoryEntry>({
  id: ID,
  kind: z.enum(['person', 'organization']),
  name: NAME,
  aliases: z.optional(z.array(NAME)),
  organization: z.optional(TEXT),
});
/** How a directory is read. */
interface DirectoryOptions {
  readonly simplifier?: Simplifier;
}
const OPTIONS = optionsOf<DirectoryOptions>({ simplifier: z.optional(SIMPLIFIER) });
/** Shorter forms are parts of too many words to be looked for in running text: 东大 in 山东大学. */
const MIN_IN_TEXT = 3;

/** People and organisations by their names: made once by {@link createDirectory}, used for many demands. */
export class NameDirectory {
  /** All entries in their order. */
  readonly entries: readonly DirectoryEntry[];
  /** Entries by the key of their name, and by those of their aliases. */
  private readonly byName: Readonly<Record<NamedKind, Map<string, DirectoryEntry[]>>>;
  private readonly byAlias: Readonly<Record<NamedKind, Map<string, DirectoryEntry[]>>>;
  /** Ids of people by the key of their organisation. */
  private readonly members = new Map<string, string[]>();
  /** Which names stand for which organisation: aliases, and short forms by rule. */
  private readonly units: UnitKeys;
  private readonly finder: WordFinder;
  private readonly simplifier: Simplifier | undefined;

  /** Use `createDirectory`. */
  constructor(entries: readonly DirectoryEntry[], simplifier: Simplifier | undefined) {
    this.entries = entries;
    this.simplifier = simplifier;
    this.byName = { person: new Map(), organization: new Map() };
    this.byAlias = { person: new Map(), organization: new Map() };
    this.units = unitsOf(entries, simplifier);
    for (const entry of entries) {
      const { id, kind, name, aliases = [], organization } = entry;
      append(this.byName[kind], this.keyOf(kind, name), entry);
      for (const alias of new Set(aliases.map((other) => this.keyOf(kind, other)))) {
        append(this.byAlias[kind], alias, entry);
      }
      if (kind === 'person' && organization !== undefined) {
        append(this.members, this.unitKeyOf(organization), id);
      }
    }
    this.finder = new WordFinder(new Set(this.textForms()));
  }

  /** The key under which spellings of a name meet. */
  keyOf(kind: NamedKind, name: string): string {
    if (kind === 'person') return personKey(name, this.simplifier);
    return organizationKey(simplified(name, this.simplifier));
  }

  /** The key of the organisation that a name or an alias of one stands for. */
  private unitKeyOf(name: string): string {
    return organizationKey(simplified(name, this.simplifier), this.units);
  }

  /** A text as names are looked for in it. */
  fold(text: string) {
    return normalize(text, this.simplifier);
  }

  /** Entries of this name, else those with this alias; none is an empty list. O(length of the name). */
  named(kind: NamedKind, name: string): NamedEntries {
    const key = this.keyOf(kind, name);
    const entries = this.byName[kind].get(key);
    if (entries !== undefined) return { method: 'name', entries };
    const known = this.byAlias[kind].get(key);
    if (known !== undefined || kind === 'person') return { method: 'alias', entries: known ?? [] };
    return { method: 'alias', entries: this.byName[kind].get(this.units.get(key) ?? '') ?? [] };
  }

  /** Entries whose names are at least so similar, the most similar first, then in their order. O(entries). */
  similar(kind: NamedKind, name: string, least: number): SimilarEntry[] {
    const wanted = this.keyOf(kind, name);
    const found: SimilarEntry[] = [];
    for (const [key, entries] of this.byName[kind]) {
      const similarity = nameSimilarity(wanted, key);
      if (similarity >= least) found.push(...entries.map((entry) => ({ entry, similarity })));
    }
    return found.sort((a, b) => b.similarity - a.similarity);
  }

  /** Names of organisations in a folded text, those that hold another one win. O(length). */
  organizationsIn(text: string): FoundWord[] {
    return this.finder.segment(text);
  }

  /**
   * Whether a person belongs to an organisation that is given by a name or an alias: to itself, or to a `part` of it
   * (东北大学材料学院 of 东北大学).
   */
  belongs({ organization }: DirectoryEntry, unit: string, to: 'itself' | 'part' = 'itself'): boolean {
    if (organization === undefined) return false;
    const keys = [unit, ...this.named('organization', unit).entries.map(({ name }) => name)].map((name) =>
      this.unitKeyOf(name),
    );
    const own = this.unitKeyOf(organization);
    return keys.some((key) => (to === 'itself' ? key === own : isPartOf(own, key)));
  }

  /** Ids of the people of an organisation. */
  membersOf({ name }: DirectoryEntry): readonly string[] {
    return this.members.get(this.unitKeyOf(name)) ?? [];
  }

  /** Names of organisations as a text may write them, with and without their legal form. */
  private *textForms(): Generator<string> {
    for (const { kind, name, aliases = [] } of this.entries) {
      if (kind !== 'organization') continue;
      for (const written of [name, ...aliases]) {
        const { text } = this.fold(written);
        const key = organizationKey(text);
        for (const form of [text, key, ...academyForms(key)]) if (form.length >= MIN_IN_TEXT) yield form;
      }
    }
    for (const form of this.units.keys()) if (form.length >= MIN_IN_TEXT) yield form;
  }
}

/** Aliases of all entries, and short forms by rule of their names. */
function unitsOf(entries: readonly DirectoryEntry[], simplifier: Simplifier | undefined): UnitKeys {
  const names = entries.flatMap(({ kind, name, organization }) =>
    kind === 'organization' ? [name] : (organization ?? []),
  );
  const named = entries.flatMap(({ kind, name, aliases = [] }) =>
    kind === 'organization' ? [{ name, aliases }] : [],
  );
  const simple = (name: string) => simplified(name, simplifier);
  return readUnits(
    named.map(({ name, aliases }) => ({ name: simple(name), aliases: aliases.map(simple) })),
    names.map(simple),
  );
}

/**
 * Reads a directory of people and organisations, for `linkNames`. O(length of all names).
 * @param options `simplifier`: traditional → simplified characters (`cuohe/opencc`). Default: names as they are.
 * @throws InputError `INVALID_RECORDS` naming every bad entry and repeated id; `INVALID_OPTIONS`.
 */
export function createDirectory(
  entries: readonly DirectoryEntry[],
  options: DirectoryOptions = {},
): NameDirectory {
  checkLists([{ what: 'entries', items: entries, schema: ENTRY }]);
  checkOptions(options, OPTIONS);
  return new NameDirectory([...entries], options.simplifier);
}

/**
 * Entries for the people of profiles, then for their organisations. O(profiles).
 * @param aliases further names of organisations; one that no profile names becomes an entry of its own.
 */
export function directoryOf(
  profiles: readonly ExpertProfile[],
  aliases: readonly OrganizationAliases[] = [],
): DirectoryEntry[] {
  const people = profiles.map(
    ({ id, name, organization }): DirectoryEntry => ({
      id,
      kind: 'person',
      name,
      ...(organization === undefined ? {} : { organization }),
    }),
  );
  const organizations = new Map<string, DirectoryEntry>();
  const named = profiles.flatMap(({ organization }) => organization ?? []);
  const units = readUnits(aliases, named);
  for (const { name, aliases: others = [] } of [
    ...aliases,
    ...named.map((name) => ({ name }) as OrganizationAliases),
  ]) {
    const key = organizationKey(name, units);
    const known = organizations.get(key);
    // A profile may name its unit by an alias.
    const isFurther = known !== undefined && organizationKey(name) !== organizationKey(known.name);
    const all = [...new Set([...(known?.aliases ?? []), ...others, ...(isFurther ? [name] : [])])];
    organizations.set(key, {
      id: `organization:${key}`,
      kind: 'organization',
      name: known?.name ?? name,
      ...(all.length === 0 ? {} : { aliases: all }),
    });
  }
  return [...people, ...organizations.values()];
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
