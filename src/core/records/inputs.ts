import type { SupplyKind } from './kinds.ts';
import type { TrlRange } from './stages.ts';

/**
 * Records as a host gives them, straight from a database if need be: `null` is absent, ids and codes may be numbers, days
 * may be a `Date`. There is no index signature, so that interfaces and classes with fields of their own are welcome. The
 * schemas of `schema.ts` accept exactly this; a test lets the compiler compare.
 */

/** A field that may be missing in any way that a database or a form says so. */
type Maybe<T> = T | null | undefined;

/** Items of a list; `null` items are left out. */
type ListOf<T> = readonly Maybe<T>[];

/** A code as text or number: `'210100'`, `210100`. A number has lost its leading zeros: give `'0111'` as a text. */
type Code = string | number;

/** An id as a host has it; a number stands for its digits. */
export type RecordId = string | number | bigint;

/** An organisation by name, with its particulars, as a host gives it. */
export interface OrganizationInput {
  readonly name: string;
  readonly uscc?: Maybe<Code>;
  readonly kind?: Maybe<string>;
  readonly regionCode?: Maybe<Code>;
}

/** A right in intellectual property as a host gives it. */
export interface IntellectualPropertyInput {
  readonly type: string;
  readonly number?: Maybe<Code>;
  readonly status?: Maybe<string>;
}

/** A quantified indicator as a host gives it. */
export interface IndicatorInput {
  readonly raw: string;
  readonly name?: Maybe<string>;
  readonly comparator?: Maybe<string>;
  readonly value?: Maybe<number>;
  readonly unit?: Maybe<string>;
}

/** A chain tag as a host gives it. */
export interface ChainRefInput {
  readonly code: Code;
  readonly confidence?: Maybe<number>;
}

/** A sum of money as a host gives it. */
export interface AmountInput {
  readonly raw: string;
  readonly min?: Maybe<number>;
  readonly max?: Maybe<number>;
  readonly currency: string;
  readonly negotiable: boolean;
  readonly unread?: Maybe<string>;
}

/** A day, month or year, its wording kept, as a host gives it; of a `Date` the UTC day counts. */
export interface DateValueInput {
  readonly raw: string;
  readonly from?: Maybe<string | Date>;
  readonly to?: Maybe<string | Date>;
}

/** A maturity stage as a host gives it. */
export interface StageInput {
  readonly raw: string;
  readonly code?: Maybe<string>;
  readonly trl?: Maybe<TrlRange>;
  readonly evidence?: Maybe<string>;
}

/** A way of cooperation as a host gives it. */
export interface ModeInput {
  readonly raw: string;
  readonly code?: Maybe<string>;
}

/** A symbol of the International Patent Classification as a host gives it. */
export interface IpcSymbolInput {
  readonly raw: string;
  readonly code?: Maybe<string>;
}

/**
 * A day, month or year as a host gives it. Of a `Date` the UTC day counts, as in `filter.asOf`: a driver that reads
 * a column of days as local midnight gives the day before in China, so let it give texts. A number is a time stamp in
 * milliseconds or seconds, a serial day of a spreadsheet, or digits as in `20271231`, whichever it can only be.
 */
export type DateInput = string | number | Date | DateValueInput;

/** A person by name, or with particulars of any kind, which are kept as they are. */
type PersonInput = string | object;

/** Fields that achievements and demands share. Only `id` and `title` are required; unknown fields pass through. */
interface CommonInput {
  /**
   * Unique in its collection, 1 to 1,024 characters. A number counts as its decimal text, so that 7 and '7' are the
   * same id; beyond 2⁵³ numbers are not exact, and a bigint or a text is what to give.
   */
  readonly id: RecordId;
  /** May be empty when the words stand in another field. */
  readonly title: string;
  /** The whole text where the source has no separate fields. */
  readonly text?: Maybe<string>;
  readonly problem?: Maybe<string>;
  readonly keyTechnology?: Maybe<string>;
  readonly keywords?: Maybe<string | ListOf<string>>;
  readonly indicators?: Maybe<string | ListOf<string | IndicatorInput>>;
  readonly organization?: Maybe<string | OrganizationInput>;
  /** GB/T 2260 code of two to six digits, or the host's own name of an area without one. */
  readonly regionCode?: Maybe<Code>;
  readonly industryCodes?: Maybe<ListOf<Code>>;
  /** Symbols of the International Patent Classification, the main one first: `'C22C 38/00; B22F3/02'`, or a list. */
  readonly ipc?: Maybe<string | ListOf<string | IpcSymbolInput>>;
  readonly techField?: Maybe<string>;
  /** Portal wording (小试, 中试, 量产 …). */
  readonly stage?: Maybe<string | StageInput>;
  /** Technology readiness level 1–9, or a range of it; goes before `stage`. */
  readonly trl?: Maybe<number | TrlRange>;
  readonly validFrom?: Maybe<DateInput>;
  readonly validTo?: Maybe<DateInput>;
  readonly secrecyLevel?: Maybe<string>;
  readonly source?: Maybe<string | object>;
  /** Chain tags of the host: they replace those of the tagger. An empty list means: of no chain. */
  readonly chains?: Maybe<ListOf<Code | ChainRefInput>>;
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
  readonly completingOrganizations?: Maybe<string | ListOf<string | OrganizationInput>>;
  /** People and organisations may stand in one text, as may the items of their lists: 李娜、赵云. */
  readonly completers?: Maybe<string | ListOf<PersonInput>>;
  readonly ip?: Maybe<ListOf<string | IntellectualPropertyInput>>;
  readonly transferModes?: Maybe<string | ListOf<string | ModeInput>>;
  readonly price?: Maybe<string | number | AmountInput>;
}

/** A technology demand (技术需求) as the host gives it. */
export interface DemandInput extends CommonInput {
  readonly kind?: Maybe<'demand'>;
  readonly expectedOutcome?: Maybe<string>;
  readonly existingConditions?: Maybe<string>;
  readonly demandType?: Maybe<string>;
  readonly cooperationModes?: Maybe<string | ListOf<string | ModeInput>>;
  readonly budget?: Maybe<string | number | AmountInput>;
  readonly preferredOrganizations?: Maybe<string | ListOf<string | OrganizationInput>>;
  readonly preferredExperts?: Maybe<string | ListOf<PersonInput>>;
}

/** Either side of a match, as the host gives it. */
export type RecordInput = (AchievementInput | DemandInput) & Embedded;

/** Read of queries of an index with the option `vectors`, and by a weigher with it; elsewhere it is not looked at. */
interface Embedded {
  /** Of the model that gave those of the index. */
  readonly vector?: Maybe<ArrayLike<number>>;
}

/** A record that matches are asked for: without an id where the host has none. */
type WithoutId<T> = Omit<T, 'id' | 'title'> &
  Embedded & {
    readonly id?: Maybe<RecordId>;
    readonly title?: Maybe<string>;
  };

/** What matches are asked for: a text, or a record whose `id` and `title` may be absent. */
export type QueryInput = string | WithoutId<AchievementInput> | WithoutId<DemandInput>;
