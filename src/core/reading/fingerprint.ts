import { fingerprint } from '../../base/hash.ts';
import CUES from './cues.ts';
import { HEADINGS } from './headings.ts';
import { FIELD_ROLES, ROLE_WEIGHTS } from './roles.ts';

/** Raised when the same words are read in another way. */
const VERSION = 1;

let known: string | undefined;

/** Changes whenever the same text could be read in another way, or count otherwise; a saved index is bound to it. */
export function readerFingerprint(): string {
  known ??= `reading/${VERSION}:${fingerprint(JSON.stringify([CUES, HEADINGS, ROLE_WEIGHTS, FIELD_ROLES]))}`;
  return known;
}
