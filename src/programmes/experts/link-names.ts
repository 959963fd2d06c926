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
 * several fit, all are reported and none is chosen. The organisation beside a person's name decides between namesakes,
 * else those of `preferredOrganizations`, where exactly one of the namesakes is there.
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
  const mentions = [...mentionsListed(record!, directory), ...mentionsIn(record!, directory)];
  const wished = mentions.filter(
    ({ kind, field }) => kind === 'organization' && field.startsWith('preferred'),
  );
  for (const mention of mentions) {
    const link = linkOf(mention, directory, options, wished);
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

/** @param wished organisations that the demand lists: they decide between namesakes, where nothing stands beside the name. */
function linkOf(
  mention: Mention,
  directory: NameDirectory,
  options: LinkOptions,
  wished: readonly Mention[],
): NameLink {
  const { kind, name } = mention;
  const { threshold = THRESHOLD, suggestFrom = SUGGEST_FROM, suggestions = SUGGESTIONS } = options;
  const { method, entries } = directory.named(kind, name);
  const exact = entries.map((entry) => ({ entry, similarity: 1 }));
  const fitting = (found: readonly SimilarEntry[]) => fittingOf(mention, found, directory, wished);
  if (exact.length > 0) return chosen(mention, method, exact, fitting(exact));
  const similar = directory.similar(kind, name, Math.min(threshold, suggestFrom));
  const close = similar.filter(({ similarity }) => similarity >= threshold);
  if (close.length > 0) return chosen(mention, 'similarity', close, fitting(close));
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

/**
 * Those of the organisation that stands beside the name; of namesakes without one those of the organisations that the demand
 * lists, where there are any. Who belongs to the organisation itself comes before who belongs to a part of it.
 */
function fittingOf(
  { kind, organization }: Mention,
  found: readonly SimilarEntry[],
  directory: NameDirectory,
  wished: readonly Mention[],
): readonly SimilarEntry[] {
  if (kind === 'organization') return found;
  if (organization !== undefined) return ofUnits(found, [organization], directory);
  if (found.length < 2) return found;
  const ofWished = ofUnits(
    found,
    wished.map(({ name }) => name),
    directory,
  );
  return ofWished.length === 0 ? found : ofWished;
}

function ofUnits(
  found: readonly SimilarEntry[],
  units: readonly string[],
  directory: NameDirectory,
): readonly SimilarEntry[] {
  const of = (to: 'itself' | 'part') =>
    found.filter(({ entry }) => units.some((unit) => directory.belongs(entry, unit, to)));
  const own = of('itself');
  return own.length > 0 ? own : of('part');
}
