/**
 * `cuohe/programmes/alerts`, early alerts (早发现提醒): what is new for a profile since the last run, each once; what is released.
 * Begin: `alerts.ts` compares two runs, `ledger.ts` remembers what was told, `profiles.ts` is who asks;
 *   `digest.ts` ranks what came in a period by chain.
 * Order: stands on `common`, and on no other programme.
 */

export { type Alert, type AlertOptions, type AlertRun, alerts } from './alerts.ts';
export { type DigestOptions, type ReleaseDigest, releaseDigest } from './digest.ts';
export { ALERT_LABELS } from './labels.ts';
export { type AlertLedger, startAlertLedger } from './ledger.ts';
export { noveltyOf } from './novelty.ts';
export type { AlertProfile } from './profiles.ts';
