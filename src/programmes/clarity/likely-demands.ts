import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { SharedChain } from '../../core/explanation/reason.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { Demand } from '../../core/records/types.ts';
import { checkLists, checkOptions, ID, itemOf, optionsOf, TEXT, TEXTS } from '../common/check.ts';
import { forMatch, MATCHING, onlyAt, withParsed } from '../common/matching.ts';
import { nameOf, organizationKey, organizationOf } from '../common/organization.ts';

/** What is known of a firm that has not said what it needs. */
export interface FirmProfile {
  readonly id: string;
  /** Its own demands are no suggestion to it. */
  readonly name?: string;
  /** What it makes. */
  readonly products?: readonly string[];
  /** What it makes it with. */
  readonly equipment?: readonly string[];
  readonly industry?: string;
  /** Free text: processes, materials, markets. */
  readonly description?: string;
  readonly regionCode?: string;
  /** Codes of its chains. Default: what its words speak for. */
  readonly chains?: readonly string[];
}

/** Parts of a profile that a suggestion can rest on. */
export const PROFILE_PARTS = ['products', 'equipment', 'industry', 'description'] as const;
export type ProfilePart = (typeof PROFILE_PARTS)[number];

/** Labels of {@link PROFILE_PARTS}. */
export const PROFILE_PART_LABELS: Readonly<Record<ProfilePart, Bilingual>> = {
  products: { zh: '产品', en: 'products' },
  equipment: { zh: '设备', en: 'equipment' },
  industry: { zh: '行业', en: 'industry' },
  description: { zh: '简介', en: 'description' },
};

/** Words of a profile that a demand has too. */
export interface ProfileBasis {
  readonly part: ProfilePart;
  readonly words: readonly string[];
}

/** A demand of another firm that this one may have too. */
export interface LikelyDemand {
  readonly demandId: string;
  readonly title: string;
  /** Whose demand it is; absent where the record names nobody. */
  readonly organization?: string;
  /** The matcher's score, in [0, 1]. */
  readonly score: number;
  /** What of the profile it rests on. */
  readonly basis: readonly ProfileBasis[];
  readonly chains: readonly SharedChain[];
  readonly reason: Bilingual;
  /** What to ask the firm. */
  readonly question: Bilingual;
}

/** How to look for likely demands. */
export interface LikelyOptions<R = unknown> {
  /** Most suggestions. Default 5. */
  readonly limit?: number;
  /** Least score, in [0, 1]. Default 0.05. */
  readonly minScore?: number;
  readonly filter?: MatchFilter<R>;
}

const PROFILE = itemOf<FirmProfile>({
  id: ID,
  name: z.optional(TEXT),
  products: TEXTS,
  equipment: TEXTS,
  industry: z.optional(TEXT),
  description: z.optional(TEXT),
  regionCode: z.optional(TEXT),
  chains: TEXTS,
});
const OPTIONS = optionsOf<LikelyOptions<never>>({
  limit: MATCHING.limit,
  minScore: MATCHING.minScore,
  filter: MATCHING.filter,
});
/** Phrases worth less than this share of the first one are torn pieces, mostly. */
const LEAST_VALUE = 0.25;
/** Words quoted in a sentence. */
const QUOTED = 3;
/** Fields of the query that the profile is put into, and back. */
const FIELDS: readonly (readonly [string, ProfilePart])[] = [
  ['title', 'products'],
  ['keywords', 'equipment'],
  ['techField', 'industry'],
  ['text', 'description'],
];

/**
 * Demands that a firm may have, though it named none: those that other firms of like products, equipment and trade
 * have stated, with what of the profile each rests on.
 *
 * serves: 「针对中小企业需求“想不出”…等问题」, 「帮助中小企业挖掘需求」
 *
 * The profile is matched with the demand side as a demand would be; nothing is foreseen. A demand that shares neither a
 * readable word nor a chain with the profile is no suggestion, and neither are the firm's own. Order: the matcher's. The list
 * carries no day: it is the filter's.
 *
 * @param demands a matcher over the demand side; without demands of others there are no suggestions.
 * @throws InputError `INVALID_RECORDS` naming what is wrong with the profile, `INVALID_OPTIONS`.
 *
 * One match of the matcher; with a `name` the filter looks at every demand.
 */
export function likelyDemands<R>(
  demands: Matcher<R>,
  profile: FirmProfile,
  options: LikelyOptions<R> = {},
): LikelyDemand[] {
  checkLists([{ what: 'profile', items: [profile], schema: PROFILE }]);
  checkOptions(options, OPTIONS);
  const { limit = 5, minScore = 0.05, filter = {} } = options;
  const own = nameOf(profile.name);
  const key = own === undefined ? undefined : organizationKey(own);
  const isOther = (index: number) => organizationOf(demands.parsed(index))?.key !== key;
  const others = key === undefined ? filter : onlyAt(filter, isOther);
  const { matches } = demands.match(queryOf(profile), forMatch({ limit, minScore, filter: others }));
  return withParsed<Demand>(demands, matches)
    .map(suggestionOf)
    .filter(({ basis, chains }) => basis.length > 0 || chains.length > 0);
}

function queryOf({ id, products, equipment, industry, description, regionCode, chains }: FirmProfile) {
  return {
    id,
    kind: 'demand' as const,
    title: (products ?? []).join('、'),
    keywords: [...(equipment ?? [])],
    ...(industry === undefined ? {} : { techField: industry }),
    ...(description === undefined ? {} : { text: description }),
    ...(regionCode === undefined ? {} : { regionCode }),
    ...(chains === undefined ? {} : { chains: [...chains] }),
  };
}

function suggestionOf({ record, score, phrases, chains }: Match<Demand>): LikelyDemand {
  const words = new Map<ProfilePart, Set<string>>();
  const readable = phrases.filter(({ ruledOut }) => ruledOut !== true);
  const least = LEAST_VALUE * (readable[0]?.value ?? 0);
  for (const { phrase, querySpans } of readable.filter(({ value }) => value >= least)) {
    for (const { field } of querySpans) {
      const part = FIELDS.find(([name]) => field === name || field.startsWith(`${name}[`))?.[1];
      if (part === undefined) continue;
      const known = words.get(part) ?? new Set();
      words.set(part, known.add(phrase));
    }
  }
  const basis = PROFILE_PARTS.flatMap((part) => {
    const found = words.get(part);
    return found === undefined ? [] : [{ part, words: [...found] }];
  });
  const organization = nameOf(record.organization);
  return {
    demandId: record.id,
    title: record.title,
    ...(organization === undefined ? {} : { organization }),
    score,
    basis,
    chains,
    reason: reasonOf(basis, chains, organization),
    question: {
      zh: `贵单位是否也遇到“${record.title}”这类问题？`,
      en: `Is “${record.title}” a problem of yours too?`,
    },
  };
}

function reasonOf(
  basis: readonly ProfileBasis[],
  chains: readonly SharedChain[],
  organization: string | undefined,
): Bilingual {
  const parts = basis.map(({ part, words }) => {
    const quoted = words.slice(0, QUOTED).map((word) => `“${word}”`);
    const { zh, en } = PROFILE_PART_LABELS[part];
    return { zh: `${zh}中的${quoted.join('、')}`, en: `${quoted.join(', ')} of its ${en}` };
  });
  const [chain] = chains;
  const zh = [
    ...(parts.length === 0 ? [] : [`企业${parts.map((part) => part.zh).join('，')}与之相同或相近`]),
    ...(chain === undefined ? [] : [`同属${chain.nameZh}产业链`]),
  ];
  const en = [
    ...(parts.length === 0
      ? []
      : [`has the same or what is near: ${parts.map((part) => part.en).join('; ')}`]),
    ...(chain === undefined ? [] : [`is of the same chain, ${chain.nameEn}`]),
  ];
  return {
    zh: `${organization ?? '另一家企业'}提出过该需求：${zh.join('，')}。`,
    en: `${organization ?? 'Another firm'} stated it; the firm ${en.join(', and ')}.`,
  };
}
