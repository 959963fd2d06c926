import { type AchievementInput, createMatcherAsync, type DemandInput } from 'cuohe';
import { buildExpertProfiles, createDirectory, directoryOf, recommendExperts } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

/** Names that people share across organisations: of 50,000 people, two or three have each. */
const NAMES = 20_000;
const ORGANIZATIONS = 120;
const RECORDS_PER_PERSON = 1.5;
/** Characters of an abstract: what a line of a portrait holds. */
const ABSTRACT = 80;
const DEMANDS = 100;

interface Person {
  readonly name: string;
  readonly organization: string;
}

/** An invented person: an ideograph for the surname, two for the given name. */
function personAt(i: number): Person {
  const number = i % NAMES;
  const surname = 0x5000 + (number % 100) * 7;
  const given = [Math.floor(number / 100) % 20, Math.floor(number / 2000)].map((n) => 0x6000 + n * 11);
  const organization = `第${1 + ((i * 7 + Math.floor(i / NAMES)) % ORGANIZATIONS)}研究院`;
  return { name: String.fromCharCode(surname, ...given), organization };
}

/** Records that name two people each; every person is named at least once. */
function recordsOf(people: number, seed: number): AchievementInput[] {
  const random = new Random(seed);
  const count = Math.ceil(people * RECORDS_PER_PERSON);
  return syntheticCorpus(count, 0, seed).achievements.map((record, i) => {
    const all = [personAt(i % people), personAt(random.between(0, people - 1))];
    return {
      ...record,
      abstract: String(record.abstract).slice(0, ABSTRACT),
      completers: all.map(({ name, organization }) => ({ name, organization })),
    };
  });
}

/** Demands that name a person, an organisation, or somebody whom nobody knows. */
function demandsOf(people: number, count: number): DemandInput[] {
  return syntheticCorpus(1, count, 7).demands.map((demand, i) => {
    const { name, organization } = personAt((i * 97) % people);
    if (i % 3 === 0) return { ...demand, preferredExperts: [name] };
    if (i % 3 === 1) return { ...demand, preferredOrganizations: [organization] };
    return {
      ...demand,
      preferredExperts: ['无名氏'],
      problem: `${demand.problem}想请${organization}${name}来厂。`,
    };
  });
}

function casesOf(profile: string, people: number): ProgrammeCase[] {
  return [
    {
      name: `expert profiles, ${profile}`,
      programme: 6,
      size: (scale) => {
        const count = scaled(people, scale);
        return `${Math.ceil(count * RECORDS_PER_PERSON).toLocaleString('en')} records → ${count.toLocaleString('en')} profiles`;
      },
      prepare(scale) {
        const records = recordsOf(scaled(people, scale), 6);
        return async () => (await buildExpertProfiles(records)).profiles.length;
      },
    },
    {
      name: `experts for demands, named ones first, ${profile}`,
      programme: 6,
      size: (scale) =>
        `${scaled(DEMANDS, scale)} demands against ${scaled(people, scale).toLocaleString('en')} profiles`,
      async prepare(scale) {
        const { profiles } = await buildExpertProfiles(recordsOf(scaled(people, scale), 6));
        const matcher = await createMatcherAsync(profiles);
        const directory = createDirectory(directoryOf(profiles));
        const demands = demandsOf(scaled(people, scale), scaled(DEMANDS, scale));
        return () => {
          let hits = 0;
          for (const demand of demands) {
            const { pinned, alternates } = recommendExperts(demand, matcher, directory);
            hits += pinned.length + alternates.length;
          }
          return hits;
        };
      },
    },
  ];
}

export const cases: ProgrammeCase[] = [...casesOf('M', 8000), ...casesOf('L', 50_000)];
