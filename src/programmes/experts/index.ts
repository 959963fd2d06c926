/**
 * `cuohe/programmes/experts`, people (专家与点名对接): profiles from records, names linked, experts for a demand.
 * Begin: `build-profiles.ts` collects, `directory.ts` and `link-names.ts` find by name, `rank-experts.ts` by subject.
 * Order: stands on `common`, and on no other programme.
 */

export type { OrganizationAliases } from '../common/unit-keys.ts';
export { redactPersonalData } from '../people/redact.ts';
export { buildExpertProfiles, type ExpertProfiles, type ProfileOptions } from './build-profiles.ts';
export { createDirectory, directoryOf, type NameDirectory } from './directory.ts';
export { EXPERT_LABELS } from './labels.ts';
export { type LinkOptions, linkNames, type NameLink } from './link-names.ts';
export type { ExpertProfile } from './profile.ts';
export { type ExpertHit, rankExperts } from './rank-experts.ts';
export { type ExpertRecommendation, type RecommendOptions, recommendExperts } from './recommend-experts.ts';
