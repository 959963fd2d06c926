import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { Achievement, Demand } from '../../core/records/types.ts';
import { nameOf, organizationKey } from '../common/organization.ts';
import { peopleOf } from '../people/people.ts';
import { personKey, readPerson } from '../people/person-names.ts';

/** An expert of the supply, and where the record stands. */
interface Expert {
  readonly index: number;
  /** Key of the organisation; empty where none is named. */
  readonly unit: string;
}

/** Experts of an index by the key of their name. */
export type ExpertIndex = ReadonlyMap<string, readonly Expert[]>;

/** A person whom a demand asks for by name (点名专家). */
export interface Wish {
  /** As the demand writes it. */
  readonly name: string;
  /** Position of the record; the code says why there is none. */
  readonly found: number | 'not-found' | 'ambiguous';
}

/** The records of experts in an index that pass a filter. O(records). */
export function expertIndexOf<R>(supply: Matcher<R>, filter: MatchFilter<R>): ExpertIndex {
  const found = new Map<string, Expert[]>();
  for (const index of supply.passing(filter, ['expert']).indices) {
    const record = supply.parsed(index) as Achievement;
    const unit = unitKey(record.organization);
    for (const { name } of peopleOf(record, []).people) {
      const key = personKey(name);
      found.set(key, [...(found.get(key) ?? []), { index, unit }]);
    }
  }
  return found;
}

/**
 * Finds the experts whom a demand names: by name, and where several have it by the organisation that stands beside it or
 * that the demand prefers. Nobody is guessed.
 */
export function wishesOf(
  { preferredExperts = [], preferredOrganizations = [] }: Demand,
  known: ExpertIndex,
): Wish[] {
  const units = preferredOrganizations.map(unitKey);
  return preferredExperts.flatMap(piecesOf).map(({ name, unit }) => {
    const { key, beside } = readIn(name, known);
    const all = known.get(key) ?? [];
    const wanted = [unit, beside].filter((one) => one !== '');
    const ofUnit = (some: readonly string[]) => all.filter((one) => some.includes(one.unit));
    const fitting = wanted.length > 0 ? ofUnit(wanted) : all.length > 1 ? ofUnit(units) : all;
    if (all.length === 0 || (fitting.length === 0 && wanted.length > 0)) return { name, found: 'not-found' };
    return { name, found: fitting.length === 1 ? fitting[0]!.index : 'ambiguous' };
  });
}

/** 李娜、赵云（某大学）: one piece for each person. */
function piecesOf(given: string | Readonly<Record<string, unknown>>): { name: string; unit: string }[] {
  if (typeof given !== 'string') {
    const { name, organization } = given;
    return typeof name === 'string' ? [{ name: name.trim(), unit: unitKey(organization) }] : [];
  }
  const pieces = given.split(/[、，,;；/\n]/).map((piece) => piece.trim());
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => {
      const open = piece.search(/[（(]/);
      if (open < 1) return { name: piece, unit: '' };
      return {
        name: piece.slice(0, open).trim(),
        unit: unitKey(piece.slice(open + 1).replace(/[）)]$/, '')),
      };
    });
}

/** 某研究所覃砚舟研究员: the key of the person, and that of the organisation before it. */
function readIn(text: string, known: ExpertIndex): { key: string; beside: string } {
  const person = readPerson(text);
  const whole = personKey(person?.name ?? text);
  if (known.has(whole)) return { key: whole, beside: '' };
  for (let cut = 2; cut < text.length - 1; cut++) {
    const key = personKey(readPerson(text.slice(cut))?.name ?? '');
    const unit = organizationKey(text.slice(0, cut));
    if (known.get(key)?.some((expert) => expert.unit === unit)) return { key, beside: unit };
  }
  return { key: whole, beside: '' };
}

function unitKey(given: unknown): string {
  const name = typeof given === 'string' ? given : (given as { readonly name?: unknown } | undefined)?.name;
  const text = typeof name === 'string' ? nameOf(name) : undefined;
  return text === undefined ? '' : organizationKey(text);
}
