import type { Demand } from '../../core/records/types.ts';
import { nameOf } from '../common/organization.ts';
import { listedPeople, listedUnits } from '../people/person-lists.ts';
import { ROLES_IN_TEXT, readPerson, TITLES_IN_TEXT } from '../people/person-names.ts';
import { redactPersonalData } from '../people/redact.ts';
import type { DirectoryEntry, NameDirectory, NamedKind } from './directory.ts';

/** A name as a demand writes it. */
export interface Mention {
  readonly kind: NamedKind;
  /** The name alone: 覃砚舟. */
  readonly name: string;
  /** Of a person: the organisation named beside it. */
  readonly organization?: string;
  /** `preferredExperts[0]`, `problem`. */
  readonly field: string;
  /** The piece of the field that names it: 浑河特种材料研究所覃砚舟研究员. */
  readonly text: string;
  /** Of a text: where the piece begins and ends in it, UTF-16 units, end exclusive. */
  readonly start?: number;
  readonly end?: number;
}

/** Fields whose mentions are wishes; `existingConditions` tells with whom the firm works already. */
const TEXT_FIELDS = ['title', 'text', 'problem', 'keyTechnology', 'expectedOutcome'] as const;
/** Longest and shortest names of people that are looked for in running text. */
const [LONGEST, SHORTEST] = [15, 2];
/** What may stand between an organisation and its person. */
const BETWEEN = /^[\s的(:,、-]{0,2}/;

/** What may follow a name: no further character of it. */
const BEHIND_NAME =
  /^(?:$|\P{Script=Han}|牵头|主持|带[队领]|负责|团队|课题|副?教授|副?研究员|高级|工程师|博士|老师|院士|[等和与及的为是来已正])/u;

/** Names of `preferredExperts` and `preferredOrganizations`. */
export function mentionsListed(demand: Demand, directory: NameDirectory): Mention[] {
  const isSomebody = (text: string) => directory.named('person', text).entries.length > 0;
  const isUnit = (text: string) => directory.named('organization', text).entries.length > 0;
  const experts = (demand.preferredExperts ?? []).flatMap((given, i) => {
    const field = `preferredExperts[${i}]`;
    const { name, organization, affiliation } = partsOf(typeof given === 'string' ? { name: given } : given);
    const unit = [organization, affiliation].map(textOf).find((text) => text !== '');
    const pieces = listedPeople(redactPersonalData(textOf(name)), isSomebody);
    return (pieces.length === 0 ? [{ text: textOf(name) }] : pieces).map((piece) => {
      const mention = listedPerson(piece.text, field, directory);
      const beside = unit ?? piece.organization;
      return beside === undefined || mention.kind === 'organization'
        ? mention
        : { ...mention, organization: beside };
    });
  });
  const organizations = (demand.preferredOrganizations ?? []).flatMap((given, i) =>
    listedUnits(nameOf(given) ?? '', isUnit).map(
      (name): Mention => ({
        kind: 'organization',
        name,
        field: `preferredOrganizations[${i}]`,
        text: name,
      }),
    ),
  );
  return [...experts, ...organizations];
}

function partsOf(given: object): Readonly<Record<'name' | 'organization' | 'affiliation', unknown>> {
  const { name, organization, affiliation } = given as Readonly<Record<string, unknown>>;
  return { name, organization, affiliation };
}

/** 覃砚舟, 覃砚舟研究员（浑河特种材料研究所）, 浑河特种材料研究所 覃砚舟; an organisation alone is one. */
function listedPerson(text: string, field: string, directory: NameDirectory): Mention {
  const folded = directory.fold(redactPersonalData(text)).text;
  const [unit] = directory.organizationsIn(folded);
  const rest = unit === undefined ? folded : `${folded.slice(0, unit.start)} ${folded.slice(unit.end)}`;
  // Blanks are within Latin names, and between Chinese ones.
  const signs = /\p{Script=Latin}/u.test(rest) ? /[(),、;:]+/ : /[\s(),、;:]+/;
  const pieces = rest
    .split(signs)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const name =
    (signs.test(rest.trim()) ? undefined : readPerson(rest)?.name) ??
    pieces.map((piece) => readPerson(piece)?.name).find((found) => found !== undefined) ??
    readPerson(rest)?.name;
  if (name === undefined && unit !== undefined) return { kind: 'organization', name: unit.word, field, text };
  const organization =
    unit?.word ?? (pieces.length > 1 ? pieces.find((piece) => readPerson(piece) === undefined) : undefined);
  return {
    kind: 'person',
    name: name ?? text,
    ...(organization === undefined ? {} : { organization }),
    field,
    text,
  };
}

/** Names in the texts of a demand, in their order. */
export function mentionsIn(demand: Demand, directory: NameDirectory): Mention[] {
  const own = nameOf(demand.organization);
  const ownKey = own === undefined ? undefined : directory.keyOf('organization', own);
  return TEXT_FIELDS.flatMap((field) => {
    const text = demand[field];
    if (text === undefined) return [];
    const folded = directory.fold(text);
    return placesIn(folded.text, directory, ownKey).map(({ start: from, end: to, ...place }): Mention => {
      const start = folded.starts[from]!;
      const end = folded.ends[to - 1]!;
      return { ...place, field, text: text.slice(start, end), start, end };
    });
  });
}

interface Place {
  readonly kind: NamedKind;
  readonly name: string;
  readonly organization?: string;
  readonly start: number;
  readonly end: number;
}

function placesIn(text: string, directory: NameDirectory, ownKey: string | undefined): Place[] {
  const places = directory.organizationsIn(text).flatMap(({ word, start, end }): Place[] => {
    const person = personBehind(text, end, word, directory);
    if (person !== undefined) return [{ ...person, start }];
    const { entries } = directory.named('organization', word);
    const isOwn = entries.some(({ name }) => directory.keyOf('organization', name) === ownKey);
    return isOwn ? [] : [{ kind: 'organization', name: word, start, end }];
  });
  for (const { index } of text.matchAll(TITLES_IN_TEXT)) {
    const isTaken = places.some(({ start, end }) => start < index && index <= end);
    const name = isTaken ? undefined : longestName(text, index, directory);
    if (name !== undefined) places.push({ kind: 'person', name, start: index - name.length, end: index });
  }
  for (const { index, 0: role } of text.matchAll(ROLES_IN_TEXT)) {
    const from = index + role.length;
    const isTaken = places.some(({ start, end }) => start <= from && from < end);
    const name = isTaken ? undefined : nameFrom(text, from, directory);
    // 负责人高明远 is somebody else.
    if (name !== undefined && !BEHIND_NAME.test(text.slice(from + name.length, from + name.length + 3)))
      continue;
    if (name !== undefined) places.push({ kind: 'person', name, start: from, end: from + name.length });
  }
  return places.sort((a, b) => a.start - b.start);
}

/** The person of an organisation whose name stands right behind it. */
function personBehind(
  text: string,
  end: number,
  organization: string,
  directory: NameDirectory,
): Place | undefined {
  const from = end + BETWEEN.exec(text.slice(end))![0].length;
  const name = nameFrom(text, from, directory, (entry) => directory.belongs(entry, organization));
  return name === undefined
    ? undefined
    : { kind: 'person', name, organization, start: from, end: from + name.length };
}

/** The longest name of a person in the directory that begins at a place. */
function nameFrom(
  text: string,
  from: number,
  directory: NameDirectory,
  isMeant: (entry: DirectoryEntry) => boolean = () => true,
): string | undefined {
  for (let length = Math.min(LONGEST, text.length - from); length >= SHORTEST; length--) {
    const name = text.slice(from, from + length);
    if (directory.named('person', name).entries.some(isMeant)) return name;
  }
  return undefined;
}

/** The longest name of a person in the directory that ends at a place. */
function longestName(text: string, end: number, directory: NameDirectory): string | undefined {
  for (let length = Math.min(LONGEST, end); length >= SHORTEST; length--) {
    const name = text.slice(end - length, end);
    if (directory.named('person', name).entries.length > 0) return name;
  }
  return undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : (nameOf(value as { name: string } | undefined) ?? '');
}
