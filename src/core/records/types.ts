import type { Amount } from './amount.ts';
import type { DateValue } from './dates.ts';
import type { SupplyKind } from './kinds.ts';
import type { Mode } from './modes.ts';
import type { Stage, TrlRange } from './stages.ts';

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

/** Fields that achievements and demands share. Only `id` and `title` are required; unknown fields pass through. */
interface CommonInput {
  /** Unique in its collection, 1 to 1,024 characters. */
  readonly id: string;
  /** May be empty when the words stand in another field. */
  readonly title: string;
  /** The whole text where the source has no separate fields. */
  readonly text?: string | undefined;
  readonly problem?: string | undefined;
  readonly keyTechnology?: string | undefined;
  readonly keywords?: readonly string[] | string | undefined;
  readonly indicators?: readonly (string | Indicator)[] | string | undefined;
  readonly organization?: string | Organization | undefined;
  /** GB/T 2260 code of two to six digits, or the host's own name of an area without one. */
  readonly regionCode?: string | undefined;
  readonly industryCodes?: readonly string[] | undefined;
  readonly techField?: string | undefined;
  /** Portal wording (小试, 中试, 量产 …). */
  readonly stage?: string | Stage | undefined;
  /** Technology readiness level 1–9, or a range of it; goes before `stage`. */
  readonly trl?: number | TrlRange | undefined;
  readonly validFrom?: string | DateValue | undefined;
  readonly validTo?: string | DateValue | undefined;
  readonly secrecyLevel?: string | undefined;
  readonly source?: string | Readonly<Record<string, unknown>> | undefined;
  /** Chain tags of the host: they replace those of the tagger. An empty list means: of no chain. */
  readonly chains?: readonly (string | ChainRef)[] | undefined;
  readonly [field: string]: unknown;
}

/** A technology achievement (科技成果), or another kind of supply, as the host gives it. */
export interface AchievementInput extends CommonInput {
  /** Default `achievement`. */
  readonly kind?: SupplyKind | undefined;
  readonly abstract?: string | undefined;
  readonly applications?: string | undefined;
  readonly prospects?: string | undefined;
  readonly awards?: string | undefined;
  /** Of experts and teams. */
  readonly expertise?: string | undefined;
  readonly researchFields?: string | undefined;
  readonly completingOrganizations?: readonly (string | Organization)[] | undefined;
  readonly completers?: readonly (string | Readonly<Record<string, unknown>>)[] | undefined;
  readonly ip?: readonly (string | IntellectualProperty)[] | undefined;
  readonly transferModes?: readonly (string | Mode)[] | string | undefined;
  readonly price?: string | number | Amount | undefined;
}

/** A technology demand (技术需求) as the host gives it. */
export interface DemandInput extends CommonInput {
  readonly kind?: 'demand' | undefined;
  readonly expectedOutcome?: string | undefined;
  readonly existingConditions?: string | undefined;
  readonly demandType?: string | undefined;
  readonly cooperationModes?: readonly (string | Mode)[] | string | undefined;
  readonly budget?: string | number | Amount | undefined;
  readonly preferredOrganizations?: readonly (string | Organization)[] | undefined;
  readonly preferredExperts?: readonly (string | Readonly<Record<string, unknown>>)[] | undefined;
}

/** `Omit` that keeps the known keys of a type with an index signature. */
type Without<T, K> = { [P in keyof T as P extends K ? never : P]: T[P] };

/** What validation adds: values read from wording, each beside its `raw` text. */
interface Parsed {
  readonly keywords?: readonly string[];
  readonly stage?: Stage;
  readonly validFrom?: DateValue;
  readonly validTo?: DateValue;
  readonly chains?: readonly ChainRef[];
}

/** A validated achievement or other supply record; unknown fields are as given. */
export type Achievement = Without<AchievementInput, keyof Parsed | 'kind' | 'transferModes' | 'price'> &
  Parsed & {
    readonly kind: SupplyKind;
    readonly transferModes?: readonly Mode[];
    readonly price?: Amount;
  };

/** A validated demand; unknown fields are as given. */
export type Demand = Without<DemandInput, keyof Parsed | 'kind' | 'cooperationModes' | 'budget'> &
  Parsed & {
    readonly kind: 'demand';
    readonly cooperationModes?: readonly Mode[];
    readonly budget?: Amount;
  };

/** Either side of a match, as the host gives it. */
export type RecordInput = AchievementInput | DemandInput;

/** Either side of a match, validated. */
export type MatchRecord = Achievement | Demand;
