import * as z from 'zod/mini';
import { fingerprint } from '../../base/hash.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import { parseRecords } from '../../core/records/parse.ts';
import type { SecrecyLevel } from '../../core/records/secrecy.ts';
import type { Achievement, AchievementInput } from '../../core/records/types.ts';
import type { Simplifier } from '../../core/terms/normalize.ts';
import { checkOptions, optionsOf, SIMPLIFIER, TEXTS } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { given, RUN } from '../common/matching.ts';
import { closedBy, OPEN } from '../common/open-records.ts';
import { organizationKey, simplified, type UnitKeys } from '../common/organization.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { type NamedPerson, PERSON_FIELDS, peopleOf } from '../people/people.ts';
import { personKey } from '../people/person-names.ts';
import { redactPersonalData } from '../people/redact.ts';
import { type Contribution, contributionOf, type ExpertProfile, mostFrequent, profileOf } from './profile.ts';
import {
  PROFILE_WEIGHTS,
  type ProfileSource,
  type ProfileWeights,
  recencyOf,
  SOURCE_WEIGHTS,
} from './weights.ts';

/** How to build profiles. */
export interface ProfileOptions extends RunOptions, ProfileWeights {
  /** Fields that list the people behind a record. Default `completers`, `inventors`. */
  readonly personFields?: readonly string[];
  /** Highest secrecy level of records that count. Default `public`. A profile is as secret as its records. */
  readonly clearance?: SecrecyLevel;
  /**
   * A day, `YYYY-MM-DD`: records whose validity ended before it do not count. Without it they do: what somebody has made
   * is evidence still when its offer has ended.
   */
  readonly asOf?: string;
  /** Further names of organisations, so that people of one are of one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
  /** Traditional → simplified characters, for names only. Default: names as they are. */
  readonly simplifier?: Simplifier;
}

/** Profiles, and what did not become one. */
export interface ExpertProfiles {
  /** In the order in which people are first named. */
  readonly profiles: readonly ExpertProfile[];
  /** Ids of profiles of the same name, in the order in which these names first come. They are kept apart. */
  readonly namesakes: readonly (readonly string[])[];
  /** What stands where a person should, and cannot be read as a name. */
  readonly unread: readonly { readonly recordId: string; readonly text: string }[];
  /** Number of records above the clearance. */
  readonly withheld: number;
  /** Ids of records that had ended by `asOf`. */
  readonly expired: readonly string[];
}

const OPTIONS = optionsOf<ProfileOptions>({
  personFields: TEXTS,
  clearance: OPEN.clearance,
  asOf: z.optional(OPEN.asOf),
  ...PROFILE_WEIGHTS,
  aliases: ALIASES,
  simplifier: z.optional(SIMPLIFIER),
  ...RUN,
}).check(
  z.refine(({ recency, asOf }) => recency === undefined || asOf !== undefined, {
    path: ['asOf'],
    error: 'a day YYYY-MM-DD, as recency goes by it',
  }),
);
/** Longer keys are cut, so that an id stays an id. */
const MOST_KEY = 800;

/**
 * Makes one profile a person from the records that name people: results that they completed, patents that they
 * invented, experts' own records. A profile is a supply record of kind `expert` that a matcher takes as it is, with the
 * ids of the records behind it and which parts of its texts come from which.
 *
 * Who is who: a person is a name at an organisation, both folded (width, case, spaces, dots, legal forms). The
 * organisation is the person's own where the record gives one, else the one that leads the record. The same name at
 * another organisation is another person; a name without any is another person in each record. Two people of one name
 * at one organisation become one.
 *
 * What each record says of a person has a weight: `sources` by what it names the person as (who leads a record stands first
 * in its list), `recency` by its age on `asOf`. Records of a person that say the same count once, whatever their number.
 * `rankExperts` reads them.
 *
 * No personal identifiers: only titles, texts, keywords, expertise, research fields, region, chains, ways of transfer,
 * name, professional title and organisation are taken over, and {@link redactPersonalData} cuts telephone numbers,
 * addresses, identity numbers and particulars out of all texts.
 *
 * Serves: 「匹配万链数科5万名全国专家库画像资源」.
 *
 * O(length of the texts × people a record). Progress counts profiles.
 * @throws InputError `INVALID_RECORDS` or `INVALID_OPTIONS` naming every bad record or option; the signal's reason.
 */
export async function buildExpertProfiles(
  records: readonly AchievementInput[],
  options: ProfileOptions = {},
): Promise<ExpertProfiles> {
  checkOptions(options, OPTIONS);
  const { personFields = PERSON_FIELDS } = options;
  options.signal?.throwIfAborted();
  const unread: { recordId: string; text: string }[] = [];
  let withheld = 0;
  const expired: string[] = [];
  const people = new Map<string, Mention[]>();
  const parsed = parseRecords(records, 'achievement');
  const names = parsed.flatMap(({ organization, completingOrganizations = [] }) => [
    organization,
    ...completingOrganizations,
  ]);
  const reading = { units: readUnits(options.aliases, names), simplifier: options.simplifier };
  for (const record of parsed) {
    const closed = closedBy(record, options);
    if (closed !== undefined) {
      if (closed === 'secret') withheld++;
      else expired.push(record.id);
      continue;
    }
    const found = peopleOf(record, personFields);
    for (const text of found.unread) unread.push({ recordId: record.id, text: redactPersonalData(text) });
    for (const [at, person] of found.people.entries()) {
      const source = record.kind === 'expert' ? 'own-record' : at === 0 ? 'lead' : 'member';
      const mention = { person, record, topic: found.topic, source } as const;
      addMention(people, idOf(person, record.id, reading), mention);
    }
  }
  const profiles: ExpertProfile[] = [];
  const pacer = new Pacer(people.size, options);
  const contributions = new ContributionCache();
  const weightOf = mentionWeights(options);
  for (const [id, mentions] of people) {
    profiles.push(personProfile(id, mentions, contributions, weightOf));
    await pacer.step(profiles.length);
  }
  pacer.finish(profiles.length);
  const byName = groupBy(profiles, ({ name }) => personKey(name, reading.simplifier));
  const namesakes = [...byName.values()]
    .filter((same) => same.length > 1)
    .map((same) => same.map(({ id }) => id));
  return { profiles, namesakes, unread, withheld, expired };
}

/** One record that names a person. */
interface Mention {
  readonly person: NamedPerson;
  readonly record: Achievement;
  readonly topic: string | undefined;
  readonly source: ProfileSource;
}

/** How much a mention says of its person. */
function mentionWeights({ sources, recency, asOf }: ProfileOptions): (mention: Mention) => number {
  const table = { ...SOURCE_WEIGHTS, ...given(sources ?? {}) };
  return ({ record, source }) =>
    table[source] * (recency === undefined ? 1 : recencyOf(record, recency, asOf!));
}

function addMention(people: Map<string, Mention[]>, id: string, mention: Mention): void {
  const mentions = people.get(id) ?? [];
  people.set(id, mentions);
  // A record may name a person in two fields.
  if (mentions.at(-1)?.record !== mention.record) mentions.push(mention);
}

/** How names are told from one another. */
interface Reading {
  readonly units: UnitKeys;
  readonly simplifier: Simplifier | undefined;
}

function idOf({ name, organization }: NamedPerson, recordId: string, { units, simplifier }: Reading): string {
  const place =
    organization === undefined
      ? `#${bounded(recordId)}`
      : `@${bounded(organizationKey(simplified(organization, simplifier), units))}`;
  return `expert:${personKey(name, simplifier)}${place}`;
}

function bounded(key: string): string {
  return key.length <= MOST_KEY ? key : `${key.slice(0, MOST_KEY)}…${fingerprint(key)}`;
}

function personProfile(
  id: string,
  mentions: readonly Mention[],
  cache: ContributionCache,
  weightOf: (mention: Mention) => number,
): ExpertProfile {
  const people = mentions.map(({ person }) => person);
  const values = (field: keyof NamedPerson) => people.flatMap((person) => person[field] ?? []);
  const organization = mostFrequent(values('organization'));
  const professionalTitle = mostFrequent(values('professionalTitle'));
  return profileOf(
    id,
    mostFrequent(values('name'))!,
    mentions.map((mention) => ({
      contribution: cache.of(mention.record, mention.topic),
      weight: weightOf(mention),
    })),
    {
      ...(organization === undefined ? {} : { organization }),
      ...(professionalTitle === undefined ? {} : { professionalTitle }),
    },
  );
}

/** What records bring, each read once however many people it names. */
class ContributionCache {
  private readonly known = new Map<Achievement, Contribution>();

  of(record: Achievement, topic: string | undefined): Contribution {
    let contribution = this.known.get(record);
    if (contribution === undefined) {
      contribution = contributionOf(record, topic);
      this.known.set(record, contribution);
    }
    return contribution;
  }
}
