import * as z from 'zod/mini';
import { type FoundWord, WordFinder } from '../../core/lexicon/word-finder.ts';
import { normalize, type Simplifier } from '../../core/terms/normalize.ts';
import { checkLists, checkOptions, ID, itemOf, optionsOf, SIMPLIFIER, TEXT } from '../common/check.ts';
import { organizationKey } from '../common/organization.ts';
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

/** Further names of an organisation. */
export interface OrganizationAliases {
  readonly name: string;
  readonly aliases: readonly string[];
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
  private readonly finder: WordFinder;
  private readonly simplifier: Simplifier | undefined;

  /** Use `createDirectory`. */
  constructor(entries: readonly DirectoryEntry[], simplifier: Simplifier | undefined) {
    this.entries = entries;
    this.simplifier = simplifier;
    this.byName = { person: new Map(), organization: new Map() };
    this.byAlias = { person: new Map(), organization: new Map() };
    for (const entry of entries) {
      const { id, kind, name, aliases = [], organization } = entry;
      append(this.byName[kind], this.keyOf(kind, name), entry);
      for (const alias of new Set(aliases.map((other) => this.keyOf(kind, other)))) {
        append(this.byAlias[kind], alias, entry);
      }
      if (kind === 'person' && organization !== undefined) {
        append(this.members, this.keyOf('organization', organization), id);
      }
    }
    this.finder = new WordFinder(new Set(this.textForms()));
  }

  /** The key under which spellings of a name meet. */
  keyOf(kind: NamedKind, name: string): string {
    if (kind === 'person') return personKey(name, this.simplifier);
    return organizationKey(this.simplifier?.simplify(name) ?? name);
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
    return { method: 'alias', entries: this.byAlias[kind].get(key) ?? [] };
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

  /** Whether a person belongs to an organisation that is given by a name or an alias. */
  belongs({ organization }: DirectoryEntry, unit: string): boolean {
    if (organization === undefined) return false;
    const key = this.keyOf('organization', organization);
    if (key === this.keyOf('organization', unit)) return true;
    return this.named('organization', unit).entries.some(
      ({ name }) => this.keyOf('organization', name) === key,
    );
  }

  /** Ids of the people of an organisation. */
  membersOf({ name }: DirectoryEntry): readonly string[] {
    return this.members.get(this.keyOf('organization', name)) ?? [];
  }

  /** Names of organisations as a text may write them, with and without their legal form. */
  private *textForms(): Generator<string> {
    for (const { kind, name, aliases = [] } of this.entries) {
      if (kind !== 'organization') continue;
      for (const written of [name, ...aliases]) {
        const { text } = this.fold(written);
        for (const form of [text, organizationKey(text)]) if (form.length >= MIN_IN_TEXT) yield form;
      }
    }
  }
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
  for (const unit of [...aliases, ...named.map((name) => ({ name, aliases: [] }))]) {
    const key = organizationKey(unit.name);
    const known = organizations.get(key);
    const all = [...(known?.aliases ?? []), ...unit.aliases];
    organizations.set(key, {
      id: `organization:${key}`,
      kind: 'organization',
      name: known?.name ?? unit.name,
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
