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

/** A value that a database may have none of: `null` and `undefined` are absent alike. */
type Maybe<T> = T | null | undefined;
/** Texts, of which some may be missing. */
type Texts<T = string> = readonly Maybe<T>[];
/** A code as text or as a number. */
type Code = string | number;
/** A day as wording, as a Date (its day in UTC), or as a number: 20271231, a time stamp, a day number of a spreadsheet. */
type Day = string | number | Date | DateValue;

/** An id as a host has it; a number stands for its digits. */
export type RecordId = string | number | bigint;

/** An {@link Organization} as a host gives it. */
export interface OrganizationInput {
  readonly name: string;
  readonly uscc?: Maybe<Code>;
  readonly kind?: Maybe<string>;
  readonly regionCode?: Maybe<Code>;
}

/** A right in intellectual property: 发明专利, 实用新型, 软件著作权, 技术秘密, … */
export interface IntellectualProperty {
  readonly type: string;
  readonly number?: string;
  readonly status?: string;
  readonly [field: string]: unknown;
}

/** An {@link IntellectualProperty} as a host gives it. */
export interface RightInput {
  readonly type: string;
  readonly number?: Maybe<Code>;
  readonly status?: Maybe<string>;
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

/**
 * Fields that achievements and demands share, as a host gives them: a row of a database, an object of JSON, an instance
 * of a class. Only `id` and `title` are required; fields that are not listed pass through untouched.
 */
interface CommonInput {
  /** Unique in its collection, 1 to 1,024 characters; a number stands for its digits. */
  readonly id: RecordId;
  /** May be empty when the words stand in another field. */
  readonly title: string;
  /** The whole text where the source has no separate fields. */
  readonly text?: Maybe<string>;
  readonly problem?: Maybe<string>;
  readonly keyTechnology?: Maybe<string>;
  readonly keywords?: Maybe<Texts | string>;
  readonly indicators?: Maybe<Texts<string | { readonly raw: string }> | string>;
  readonly organization?: Maybe<string | OrganizationInput>;
  /** GB/T 2260 code of two to six digits, or the host's own name of an area without one. */
  readonly regionCode?: Maybe<Code>;
  readonly industryCodes?: Maybe<Texts<Code>>;
  readonly techField?: Maybe<string>;
  /** Portal wording (小试, 中试, 量产 …). */
  readonly stage?: Maybe<string | Stage>;
  /** Technology readiness level 1–9, or a range of it; goes before `stage`. */
  readonly trl?: Maybe<number | TrlRange>;
  readonly validFrom?: Maybe<Day>;
  readonly validTo?: Maybe<Day>;
  readonly secrecyLevel?: Maybe<string>;
  readonly source?: Maybe<string | object>;
  /** Chain tags of the host: they replace those of the tagger. An empty list means: of no chain. */
  readonly chains?: Maybe<Texts<Code | ChainRef>>;
}

/** A technology achievement (科技成果), or another kind of supply, as the host gives it. */
export interface AchievementInput extends CommonInput {
  /** Default `achievement`. */
  readonly kind?: Maybe<SupplyKind>;
  readonly abstract?: Maybe<string>;
  readonly applications?: Maybe<string>;
  readonly prospects?: Maybe<string>;
  readonly awards?: Maybe<string>;
  /** Of experts and teams. */
  readonly expertise?: Maybe<string>;
  readonly researchFields?: Maybe<string>;
  readonly completingOrganizations?: Maybe<Texts<string | OrganizationInput>>;
  readonly completers?: Maybe<Texts<string | object>>;
  readonly ip?: Maybe<Texts<string | RightInput>>;
  readonly transferModes?: Maybe<Texts<string | Mode> | string>;
  readonly price?: Maybe<string | number | Amount>;
}

/** A technology demand (技术需求) as the host gives it. */
export interface DemandInput extends CommonInput {
  readonly kind?: Maybe<'demand'>;
  readonly expectedOutcome?: Maybe<string>;
  readonly existingConditions?: Maybe<string>;
  readonly demandType?: Maybe<string>;
  readonly cooperationModes?: Maybe<Texts<string | Mode> | string>;
  readonly budget?: Maybe<string | number | Amount>;
  readonly preferredOrganizations?: Maybe<Texts<string | OrganizationInput>>;
  readonly preferredExperts?: Maybe<Texts<string | object>>;
}

/** Either side of a match, as the host gives it. */
export type RecordInput = AchievementInput | DemandInput;

/** A record that matches are asked for: without an id where the host has none. */
type WithoutId<T> = Omit<T, 'id' | 'title'> & {
  readonly id?: Maybe<RecordId>;
  readonly title?: Maybe<string>;
};

/** What matches are asked for: a text, or a record whose `id` and `title` may be absent. */
export type QueryInput = string | WithoutId<AchievementInput> | WithoutId<DemandInput>;

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
