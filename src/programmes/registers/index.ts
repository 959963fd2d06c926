/**
 * `cuohe/programmes/registers`, registers to publish (一库一账一清单、三类成果、联席会议问题清单): rows, changes, counts,
 * policies, issues of joint meetings.
 * Begin: `publish.ts` makes rows and compares with a snapshot; `counters.ts` counts classes, `policies.ts` applies measures,
 *   `issue-list.ts` keeps issues and `issue-report.ts` counts them.
 * Order: stands on `common`, and on no other programme.
 */

export { CLASS_TARGETS, type ClassTarget, countClasses } from './counters.ts';
export type { IssueEvent } from './issue-events.ts';
export { appendIssues, EMPTY_ISSUES, type IssueList } from './issue-list.ts';
export { type IssueReport, issueReport } from './issue-report.ts';
export { REGISTER_LABELS } from './labels.ts';
export type { RegisterLink } from './links.ts';
export { applyPolicies, type ClassPolicy, type PolicyTable } from './policies.ts';
export { type Publication, type PublishOptions, publishRegisters, type RegisterInput } from './publish.ts';
export type { RegisterSnapshot } from './snapshot.ts';
