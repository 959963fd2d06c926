import * as z from 'zod/mini';
import type { MatchRecord } from '../../core/records/types.ts';
import { COUNT, FROM_1, ID, itemOf, TEXT } from '../common/check.ts';
import type { UnitKeys } from '../common/organization.ts';
import { partyOf } from '../common/party.ts';
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

/**
 * Who comes for a record, as {@link partyOf} tells; nobody for what names none.
 * @param units which names stand for which unit.
 */
export function participantOf(record: MatchRecord, units?: UnitKeys): NamedParticipant | undefined {
  const party = partyOf(record, units);
  return party && { id: party.id, name: party.name };
}
