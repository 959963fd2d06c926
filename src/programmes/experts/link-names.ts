import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { DemandInput } from '../../core/records/types.ts';
import { COUNT, checkOptions, optionsOf, readRecords, SHARE, type ShapeOf } from '../common/check.ts';
import type { DirectoryEntry, NameDirectory, SimilarEntry } from './directory.ts';
import { type Mention, mentionsIn, mentionsListed } from './mentions.ts';

/** How names are linked. */
export interface LinkOptions {
  /** Least similarity at which another spelling is taken for a name, in [0, 1]. Default 0.95. */
  readonly threshold?: number;
  /** Least similarity of what is suggested where nothing was linked, in [0, 1]. Default 0.85. */
  readonly suggestFrom?: number;
  /** Most suggestions, a whole number ≥ 0. Default 5. */
  readonly suggestions?: number;
}

/** What became of a name; see {@link LINK_STATUS_LABELS}. */
export type LinkStatus = 'linked' | 'ambiguous' | 'unknown';

/** What a link rests on; see {@link LINK_METHOD_LABELS}. */
export type LinkMethod = 'name' | 'alias' | 'similarity';

/** A person or an organisation that a demand names. */
export interface NameLink extends Mention {
  readonly status: LinkStatus;
  /** Of a link: whom it means, what it rests on, and how similar the names are, 1 for the same. */
  readonly entry?: DirectoryEntry;
  readonly method?: LinkMethod;
  readonly similarity?: number;
  /** Of an ambiguous name all that it may mean; of an unknown one what is similar. Best first. */
  readonly candidates: readonly SimilarEntry[];
}

/** What became of a name, in words. */
export const LINK_STATUS_LABELS: Readonly<Record<LinkStatus, Bilingual>> = {
  linked: { zh: '已对应', en: 'linked' },
  ambiguous: { zh: '有重名，待确认', en: 'ambiguous' },
  unknown: { zh: '库中没有', en: 'unknown' },
};

/** What a link rests on, in words. */
export const LINK_METHOD_LABELS: Readonly<Record<LinkMethod, Bilingual>> = {
  name: { zh: '名称一致', en: 'same name' },
  alias: { zh: '别名', en: 'alias' },
  similarity: { zh: '名称相近', en: 'similar name' },
};

/** Shapes of {@link LinkOptions}. */
export const LINKING = {
  threshold: z.optional(SHARE),
  suggestFrom: z.optional(SHARE),
  suggestions: z.optional(COUNT),
} satisfies ShapeOf<LinkOptions>;
const OPTIONS = optionsOf<LinkOptions>(LINKING);
/** Lets one changed character in eight pass, and keeps 沈阳工业大学 (.91) from 沈阳农业大学. */
const THRESHOLD = 0.95;
const SUGGEST_FROM = 0.85;
const SUGGESTIONS = 5;

/**
 * Links the people and organisations that a demand names to a directory: those of `preferredExperts` and
 * `preferredOrganizations`, and those that its texts mention. A name is linked when it is the name or an alias of
 * exactly one entry, or when exactly one is similar enough (Jaro–Winkler over folded names, equal numbers). Where
 * several fit, all are reported and none is chosen. The organisation beside a person's name decides between namesakes.
 *
 * In texts (title, text, problem, key technology, expected outcome; not what the firm already has) an organisation is
 * found by its name or an alias of three characters or more, a person only right behind the own organisation or right
 * before a title (教授, 研究员 …); the demander itself is no mention. A mention is not judged: 曾与某校合作未果 is one.
 *
 * Serves: 「及时联系所指的具体大学、科研院所和点名专家」.
 *
 * In the order experts, organisations, texts; each entry is linked once. O(length of the texts), and O(directory) for
 * each name that is not in it.
 * @throws InputError `INVALID_RECORDS` for a bad demand, `INVALID_OPTIONS` naming every bad option.
 */
export function linkNames(
  demand: DemandInput,
  directory: NameDirectory,
  options: LinkOptions = {},
): NameLink[] {
  checkOptions(options, OPTIONS);
  const [record] = readRecords({ what: 'demand', items: [demand], side: 'demand' });
  const links: NameLink[] = [];
  const seen = new Set<string>();
  for (const mention of [...mentionsListed(record!, directory), ...mentionsIn(record!, directory)]) {
    const link = linkOf(mention, directory, options);
    const key =
      link.entry === undefined
        ? `name ${mention.kind} ${directory.keyOf(mention.kind, mention.name)}`
        : `entry ${link.entry.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    links.push(link);
  }
  return links;
}

function linkOf(mention: Mention, directory: NameDirectory, options: LinkOptions): NameLink {
  const { kind, name, organization } = mention;
  const { threshold = THRESHOLD, suggestFrom = SUGGEST_FROM, suggestions = SUGGESTIONS } = options;
  const { method, entries } = directory.named(kind, name);
  const exact = entries.map((entry) => ({ entry, similarity: 1 }));
  if (exact.length > 0) return chosen(mention, method, exact, ofUnit(exact, organization, directory));
  const similar = directory.similar(kind, name, Math.min(threshold, suggestFrom));
  const close = similar.filter(({ similarity }) => similarity >= threshold);
  if (close.length > 0) return chosen(mention, 'similarity', close, ofUnit(close, organization, directory));
  return { ...mention, status: 'unknown', candidates: similar.slice(0, suggestions) };
}

/** Linked when one is left, else ambiguous. */
function chosen(
  mention: Mention,
  method: LinkMethod,
  all: readonly SimilarEntry[],
  fitting: readonly SimilarEntry[],
): NameLink {
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) {
    return { ...mention, status: 'ambiguous', candidates: only === undefined ? all : fitting };
  }
  return { ...mention, status: 'linked', method, ...only, candidates: [] };
}

/** Those of the organisation that the demand names beside the person; all where it names none. */
function ofUnit(
  found: readonly SimilarEntry[],
  organization: string | undefined,
  directory: NameDirectory,
): readonly SimilarEntry[] {
  return organization === undefined
    ? found
    : found.filter(({ entry }) => directory.belongs(entry, organization));
}
