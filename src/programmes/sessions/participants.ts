import * as z from 'zod/mini';
import type { MatchRecord, RecordInput } from '../../core/records/types.ts';
import { COUNT, FROM_1, ID, itemOf, TEXT } from '../common/check.ts';
import { organizationOf } from '../common/organization.ts';
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
 * Who comes for a record: its organisation (`org:` and the name without its legal form, so that spellings meet); for
 * experts, teams and records that name no organisation themselves (`record:` and the id).
 */
export function participantOf(record: RecordInput | MatchRecord): NamedParticipant {
  const organization = PERSONS.includes(record.kind) ? undefined : organizationOf(record);
  return organization === undefined
    ? {
        id: `record:${record.id}`,
        name: record.title.trim() === '' ? String(record.id) : record.title.trim(),
      }
    : { id: `org:${organization.key}`, name: organization.name };
}
