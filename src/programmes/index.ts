/**
 * `cuohe/programmes`: what technology-transfer offices do with records and matches: functions, options and results.
 * Begin: a folder is a programme, and a sub-path of its own (`cuohe/programmes/registers`) with labels and tables.
 * Order: `common`, then rooms without a door (`people`, `places`, `planning`, `quantities`, `transfer-terms`), then the
 *   programmes, none of which stands on another.
 */

export type { Bilingual } from '../base/bilingual.ts';

export {
  type Alert,
  type AlertLedger,
  type AlertOptions,
  type AlertProfile,
  type AlertRun,
  alerts,
  noveltyOf,
  startAlertLedger,
} from './alerts/index.ts';
export {
  appendEvents,
  assignBrokers,
  type Broker,
  type BrokerLedger,
  type BrokerOptions,
  type BrokerPair,
  type BrokerPerformance,
  type BrokerPlan,
  brokerPerformance,
  type LedgerEvent,
  recommendationEvents,
  withLoads,
} from './brokers/index.ts';
export {
  buildChainLibrary,
  type ChainLibrary,
  type ChainLibraryInput,
  type ChainRow,
  type ChainView,
  type ChainViewInput,
  type ChainViewOptions,
  tagRecords,
  viewChain,
} from './chain-library/index.ts';
export {
  type ChallengeOptions,
  type ChallengeRanking,
  compareChallengeUnits,
  compareIndicator,
  type EligibilityRule,
  indicatorsOf,
  isSameQuantity,
  parseIndicators,
  type QuantifiedIndicator,
  type RecordIndicator,
  rankChallengeUnits,
} from './challenge/index.ts';
export {
  type DemandDiagnosis,
  type DiagnosisOptions,
  diagnoseDemand,
  type FirmProfile,
  type LikelyDemand,
  type LikelyOptions,
  likelyDemands,
} from './clarity/index.ts';
export {
  type CheckedMatches,
  type Compatibility,
  type CompatibilityOptions,
  checkCompatibility,
  checkMatches,
} from './compatibility/index.ts';
export {
  type CanonicalRule,
  type DuplicateGroup,
  type DuplicateOptions,
  type Duplicates,
  type ExpiryOptions,
  findDuplicates,
  type MergedRecord,
  mergeDuplicates,
  type RecordExpiry,
  reviewExpiry,
} from './deduplication/index.ts';
export {
  buildExpertProfiles,
  createDirectory,
  directoryOf,
  type ExpertHit,
  type ExpertProfile,
  type ExpertProfiles,
  type ExpertRecommendation,
  type LinkOptions,
  linkNames,
  type NameDirectory,
  type NameLink,
  type OrganizationAliases,
  type ProfileOptions,
  type RecommendOptions,
  rankExperts,
  recommendExperts,
  redactPersonalData,
} from './experts/index.ts';
export {
  type ChainLeader,
  type MadeToOrderOptions,
  type MadeToOrderPlan,
  planMadeToOrder,
  type WatchLists,
  type WatchOptions,
  watchLists,
} from './made-to-order/index.ts';
export {
  type EarlyOptions,
  type EarlyResult,
  type MaturityGap,
  type MaturityOptions,
  type MaturityPair,
  type MaturityRoute,
  matchEarly,
  maturityGap,
  type RouteOptions,
  routeMaturity,
} from './maturity/index.ts';
export {
  type ClusterSupply,
  type ClusterSupplyOptions,
  type CommonDemandOptions,
  type CommonDemands,
  commonDemands,
  type DemandCluster,
  pooledBudget,
  sharedIndicators,
  supplyForCluster,
} from './pooled/index.ts';
export {
  type Conversion,
  defineRegions,
  type EscalateOptions,
  type Escalation,
  escalationList,
  type LocalConversionOptions,
  type LocalConversionReport,
  localConversion,
  nameOfRegion,
  type RegionSource,
  type Regions,
  regionRelation,
  type WidenedSearch,
  type WidenOptions,
  widenSearch,
} from './region/index.ts';
export {
  applyPolicies,
  type ClassPolicy,
  type ClassTarget,
  countClasses,
  type PolicyTable,
  type Publication,
  type PublishOptions,
  publishRegisters,
  type RegisterInput,
  type RegisterLink,
  type RegisterSnapshot,
} from './registers/index.ts';
export {
  assessVouchers,
  listResources,
  type ResourceList,
  type ResourceListOptions,
  type VoucherDecision,
  type VoucherOffer,
  type VoucherRequest,
  type VoucherRule,
} from './resources/index.ts';
export type { ProgrammeResult } from './result.ts';
export { type RowsOptions, rows } from './rows.ts';
export {
  type Invitations,
  type InviteOptions,
  invitePairs,
  type Participant,
  type PlanningOptions,
  type PostingInput,
  type PostingPlan,
  planPostings,
  planRoadshow,
  planSessions,
  planVisits,
  type Roadshow,
  type RoadshowInput,
  type Schedule,
  type ScheduleInput,
  type SessionInput,
  type SessionOptions,
  type SessionPlan,
  type SessionSlot,
  type SessionThemes,
  scheduleMeetings,
  sessionThemes,
  type ThemeOptions,
  type TimetableOptions,
  timetable,
  type VisitInput,
  type VisitingExpert,
  type VisitOptions,
  type VisitPlan,
} from './sessions/index.ts';
