import type { AlertRun, ReleaseDigest } from './alerts/index.ts';
import type { BrokerPlan } from './brokers/index.ts';
import type { BrokerPerformance, CaseFunnel, CaseLedger } from './cases/index.ts';
import type { ChainLibrary, ChainView } from './chain-library/index.ts';
import type {
  ChallengeConsortia,
  ChallengeRanking,
  compareChallengeUnits,
  PersonEligibility,
} from './challenge/index.ts';
import type { DemandDiagnosis, DemandTriage, LikelyDemand } from './clarity/index.ts';
import type { CheckedMatches, Compatibility } from './compatibility/index.ts';
import type { Duplicates, MergedRecord, RecordExpiry } from './deduplication/index.ts';
import type { ExpertHit, ExpertProfiles, ExpertRecommendation, NameLink } from './experts/index.ts';
import type { MadeToOrderPlan, WatchLists } from './made-to-order/index.ts';
import type { EarlyResult, MaturityGap, MaturityRoute } from './maturity/index.ts';
import type {
  ClusterDemand,
  ClusterSupply,
  CommonDemands,
  PledgedGoal,
  pooledBudget,
  sharedIndicators,
} from './pooled/index.ts';
import type { ContractFigures, Escalation, LocalConversionReport, WidenedSearch } from './region/index.ts';
import type {
  countClasses,
  IssueList,
  IssueReport,
  PolicyTable,
  Publication,
  RegisterSnapshot,
} from './registers/index.ts';
import type { ResourceList, VoucherDecision } from './resources/index.ts';
import type {
  Invitations,
  PostingPlan,
  Roadshow,
  Schedule,
  SessionPlan,
  SessionSlot,
  SessionThemes,
  VisitPlan,
} from './sessions/index.ts';

/** Results that look at one record or pair: one of them, or a list. */
type OfOne =
  | DemandDiagnosis
  | CheckedMatches
  | Compatibility
  | EarlyResult
  | MaturityGap
  | ResourceList
  | WidenedSearch;

/** What programmes return as lists. */
type Listed =
  | readonly ClusterSupply[]
  | readonly DemandTriage[]
  | readonly ExpertHit[]
  | readonly LikelyDemand[]
  | readonly MaturityRoute[]
  | readonly MergedRecord[]
  | readonly NameLink[]
  | readonly PersonEligibility[]
  | readonly PledgedGoal[]
  | readonly RecordExpiry[]
  | readonly SessionSlot[]
  | readonly VoucherDecision[]
  | Readonly<ReturnType<typeof countClasses | typeof sharedIndicators>>;

/** What `rows` makes tables of: a result of a programme that an office reads. */
export type ProgrammeResult =
  | Listed
  | OfOne
  | readonly CheckedMatches[]
  | readonly Compatibility[]
  | readonly DemandDiagnosis[]
  | readonly EarlyResult[]
  | readonly MaturityGap[]
  | readonly ResourceList[]
  | readonly WidenedSearch[]
  | AlertRun
  | BrokerPerformance
  | BrokerPlan
  | CaseFunnel
  | CaseLedger
  | ChainLibrary
  | ChainView
  | ChallengeConsortia
  | ChallengeRanking
  | ClusterDemand
  | CommonDemands
  | ContractFigures
  | Duplicates
  | Escalation
  | ExpertProfiles
  | ExpertRecommendation
  | Invitations
  | IssueList
  | IssueReport
  | LocalConversionReport
  | MadeToOrderPlan
  | PolicyTable
  | Publication
  | RegisterSnapshot
  | ReleaseDigest
  | Roadshow
  | Schedule
  | SessionPlan
  | SessionThemes
  | PostingPlan
  | VisitPlan
  | WatchLists
  | ReturnType<typeof compareChallengeUnits | typeof pooledBudget>;
