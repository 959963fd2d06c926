import { NOT_INVITED_LABELS, UNINVITED_LABELS } from './invitations.ts';
import { UNPLACED_LABELS } from './meetings.ts';
import { POSTING_LABELS } from './postings.ts';
import { UNPRESENTED_LABELS } from './roadshow.ts';
import { UNVISITED_LABELS } from './visits.ts';

/** What the codes in the answers are called, by the name of the code. */
export const SESSION_LABELS = {
  notInvited: NOT_INVITED_LABELS,
  posting: POSTING_LABELS,
  uninvited: UNINVITED_LABELS,
  unplaced: UNPLACED_LABELS,
  unpresented: UNPRESENTED_LABELS,
  unvisited: UNVISITED_LABELS,
} as const;
