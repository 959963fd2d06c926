import type { Demand } from '../../core/records/types.ts';
import { nameOf } from '../common/organization.ts';
import { readPerson, TITLES_IN_TEXT } from '../people/person-names.ts';
import { redactPersonalData } from '../people/redact.ts';
import type { NameDirectory, NamedKind } from './directory.ts';

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

/** Names of `preferredExperts` and `preferredOrganizations`. */
export function mentionsListed(demand: Demand, directory: NameDirectory): Mention[] {
  const experts = (demand.preferredExperts ?? []).map((given, i) => {
    const field = `preferredExperts[${i}]`;
    if (typeof given === 'string') return listedPerson(given, field, directory);
    const { name, organization, affiliation } = given as Readonly<Record<string, unknown>>;
    const unit = [organization, affiliation].map(textOf).find((text) => text !== '');
    const text = textOf(name);
    const mention = listedPerson(text, field, directory);
    return unit === undefined || mention.kind === 'organization'
      ? mention
      : { ...mention, organization: unit };
  });
  const organizations = (demand.preferredOrganizations ?? []).map((given, i): Mention => {
    const name = nameOf(given) ?? '';
    return { kind: 'organization', name, field: `preferredOrganizations[${i}]`, text: name };
  });
  return [...experts, ...organizations];
}

/** 覃砚舟, 覃砚舟研究员（浑河特种材料研究所）, 浑河特种材料研究所 覃砚舟; an organisation alone is one. */
function listedPerson(text: string, field: string, directory: NameDirectory): Mention {
  const folded = directory.fold(redactPersonalData(text)).text;
  const [unit] = directory.organizationsIn(folded);
  const rest = unit === undefined ? folded : `${folded.slice(0, unit.start)} ${folded.slice(unit.end)}`;
  const pieces = rest.split(/[\s(),、;:]+/).filter((piece) => piece !== '');
  const name =
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
  for (let length = Math.min(LONGEST, text.length - from); length >= SHORTEST; length--) {
    const name = text.slice(from, from + length);
    const { entries } = directory.named('person', name);
    if (entries.some((entry) => directory.belongs(entry, organization))) {
      return { kind: 'person', name, organization, start: from, end: from + length };
    }
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
