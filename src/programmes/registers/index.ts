/**
 * `cuohe/programmes/registers`, registers to publish (一库一账一清单、三类成果): rows, changes, counts, policies.
 * Begin: `publish.ts` makes rows and compares with a snapshot; `counters.ts` counts classes, `policies.ts` applies measures.
 * Order: stands on `common`, and on no other programme.
 */

export { CLASS_TARGETS, type ClassTarget, countClasses } from './counters.ts';
export { REGISTER_LABELS } from './labels.ts';
export type { RegisterLink } from './links.ts';
export { applyPolicies, type ClassPolicy, type PolicyTable } from './policies.ts';
export { type Publication, type PublishOptions, publishRegisters, type RegisterInput } from './publish.ts';
export type { RegisterSnapshot } from './snapshot.ts';
