/** `cuohe/programmes`: what technology-transfer offices do with records and matches. */

export type { Bilingual } from '../base/bilingual.ts';
export {
  ALERT_LABELS,
  type Alert,
  type AlertKind,
  type AlertOptions,
  type AlertRun,
  alerts,
  type ProfileAlerts,
} from './alerts/alerts.ts';
export { type AlertLedger, type ContentOptions, startAlertLedger } from './alerts/ledger.ts';
export { type Novelty, noveltyOf } from './alerts/novelty.ts';
export type { AlertProfile } from './alerts/profiles.ts';
export {
  assignBrokers,
  type BrokerOptions,
  type BrokerPlan,
} from './brokers/assign.ts';
export type { BrokerAssignment } from './brokers/assignment.ts';
export {
  BROKER_LEVEL_LABELS,
  BROKER_LEVELS,
  type Broker,
  type BrokerLevel,
  type BrokerPair,
} from './brokers/broker.ts';
export { BROKER_FIT_WEIGHTS, type BrokerFit, type BrokerFitWeights } from './brokers/fit.ts';
export { appendEvents, type BrokerCase, type BrokerLedger, EMPTY_LEDGER } from './brokers/ledger.ts';
export {
  CASE_STATE_LABELS,
  CASE_STATES,
  CASE_TRANSITIONS,
  type CaseEvent,
  type CaseState,
  type LedgerEvent,
  type MinedEvent,
} from './brokers/ledger-events.ts';
export { recommendationEvents, withLoads } from './brokers/ledger-links.ts';
export {
  type BrokerPerformance,
  brokerPerformance,
  type PerformanceCounts,
  type PerformancePeriod,
  type PerformanceRow,
} from './brokers/performance.ts';
export { UNASSIGNED_LABELS, type UnassignedCode, type UnassignedPair } from './brokers/unassigned.ts';
export {
  buildChainLibrary,
  type ChainLibrary,
  type ChainLibraryInput,
  type DemandMatches,
} from './chain-library/library.ts';
export type { ChainPeriod, ChainPeriods } from './chain-library/periods.ts';
export type { ChainRow, ChainTable, ChainUnit, RecordIds } from './chain-library/rows.ts';
export { type Tagged, tagRecords } from './chain-library/tag-records.ts';
export {
  type ChainOffer,
  type ChainView,
  type ChainViewInput,
  type ChainViewOptions,
  type NeighbourChain,
  viewChain,
} from './chain-library/view.ts';
export { type ComparisonTable, compareChallengeUnits } from './challenge/comparison.ts';
export {
  type ChallengeTargets,
  INDICATOR_STATUS_LABELS,
  type IndicatorCoverage,
  type IndicatorSource,
} from './challenge/coverage.ts';
export {
  ELIGIBILITY_LABELS,
  type EligibilityCheck,
  type EligibilityOutcome,
  type EligibilityRule,
  OWN_CHALLENGE,
} from './challenge/eligibility.ts';
export {
  type ChallengeOptions,
  type ChallengeRanking,
  type ChallengeUnit,
  rankChallengeUnits,
} from './challenge/rank-units.ts';
export type { UnitEvidence, UnitStanding } from './challenge/standing.ts';
export type { RankChange, TermToAdd } from './clarity/added-terms.ts';
export { type DemandDiagnosis, type DiagnosisOptions, diagnoseDemand } from './clarity/diagnose.ts';
export {
  CLARITY_WEIGHTS,
  DEMAND_ELEMENT_LABELS,
  DEMAND_ELEMENTS,
  type DemandElement,
  type DemandElementCode,
  ELEMENT_STATE_LABELS,
  type ElementState,
} from './clarity/elements.ts';
export {
  type FirmProfile,
  type LikelyDemand,
  type LikelyOptions,
  likelyDemands,
  PROFILE_PART_LABELS,
  PROFILE_PARTS,
  type ProfileBasis,
  type ProfilePart,
} from './clarity/likely-demands.ts';
export type { ClarifyingQuestion } from './clarity/questions.ts';
export { KIND_LABELS } from './common/kind-labels.ts';
export {
  type CheckedMatch,
  type CheckedMatches,
  type Compatibility,
  type CompatibilityOptions,
  checkCompatibility,
  checkMatches,
} from './compatibility/compatibility.ts';
export { EXCLUSIVITIES, EXCLUSIVITY_LABELS, type Exclusivity } from './compatibility/exclusivity.ts';
export { MODE_LABELS } from './compatibility/modes.ts';
export {
  COMPATIBILITY_COMPONENT_LABELS,
  COMPATIBILITY_COMPONENTS,
  COMPATIBILITY_STATUS_LABELS,
  COMPATIBILITY_STATUSES,
  type CompatibilityCode,
  type CompatibilityComponent,
  type CompatibilityPart,
  type CompatibilityStatus,
} from './compatibility/part.ts';
export { RIGHT_TYPE_LABELS, RIGHT_TYPES, type RightType } from './compatibility/rights.ts';
export {
  CANONICAL_CRITERIA,
  type CanonicalCriterion,
  type CanonicalRule,
} from './deduplication/canonical.ts';
export {
  EXPIRY_STATES,
  type ExpiryOptions,
  type ExpiryState,
  type RecordExpiry,
  reviewExpiry,
} from './deduplication/expiry.ts';
export {
  type DuplicateGroup,
  type DuplicateLink,
  type DuplicateOptions,
  type Duplicates,
  findDuplicates,
} from './deduplication/find-duplicates.ts';
export {
  CANONICAL_CRITERION_LABELS,
  EXPIRY_LABELS,
  FIELD_AGREEMENT_LABELS,
} from './deduplication/labels.ts';
export {
  type FieldAgreement,
  type MergedField,
  type MergedRecord,
  mergeDuplicates,
  type SourcedValue,
} from './deduplication/merge.ts';
export { DUPLICATE_WEIGHTS, type DuplicateSimilarity, SAME_TEXT } from './deduplication/similarity.ts';
export { buildExpertProfiles, type ExpertProfiles, type ProfileOptions } from './experts/build-profiles.ts';
export {
  createDirectory,
  type DirectoryEntry,
  directoryOf,
  type NameDirectory,
  type NamedKind,
  type OrganizationAliases,
  type SimilarEntry,
} from './experts/directory.ts';
export type { ExpertEvidence } from './experts/evidence.ts';
export {
  LINK_METHOD_LABELS,
  LINK_STATUS_LABELS,
  type LinkMethod,
  type LinkOptions,
  type LinkStatus,
  linkNames,
  type NameLink,
} from './experts/link-names.ts';
export type { Mention } from './experts/mentions.ts';
export type { ExpertProfile, ProfileEvidence } from './experts/profile.ts';
export { type ExpertHit, rankExperts } from './experts/rank-experts.ts';
export {
  type ExpertRecommendation,
  type PinnedExpert,
  type RecommendOptions,
  recommendExperts,
} from './experts/recommend-experts.ts';
export { redactPersonalData } from './experts/redact.ts';
export {
  DEVELOPER_KINDS,
  type MadeToOrder,
  type MadeToOrderOptions,
  type MadeToOrderPlan,
  planMadeToOrder,
} from './made-to-order/orders.ts';
export type { DeveloperRecord, DeveloperUnit } from './made-to-order/units.ts';
export {
  type ChainLeader,
  type WatchList,
  type WatchLists,
  type WatchOptions,
  type WatchProfile,
  watchLists,
} from './made-to-order/watch-lists.ts';
export { BASE_KINDS } from './maturity/bases.ts';
export { type EarlyMatch, type EarlyOptions, type EarlyResult, matchEarly } from './maturity/early.ts';
export { BASE_TEST_LABELS, BASE_TESTS, type BaseTest } from './maturity/fitting.ts';
export {
  ASSUMED_NEED,
  HALVING_GAP,
  KIND_READINESS,
  MATURITY_STATUS_LABELS,
  type MaturityGap,
  type MaturityOptions,
  type MaturityStatus,
  maturityGap,
} from './maturity/gap.ts';
export type { Readiness, ReadinessSource } from './maturity/readiness.ts';
export { BASE_RING_LABELS, BASE_RINGS, type BaseRing } from './maturity/rings.ts';
export { type MaturityPair, type RouteOptions, routeMaturity } from './maturity/route.ts';
export {
  type ChosenBase,
  type MaturityRoute,
  type NearMissBase,
  ROUTE_OUTCOME_LABELS,
  type RoutedBase,
  type RouteOutcome,
} from './maturity/route-types.ts';
export { ASSESSMENT, MATURITY_STEPS, type MaturityStep, type NextStep } from './maturity/steps.ts';
export type { PlanningMethod, PlanningOptions, PlanQuality } from './planning/planning.ts';
export { type BudgetSum, type PooledBudget, pooledBudget } from './pooled/budget.ts';
export type { ClusterMember, DemandCluster } from './pooled/cluster.ts';
export {
  type ClusterSupply,
  type ClusterSupplyOptions,
  type ServedMember,
  supplyForCluster,
} from './pooled/cluster-supply.ts';
export {
  type CommonDemandOptions,
  type CommonDemands,
  commonDemands,
  type DemandOutlier,
  OUTLIER_LABELS,
  type OutlierReason,
} from './pooled/common-demands.ts';
export type { LabelPhrase } from './pooled/label.ts';
export {
  type DemandedIndicator,
  type SharedIndicator,
  sharedIndicators,
} from './pooled/shared-indicators.ts';
export {
  compareIndicator,
  type IndicatorComparison,
  type IndicatorFinding,
  type IndicatorStatus,
} from './quantities/compare-indicators.ts';
export {
  type ChangeDirection,
  type IndicatorChange,
  type IndicatorComparator,
  parseIndicators,
  type QuantifiedIndicator,
} from './quantities/indicators.ts';
export {
  indicatorsOf,
  OFFER_FIELDS,
  type RecordIndicator,
  TARGET_FIELDS,
} from './quantities/record-indicators.ts';
export { isSameQuantity, nameSimilarity, SAME_NAME } from './quantities/same-quantity.ts';
export {
  CONVERSION_DESTINATION_LABELS,
  type Conversion,
  type ConversionDestination,
  type LocalLevel,
} from './region/conversions.ts';
export {
  type EscalatedDemand,
  type EscalateOptions,
  type Escalation,
  escalationList,
  type FoundSupply,
  type KeptDemand,
  type OfficeList,
} from './region/escalate.ts';
export {
  type ByDestination,
  type ConversionRow,
  type LocalConversionOptions,
  type LocalConversionReport,
  localConversion,
} from './region/local-conversion.ts';
export {
  REGION_NEARNESS,
  REGION_NEARNESS_LABELS,
  type RegionNearness,
  type RegionRelation,
  regionRelation,
} from './region/nearness.ts';
export type { Office, OfficeLevel } from './region/offices.ts';
export {
  defineRegions,
  type HostArea,
  type NamedRegion,
  nameOfRegion,
  type PartnerPair,
  type RegionArea,
  type RegionSource,
  type Regions,
} from './region/regions.ts';
export {
  type RingMatches,
  SEARCH_RING_LABELS,
  SEARCH_RINGS,
  type SearchRing,
  type WidenedSearch,
  type WidenOptions,
  widenSearch,
} from './region/widen.ts';
export {
  type FieldChange,
  REGISTER_CHANGE_LABELS,
  type RegisterChange,
  type RegisterChangeKind,
} from './registers/changes.ts';
export { SUPPLY_CLASS_LABELS, SUPPLY_CLASSES, type SupplyClass, supplyClassOf } from './registers/classes.ts';
export { CLASS_TARGETS, type ClassCount, type ClassTarget, countClasses } from './registers/counters.ts';
export type { RegisterLink } from './registers/links.ts';
export {
  applyPolicies,
  type ClassPolicy,
  MEASURE_LABELS,
  MEASURES,
  type Measure,
  POLICY_TEST_LABELS,
  POLICY_TESTS,
  type PolicyCell,
  type PolicyResult,
  type PolicyRow,
  type PolicyTable,
  type PolicyTest,
  type RecordPolicies,
} from './registers/policies.ts';
export {
  type LeftOut,
  type Publication,
  type PublishOptions,
  publishRegisters,
  type RegisterInput,
} from './registers/publish.ts';
export {
  type FieldValue,
  REGISTER_FIELD_LABELS,
  REGISTER_FIELDS,
  REGISTER_LABELS,
  REGISTERS,
  type Register,
  type RegisterRow,
} from './registers/rows.ts';
export { type CountedRow, type RegisterSnapshot, SNAPSHOT_VERSION } from './registers/snapshot.ts';
export {
  assessVouchers,
  type VoucherDecision,
  type VoucherOffer,
  type VoucherOutcome,
  type VoucherRequest,
} from './resources/assess-vouchers.ts';
export {
  type KindCount,
  type KindQuota,
  listResources,
  type ResourceList,
  type ResourceListOptions,
} from './resources/list-resources.ts';
export {
  type ConditionResult,
  VOUCHER_CONDITIONS,
  type VoucherCheck,
  type VoucherCondition,
  type VoucherStatus,
} from './resources/voucher-conditions.ts';
export type { AmountLimit, YuanRange } from './resources/voucher-cost.ts';
export type { VoucherApplicant, VoucherGrant, VoucherRule } from './resources/voucher-rules.ts';
export { VOUCHER_CONDITION_LABELS, VOUCHER_STATUS_LABELS } from './resources/voucher-texts.ts';
export {
  type Invitations,
  type InvitedPair,
  type InviteOptions,
  invitePairs,
  UNINVITED_LABELS,
  type Uninvited,
  type UninvitedCode,
} from './sessions/invitations.ts';
export {
  type Meeting,
  type MeetingPair,
  UNPLACED_LABELS,
  type UnplacedCode,
  type UnplacedPair,
} from './sessions/meetings.ts';
export { CLOSED_DEMAND_LABELS, type ClosedDemandCode, type OpenOptions } from './sessions/open-demands.ts';
export { type NamedParticipant, type Participant, participantOf } from './sessions/participants.ts';
export {
  type PlannedSession,
  planSessions,
  type SessionInput,
  type SessionOptions,
  type SessionPlan,
  type SessionVenue,
} from './sessions/plan.ts';
export {
  planRoadshow,
  type Roadshow,
  type RoadshowInput,
  UNPRESENTED_LABELS,
  type UnpresentedCode,
} from './sessions/roadshow.ts';
export { type Schedule, type ScheduleInput, scheduleMeetings } from './sessions/schedule.ts';
export type { Presentation, RoadshowPair } from './sessions/showings.ts';
export {
  type RoadshowSlot,
  type SessionSlot,
  type TimeSpan,
  type TimetableOptions,
  timetable,
} from './sessions/slots.ts';
export {
  type SessionTheme,
  type SessionThemes,
  sessionThemes,
  type ThemeOptions,
} from './sessions/themes.ts';
export type { VisitingExpert, VisitPair } from './sessions/visit-calls.ts';
export type { VisitRoute, VisitStop, VisitTrip } from './sessions/visit-days.ts';
export {
  planVisits,
  UNVISITED_LABELS,
  type Unvisited,
  type UnvisitedCode,
  type VisitInput,
  type VisitOptions,
  type VisitPlan,
} from './sessions/visits.ts';
