import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { ID, itemOf } from '../common/check.ts';
import { VALUE } from '../planning/planning.ts';

/** Two participants who should meet; an `InvitedPair` is one. */
export interface MeetingPair {
  readonly id: string;
  /** What the meeting is worth, in (0, 10⁹]. */
  readonly value: number;
  /** Participant ids. */
  readonly demander: string;
  readonly supplier: string;
  /** Ids of the slots in which they may meet. Default: all. */
  readonly slots?: readonly string[];
}

export const MEETING_PAIR = itemOf<MeetingPair>({
  id: ID,
  value: VALUE,
  demander: ID,
  supplier: ID,
  slots: z.optional(z.array(z.string())),
});

/** Two participants at a table; all that they have to settle. */
export interface Meeting {
  /** The most valuable first, then by id. */
  readonly pairIds: readonly string[];
  readonly slotId: string;
  /** From 1 in each slot; a demander keeps its table from slot to slot where it can. */
  readonly table: number;
  /** Of the first pair. */
  readonly demander: string;
  readonly supplier: string;
  /** Sum over the pairs. */
  readonly value: number;
}

/** Why a pair has no place. */
export type UnplacedCode =
  | 'same-participant'
  | 'no-slot'
  | 'unavailable'
  | 'meetings-full'
  | 'sitting-elsewhere'
  | 'tables-full'
  | 'met'
  | 'occupied';

export const UNPLACED_LABELS: Readonly<Record<UnplacedCode, Bilingual>> = {
  'same-participant': { zh: '双方是同一参会方', en: 'both are the same participant' },
  'no-slot': { zh: '没有可用的时段', en: 'no slot is open to it' },
  unavailable: { zh: '双方没有共同的空闲时段', en: 'there is no slot in which both can come' },
  'meetings-full': { zh: '洽谈场次已排满', en: 'has as many meetings as it takes' },
  'sitting-elsewhere': {
    zh: '可用时段内已安排其他洽谈',
    en: 'sits elsewhere in every slot',
  },
  'tables-full': { zh: '可用时段的桌位已排满', en: 'every table is taken in every slot' },
  met: { zh: '双方在该半天已有一次洽谈', en: 'the two meet in that half-day already' },
  occupied: {
    zh: '可用时段内或无空桌，或一方另有洽谈',
    en: 'in every slot the tables are taken or one of them sits elsewhere',
  },
};

/** A pair without a place. */
export interface UnplacedPair {
  readonly pairId: string;
  readonly value: number;
  readonly reason: UnplacedCode;
  /** Who is the cause; empty where nobody is. */
  readonly participants: readonly string[];
}
