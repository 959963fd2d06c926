import type { Amount } from '../core/records/amount.ts';
import { textFields } from '../core/records/fields.ts';
import { regionOf } from '../core/records/region.ts';
import { regionName } from '../core/records/region-names.ts';
import { regionLevels } from '../core/records/regions.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { isContactName, maskContacts } from './contacts.ts';
import type { PageRecord } from './data.ts';
import { FACT_NAMES, TEXT_FIELDS } from './field-names.ts';

/** A record as a report shows it. */
export interface ShownRecord {
  readonly page: PageRecord;
  /** Path of a field → number and text, as it is shown; of the same length as it was. */
  readonly texts: ReadonlyMap<string, { readonly number: number; readonly text: string }>;
}

/** How records are shown. */
export interface Showing {
  readonly language: 'zh' | 'en';
  readonly contacts: boolean;
  /** Codes of the chains of a record. */
  readonly chainsOf: (record: MatchRecord) => readonly string[];
}

const WEIGHTS = Object.fromEntries(Object.keys(TEXT_FIELDS).map((field) => [field, 1]));

/**
 * A record as it is shown.
 * @param fields further fields of text, which its matches name.
 */
export function shownRecord(
  record: MatchRecord,
  { language, contacts, chainsOf }: Showing,
  fields: Iterable<string> = [],
): ShownRecord {
  const open = contacts ? (text: string) => text : maskContacts;
  const own = [...fields].filter((field) => !Object.hasOwn(TEXT_FIELDS, field));
  const shown = own.filter((field) => contacts || !isContactName(field));
  const weights = { ...WEIGHTS, ...Object.fromEntries(shown.map((field) => [field, 1])) };
  const texts = new Map<string, { readonly number: number; readonly text: string }>();
  const labelled: [string, string][] = [];
  for (const { path, field, text } of textFields(record, weights)) {
    if (texts.has(path)) continue;
    const masked = open(text);
    texts.set(path, { number: labelled.length, text: masked });
    const name = Object.hasOwn(TEXT_FIELDS, field) ? TEXT_FIELDS[field]![language] : field;
    labelled.push([name, masked]);
  }
  const region = regionOf(record);
  const regions = region === undefined ? [] : regionLevels(region);
  const organization = nameOf(record);
  return {
    texts,
    page: {
      id: record.id,
      title: open(record.title),
      ...(organization === undefined ? {} : { organization: open(organization) }),
      ...(regions.length === 0 ? {} : { place: placeName(regions, language) }),
      regions,
      kind: record.kind,
      chains: chainsOf(record),
      texts: labelled,
      facts: [
        ...factsOf(record, language).map(([name, text]) => [name, open(text)] as const),
        ...(contacts ? contactsOf(record) : []),
      ],
    },
  };
}

/** The name of the organisation, given by name or with its particulars; else of the first that completed an achievement. */
export function nameOf(record: MatchRecord): string | undefined {
  const others = record.kind === 'demand' ? [] : (record.completingOrganizations ?? []);
  const organization = record.organization ?? others[0];
  const name = typeof organization === 'object' ? organization.name : organization;
  return name === undefined || name.trim() === '' ? undefined : name.trim();
}

/** What a place is called: province and city, 辽宁省沈阳市. */
function placeName(levels: readonly string[], language: 'zh' | 'en'): string {
  const names = [...new Set(levels.map((key) => regionName(key)[language]))].filter(
    (name, i) => i === 0 || !/^\d+$/.test(name),
  );
  return language === 'zh' ? names.join('') : names.reverse().join(', ');
}

function factsOf(record: MatchRecord, language: 'zh' | 'en'): (readonly [string, string])[] {
  const modes = record.kind === 'demand' ? record.cooperationModes : record.transferModes;
  const facts = {
    budget: sumOf(record.kind === 'demand' ? record.budget : undefined, language),
    price: sumOf(record.kind === 'demand' ? undefined : record.price, language),
    stage: record.stage?.raw,
    modes: modes?.map(({ raw }) => raw).join('、'),
    validTo: record.validTo?.to ?? record.validTo?.raw,
  };
  return Object.entries(FACT_NAMES).flatMap(([name, label]) => {
    const text = facts[name as keyof typeof facts];
    return text === undefined || text === '' ? [] : [[label[language], text] as const];
  });
}

/** Figures alone, whose unit stood in the header of their column. */
const BARE_SUM = /^[\d.,，\-–—~～至 ]+$/;
const TEN_THOUSAND = 10_000;

/** A sum as it was written; one without a unit as it was understood. */
function sumOf(amount: Amount | undefined, language: 'zh' | 'en'): string | undefined {
  if (amount === undefined || amount.min === undefined || !BARE_SUM.test(amount.raw)) return amount?.raw;
  const { min, max, currency } = amount;
  const isWan = language === 'zh' && currency === 'CNY' && min >= TEN_THOUSAND;
  const figure = (value: number) =>
    (isWan ? value / TEN_THOUSAND : value).toLocaleString('en-US', { maximumFractionDigits: 4 });
  const range = max === undefined || max === min ? figure(min) : `${figure(min)}–${figure(max)}`;
  if (isWan) return `${range}万元`;
  return language === 'zh' && currency === 'CNY' ? `${range}元` : `${range} ${currency}`;
}

/** Fields of the host's that hold contacts, of the record and of its organisation. */
function contactsOf(record: MatchRecord): (readonly [string, string])[] {
  const { organization } = record;
  const holders = [record, ...(typeof organization === 'object' ? [organization] : [])];
  return holders.flatMap((holder) =>
    Object.entries(holder).flatMap(([field, value]) => {
      if (Object.hasOwn(TEXT_FIELDS, field) || !isContactName(field)) return [];
      const text = contactText(value);
      return text === '' ? [] : [[field, text] as const];
    }),
  );
}

/** A contact in words: a text or a number, or these of a list or an object. */
function contactText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
}
