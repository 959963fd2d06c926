import type { Bilingual } from '../../base/bilingual.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { SupplyKind } from '../../core/records/kinds.ts';
import { trlOf } from '../../core/records/readiness.ts';
import { regionOf } from '../../core/records/region.ts';
import type { Achievement, Organization } from '../../core/records/types.ts';
import { nameOf, organizationKey, type UnitKeys } from '../common/organization.ts';

/** One record of a unit that speaks for it. */
export interface UnitEvidence {
  readonly recordId: string;
  readonly kind: SupplyKind;
  readonly title: string;
  /** Whether the unit is the record's own, or one of several that completed it. */
  readonly role: 'owner' | 'co-owner';
  /** The matcher's score with the challenge, in [0, 1]. */
  readonly score: number;
  /** What the score counts in the sum: (1 − decay) · decay^(place − 1). */
  readonly weight: number;
  /** score × weight; these sum to the score of the unit. */
  readonly adds: number;
  /** The matcher's reason, in words; of the best matches only, because it takes longer than the rest. */
  readonly reason?: Bilingual;
  readonly record: Achievement;
}

/** A unit with what it owns. */
export interface UnitStanding {
  /** Under which spellings of one organisation meet. */
  readonly key: string;
  /** As first written. */
  readonly name: string;
  /** Regions of its records and of the host's register, in the order of first mention. */
  readonly regionCodes: readonly string[];
  /** What the host's register or a record says it is: 高校, 企业. */
  readonly unitKinds: readonly string[];
  /** In [0, 1]: the sum of `adds`. */
  readonly score: number;
  /** Highest readiness of its records, TRL 1–9; absent where none states one. */
  readonly readiness?: number;
  /** All its records among the matches, best first. */
  readonly evidence: readonly UnitEvidence[];
}

/**
 * What each of several scores, falling, adds to the standing of their owner: score · (1 − decay) · decay^(place − 1).
 * The sum is in [0, 1], and never falls when a score rises or one more comes in.
 * @param decay in [0, 1): how much less each further record counts; 0 counts only the best.
 */
export function addedBy(scores: readonly number[], decay: number): { weight: number; adds: number }[] {
  let weight = 1 - decay;
  return scores.map((score) => {
    const part = { weight, adds: score * weight };
    weight *= decay;
    return part;
  });
}

/** An organisation that a record names. */
interface Owner {
  readonly key: string;
  readonly name: string;
  readonly role: 'owner' | 'co-owner';
  readonly regionCode: string | undefined;
  readonly kind: string | undefined;
}

/** The owner of a record, then those that completed it with the owner; each once. */
function ownersOf(record: Achievement, keys: UnitKeys): Owner[] {
  const owners = new Map<string, Owner>();
  const add = (given: string | Organization | undefined, role: Owner['role'], regionCode?: string) => {
    const name = nameOf(given);
    if (name === undefined) return;
    const key = organizationKey(name, keys);
    const own = typeof given === 'object' ? given : undefined;
    if (owners.has(key)) return;
    owners.set(key, {
      key,
      name,
      role,
      regionCode: textOf(regionCode ?? own?.regionCode),
      kind: textOf(own?.kind),
    });
  };
  add(record.organization, 'owner', regionOf(record));
  for (const unit of record.completingOrganizations ?? []) {
    add(unit, owners.size === 0 ? 'owner' : 'co-owner');
  }
  return [...owners.values()];
}

/** Particulars of an organisation are the host's, and may be anything. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A unit while its matches are collected. */
interface Draft {
  readonly name: string;
  readonly regionCodes: Set<string>;
  readonly unitKinds: Set<string>;
  readonly matches: (readonly [Match<Achievement>, Owner['role']])[];
}

/**
 * Units by what they own among the matches of one challenge: score descending, then by their best match. A record of
 * several units counts for each of them.
 * @returns the units, and the matches whose record names none. O(matches).
 */
/** @param recordOf a match as the matcher read it. */
export function standingsOf<R>(
  matches: readonly Match<R>[],
  recordOf: (match: Match<R>) => Achievement,
  register: readonly Organization[],
  { decay, keys }: { readonly decay: number; readonly keys: UnitKeys },
): { readonly units: UnitStanding[]; readonly unattributed: Match<R>[] } {
  const drafts = new Map<string, Draft>();
  const unattributed: Match<R>[] = [];
  for (const match of matches) {
    const record = recordOf(match);
    const owners = ownersOf(record, keys);
    if (owners.length === 0) unattributed.push(match);
    for (const { key, name, role, regionCode, kind } of owners) {
      const draft = drafts.get(key) ?? { name, regionCodes: new Set(), unitKinds: new Set(), matches: [] };
      drafts.set(key, draft);
      if (regionCode !== undefined) draft.regionCodes.add(regionCode);
      if (kind !== undefined) draft.unitKinds.add(kind);
      draft.matches.push([{ ...match, record }, role]);
    }
  }
  for (const { name, regionCode, kind } of register) {
    const draft = drafts.get(organizationKey(name, keys));
    const [code, nature] = [textOf(regionCode), textOf(kind)];
    if (code !== undefined) draft?.regionCodes.add(code);
    if (nature !== undefined) draft?.unitKinds.add(nature);
  }
  // Sorting is stable: units come in the order of their best match.
  const units = [...drafts].map(([key, draft]) => standingOf(key, draft, decay));
  return { units: units.sort((a, b) => b.score - a.score), unattributed };
}

function standingOf(
  key: string,
  { name, regionCodes, unitKinds, matches }: Draft,
  decay: number,
): UnitStanding {
  const added = addedBy(
    matches.map(([{ score }]) => score),
    decay,
  );
  const evidence = matches.map(([{ id, record, score, reason }, role], i): UnitEvidence => {
    return {
      recordId: id,
      kind: record.kind,
      title: record.title,
      role,
      score,
      ...added[i]!,
      reason,
      record,
    };
  });
  const levels = matches.flatMap(([{ record }]) => trlOf(record)?.[1] ?? []);
  return {
    key,
    name,
    regionCodes: [...regionCodes],
    unitKinds: [...unitKinds],
    score: added.reduce((sum, { adds }) => sum + adds, 0),
    ...(levels.length === 0 ? {} : { readiness: Math.max(...levels) }),
    evidence,
  };
}
