/**
 * `cuohe/programmes/clarity`, vague demands (需求诊断): what a demand tells, what to ask, who goes on with it, what a firm may need.
 * Begin: `diagnose.ts` finds the elements by the reader of texts and the words in `cues.ts`; `triage.ts` sorts
 *   demands by it; `likely-demands.ts` goes from a profile of a firm.
 * Order: stands on `common` and `quantities`, and on no other programme.
 */

export { type DemandDiagnosis, type DiagnosisOptions, diagnoseDemand } from './diagnose.ts';
export { CLARITY_WEIGHTS } from './elements.ts';
export { CLARITY_LABELS } from './labels.ts';
export { type FirmProfile, type LikelyDemand, type LikelyOptions, likelyDemands } from './likely-demands.ts';
export { type DemandTriage, type TriageOptions, triageDemands } from './triage.ts';
export { TRIAGE_WEIGHTS } from './triage-points.ts';
