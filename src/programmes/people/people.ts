/**
 * Room `programmes/people`: who stands behind records, by name, and what must not be told of them.
 * Begin: `people.ts` reads the people of a record, `person-names.ts` a name, `person-lists.ts` a cell of several,
 *   `redact.ts` takes out particulars.
 * Order: stands on `common`.
 */

import { ownValue } from '../../base/own-value.ts';
import type { Achievement, Organization } from '../../core/records/types.ts';
import { nameOf } from '../common/organization.ts';
import { listedPeople } from './person-lists.ts';
import { isOrganizationName, type ReadPerson, readExpertTitle, readPerson } from './person-names.ts';
import { redactPersonalData } from './redact.ts';

/** A person whom a record names. */
export interface NamedPerson extends ReadPerson {
  /** The person's own, else the one that leads the record; absent where neither is named. */
  readonly organization?: string;
}

/** The people of one record. */
export interface PeopleOfRecord {
  readonly people: readonly NamedPerson[];
  /** What stands where a person should, and could not be read as one. */
  readonly unread: readonly string[];
  /** For an expert's own record: its title without the name. */
  readonly topic?: string;
}

/** Fields that list the people behind a record. */
export const PERSON_FIELDS: readonly string[] = ['completers', 'inventors'];

/** Reads who stands behind a record: those whom its fields list, or the expert whose record it is. */
export function peopleOf(record: Achievement, fields: readonly string[]): PeopleOfRecord {
  return record.kind === 'expert' ? expertOf(record) : listedIn(record, fields);
}

function expertOf(record: Achievement): PeopleOfRecord {
  const titled = readExpertTitle(record.title);
  const named = typeof record.name === 'string' ? readPerson(record.name) : undefined;
  const person = named ?? titled?.person;
  if (person === undefined) return { people: [], unread: [record.title] };
  // Where the title begins with another name, or none, all of it is topic.
  const topic = titled?.person.name === person.name ? titled.topic : record.title;
  const written = typeof record.professionalTitle === 'string' ? record.professionalTitle : undefined;
  const professionalTitle = written ?? person.professionalTitle ?? titled?.person.professionalTitle;
  return {
    people: [{ ...withOrganization(person, leading(record)), ...titledAs(professionalTitle) }],
    unread: [],
    topic,
  };
}

function listedIn(record: Achievement, fields: readonly string[]): PeopleOfRecord {
  const people: NamedPerson[] = [];
  const unread: string[] = [];
  for (const given of fields.flatMap((field) => itemsOf(ownValue(record, field)))) {
    const { name, organization, professionalTitle } = partsOf(given);
    const read = readPerson(name);
    if (read === undefined) unread.push(name);
    else {
      const titled = { ...read, ...titledAs(professionalTitle ?? read.professionalTitle) };
      people.push(withOrganization(titled, organization ?? leading(record)));
    }
  }
  return { people, unread };
}

/** A list, or a text with several names; a list may hold such texts. */
function itemsOf(value: unknown): unknown[] {
  const items: unknown[] = Array.isArray(value) ? value : [value ?? []].flat();
  return items.flatMap((item) => {
    if (typeof item !== 'string') return [item];
    return listedPeople(item).map(({ text, organization }) => {
      const [, name, unit] = BESIDE.exec(text) ?? [];
      const isOfUnit = unit !== undefined && isOrganizationName(unit);
      return { name: isOfUnit ? name!.trim() : text, organization: isOfUnit ? unit : organization };
    });
  });
}

/** 王伟（东北大学）. */
const BESIDE = /^([^()（）]{2,40})[(（]([^()（）]{2,60})[)）]$/;

interface PersonParts {
  readonly name: string;
  readonly organization?: string | undefined;
  readonly professionalTitle?: string | undefined;
}

function partsOf(given: unknown): PersonParts {
  if (typeof given === 'string') return { name: given };
  const { name, organization, affiliation, professionalTitle } = (given ?? {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    name: typeof name === 'string' ? name : '',
    organization: organizationName(organization) ?? organizationName(affiliation),
    professionalTitle: typeof professionalTitle === 'string' ? professionalTitle : undefined,
  };
}

/** The organisation that leads a record: its own, else the first of those that completed it. */
function leading({ organization, completingOrganizations }: Achievement): string | undefined {
  return nameOf(organization) ?? nameOf(completingOrganizations?.[0]);
}

function organizationName(value: unknown): string | undefined {
  const name = typeof value === 'object' && value !== null ? (value as Partial<Organization>).name : value;
  return typeof name === 'string' ? nameOf(name) : undefined;
}

function withOrganization(person: ReadPerson, given: string | undefined): NamedPerson {
  const organization = clean(given);
  return { ...person, ...(organization === undefined ? {} : { organization }) };
}

function titledAs(given: string | undefined): { readonly professionalTitle?: string } {
  const professionalTitle = clean(given);
  return professionalTitle === undefined ? {} : { professionalTitle };
}

/** Without personal data; nothing where nothing is left. */
function clean(given: string | undefined): string | undefined {
  const text = redactPersonalData(given ?? '').trim();
  return text === '' ? undefined : text;
}
