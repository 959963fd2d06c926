import { SECRECY_LEVELS, secrecyRank } from '../../core/records/secrecy.ts';
import type { Achievement, AchievementInput, ChainRef } from '../../core/records/types.ts';
import { redactPersonalData } from '../people/redact.ts';
import { firstOfSame } from './same-matter.ts';

/** A record behind a profile, and which parts of the profile's texts come from it. */
export interface ProfileEvidence {
  readonly recordId: string;
  /** Title of the record; of an expert's own record what it says beside the name. */
  readonly title: string;
  /** Field of the profile → where this record's part begins and ends: characters, of `keywords` items; end exclusive. */
  readonly parts: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** How much the record says of the person, in [0, 1]: by what it names the person as, and by its age. */
  readonly weight: number;
  /** The record before it that says the same: then it brings nothing of its own. */
  readonly sameAs?: string;
}

/**
 * One person as a supply record of kind `expert`. It holds what is matched, where it comes from, and who is meant;
 * nothing else of the person.
 */
export interface ExpertProfile extends AchievementInput {
  readonly id: string;
  readonly kind: 'expert';
  readonly name: string;
  /** As most records write it. */
  readonly organization?: string;
  readonly professionalTitle?: string;
  /** Ids of the records behind it, in record order. */
  readonly recordIds: readonly string[];
  readonly evidence: readonly ProfileEvidence[];
}

/** What a record brings into the profiles of its people; personal data is cut out. */
export interface Contribution {
  readonly record: Achievement;
  readonly texts: Readonly<Record<TextField, string>>;
  readonly keywords: readonly string[];
}

const TEXT_FIELDS = ['title', 'abstract', 'expertise', 'researchFields'] as const;
type TextField = (typeof TEXT_FIELDS)[number];
const SEPARATORS: Readonly<Record<TextField, string>> = {
  title: '；',
  abstract: '\n',
  expertise: '；',
  researchFields: '；',
};

/** A contribution to one profile. */
export interface WeighedContribution {
  readonly contribution: Contribution;
  readonly weight: number;
}

/** Reads what a record brings. @param topic title of an expert's own record without the name. */
export function contributionOf(record: Achievement, topic: string | undefined): Contribution {
  const { title, abstract, text, keyTechnology, expertise, researchFields, keywords = [] } = record;
  const told = [abstract, text, keyTechnology].filter((part) => part !== undefined && part.trim() !== '');
  return {
    record,
    texts: {
      title: clean(topic ?? title),
      abstract: clean(told.join('\n')),
      expertise: clean(expertise),
      researchFields: clean(researchFields),
    },
    keywords: keywords.map(clean).filter((keyword) => keyword !== ''),
  };
}

function clean(text: string | undefined): string {
  return redactPersonalData(text ?? '').trim();
}

function textOf({ texts, keywords }: Contribution): string {
  return [...Object.values(texts), ...keywords].join(' ');
}

/** Puts the profile of a person together; what says the same as another record is in it once. O(length of the texts). */
export function profileOf(
  id: string,
  name: string,
  weighed: readonly WeighedContribution[],
  details: { readonly organization?: string; readonly professionalTitle?: string },
): ExpertProfile {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, ''])) as Record<TextField, string>;
  const keywords: string[] = [];
  const contributions = weighed.map(({ contribution }) => contribution);
  const first = firstOfSame(contributions.map(textOf));
  // Of records that say the same the least weight counts, so that a copy never lifts.
  const weights = weighed.map(({ weight }) => weight);
  for (const [i, at] of first.entries()) weights[at] = Math.min(weights[at]!, weights[i]!);
  const evidence = contributions.map((contribution, i): ProfileEvidence => {
    const { id: recordId } = contribution.record;
    const { title } = contribution.texts;
    const weight = weights[first[i]!]!;
    if (first[i] !== i) {
      return { recordId, title, parts: {}, weight, sameAs: contributions[first[i]!]!.record.id };
    }
    const parts: Record<string, readonly [number, number]> = {};
    for (const field of TEXT_FIELDS) {
      const added = contribution.texts[field];
      if (added === '') continue;
      const from = texts[field] === '' ? 0 : texts[field].length + SEPARATORS[field].length;
      texts[field] += texts[field] === '' ? added : `${SEPARATORS[field]}${added}`;
      parts[field] = [from, from + added.length];
    }
    if (contribution.keywords.length > 0)
      parts.keywords = [keywords.length, keywords.length + contribution.keywords.length];
    keywords.push(...contribution.keywords);
    return { recordId, title, parts, weight };
  });
  const records = contributions.map(({ record }) => record);
  const { title, ...others } = texts;
  return {
    id,
    kind: 'expert',
    name,
    title,
    ...details,
    ...Object.fromEntries(Object.entries(others).filter(([, text]) => text !== '')),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...sharedFields(records),
    recordIds: records.map(({ id }) => id),
    evidence,
  };
}

function sharedFields(
  records: readonly Achievement[],
): Pick<AchievementInput, 'regionCode' | 'transferModes' | 'chains' | 'secrecyLevel'> {
  const regions = records.flatMap(({ regionCode, organization }) => {
    const code = regionCode ?? (typeof organization === 'object' ? organization.regionCode : undefined);
    return clean(code) === '' ? [] : [clean(code)];
  });
  const regionCode = mostFrequent(regions);
  const modes = [
    ...new Set(records.flatMap(({ transferModes = [] }) => transferModes.map(({ raw }) => clean(raw)))),
  ];
  const chains = givenChains(records);
  const secrecy = Math.max(...records.map(({ secrecyLevel }) => secrecyRank(secrecyLevel)));
  return {
    ...(regionCode === undefined ? {} : { regionCode }),
    ...(modes.length === 0 ? {} : { transferModes: modes }),
    ...(chains === undefined ? {} : { chains }),
    ...(secrecy === 0 ? {} : { secrecyLevel: SECRECY_LEVELS[secrecy] }),
  };
}

/** Chains of the host where every record has them, each as sure as it is once; else the tagger reads the profile. */
function givenChains(records: readonly Achievement[]): ChainRef[] | undefined {
  const chains = new Map<string, ChainRef>();
  for (const record of records) {
    if (record.chains === undefined) return undefined;
    for (const { code, confidence = 1 } of record.chains) {
      if ((chains.get(code)?.confidence ?? 0) < confidence) chains.set(code, { code, confidence });
    }
  }
  return [...chains.values()];
}

/** The value that comes most often; of several the first by UTF-16 units, so that record order does not matter. */
export function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, count] of counts) {
    const most = best === undefined ? 0 : counts.get(best)!;
    if (count > most || (count === most && value < best!)) best = value;
  }
  return best;
}
