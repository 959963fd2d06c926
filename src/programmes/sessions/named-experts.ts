import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { Achievement, Demand } from '../../core/records/types.ts';
import type { Simplifier } from '../../core/terms/normalize.ts';
import { isPartOf, nameOf, organizationKey, simplified, type UnitKeys } from '../common/organization.ts';
import { peopleOf } from '../people/people.ts';
import { listedPeople, listedUnits } from '../people/person-lists.ts';
import { personKey, readPerson, withoutRole } from '../people/person-names.ts';

/** How names are read. */
export interface NameReading {
  /** Which names stand for which unit. */
  readonly units: UnitKeys;
  /** Traditional → simplified characters. */
  readonly simplifier?: Simplifier | undefined;
}

/** An expert of the supply, and where the record stands. */
interface Expert {
  readonly index: number;
  /** Key of the organisation; empty where none is named. */
  readonly unit: string;
}

/** Experts of an index by the key of their name. */
export interface ExpertIndex {
  readonly byName: ReadonlyMap<string, readonly Expert[]>;
  readonly reading: NameReading;
}

/** A person whom a demand asks for by name (点名专家). */
export interface Wish {
  /** As the demand writes it. */
  readonly name: string;
  /** Position of the record; the code says why there is none. */
  readonly found: number | 'not-found' | 'ambiguous';
}

/** The records of experts in an index that pass a filter. O(records). */
export function expertIndexOf<R>(
  supply: Matcher<R>,
  filter: MatchFilter<R>,
  reading: NameReading,
): ExpertIndex {
  const found = new Map<string, Expert[]>();
  for (const index of supply.passing(filter, ['expert']).indices) {
    const record = supply.parsed(index) as Achievement;
    const unit = unitKey(record.organization, reading);
    for (const { name } of peopleOf(record, []).people) {
      const key = personKey(name, reading.simplifier);
      found.set(key, [...(found.get(key) ?? []), { index, unit }]);
    }
  }
  return { byName: found, reading };
}

/**
 * Finds the experts whom a demand names: by name, and where several have it by the organisation that stands beside it or
 * that the demand prefers; who belongs to a part of the organisation is there too, where nobody belongs to itself. Nobody is
 * guessed.
 */
export function wishesOf(
  { preferredExperts = [], preferredOrganizations = [] }: Demand,
  known: ExpertIndex,
): Wish[] {
  const { byName, reading } = known;
  const preferred = preferredOrganizations.flatMap((unit) =>
    listedUnits(nameOf(unit) ?? '').map((name) => unitKey(name, reading)),
  );
  return preferredExperts
    .flatMap((given) => piecesOf(given, known))
    .map(({ name, unit }) => {
      const { key, beside } = readIn(name, known);
      const all = byName.get(key) ?? [];
      const wanted = [unit, beside].filter((one) => one !== '');
      if (all.length === 0) return { name, found: 'not-found' };
      if (wanted.length > 0) {
        const fitting = ofUnits(all, wanted);
        if (fitting.length === 0) return { name, found: 'not-found' };
        return { name, found: fitting.length === 1 ? fitting[0]!.index : 'ambiguous' };
      }
      const fitting = all.length > 1 ? ofUnits(all, preferred) : all;
      return { name, found: fitting.length === 1 ? fitting[0]!.index : 'ambiguous' };
    });
}

/** Those of the units, else those of parts of them. */
function ofUnits(all: readonly Expert[], units: readonly string[]): readonly Expert[] {
  const own = all.filter(({ unit }) => units.includes(unit));
  return own.length > 0 ? own : all.filter(({ unit }) => units.some((whole) => isPartOf(unit, whole)));
}

/** 李娜、赵云（某大学）: one piece for each person. */
function piecesOf(
  given: string | Readonly<Record<string, unknown>>,
  known: ExpertIndex,
): { name: string; unit: string }[] {
  const { byName, reading } = known;
  const isKnown = (text: string) => byName.has(personKey(readPerson(text)?.name ?? text, reading.simplifier));
  if (typeof given !== 'string') {
    const { name, organization } = given;
    const unit = unitKey(organization, reading);
    const pieces = typeof name === 'string' ? listedPeople(name, isKnown) : [];
    return pieces.map(({ text }) => ({ name: text, unit }));
  }
  return listedPeople(given, isKnown).map(({ text, organization }) => {
    const open = text.search(/[（(]/);
    if (open < 1) return { name: text, unit: unitKey(organization, reading) };
    const inside = text.slice(open + 1).replace(/[）)]$/, '');
    return { name: text.slice(0, open).trim(), unit: unitKey(organization ?? inside, reading) };
  });
}

/** 某研究所覃砚舟研究员: the key of the person, and that of the organisation before or behind it. */
function readIn(text: string, { byName, reading }: ExpertIndex): { key: string; beside: string } {
  const keyOf = (part: string) => personKey(readPerson(part)?.name ?? '', reading.simplifier);
  const whole = personKey(readPerson(text)?.name ?? withoutRole(text), reading.simplifier);
  if (byName.has(whole)) return { key: whole, beside: '' };
  const most = Math.min(text.length, LONGEST_TEXT) - 1;
  for (let cut = 2; cut < most; cut++) {
    for (const [person, unit] of [
      [text.slice(cut), text.slice(0, cut)],
      [text.slice(0, cut), text.slice(cut)],
    ] as const) {
      const key = keyOf(person);
      const beside = unitKey(unit, reading);
      if (beside !== '' && byName.get(key)?.some((expert) => ofUnits([expert], [beside]).length > 0)) {
        return { key, beside };
      }
    }
  }
  return { key: whole, beside: '' };
}

/** What is longer names nobody. */
const LONGEST_TEXT = 100;

function unitKey(given: unknown, { units, simplifier }: NameReading): string {
  const name = typeof given === 'string' ? given : (given as { readonly name?: unknown } | undefined)?.name;
  const text = typeof name === 'string' ? nameOf(name) : undefined;
  return text === undefined ? '' : organizationKey(simplified(text, simplifier), units);
}
