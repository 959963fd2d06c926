import { fingerprint } from '../../base/hash.ts';
import CUES from './cues.ts';
import { EMPHASIS } from './emphasis.ts';
import { HEADINGS } from './headings.ts';
import { FORMS, MANNERS, PROCESSES } from './part-words.ts';
import { FIELD_ROLES, ROLE_WEIGHTS } from './roles.ts';
import { FASHIONS, SLOGANS } from './slogans.ts';

/** Raised when the same words are read in another way. */
const VERSION = 2;

const READ_BY = [
  [CUES, HEADINGS, ROLE_WEIGHTS, FIELD_ROLES],
  [SLOGANS, FASHIONS, EMPHASIS, PROCESSES, MANNERS, FORMS],
];

let known: string | undefined;

/** Changes whenever the same text could be read in another way, or count otherwise; a saved index is bound to it. */
export function readerFingerprint(): string {
  known ??= `reading/${VERSION}:${fingerprint(JSON.stringify(READ_BY))}`;
  return known;
}
