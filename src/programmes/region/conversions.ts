import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { type Amount, parseAmount } from '../../core/records/amount.ts';
import { type DateValue, parseDate } from '../../core/records/dates.ts';
import { holds } from '../../core/records/regions.ts';
import type { Organization } from '../../core/records/types.ts';
import { DAY, ID, itemOf, partOf, TEXT } from '../common/check.ts';
import { nameOf, organizationKey, type UnitKeys } from '../common/organization.ts';
import type { Party } from '../common/party.ts';
import { regionRelation } from '../places/nearness.ts';
import { codesOf } from '../places/place.ts';
import { cityOf, keyOfRegion, nameOfRegion, type Regions } from '../places/regions.ts';

/** A signed conversion: whose achievement went to whom, for how much. */
export interface Conversion {
  readonly id: string;
  /** The unit that the achievement comes from. */
  readonly unit?: string | Organization | Party;
  /** Region of the unit; default: that of `unit`. */
  readonly unitRegion?: string;
  /** Who takes it up. */
  readonly receiver?: string | Organization | Party;
  /** Region of the receiver; default: that of `receiver`. */
  readonly receiverRegion?: string;
  /** Sum of the contract: wording, a number in yuan, or an amount. */
  readonly amount?: string | number | Amount;
  /** Day, month or year of signing, as worded. */
  readonly signed?: string | DateValue;
  /** Type of the contract: a code of `CASE_LABELS.contract` of `cuohe/programmes/cases`, or wording (技术开发合同). */
  readonly contract?: string;
  readonly [field: string]: unknown;
}

/** What counts as local: both sides in one county, city or province. */
export type LocalLevel = 'county' | 'city' | 'province';

/** Where a conversion went. */
export type ConversionDestination = 'local' | 'elsewhere' | 'unknown';

/** What people call each destination. */
export const CONVERSION_DESTINATION_LABELS: Readonly<Record<ConversionDestination, Bilingual>> = {
  local: { zh: '本地转化', en: 'local' },
  elsewhere: { zh: '异地转化', en: 'elsewhere' },
  unknown: { zh: '地区不明', en: 'region unknown' },
};

/** A heading of a table: what a row is of. */
export interface RowHead {
  /** Key of the unit, of the county, the year; empty for what is not told. */
  readonly key: string;
  readonly name: Bilingual;
}

/** A conversion as the tables count it. */
export interface ReadConversion {
  readonly unit: RowHead;
  readonly county: RowHead;
  readonly year: RowHead;
  readonly destination: ConversionDestination;
  /** In fen, so that sums are exact; undefined where no sum in yuan is stated. */
  readonly fen: number | undefined;
}

/** Larger sums than a hundred billion yuan are mistakes. Totals are exact up to 2^53 fen, 90 trillion yuan. */
const MOST_YUAN = 1e11;
const sum = z.number().check(z.minimum(0), z.maximum(MOST_YUAN));
const organization = partOf<string | Organization | Party>(
  z.union([TEXT, z.looseObject({ name: TEXT, regionCode: z.optional(TEXT) })]),
);

/** Shape of a {@link Conversion}. */
export const CONVERSION = itemOf<Conversion>({
  id: ID,
  unit: z.optional(organization),
  unitRegion: z.optional(TEXT),
  receiver: z.optional(organization),
  receiverRegion: z.optional(TEXT),
  amount: z.optional(
    partOf<string | number | Amount>(
      z.union([
        TEXT,
        sum,
        z.looseObject({ raw: TEXT, currency: TEXT, min: z.optional(sum), max: z.optional(sum) }),
      ]),
    ),
  ),
  signed: z.optional(
    z.union([TEXT, itemOf<DateValue>({ raw: TEXT, from: z.optional(DAY), to: z.optional(DAY) })]),
  ),
  contract: z.optional(TEXT),
});

const UNKNOWN = { zh: '不明', en: 'unknown' };

/** Reads one checked conversion. */
export function readConversion(
  conversion: Conversion,
  {
    level,
    regions,
    units,
  }: { readonly level: LocalLevel; readonly regions: Regions; readonly units: UnitKeys },
): ReadConversion {
  const { unit, receiver, amount, signed } = conversion;
  const from = conversion.unitRegion ?? regionIn(unit);
  const to = conversion.receiverRegion ?? regionIn(receiver);
  return {
    unit: unitHead(nameOf(unit), units),
    county: countyHead(from, regions),
    year: yearHead(signed),
    destination: destinationOf(from, to, level, regions),
    fen: amount === undefined ? undefined : fenOf(amount),
  };
}

/** The region of an organisation that is given with its particulars. */
export function regionIn(organization: Conversion['unit']): string | undefined {
  return typeof organization === 'object' ? organization.regionCode : undefined;
}

/** The heading of a unit. */
export function unitHead(name: string | undefined, units: UnitKeys | undefined): RowHead {
  return name === undefined
    ? { key: '', name: UNKNOWN }
    : { key: organizationKey(name, units), name: { zh: name, en: name } };
}

function countyHead(region: string | undefined, regions: Regions): RowHead {
  const key = keyOfRegion(region ?? '', regions);
  return key === '' ? { key, name: UNKNOWN } : { key, name: nameOfRegion(key, regions) };
}

/** Wording that covers more than one year has none. */
function yearHead(signed: string | DateValue | undefined): RowHead {
  const { from, to } = typeof signed === 'string' ? parseDate(signed) : (signed ?? {});
  const year = from?.slice(0, 4);
  if (year === undefined || year !== to?.slice(0, 4)) return { key: '', name: UNKNOWN };
  return { key: year, name: { zh: `${year}年`, en: year } };
}

/**
 * The lower end of a range counts, else its upper end. Other currencies are not turned into yuan.
 */
function fenOf(given: string | number | Amount): number | undefined {
  const { min, max, currency } = typeof given === 'object' ? given : parseAmount(given);
  const yuan = min ?? max;
  return yuan === undefined || currency !== 'CNY' || yuan > MOST_YUAN ? undefined : Math.round(yuan * 100);
}

/**
 * Local if both regions lie in one region of the level; an area lies in all of its members. Unknown if one is missing,
 * or too coarse to tell: of 沈阳市 and 辽宁省 nobody knows whether they are one city.
 */
export function destinationOf(
  from: string | undefined,
  to: string | undefined,
  level: LocalLevel,
  regions: Regions,
): ConversionDestination {
  const others = codesOf(to, regions);
  const isAny = (test: (one: string, other: string) => boolean) =>
    codesOf(from, regions).some((one) => others.some((other) => test(one, other)));
  if (isAny((one, other) => isSame(keyAt(one, level), keyAt(other, level)))) return 'local';
  const { code } = regionRelation(from, to, regions);
  // An area of the host's whose place is not told is local to itself.
  if (code === 'zone' && others.length === 0) return 'local';
  const isWider = (wide: string, narrow: string) => keyAt(wide, level) === undefined && holds(wide, narrow);
  return code === 'unknown' || isAny((a, b) => isWider(a, b) || isWider(b, a)) ? 'unknown' : 'elsewhere';
}

/** The region of a level that a region lies in; undefined where the code is too coarse, or has no such region. */
function keyAt(key: string, level: LocalLevel): string | undefined {
  if (level === 'province') return key.slice(0, 2);
  const county = key.length === 6 ? key : undefined;
  // A county of no city stands for one.
  return level === 'city' ? (cityOf(key) ?? county) : county;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}
