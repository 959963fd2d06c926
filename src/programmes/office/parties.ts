import * as z from 'zod/mini';
import { ownValue } from '../../base/own-value.ts';
import type { Organization, RecordInput } from '../../core/records/types.ts';
import { ID, itemOf, TEXT, TEXTS } from '../common/check.ts';
import { nameOf, organizationKey, plainKey, type UnitKeys } from '../common/organization.ts';
import type { Party } from '../common/party.ts';
import { type OrganizationAliases, readUnits } from '../common/unit-keys.ts';

/** A unit as an office knows it. */
export interface OfficeParty extends OrganizationAliases {
  /** The name that reports show. */
  readonly name: string;
  /** Other names of the same unit: short ones, former ones. */
  readonly aliases?: readonly string[];
  /** Unified social credit code (统一社会信用代码): records that carry it are the unit's, whatever name they write. */
  readonly uscc?: string;
  /** 高校, 科研院所, 企业: as worded. */
  readonly kind?: string;
  /** GB/T 2260 code, or the host's own name of an area. */
  readonly regionCode?: string;
}

/** Shape of an {@link OfficeParty}. */
export const OFFICE_PARTY = itemOf<OfficeParty>({
  name: ID,
  aliases: TEXTS,
  uscc: z.optional(TEXT),
  kind: z.optional(TEXT),
  regionCode: z.optional(TEXT),
});

const FIELDS = ['organization', 'completingOrganizations'];

/** Gives the units of records the names that an office has for them. */
export class PartyDirectory {
  private readonly keys: UnitKeys;
  private readonly byKey = new Map<string, OfficeParty>();
  private readonly byCode = new Map<string, OfficeParty>();

  /**
   * @param parties of two with one name, or one code, the first counts.
   * @param records whose units are read, so that a short form (沈工大) stands for the one unit of the data that has it.
   */
  constructor(parties: readonly OfficeParty[], records: readonly RecordInput[]) {
    for (const party of parties) {
      const key = plainKey(party.name);
      if (!this.byKey.has(key)) this.byKey.set(key, party);
      const code = codeOf(party.uscc);
      if (code !== undefined && !this.byCode.has(code)) this.byCode.set(code, party);
    }
    const given = records.flatMap((record) => FIELDS.flatMap((field) => unitsIn(record, field)));
    const names = given.flatMap((unit) => nameOf(unit) ?? []);
    this.keys = readUnits(parties, names);
    // A unit that the office does not list has the name under which its full form first stands.
    for (const name of names) {
      const key = plainKey(name);
      if (!this.keys.has(key) && !this.byKey.has(key)) this.byKey.set(key, { name });
    }
  }

  /**
   * A record whose units stand under the names of the office, with what it knows of them where the record says nothing,
   * so that every report groups by one name. A record that changes in nothing is given back itself.
   */
  named<R extends RecordInput>(record: R): R {
    const changes: Record<string, unknown> = {};
    for (const field of FIELDS) {
      const value = isObject(record) ? ownValue(record, field) : undefined;
      if (Array.isArray(value)) {
        const known = value.map((one) => this.known(one));
        if (known.some((one, i) => one !== value[i])) changes[field] = known;
      } else {
        const known = this.known(value);
        if (known !== value) changes[field] = known;
      }
    }
    return Object.keys(changes).length === 0 ? record : { ...record, ...changes };
  }

  /** A party of a case under the name of the office; of an expert or team its unit. */
  party<P extends Party>(party: P): P {
    if (party.organization !== undefined) {
      return { ...party, organization: this.find(party.organization)?.name ?? party.organization };
    }
    const known = party.id.startsWith(PERSON) ? undefined : this.find(party.name, party.uscc);
    if (known === undefined) return party;
    const id = `org:${plainKey(known.name)}`;
    return { ...particularsOf(known), ...stated(party), id, name: known.name } as P;
  }

  private find(name: string | undefined, code?: unknown): OfficeParty | undefined {
    const byCode = typeof code === 'string' ? this.byCode.get(codeOf(code)!) : undefined;
    return byCode ?? (name === undefined ? undefined : this.byKey.get(organizationKey(name, this.keys)));
  }

  /** A unit as the office has it; anything else as it is. */
  private known(given: unknown): unknown {
    if (!isUnit(given)) return given;
    const party = this.find(nameOf(given), typeof given === 'object' ? given.uscc : undefined);
    if (party === undefined) return given;
    const particulars = particularsOf(party);
    const isBare = Object.keys(particulars).length === 0;
    if (typeof given === 'string') return isBare ? party.name : { ...particulars, name: party.name };
    const own = stated(given);
    const isSame =
      party.name === given.name && Object.keys(particulars).every((key) => Object.hasOwn(own, key));
    return isSame ? given : { ...particulars, ...own, name: party.name };
  }
}

const PERSON = 'record:';

/** What an office knows of a unit beside its names. */
function particularsOf({
  uscc,
  kind,
  regionCode,
}: OfficeParty): Pick<OfficeParty, 'uscc' | 'kind' | 'regionCode'> {
  return stated({ uscc, kind, regionCode });
}

/** What is told: neither empty nor blank. */
function stated<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined | null> } {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([, value]) =>
        value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === ''),
    ),
  ) as { [K in keyof T]: Exclude<T[K], undefined | null> };
}

function codeOf(uscc: string | undefined): string | undefined {
  const code = uscc?.replace(/\s/g, '').toUpperCase();
  return code === '' ? undefined : code;
}

function unitsIn(record: unknown, field: string): (string | Organization)[] {
  const value = isObject(record) ? ownValue(record, field) : undefined;
  return (Array.isArray(value) ? value : [value]).filter(isUnit);
}

function isUnit(given: unknown): given is string | Organization {
  return typeof given === 'string' || (isObject(given) && typeof given.name === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
