import * as z from 'zod/mini';
import type { Achievement, MatchRecord } from '../../core/records/types.ts';
import { COUNT, FROM_1, ID, itemOf, TEXT } from '../common/check.ts';
import { organizationOf, type UnitKeys } from '../common/organization.ts';
import { TIME_SPAN, type TimeSpan } from './slots.ts';

/** Somebody who sits at tables: an organisation, or an expert or team in person. */
export interface Participant {
  readonly id: string;
  readonly name?: string;
  /** Tables at which it can sit at the same time, as many as it sends delegations, from 1. Default 1. */
  readonly seats?: number;
  /** Most meetings in all, ≥ 0. Default: no limit. */
  readonly maxMeetings?: number;
  /** When it can come; a meeting must lie within one stretch. Default: always. An empty list: never. */
  readonly available?: readonly TimeSpan[];
}

/** A participant whose name is known. */
export type NamedParticipant = Participant & { readonly name: string };

export const PARTICIPANT = itemOf<Participant>({
  id: ID,
  name: z.optional(TEXT),
  seats: z.optional(FROM_1),
  maxMeetings: z.optional(COUNT),
  available: z.optional(z.array(TIME_SPAN)),
});

/** Kinds of supply that come in person. */
const PERSONS: readonly unknown[] = ['expert', 'team'];

/**
 * Who comes for a record: its organisation, else the first that completed it (`org:` and the name without its legal form,
 * so that spellings meet); experts and teams themselves (`record:` and the id). Nobody for what names none, such as a
 * patent without an owner.
 * @param units which names stand for which unit.
 */
export function participantOf(record: MatchRecord, units?: UnitKeys): NamedParticipant | undefined {
  if (PERSONS.includes(record.kind)) {
    const name = record.title.trim() === '' ? record.id : record.title.trim();
    return { id: `record:${record.id}`, name };
  }
  const { organization, completingOrganizations } = record as Achievement;
  const owner = [organization, ...(completingOrganizations ?? [])]
    .map((given) => organizationOf({ organization: given }, units))
    .find((found) => found !== undefined);
  return owner && { id: `org:${owner.key}`, name: owner.name };
}
