import type { Amount } from './amount.ts';
import type { DateValue } from './dates.ts';
import type { IpcSymbol } from './ipc.ts';
import type { SupplyKind } from './kinds.ts';
import type { Mode } from './modes.ts';
import type { Stage, TrlRange } from './stages.ts';

export type {
  AchievementInput,
  DemandInput,
  OrganizationInput,
  QueryInput,
  RecordId,
  RecordInput,
} from './inputs.ts';

/** An organisation by name, or with its particulars. */
export interface Organization {
  readonly name: string;
  /** Unified social credit code (GB 32100). */
  readonly uscc?: string;
  readonly kind?: string;
  /** GB/T 2260 code, or the host's own name of an area without one. */
  readonly regionCode?: string;
  readonly [field: string]: unknown;
}

/** A right in intellectual property: 发明专利, 实用新型, 软件著作权, 技术秘密, … */
export interface IntellectualProperty {
  readonly type: string;
  readonly number?: string;
  readonly status?: string;
  readonly [field: string]: unknown;
}

/** A quantified indicator of an achievement or a demand. */
export interface Indicator {
  readonly raw: string;
  readonly name?: string;
  readonly comparator?: string;
  readonly value?: number;
  readonly unit?: string;
  readonly [field: string]: unknown;
}

/** A chain tag given by the host; it is kept and wins over the tagger. */
export interface ChainRef {
  readonly code: string;
  /** In (0, 1]; default 1. */
  readonly confidence?: number;
}

/** What both sides have when they were read: every value beside its `raw` wording, and nothing that is absent. */
interface CommonRecord {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly problem?: string;
  readonly keyTechnology?: string;
  readonly keywords?: readonly string[];
  readonly indicators?: readonly (string | Indicator)[] | string;
  readonly organization?: string | Organization;
  readonly regionCode?: string;
  readonly industryCodes?: readonly string[];
  /** Symbols of the International Patent Classification, the main one first. */
  readonly ipc?: readonly IpcSymbol[];
  readonly techField?: string;
  readonly stage?: Stage;
  readonly trl?: number | TrlRange;
  readonly validFrom?: DateValue;
  readonly validTo?: DateValue;
  readonly secrecyLevel?: string;
  readonly source?: string | Readonly<Record<string, unknown>>;
  readonly chains?: readonly ChainRef[];
  /** Fields of the host's own are as given. */
  readonly [field: string]: unknown;
}

/** A validated achievement or other supply record; unknown fields are as given. */
export interface Achievement extends CommonRecord {
  readonly kind: SupplyKind;
  readonly abstract?: string;
  readonly applications?: string;
  readonly prospects?: string;
  readonly awards?: string;
  readonly expertise?: string;
  readonly researchFields?: string;
  readonly completingOrganizations?: readonly (string | Organization)[];
  readonly completers?: readonly (string | Readonly<Record<string, unknown>>)[];
  readonly ip?: readonly (string | IntellectualProperty)[];
  readonly transferModes?: readonly Mode[];
  readonly price?: Amount;
}

/** A validated demand; unknown fields are as given. */
export interface Demand extends CommonRecord {
  readonly kind: 'demand';
  readonly expectedOutcome?: string;
  readonly existingConditions?: string;
  readonly demandType?: string;
  readonly cooperationModes?: readonly Mode[];
  readonly budget?: Amount;
  readonly preferredOrganizations?: readonly (string | Organization)[];
  readonly preferredExperts?: readonly (string | Readonly<Record<string, unknown>>)[];
}

/** Either side of a match, validated. */
export type MatchRecord = Achievement | Demand;
