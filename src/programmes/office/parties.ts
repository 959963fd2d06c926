import * as z from 'zod/mini';
import { ownValue } from '../../base/own-value.ts';
import type { Organization, RecordInput } from '../../core/records/types.ts';
import { ID, itemOf, TEXT, TEXTS } from '../common/check.ts';
import { nameOf, organizationKey } from '../common/organization.ts';

/** A unit as an office knows it. */
export interface OfficeParty {
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

export const OFFICE_PARTY = itemOf<OfficeParty>({
  name: ID,
  aliases: TEXTS,
  uscc: z.optional(TEXT),
  kind: z.optional(TEXT),
  regionCode: z.optional(TEXT),
});

/** Units by their names and codes. */
export class PartyDirectory {
  private readonly byName = new Map<string, OfficeParty>();
  private readonly byCode = new Map<string, OfficeParty>();

  /** Of two units with one name the first counts. */
  constructor(parties: readonly OfficeParty[]) {
    for (const party of parties) {
      for (const name of [party.name, ...(party.aliases ?? [])]) {
        const key = organizationKey(name);
        if (!this.byName.has(key)) this.byName.set(key, party);
      }
      if (party.uscc !== undefined) this.byCode.set(party.uscc.toUpperCase(), party);
    }
  }

  /**
   * A record whose units stand under the names that the directory has, with what it knows of them where the record says
   * nothing: so every report groups by one name. A record of no such unit is given back as it is.
   */
  named<R extends RecordInput>(record: R): R {
    if (typeof record !== 'object' || record === null) return record;
    const changes: Record<string, unknown> = {};
    for (const field of ['organization', 'completingOrganizations']) {
      const value = ownValue(record, field);
      const known = Array.isArray(value) ? value.map((one) => this.known(one)) : this.known(value);
      const isNew = Array.isArray(known)
        ? known.some((one, i) => one !== (value as unknown[])[i])
        : known !== value;
      if (isNew) changes[field] = known;
    }
    return Object.keys(changes).length === 0 ? record : { ...record, ...changes };
  }

  /** A unit of a record as the directory has it. */
  private known(given: unknown): unknown {
    if (typeof given !== 'string' && (typeof given !== 'object' || given === null)) return given;
    const { uscc } = typeof given === 'string' ? {} : (given as Partial<Organization>);
    const name = nameOf(given as string | Organization);
    const byCode = typeof uscc === 'string' ? this.byCode.get(uscc.toUpperCase()) : undefined;
    const party = byCode ?? (name === undefined ? undefined : this.byName.get(organizationKey(name)));
    if (party === undefined) return given;
    const { aliases: _, ...known } = party;
    const own = typeof given === 'string' ? {} : given;
    const stated = Object.fromEntries(
      Object.entries(own).filter(([, value]) => value != null && value !== ''),
    );
    return { ...known, ...stated, name: party.name };
  }
}
